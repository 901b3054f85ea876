// A workbook that has one of each thing that the simulated Excel knows, written through the client, and the way to each.
import type { ExcelHost } from "../../src/excel-host";
import { openXlsx } from "xlsx-model/open-xlsx";
import { createXlsx } from "xlsx-model/create-xlsx";
import { partText, withParts } from "../../../../tests/files/fixtures";

type Context = Excel.RequestContext;

/** Its bytes: each test opens them anew. */
export async function richWorkbook(host: ExcelHost): Promise<Uint8Array> {
  host.open(createXlsx("classeur.xlsx"));
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem("Feuil1");
    sheet.getRange("A1:C4").values = [
      ["Axe", "État", "Métropole"],
      ["Prévention", 1000, 1200],
      ["Accès aux droits", 500, 500],
      ["Mobilité", 300, 450],
    ];
    const table = sheet.tables.add("A1:C4", true);
    table.name = "Budget";
    sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4")).title.text = "Parts";
    const rules = sheet.getRange("F2:F9").conditionalFormats;
    rules.add("CellValue").cellValue.rule = { formula1: "=5", operator: "GreaterThan" };
    rules.add("ContainsText").textComparison.rule = { operator: "Contains", text: "a" };
    rules.add("TopBottom").topBottom.rule = { rank: 3, type: "TopItems" };
    rules.add("PresetCriteria").preset.rule = { criterion: "DuplicateValues" };
    rules.add("Custom").custom.rule.formula = "=$F2>1";
    rules.add("ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#FF0000" },
      maximum: { type: "HighestValue", color: "#00FF00" },
    };
    rules.add("DataBar");
    rules.add("IconSet").iconSet.style = "ThreeTrafficLights1";
    sheet.getRange("H2:H9").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    sheet.getRange("H2:H9").dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "t", message: "m" };
    workbook.names.add("DuClasseur", sheet.getRange("A2"));
    sheet.names.add("DeLaFeuille", sheet.getRange("A3"));
    workbook.settings.add("vue", 2);
    workbook.customXmlParts.add('<cls xmlns="urn:cls"/>');
    sheet.horizontalPageBreaks.add("A9");
    sheet.comments.add("Feuil1!J2", "À revoir").replies.add("Fait");
    sheet.shapes.addGeometricShape("Ellipse").name = "Ellipse";
    sheet.shapes.addTextBox("Note").name = "Note";
    sheet.shapes.addLine(10, 20, 110, 5).name = "Trait";
    sheet.shapes.addImage(PIXEL).name = "Image";
    workbook.worksheets.add("Autre");
    await context.sync();
  });
  return withPivotAndShape(host.model.save());
}

/** A picture of one point. */
export const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const PIVOT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable";

/** Which only the agent can make: they are found in the file. */
function withPivotAndShape(file: Uint8Array): Uint8Array {
  const rels = "xl/worksheets/_rels/sheet1.xml.rels";
  const drawing = "xl/drawings/drawing1.xml";
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const shape =
    `<xdr:twoCellAnchor>${corner("from", 12, 1)}${corner("to", 14, 4)}<xdr:sp macro="" textlink=""><xdr:nvSpPr>` +
    '<xdr:cNvPr id="99" name="Encadré"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>';
  return withParts(file, {
    [rels]: partText(file, rels).replace(
      "</Relationships>",
      `<Relationship Id="rIdTcd" Type="${PIVOT}" Target="../pivotTables/pivotTable1.xml"/></Relationships>`,
    ),
    "xl/pivotTables/pivotTable1.xml":
      '<pivotTableDefinition name="TCD"><location ref="F20:G29"/></pivotTableDefinition>',
    [drawing]: partText(file, drawing).replace("</xdr:wsDr>", `${shape}</xdr:wsDr>`),
  });
}

export function openRich(host: ExcelHost, bytes: Uint8Array): void {
  host.open(openXlsx(bytes, "classeur.xlsx"));
}

const sheetOf = ({ workbook }: Context) => workbook.worksheets.getItem("Feuil1");
const tableOf = (context: Context) => sheetOf(context).tables.getItemAt(0);
const chartOf = (context: Context) => sheetOf(context).charts.getItemAt(0);
const ruleAt = (at: number) => (context: Context) =>
  sheetOf(context).getRange("F2:F9").conditionalFormats.getItemAt(at);

/** One of each class that no navigation leads to; the rest is reached from these. The last rule added comes first. */
export const ROOTS: Readonly<Record<string, (context: Context) => OfficeExtension.ClientObject>> = {
  Workbook: ({ workbook }) => workbook,
  Runtime: ({ runtime }) => runtime,
  Worksheet: sheetOf,
  Range: (context) => sheetOf(context).getRange("H2:H9"),
  RangeAreas: (context) => sheetOf(context).getRanges("B2:B3"),
  RangeCollection: (context) => sheetOf(context).getRanges("B2:B3").areas,
  RemoveDuplicatesResult: (context) => sheetOf(context).getRange("L2:L3").removeDuplicates([0], false),
  ChartDataLabel: (context) => chartOf(context).series.getItemAt(0).points.getItemAt(1).dataLabel,
  ConditionalDataBarNegativeFormat: (context) => ruleAt(1)(context).dataBar.negativeFormat,
  ConditionalDataBarPositiveFormat: (context) => ruleAt(1)(context).dataBar.positiveFormat,
  Table: tableOf,
  TableColumn: (context) => tableOf(context).columns.getItemAt(1),
  TableRow: (context) => tableOf(context).rows.getItemAt(1),
  TableScopedCollection: (context) => sheetOf(context).getRange("A1").getTables(),
  PivotTableScopedCollection: (context) => sheetOf(context).getRange("F20").getPivotTables(),
  PivotTable: (context) => sheetOf(context).pivotTables.getItem("TCD"),
  Shape: (context) => sheetOf(context).shapes.getItem("Note"),
  GeometricShape: (context) => sheetOf(context).shapes.getItem("Ellipse").geometricShape,
  Image: (context) => sheetOf(context).shapes.getItem("Image").image,
  Line: (context) => sheetOf(context).shapes.getItem("Trait").line,
  PageBreak: (context) => sheetOf(context).horizontalPageBreaks.getItem(0),
  Chart: chartOf,
  ChartSeries: (context) => chartOf(context).series.getItemAt(0),
  ChartPoint: (context) => chartOf(context).series.getItemAt(0).points.getItemAt(1),
  ChartLegendEntry: (context) => chartOf(context).legend.legendEntries.getItemAt(0),
  RangeBorder: (context) => sheetOf(context).getRange("A2").format.borders.getItem("EdgeTop"),
  Comment: (context) => sheetOf(context).comments.getItemAt(0),
  CommentReply: (context) => sheetOf(context).comments.getItemAt(0).replies.getItemAt(0),
  NamedItem: (context) => sheetOf(context).names.getItem("DeLaFeuille"),
  Setting: ({ workbook }) => workbook.settings.getItem("vue"),
  CustomXmlPart: ({ workbook }) => workbook.customXmlParts.getByNamespace("urn:cls").getOnlyItem(),
  CustomXmlPartScopedCollection: ({ workbook }) => workbook.customXmlParts.getByNamespace("urn:cls"),
  ConditionalFormat: ruleAt(3),
  IconSetConditionalFormat: (context) => ruleAt(0)(context).iconSet,
  DataBarConditionalFormat: (context) => ruleAt(1)(context).dataBar,
  ColorScaleConditionalFormat: (context) => ruleAt(2)(context).colorScale,
  CustomConditionalFormat: (context) => ruleAt(3)(context).custom,
  PresetCriteriaConditionalFormat: (context) => ruleAt(4)(context).preset,
  TopBottomConditionalFormat: (context) => ruleAt(5)(context).topBottom,
  TextConditionalFormat: (context) => ruleAt(6)(context).textComparison,
  CellValueConditionalFormat: (context) => ruleAt(7)(context).cellValue,
  ConditionalRangeBorder: (context) => ruleAt(3)(context).custom.format.borders.getItem("EdgeTop"),
};
