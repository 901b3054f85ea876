# Prints what openpyxl finds in a workbook, as JSON.
import json
import sys

from openpyxl import load_workbook

values = load_workbook(sys.argv[1], data_only=True)
formulas = load_workbook(sys.argv[1])


def sheet(name):
    with_values, with_formulas = values[name], formulas[name]
    cells = {}
    for row in with_formulas.iter_rows():
        for cell in row:
            if cell.value is not None:
                text = getattr(cell.value, "text", cell.value)
                cells[cell.coordinate] = [text, with_values[cell.coordinate].value]
    return {
        "cells": cells,
        "conditionalFormats": [
            [str(area.sqref), rule.type, (rule.formula or [None])[0], rule.priority, bool(rule.dxf and rule.dxf.font and rule.dxf.font.b)]
            for area in with_formulas.conditional_formatting
            for rule in area.rules
        ],
        "state": with_formulas.sheet_state,
        "merges": sorted(str(area) for area in with_formulas.merged_cells.ranges),
        "titles": with_formulas.print_title_rows,
        "orientation": with_formulas.page_setup.orientation,
        "fit": bool(with_formulas.sheet_properties.pageSetUpPr and with_formulas.sheet_properties.pageSetUpPr.fitToPage),
        "frozen": with_formulas.freeze_panes,
        "charts": len(with_formulas._charts),
        "images": len(with_formulas._images),
        "tables": list(with_formulas.tables),
        "validations": len(with_formulas.data_validations.dataValidation),
        "comments": sum(1 for row in with_formulas.iter_rows() for cell in row if cell.comment),
    }


json.dump(
    {"sheets": {name: sheet(name) for name in formulas.sheetnames}, "names": {name: value.hidden for name, value in formulas.defined_names.items()}},
    sys.stdout,
    default=str,
)
