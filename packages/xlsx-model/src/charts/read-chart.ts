// What a plan could say of a chart part, whoever wrote it; null for a chart that says more, or something else.
import type { ChartPlan, ChartSeries, GridRange } from "../plan";
import { child, childrenNamed, parseXml, type XmlElement } from "../xml/parse-xml";
import { ownRange } from "./refresh-figures";

export type ChartContent = Omit<ChartPlan, "name" | "place">;

export function readChart(text: string, sheet: string): ChartContent | null {
  const chart = child(parseXml(text), "chart");
  const plot = chart && child(chart, "plotArea");
  const drawn = plot?.children.filter(({ name }) => name.endsWith("Chart")) ?? [];
  if (!chart || !plot || drawn.length === 0) return null;
  const isPlain = drawn.every((group) =>
    group.name === "barChart" ? value(group, "barDir") === "col" : group.name === "lineChart",
  );
  const axis = child(plot, "valAx");
  if (!isPlain || !axis || childrenNamed(plot, "valAx").length > 1) return null;

  const read = drawn.flatMap((group) =>
    childrenNamed(group, "ser").map((series) => ({
      order: Number(value(series, "order") ?? 0),
      series: readSeries(series, group, sheet),
      categories: rangeOf(child(series, "cat"), sheet),
    })),
  );
  read.sort((left, right) => left.order - right.order);
  const series = read.flatMap(({ series: each }) => each ?? []);
  const categories = read[0]?.categories;
  if (!categories || series.length < read.length) return null;
  const least = child(axis, "scaling");
  return {
    title: titleOf(chart),
    isStacked: drawn.some((group) => group.name === "barChart" && value(group, "grouping") === "stacked"),
    categories,
    series,
    valueFormat: child(axis, "numFmt")?.attributes["formatCode"] ?? "General",
    minimum: least && value(least, "min") !== undefined ? Number(value(least, "min")) : null,
  };
}

function readSeries(series: XmlElement, group: XmlElement, sheet: string): ChartSeries | null {
  const values = rangeOf(child(series, "val"), sheet);
  const kind = group.name === "barChart" ? "columns" : isUndrawn(child(series, "spPr")) ? "marks" : "line";
  const look = kind === "marks" ? child(child(series, "marker") ?? series, "spPr") : child(series, "spPr");
  const painted = look && (kind === "line" ? child(look, "ln") : look);
  const color = colorOf(painted && child(painted, "solidFill"));
  return values && color ? { name: nameOf(series), values, color, kind } : null;
}

function value(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.attributes["val"];
}

function isUndrawn(properties: XmlElement | undefined): boolean {
  const line = properties && child(properties, "ln");
  return line !== undefined && child(line, "noFill") !== undefined;
}

function colorOf(fill: XmlElement | undefined): string | null {
  const hex = fill && value(fill, "srgbClr");
  return hex === undefined ? null : `#${hex.toUpperCase()}`;
}

/** Literal, or the text that its cell held. */
function nameOf(series: XmlElement): string {
  const text = child(series, "tx");
  return text ? textsNamed(text, "v").join("") : "";
}

function titleOf(chart: XmlElement): string {
  const title = child(chart, "title");
  return title ? textsNamed(title, "t").join("") : "";
}

/** Texts of the elements of that name, in order. */
function textsNamed(element: XmlElement, name: string): string[] {
  return element.children.flatMap((each) => (each.name === name ? [each.text] : textsNamed(each, name)));
}

function rangeOf(data: XmlElement | undefined, sheet: string): GridRange | null {
  const source = data?.children.find(({ name }) => name === "numRef" || name === "strRef");
  const formula = source && child(source, "f")?.text;
  return formula === undefined ? null : ownRange(formula, sheet);
}
