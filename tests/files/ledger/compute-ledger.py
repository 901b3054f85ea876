"""The account of a contract, from the workbook's cells alone: decimal arithmetic, no code shared with the product."""
import json
import re
import sys
from decimal import Decimal
from openpyxl import load_workbook

book = load_workbook(sys.argv[1], data_only=True)
sheet = book["Exécution"]


def money(cell):
    return Decimal(0) if cell.value in (None, "") else Decimal(str(cell.value))


years, columns = [], {}
for column in range(2, sheet.max_column + 1):
    year = sheet.cell(1, column).value
    if year is not None:
        years.append(str(year))
        columns[str(year)] = {}
    columns[years[-1]][sheet.cell(2, column).value] = column

# What is contracted, and under which axe, from the sheet of the budget: action -> [axe, {year: [etat, local]}].
contract, axe = {}, None
budget = book["Budget"]
due = {}
for column in range(2, budget.max_column + 1, 3):
    assert [budget.cell(2, column + at).value for at in range(3)] == ["Total", "État", "Département"]
    due[str(budget.cell(1, column).value)] = column + 1
for row in range(3, budget.max_row + 1):
    label = str(budget.cell(row, 1).value or "")
    heading = re.match(r"Axe (\d+)", label)
    if heading:
        axe = int(heading[1])
    elif label:
        contract[label.split(" ")[0]] = [axe, {year: [money(budget.cell(row, at)), money(budget.cell(row, at + 1))] for year, at in due.items()}]

KEYS = ("contractEtat", "contractLocal", "contracted", "etat", "local", "total", "autres", "cout", "verse", "nonUtilise", "reste")
ledger = {}
for row in range(3, sheet.max_row + 1):
    label = str(sheet.cell(row, 1).value or "")
    number = label.split(" ")[0]
    if number not in contract:
        continue
    axe, contracted = contract[number]
    for year in years:
        at = columns[year]
        etat, local = money(sheet.cell(row, at["Exécuté État"])), money(sheet.cell(row, at["Exécuté Département"]))
        autres, verse = money(sheet.cell(row, at["Autres financeurs"])), money(sheet.cell(row, at["Versé"]))
        state, own = contracted[year]
        line = dict(contractEtat=state, contractLocal=own, contracted=state + own, etat=etat, local=local, total=etat + local,
                    autres=autres, cout=etat + local + autres, verse=verse, nonUtilise=max(0, verse - etat),
                    reste=state + own - etat - local)
        for place in (f"action-{number}", f"axe-{axe}", "total"):
            for period in (year, "cumul"):
                sums = ledger.setdefault(f"{place}/{period}", {key: Decimal(0) for key in KEYS})
                for key in KEYS:
                    sums[key] += line[key]

# Rates in hundredths of a percent, rounded as people round.
out = {}
for place, sums in ledger.items():
    whole = sums["contracted"]
    out[place] = {key: int(value * 100) for key, value in sums.items()}
    out[place]["taux"] = None if whole == 0 else int((2 * sums["total"] * 10000 + whole) // (2 * whole))
print(json.dumps(out))
