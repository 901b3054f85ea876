// A new chart as Excel makes it from a range: which cells are headings, categories and series, and how it looks at first.
import { absoluteRange } from "xlsx-model/cell-ref";
import type { GridRange } from "xlsx-model/plan";
import { encodeXml } from "xlsx-model/xml/escape";
import type { SheetModel } from "xlsx-model/workbook-model";
import { parseNode, type XmlNode } from "xlsx-model/xml/xml-node";
import { isOfTwoValues, isRound } from "./chart-types";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
/** The accent colours of the Office theme. */
const ACCENTS = ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"] as const;
const TEXT = "595959";
const GRID = "D9D9D9";

export interface SourceSeries {
  readonly name: GridRange | null;
  readonly categories: GridRange | null;
  readonly values: GridRange;
}

/** "Auto": the longer side of the range is that of the categories. */
export function seriesOfRange(sheet: SheetModel, range: GridRange, by: unknown, isPaired: boolean): SourceSeries[] {
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  const isByColumns = by === "Columns" || (by !== "Rows" && rows >= columns);
  const cellAt = (row: number, column: number) => sheet.content(row, column).value;
  const isFigure = (row: number, column: number) => typeof cellAt(row, column) === "number";
  const isLabel = (row: number, column: number) => cellAt(row, column) !== null && !isFigure(row, column);
  const isCornerEmpty = cellAt(range.top, range.left) === null && rows > 1 && columns > 1;
  const across = span(range.left, range.right);
  const down = span(range.top, range.bottom);
  const hasHeadings = isCornerEmpty || (rows > 1 && across.every((column) => !isFigure(range.top, column)));
  const hasLabels =
    isCornerEmpty ||
    (columns > 1 &&
      down.some((row) => isLabel(row, range.left)) &&
      down.slice(hasHeadings ? 1 : 0).every((row) => !isFigure(row, range.left)));
  const body = { ...range, top: range.top + (hasHeadings ? 1 : 0), left: range.left + (hasLabels ? 1 : 0) };
  const lines = isByColumns
    ? span(body.left, body.right).map((column): SourceSeries => ({
        name: hasHeadings ? cell(range.top, column) : null,
        categories: hasLabels ? { ...body, left: range.left, right: range.left } : null,
        values: { ...body, left: column, right: column },
      }))
    : span(body.top, body.bottom).map((row): SourceSeries => ({
        name: hasLabels ? cell(row, range.left) : null,
        categories: hasHeadings ? { ...body, top: range.top, bottom: range.top } : null,
        values: { ...body, top: row, bottom: row },
      }));
  // The first figures are the horizontal ones of all the others.
  const [first, ...others] = lines;
  if (!isPaired || !first || others.length === 0 || first.categories) return lines;
  return others.map((each) => ({ ...each, categories: first.values }));
}

const span = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
const cell = (row: number, column: number): GridRange => ({ top: row, left: column, bottom: row, right: column });

/** Without a series: they come one by one. */
export function newChartText(type: unknown): string {
  const isPaired = isOfTwoValues(type);
  const line = (rgb: string) => `<a:ln w="9525"><a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill></a:ln>`;
  const font = (size: number) =>
    `<a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="0"><a:solidFill><a:srgbClr val="${TEXT}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p>`;
  const axis = (name: string, id: number, other: number, position: string, inside: string, after: string) =>
    `<c:${name}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${inside}` +
    `<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:spPr>${line(GRID)}</c:spPr><c:txPr>${font(900)}</c:txPr><c:crossAx val="${other}"/><c:crosses val="autoZero"/>${after}</c:${name}>`;
  const grid = `<c:majorGridlines><c:spPr>${line(GRID)}</c:spPr></c:majorGridlines>`;
  const [first, second] = [500_000_001, 500_000_002];
  const values = '<c:crossBetween val="between"/>';
  const isSideways = String(type).startsWith("Bar");
  const axes = isRound(type)
    ? ""
    : isPaired
      ? axis("valAx", first, second, "b", grid, '<c:crossBetween val="midCat"/>') +
        axis("valAx", second, first, "l", grid, '<c:crossBetween val="midCat"/>')
      : axis(
          "catAx",
          first,
          second,
          isSideways ? "l" : "b",
          "",
          '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>',
        ) + axis("valAx", second, first, isSideways ? "b" : "l", grid, values);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:overlay val="0"/><c:txPr>${font(1400)}</c:txPr></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${axes}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/><c:txPr>${font(900)}</c:txPr></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${line(GRID)}</c:spPr><c:txPr>${font(1000)}</c:txPr></c:chartSpace>`
  );
}

/** A series in the colour of its number; `isLine` for what is drawn by a line. */
export function newSeriesNode(index: number, isLine: boolean, isFilled: boolean): XmlNode {
  const rgb = `<a:solidFill><a:srgbClr val="${ACCENTS[index % ACCENTS.length] ?? ""}"/></a:solidFill>`;
  const look = isLine ? `<a:ln w="28575">${rgb}</a:ln>` : isFilled ? rgb : "";
  return parseNode(
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${look === "" ? "" : `<c:spPr>${look}</c:spPr>`}</c:ser>`,
  );
}

/** A reference to cells with what they hold, which is brought up to date when the file is saved. */
export function referenceNode(kind: "num" | "str", sheet: SheetModel, range: GridRange): XmlNode {
  const formula = encodeXml(absoluteRange({ sheet: sheet.name, ...range }));
  const values: string[] = [];
  let count = 0;
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1, count += 1) {
      const { value } = sheet.content(row, column);
      if (value !== null && (kind === "str" || typeof value === "number"))
        values.push(`<c:pt idx="${count}"><c:v>${encodeXml(String(value))}</c:v></c:pt>`);
    }
  const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
  const cache = `<c:${kind}Cache>${format}<c:ptCount val="${count}"/>${values.join("")}</c:${kind}Cache>`;
  return parseNode(`<c:${kind}Ref><c:f>${formula}</c:f>${cache}</c:${kind}Ref>`);
}
