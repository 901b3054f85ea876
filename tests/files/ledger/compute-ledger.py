"""The account of a contract, from the workbook's cells alone: decimal arithmetic, no code shared with the product."""
import json
import sys
from decimal import Decimal
from openpyxl import load_workbook

book = load_workbook(sys.argv[1], data_only=True)
contract = json.loads(sys.argv[2])  # action -> [axe, {year: [etat, local]}]
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
        due = [Decimal(str(part)) for part in contracted.get(year, [0, 0])]
        line = dict(contractEtat=due[0], contractLocal=due[1], contracted=due[0] + due[1], etat=etat, local=local, total=etat + local,
                    autres=autres, cout=etat + local + autres, verse=verse, nonUtilise=verse - etat,
                    reste=due[0] + due[1] - etat - local)
        for place in (f"action-{number}", f"axe-{axe}", "total"):
            for period in (year, "cumul"):
                sums = ledger.setdefault(f"{place}/{period}", {key: Decimal(0) for key in KEYS})
                for key in KEYS:
                    sums[key] += line[key]

# Rates in hundredths of a percent, rounded down.
out = {}
for place, sums in ledger.items():
    due = sums["contracted"]
    out[place] = {key: int(value * 100) for key, value in sums.items()}
    out[place]["taux"] = None if due == 0 else int(sums["total"] * 10000 // due)
print(json.dumps(out))
