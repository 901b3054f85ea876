"""Writes the tables of a workbook again as other producers do, with all that an agent may have put beside them."""

import struct
import sys
import zlib
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, LineChart, PieChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule, DataBarRule, FormulaRule, IconSetRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

source, folder = sys.argv[1], Path(sys.argv[2])
tables = {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in openpyxl.load_workbook(source)}
BUDGET = next(iter(tables))


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\x00" + b"\x1b\x36\x5d" * 4 for _ in range(4)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def with_openpyxl(name: str, *, protected: bool = False, structure: bool = False) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in tables.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    budget = book[BUDGET]
    for chart, place in ((BarChart(), "O2"), (LineChart(), "O20"), (PieChart(), "O38")):
        chart.title = "Graphique de l’agent"
        chart.add_data(Reference(budget, min_col=2, min_row=4, max_row=8))
        budget.add_chart(chart, place)
    budget["A4"].comment = Comment("À revoir avec la DDETS", "Agent")
    budget["B4"].comment = Comment("Deuxième", "Agent")
    budget["A1"].hyperlink = "https://example.org/"
    budget["A2"].font, budget["A2"].fill = Font(bold=True, italic=True), PatternFill("solid", fgColor="FFEEDD")
    budget.conditional_formatting.add("B4:M16", ColorScaleRule(start_type="min", start_color="FFFFFF", end_type="max", end_color="00FF00"))  # noqa: E501
    budget.conditional_formatting.add("B4:B16", DataBarRule(start_type="min", end_type="max", color="638EC6"))
    budget.conditional_formatting.add("C4:C16", IconSetRule("3Arrows", "percent", [0, 33, 67]))
    budget.conditional_formatting.add("D4:D16", FormulaRule(formula=["D4>1"], fill=PatternFill("solid", bgColor="FFC7CE")))  # noqa: E501
    choices = DataValidation(type="list", formula1='"oui,non"', allow_blank=True)
    choices.add("N4:N10")
    budget.add_data_validation(choices)
    budget.freeze_panes = "B3"
    budget.print_title_rows = "1:2"
    budget.print_area = "A1:M20"
    budget.oddFooter.center.text = "Page &P"
    budget.row_dimensions[19].hidden = True
    budget.column_dimensions["P"].hidden = True
    extra = book.create_sheet("Suivi de l’agent")
    for row in (["Poste", "Montant"], ["a", 1], ["b", 2]):
        extra.append(row)
    table = Table(displayName="SuiviAgent", ref="A1:B3")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    extra.add_table(table)
    extra["D2"] = "=SUM(SuiviAgent[Montant])"
    extra.sheet_state = "hidden"
    book.defined_names["MonTotal"] = DefinedName("MonTotal", attr_text=f"'{BUDGET}'!$B$4:$B$8")
    if protected:
        budget.protection.sheet = True
        budget["B4"].protection = Protection(locked=False)
    if structure:
        book.security = WorkbookProtection(workbookPassword="CAFE", lockStructure=True)
    book.save(folder / name)


def with_xlsxwriter(name: str, *, macros: bool = False) -> None:
    picture, project = folder / "image.png", folder / "vbaProject.bin"
    picture.write_bytes(png())
    # Nothing here opens it: only its bytes are to be kept.
    project.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    book = xlsxwriter.Workbook(str(folder / name), {"default_date_format": "dd/mm/yyyy"})
    money, red = book.add_format({"num_format": "#,##0.00 €"}), book.add_format({"bg_color": "#FFC7CE"})
    bold = book.add_format({"bold": True})
    for title, rows in tables.items():
        sheet = book.add_worksheet(title)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if value is not None:
                    sheet.write(row, column, value, money if isinstance(value, float) else None)
    budget = book.get_worksheet_by_name(BUDGET)
    for kind, place in (("column", "O2"), ("line", "O20"), ("doughnut", "O38")):
        chart = book.add_chart({"type": kind})
        chart.add_series({"values": [BUDGET, 3, 1, 7, 1], "categories": [BUDGET, 3, 0, 7, 0], "name": "Série"})
        budget.insert_chart(place, chart)
    budget.insert_image("O60", str(picture), {"description": "Logo", "url": "https://example.org/"})
    budget.insert_textbox("O70", "Zone de texte de l’agent")
    budget.insert_button("O80", {"caption": "Bouton"})
    budget.write_comment("A4", "À revoir", {"author": "Agent"})
    budget.write_rich_string("O90", "Texte ", bold, "enrichi")
    budget.conditional_format("B4:B16", {"type": "data_bar", "data_bar_2010": True})
    budget.conditional_format("C4:C16", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    budget.conditional_format("D4:D16", {"type": "cell", "criteria": ">", "value": 1, "format": red})
    budget.data_validation("N4:N10", {"validate": "list", "source": ["oui", "non"]})
    budget.add_sparkline("N12", {"range": f"'{BUDGET}'!B4:M4"})
    budget.set_header("&L&G", {"image_left": str(picture)})
    budget.set_footer("&CPage &P / &N")
    budget.set_landscape()
    budget.freeze_panes(2, 1)
    budget.set_row(18, None, None, {"level": 1, "hidden": True})
    budget.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    extra = book.add_worksheet("Suivi de l’agent")
    extra.add_table("A1:C4", {"name": "SuiviAgent", "total_row": True, "data": [["a", 1, 2], ["b", 3, 4]], "columns": [{"header": "Poste", "total_string": "Total"}, {"header": "Montant", "total_function": "sum"}, {"header": "Double", "formula": "=[@Montant]*2"}]})  # noqa: E501
    extra.write_dynamic_array_formula("E1:E3", "=SORT(B2:B3)")
    extra.write_array_formula("G1:G2", "{=B2:B3*2}")
    extra.autofilter("I1:J3")
    extra.protect("secret", {"format_cells": True})
    book.define_name("MonTotal", f"='{BUDGET}'!$B$4:$B$8")
    book.set_properties({"title": "Contrat local", "author": "Agent"})
    book.set_custom_property("Service", "Solidarités")
    if macros:
        book.add_vba_project(str(project))
    book.close()
    picture.unlink()
    project.unlink()


with_openpyxl("openpyxl.xlsx")
with_openpyxl("openpyxl-feuille-protegee.xlsx", protected=True)
with_openpyxl("openpyxl-structure-protegee.xlsx", structure=True)
with_xlsxwriter("xlsxwriter.xlsx")
with_xlsxwriter("xlsxwriter-macros.xlsm", macros=True)
