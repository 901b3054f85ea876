# Recomputes the note of an avenant, the contract on one page and the comparison of two versions from raw cells, knowing nothing of the product.
import json
import re
import sys
from decimal import ROUND_HALF_UP, Decimal

from openpyxl import load_workbook

YEARS = (2024, 2025, 2026, 2027)
DONE = (2024, 2025)
# Columns (from 0) of the State's part; the métropole's stands right of it, the total beside them.
BUDGET = {2024: 2, 2025: 5, 2026: 8, 2027: 11}
EXECUTION = {2024: 1, 2025: 5}
# What the other version says, and each cell that adds it up.
ALTERED = {
    ("Tableau budgétaire", "C7"): (Decimal(60000), ["B7", "C15", "B15"]),
    ("Exécution", "F7"): (Decimal("12345.67"), ["H7", "F17", "H17"]),
}


def amount(value):
    return Decimal(repr(value)) if type(value) in (int, float) else None


def alter(source, target):
    book = load_workbook(source)
    for (sheet, cell), (value, _) in ALTERED.items():
        book[sheet][cell] = float(value)
    book.save(target)


class Check:
    def __init__(self):
        self.count = 0
        self.wrong = []

    def __call__(self, what, found, expected):
        self.count += 1
        shown = amount(found) if type(found) in (int, float) else found
        if shown != expected:
            self.wrong.append(f"{what}: {found} for {expected}")


def number_of(label):
    match = re.match(r"(?:Action n°)?(\d+)\s", label or "")
    return int(match.group(1)) if match else None


def read(path):
    book = load_workbook(path, data_only=True)
    axes, contracted, executed, reached = [], {}, {}, {}
    for row in book["Tableau budgétaire"].iter_rows(min_row=3, values_only=True):
        if row[0].startswith("Axe"):
            axes.append([])
        elif (action := number_of(row[0])) is not None:
            axes[-1].append(action)
            for year, at in BUDGET.items():
                contracted[action, year] = (amount(row[at]), amount(row[at + 1]))
    for row in book["Exécution"].iter_rows(min_row=5, values_only=True):
        if (action := number_of(row[0])) is not None:
            for year, at in EXECUTION.items():
                executed[action, year] = (amount(row[at]), amount(row[at + 1]))
    action = None
    for row in book["Indicateurs"].iter_rows(min_row=2, max_col=9, values_only=True):
        action = number_of(row[0]) if row[0] else action
        for target, done in ((row[3], row[7]), (row[4], row[8])):
            if isinstance(target, (int, float)) and isinstance(done, (int, float)):
                good, of = reached.get(action, (0, 0))
                reached[action] = (good + (done >= target), of + 1)
    return book, axes, contracted, executed, reached


def share(part, whole):
    return (part / whole).quantize(Decimal("0.0001"), ROUND_HALF_UP).normalize()


def check_note(path, variant, credits, facts, check):
    _, axes, contracted, executed, _ = facts
    sheet = load_workbook(path, data_only=True)["Note de l’avenant"]
    after = lambda action, year: variant.get(action, contracted[action, 2027]) if year == 2027 else contracted[action, year]
    whole = lambda of, year, side: sum(of(action, year)[side] for axe in axes for action in axe)
    before = lambda action, year: contracted[action, year]
    gap = lambda one, other: "–" if one == other else other - one
    actions = [action for axe in axes for action in axe]
    head, action, seen = None, None, set()
    for row in sheet.iter_rows(max_col=9, values_only=True):
        first = row[0] or ""
        if first in ("Action", "Année") or first.startswith("Axe, part"):
            head = "actions" if str(row[1]).startswith("2027") else first
            seen.add(head)
            continue
        if "L’enveloppe de l’État passe" in first:
            check("envelope", f"{credits:,}".replace(",", " ") + ",00 €" in first.replace("\u00a0", " "), True)
        if not any(isinstance(value, (int, float)) for value in row):
            continue
        if head == "Action":
            action = number_of(first) or action
            side = 0 if row[1] == "État" else 1
            one, other = before(action, 2027)[side], after(action, 2027)[side]
            for what, found, expected in zip(("before", "after", "gap"), row[2:5], (one, other, gap(one, other))):
                check(f"note, action {action} {row[1]}, {what}", found, expected)
        elif head == "Axe, part de l’État":
            some = actions if first == "TOTAL" else axes[int(re.match(r"Axe (\d+)", first).group(1)) - 1]
            one, other = (sum(of(each, 2027)[0] for each in some) for of in (before, after))
            for found, expected in zip(row[1:4], (one, other, gap(one, other))):
                check(f"note, {first}", found, expected)
        elif head == "Année":
            years = YEARS if "-" in first else (int(first),)
            sums = [sum(whole(of, year, side) for year in years) for side in (0, 1) for of in (before, after)]
            expected = [*sums, gap(sums[0] + sums[2], sums[1] + sums[3])]
            for found, due in zip(row[1:6], expected):
                check(f"note, {first}", found, due)
        elif head == "actions":
            some = actions if first == "TOTAL" else [number_of(first)]
            spent = sum(sum(executed[each, 2025]) for each in some)
            planned = sum(sum(contracted[each, 2025]) for each in some)
            unused = sum(max(Decimal(0), contracted[each, 2025][0] - executed[each, 2025][0]) for each in some)
            etat, local = (sum(after(each, 2027)[side] for each in some) for side in (0, 1))
            contract = sum(contracted[each, 2027][0] for each in some)
            figures = [contract, spent, share(spent, planned), unused, None, etat, local, share(local, etat + local)]
            for at, due in enumerate(figures, 1):
                if due is not None:
                    check(f"note, {first}, column {at}", row[at], due)
    check("the four tables of the note", sorted(seen), sorted(["Action", "Année", "Axe, part de l’État", "actions"]))


def check_page(path, facts, check):
    _, axes, contracted, executed, reached = facts
    sheet = load_workbook(path, data_only=True)["Contrat sur une page"]
    actions = [action for axe in axes for action in axe]
    rows = 0
    for row in sheet.iter_rows(min_row=8, max_col=14, values_only=True):
        first = row[0] or ""
        axe = re.match(r"Axe (\d+)", first)
        some = axes[int(axe.group(1)) - 1] if axe else actions if first == "TOTAL" else [number_of(first)]
        if some == [None] or not isinstance(row[1], (int, float)):
            continue
        rows += 1
        for at, year in enumerate(YEARS):
            check(f"page, {first}, {year}", row[1 + at], sum(sum(contracted[each, year]) for each in some))
            due = sum(sum(executed[each, year]) for each in some) if year in DONE else "–"
            check(f"page, {first}, executed {year}", row[5 + at], due)
        good, of = (sum(reached.get(each, (0, 0))[side] for each in some) for side in (0, 1))
        check(f"page, {first}, indicators", row[13], f"{good} sur {of}" if of else "–")
    check("rows of the page", rows, len(actions) + len(axes) + 1)


def check_comparison(path, facts, check):
    book = facts[0]
    sheet = load_workbook(path, data_only=True)["Comparaison"]
    expected = {}
    for (name, cell), (value, sums) in ALTERED.items():
        now = amount(book[name][cell].value)
        for place in (cell, *sums):
            shown = amount(book[name][place].value)
            expected[f"{name}!{place}"] = (shown - now + value, shown)
    found = {row[4]: row[5:8] for row in sheet.iter_rows(min_row=7, max_col=9, values_only=True) if row[4]}
    check("cells of the comparison", sorted(found), sorted(expected))
    for place, (one, other) in expected.items():
        for what, shown, due in zip(("before", "now", "gap"), found.get(place, ()), (one, other, other - one)):
            check(f"comparison, {place}, {what}", shown, due)


if sys.argv[1] == "alter":
    alter(*sys.argv[2:4])
else:
    source, note, page, comparison, variant, credits = sys.argv[2:8]
    check = Check()
    facts = read(source)
    typed = {int(action): tuple(map(Decimal, parts)) for action, parts in json.loads(variant).items()}
    check_note(note, typed, Decimal(credits), facts, check)
    check_page(page, facts, check)
    check_comparison(comparison, facts, check)
    print(json.dumps({"count": check.count, "wrong": check.wrong}, ensure_ascii=False))
