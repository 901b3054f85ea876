# Recomputes the mid-term report of the example workbook from its raw cells, knowing nothing of the product: JSON on the output.
import json
import re
import sys
from decimal import Decimal
from fractions import Fraction

from openpyxl import load_workbook

YEARS = (2024, 2025)
book = load_workbook(sys.argv[1])


def cents(value):
    """Typed amounts only: a formula here would mean that the wrong cell is read."""
    assert isinstance(value, (int, float)), value
    return int((Decimal(repr(value)) * 100).to_integral_exact())


def rate(found, expected):
    """In hundredths of a percent, rounded down; None where nothing is expected."""
    if not expected or found is None:
        return None
    return int(Fraction(found) * 10000 / Fraction(expected) + Fraction(1, 2))


def number_of(label):
    match = re.match(r"(?:Action n°)?(\d+) ", label or "")
    return int(match.group(1)) if match else None


# Columns (from 1) of the State's and the métropole's part, year by year.
BUDGET = {2024: (3, 4), 2025: (6, 7)}
EXECUTION = {2024: (2, 3, 5), 2025: (6, 7, 9)}

axes = []
contracted = {}
for row in book["Tableau budgétaire"].iter_rows(min_row=3):
    label = row[0].value
    if label.startswith("Axe"):
        axes.append([])
        continue
    action = number_of(label)
    if action is None:
        continue
    axes[-1].append(action)
    for year, (etat, dm) in BUDGET.items():
        contracted[action, year] = (cents(row[etat - 1].value), cents(row[dm - 1].value))

executed, why = {}, {}
for row in book["Exécution"].iter_rows(min_row=5):
    action = number_of(row[0].value)
    if action is None:
        continue
    for year, (etat, dm, justification) in EXECUTION.items():
        executed[action, year] = (cents(row[etat - 1].value), cents(row[dm - 1].value))
        why[action, year] = row[justification - 1].value


def figures(actions, years):
    pairs = [(action, year) for action in actions for year in years]
    planned = [sum(contracted[pair][side] for pair in pairs) for side in (0, 1)]
    done = [sum(executed[pair][side] for pair in pairs) for side in (0, 1)]
    return planned + [sum(planned)] + done + [sum(done), rate(sum(done), sum(planned)), sum(planned) - sum(done)]


def section(years):
    return {
        "actions": {action: figures([action], years) for axe in axes for action in axe},
        "axes": [figures(axe, years) for axe in axes],
        "total": figures([action for axe in axes for action in axe], years),
    }


indicators = []
action = None
for row in book["Indicateurs"].iter_rows(min_row=2, max_col=9, values_only=True):
    label, name, t0, target24, target25, _, _, done24, done25 = row
    if label is not None:
        action = number_of(label)
    if name is None or t0 is None:
        continue
    figure = lambda value: value if isinstance(value, (int, float)) else None
    last = figure(done25) if figure(done25) is not None else figure(done24)
    before = figure(done24) if figure(done25) is not None else None
    indicators.append(
        {
            "action": action,
            "name": name,
            "t0": figure(t0),
            "years": [
                [figure(target), figure(done), rate(figure(done), figure(target))]
                for target, done in ((target24, done24), (target25, done25))
            ],
            "sinceT0": None if last is None or figure(t0) is None else last - t0,
            "sinceYearBefore": None if last is None or before is None else last - before,
        }
    )

unexplained = [
    [action, year]
    for (action, year), done in executed.items()
    if Fraction(sum(done), sum(contracted[action, year])) < Fraction(80, 100) and not why[action, year]
]
json.dump(
    {
        "2024": section((2024,)),
        "2025": section((2025,)),
        "both": section(YEARS),
        "indicators": indicators,
        "unexplained": unexplained,
        "missing": [
            [each["action"], each["name"], year]
            for each in indicators
            for year, (_, done, _) in zip(YEARS, each["years"])
            if done is None
        ],
        "justifications": [[action, year, text] for (action, year), text in why.items() if text],
    },
    sys.stdout,
    ensure_ascii=False,
)
