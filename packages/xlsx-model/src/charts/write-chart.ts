// The text of a chart part: what a plan says, with the figures that its cells hold today for those who only look.
import { absoluteRange } from "../cell-ref";
import type { CellValue, ChartPlan, ChartSeries, GridRange } from "../plan";
import { CHART_LOOK } from "./chart-look";
import { encodeXml } from "../xml/escape";

/** The sheet that the chart stands on, and takes its figures from. */
export interface ChartCells {
  readonly name: string;
  valueAt(row: number, column: number): CellValue;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const EMU_PER_POINT = 12_700;
const CATEGORY_AXIS = 100_000_001;
const VALUE_AXIS = 100_000_002;
const AXES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

export function writeChart(plan: ChartPlan, cells: ChartCells): string {
  const numbered = plan.series.map((series, index) => ({ series, index }));
  const columns = numbered.filter(({ series }) => series.kind === "columns");
  const lines = numbered.filter(({ series }) => series.kind !== "columns");
  const write = ({ series, index }: (typeof numbered)[number]) => writeSeries(series, index, plan.categories, cells);
  const overlap = plan.isStacked ? 100 : 0;
  const bars =
    columns.length === 0
      ? ""
      : `<c:barChart><c:barDir val="col"/><c:grouping val="${plan.isStacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>` +
        `${columns.map(write).join("")}<c:gapWidth val="${CHART_LOOK.gapWidth}"/><c:overlap val="${overlap}"/>${AXES}</c:barChart>`;
  const curves =
    lines.length === 0
      ? ""
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.map(write).join("")}<c:marker val="1"/>${AXES}</c:lineChart>`;
  return (
    `${HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${font("defRPr", CHART_LOOK.titleSize, true)}</a:pPr>` +
    `<a:r>${font("rPr", CHART_LOOK.titleSize, true)}<a:t>${encodeXml(plan.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${bars}${curves}${categoryAxis()}${valueAxis(plan)}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${line(CHART_LOOK.grid, CHART_LOOK.outlineWidth)}</c:spPr>` +
    `<c:txPr><a:bodyPr/><a:p><a:pPr>${font("defRPr", CHART_LOOK.textSize, false)}</a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr></c:chartSpace>`
  );
}

function writeSeries(
  { name, values, color, kind }: ChartSeries,
  index: number,
  categories: GridRange,
  cells: ChartCells,
): string {
  const head = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${encodeXml(name)}</c:v></c:tx>`;
  const data = `<c:cat>${writeCategories(categories, cells)}</c:cat><c:val>${numbers(values, cells)}</c:val>`;
  const outline = line(CHART_LOOK.outline, CHART_LOOK.outlineWidth);
  switch (kind) {
    case "columns":
      return `<c:ser>${head}<c:spPr>${fill(color)}${outline}</c:spPr><c:invertIfNegative val="0"/>${data}</c:ser>`;
    case "line": {
      const point = `<c:symbol val="circle"/><c:size val="${CHART_LOOK.pointSize}"/><c:spPr>${fill(color)}${outline}</c:spPr>`;
      const drawn = line(color, CHART_LOOK.lineWidth);
      return `<c:ser>${head}<c:spPr>${drawn}</c:spPr><c:marker>${point}</c:marker>${data}<c:smooth val="0"/></c:ser>`;
    }
    case "marks": {
      const mark = `<c:symbol val="dash"/><c:size val="${CHART_LOOK.markSize}"/><c:spPr>${fill(color)}${outline}</c:spPr>`;
      return `<c:ser>${head}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker>${mark}</c:marker>${data}<c:smooth val="0"/></c:ser>`;
    }
  }
}

function* cellsOf({ top, left, bottom, right }: GridRange): Generator<readonly [number, number]> {
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) yield [row, column];
}

function reference(range: GridRange, { name }: ChartCells): string {
  return `<c:f>${encodeXml(absoluteRange({ sheet: name, ...range }))}</c:f>`;
}

function valuesOf(range: GridRange, cells: ChartCells): CellValue[] {
  return [...cellsOf(range)].map(([row, column]) => cells.valueAt(row, column));
}

/** What the cells hold: of a "num" the figures, of a "str" whatever stands there. */
export function cachedPoints(range: GridRange, cells: ChartCells, kind: "num" | "str", prefix: string): string {
  const values = valuesOf(range, cells);
  const shown = values.map((value, index) =>
    value === null || (kind === "num" && typeof value !== "number")
      ? ""
      : `<${prefix}pt idx="${index}"><${prefix}v>${encodeXml(String(value))}</${prefix}v></${prefix}pt>`,
  );
  return `<${prefix}ptCount val="${values.length}"/>${shown.join("")}`;
}

function numbers(range: GridRange, cells: ChartCells): string {
  const kept = `<c:formatCode>General</c:formatCode>${cachedPoints(range, cells, "num", "c:")}`;
  return `<c:numRef>${reference(range, cells)}<c:numCache>${kept}</c:numCache></c:numRef>`;
}

/** Years are numbers, and names of axes are texts. */
function writeCategories(range: GridRange, cells: ChartCells): string {
  if (valuesOf(range, cells).every((value) => typeof value === "number")) return numbers(range, cells);
  const kept = cachedPoints(range, cells, "str", "c:");
  return `<c:strRef>${reference(range, cells)}<c:strCache>${kept}</c:strCache></c:strRef>`;
}

function categoryAxis(): string {
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr>${line(CHART_LOOK.outline, CHART_LOOK.outlineWidth)}</c:spPr><c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>` +
    `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxis({ valueFormat, minimum }: ChartPlan): string {
  const least = minimum === null ? "" : `<c:min val="${minimum}"/>`;
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${least}</c:scaling><c:delete val="0"/><c:axPos val="l"/>` +
    `<c:majorGridlines><c:spPr>${line(CHART_LOOK.grid, CHART_LOOK.outlineWidth)}</c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="${encodeXml(valueFormat)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/>` +
    `<c:crossBetween val="between"/></c:valAx>`
  );
}

function fill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.replace("#", "")}"/></a:solidFill>`;
}

function line(color: string, points: number): string {
  return `<a:ln w="${Math.round(points * EMU_PER_POINT)}">${fill(color)}</a:ln>`;
}

function font(element: "defRPr" | "rPr", points: number, isBold: boolean): string {
  return `<a:${element}${element === "rPr" ? ' lang="fr-FR"' : ""} sz="${points * 100}" b="${isBold ? 1 : 0}">${fill(CHART_LOOK.text)}</a:${element}>`;
}
