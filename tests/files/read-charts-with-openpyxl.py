# Prints the charts that openpyxl finds in a workbook, sheet by sheet, as JSON.
import json
import sys

from openpyxl import load_workbook


def texts(rich):
    return "".join(run.t for paragraph in rich.p for run in (paragraph.r or []))


def reference(data):
    return data.numRef or data.strRef


def cached(source):
    if source is None:
        return []
    cache = getattr(source, "numCache", None) or getattr(source, "strCache", None)
    if cache is None:
        return []
    values = {point.idx: point.v for point in cache.pt}
    return [values.get(index) for index in range(cache.ptCount)]


def number(value):
    return None if value is None else float(value)


def name(series):
    if series.tx is None:
        return None
    return series.tx.v if series.tx.v is not None else cached(series.tx.strRef)[0]


def series(kind, each):
    values = reference(each.val)
    categories = reference(each.cat) if each.cat else None
    return {
        "kind": kind,
        "name": name(each),
        "values": values.f,
        "figures": [number(value) for value in cached(values)],
        "categories": categories.f if categories else None,
        "labels": cached(categories),
    }


def chart(each):
    start, end = each.anchor._from, getattr(each.anchor, "to", each.anchor._from)
    return {
        "title": texts(each.title.tx.rich) if each.title else None,
        "from": [start.row, start.col],
        "to": [end.row, end.col],
        "stacked": each._charts[0].grouping == "stacked",
        "series": [series(part.tagname, one) for part in each._charts for one in part.ser],
    }


book = load_workbook(sys.argv[1])
json.dump({sheet.title: [chart(each) for each in sheet._charts] for sheet in book.worksheets}, sys.stdout)
