"""Every amount and rate that the four documents show of the account, by document, place and period: no code shared with the product."""
import json
import re
import sys
import zipfile
import xml.etree.ElementTree as ET
from decimal import Decimal
from openpyxl import load_workbook

LOCAL = "Département"
shown = {}


def put(document, place, period, key, value):
    at = shown.setdefault(document, {}).setdefault(f"{place}/{period}", {})
    if key in at and at[key] != value:
        raise SystemExit(f"{document} {place} {period} {key}: {at[key]} and {value}")
    at[key] = value


def cents(value):
    return int((Decimal(str(value)) * 100).to_integral_value())


def hundredths(rate):
    return int((Decimal(str(rate)) * 10000).to_integral_value())


def text_cents(text):
    """"1 234,56 €", with the minus sign of print; None for a word."""
    match = re.fullmatch(r"([−-]?)([\d\s]+),(\d\d)\s€", text)
    if not match:
        return None
    amount = int(re.sub(r"\s", "", match[2]) + match[3])
    return -amount if match[1] else amount


def text_rate(text):
    match = re.fullmatch(r"([\d\s]+)(?:,(\d{1,2}))?\s%", text)
    return int(re.sub(r"\s", "", match[1])) * 100 + int((match[2] or "").ljust(2, "0")) if match else None


def place_of(label):
    label = str(label or "").replace("\u00a0", " ")
    for pattern, name in ((r"(?:Action )?(\d+) [–-] ", "action-"), (r"(?:Sous-total a|A)xe (\d+)\b", "axe-")):
        match = re.match(pattern, label)
        if match:
            return name + match[1]
    return "total" if re.match(r"TOTAL|Total", label) else None


HEADINGS = {
    "Contractualisé État": "contractEtat", f"Contractualisé {LOCAL}": "contractLocal", "Contractualisé Total": "contracted",
    "Contractualisé": "contracted", "Total au contrat": "contracted",
    "Exécuté État": "etat", "État exécuté": "etat", "dont État": "etat",
    f"Exécuté {LOCAL}": "local", f"{LOCAL} exécuté": "local",
    "Exécuté Total": "total", "Total exécuté": "total", "Exécuté": "total",
    "Taux": "taux", "Taux d’exécution": "taux", "Non consommé": "reste", "Reste à exécuter": "reste",
    "Autres financements": "autres", "Coût de l’action": "cout", "Coût, autres financements compris": "cout",
    "Versé par l’État": "verse", "Versé et non utilisé (État)": "nonUtilise",
}
book = load_workbook(sys.argv[1], data_only=True)


def rows_of(name):
    return [list(row) for row in book[name].iter_rows(values_only=True)]


def columns_of(row):
    return {index: HEADINGS[cell] for index, cell in enumerate(row) if cell in HEADINGS}


def put_cells(document, place, period, columns, row):
    for index, key in columns.items():
        put(document, place, period, key, hundredths(row[index]) if key == "taux" else cents(row[index]))


period, columns = None, {}
for row in rows_of("Bilan financier"):
    section = re.fullmatch(r"(?:Année (\d{4})|Cumul .*)", str(row[0] or ""))
    if row[0] == "Action":
        columns = columns_of(row)
    elif section:
        period = section[1] or "cumul"
    elif period and isinstance(row[1], (int, float)):
        put_cells("Bilan financier", place_of(row[0]), period, columns, row)

columns = {}
for row in rows_of("Bilan par axe"):
    if row[0] == "Axe":
        columns = columns_of(row)
    elif columns and isinstance(row[2], (int, float)):
        put_cells("Bilan par axe", place_of(row[0]), "cumul", columns, row)

columns = {}
for row in rows_of("Synthèse par axe"):
    if row[0] == "Année":
        budget = "État au contrat" in row
        columns = columns_of(row)
        if budget:
            columns = {row.index("État"): "contractEtat", row.index(LOCAL): "contractLocal", row.index("Total"): "contracted"}
    elif columns and isinstance(row[0], int):
        put_cells("Synthèse", place_of(row[1]), row[0], columns, row)

for row in rows_of("Procès-verbal"):
    # The last column keeps what the row said, for the next time that the sheet is written.
    row = [cell for cell in row if not str(cell or "").startswith("≡")]
    match = re.fullmatch(r"execution/(?:(action-\d+)|sous-total/(axe-\d+)|(total))/(\d{4})/(\w+)", str(row[-1] or ""))
    if match:
        key = {"etat": "etat", "collectivite": "local", "total": "cout", "verse": "verse", "autres": "autres"}[match[5]]
        put("Procès-verbal", match[1] or match[2] or match[3], match[4], key, text_cents(row[1]))

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
body = ET.fromstring(zipfile.ZipFile(sys.argv[2]).read("word/document.xml")).find(W + "body")


def text_of(element):
    return "".join(part.text or "" for part in element.iter(W + "t"))


def table_rows(table):
    """Cells by column of the page; one that goes on from above repeats its text."""
    above = []
    for row in table.iter(W + "tr"):
        cells = []
        for cell in row.findall(W + "tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(W + "val", "continue") == "continue"
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            for _ in range(1 if span is None else int(span.get(W + "val"))):
                cells.append(above[len(cells)] if goes_on else text_of(cell))
        yield cells
        above = cells


def put_texts(document, place, period, columns, row):
    for index, key in columns.items():
        put(document, place, period, key, text_rate(row[index]) if key == "taux" else text_cents(row[index]))


heading = ""
for element in body:
    if element.tag == W + "p":
        style = element.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(W + "val") == "Heading2":
            heading = text_of(element)
    if element.tag != W + "tbl":
        continue
    rows = list(table_rows(element))
    head = rows[0]
    if head[:2] == ["Action", "Année"] and "Contractualisé" in head:
        pairs = [f"{first} {second}" if first in ("Contractualisé", "Exécuté") else first for first, second in zip(*rows[:2])]
        for row in rows[2:]:
            period = "cumul" if row[1].startswith("Cumul") else row[1]
            put_texts("Word, exécution financière", place_of(row[0]), period, columns_of(pairs), row)
    elif head[0] == "Axe":
        for row in rows[1:]:
            put_texts("Word, synthèse par axe", place_of(row[0]), "cumul", columns_of(head), row)
    elif head[0] == "Année":
        for row in rows[1:]:
            period = "cumul" if row[0].startswith("Cumul") else row[0]
            put_texts("Word, action par action", place_of(heading), period, columns_of(head), row)
print(json.dumps(shown))
