// A chart of a sheet as a picture within the page: bars that lie, each with its figure, told apart without their colours.
import { afficher } from "../core/domain/values/affichage";
import type { SheetPlan } from "../core/workbook-port";
import type { CellValue, ChartPlan, ChartSeries, GridRange } from "xlsx-model/plan";
import { escapeHtml } from "./harmless-text";

const WIDTH = 640;
const LABELS = 150;
const FIGURES = 110;
const BAR = 14;
const GAP = 12;
const LEGEND = 22;

const cellsOf = ({ cells }: SheetPlan, { top, bottom, left, right }: GridRange): CellValue[] =>
  cells.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1).map(({ value }) => value));

interface Drawn extends Pick<ChartSeries, "name" | "color" | "kind"> {
  readonly values: readonly CellValue[];
}

export function chartSvg(sheet: SheetPlan, chart: ChartPlan): string {
  const categories = cellsOf(sheet, chart.categories);
  const series: readonly Drawn[] = chart.series.map(({ name, color, kind, values }) => ({
    name,
    color,
    kind,
    values: cellsOf(sheet, values),
  }));
  const bars = series.filter(({ kind }) => kind === "columns");
  const marks = series.filter(({ kind }) => kind !== "columns");
  const figures = series.flatMap(({ values }) => values.filter((value) => typeof value === "number"));
  const most = Math.max(...figures, 0);
  const scale = (value: number): number => (most === 0 ? 0 : (Math.max(value, 0) / most) * (WIDTH - LABELS - FIGURES));
  const each = bars.length * BAR + GAP;
  const height = LEGEND + categories.length * each;
  const rows = categories.map((category, index) => {
    const top = LEGEND + index * each;
    const label = `<text x="0" y="${top + (bars.length * BAR) / 2 + 4}">${escapeHtml(String(category ?? ""))}</text>`;
    const drawn = bars.map(({ color, values }, order) => {
      const value = values[index] ?? null;
      const y = top + order * BAR;
      const bar =
        typeof value === "number"
          ? `<rect x="${LABELS}" y="${y + 1}" width="${scale(value).toFixed(1)}" height="${BAR - 3}" fill="${color}" stroke="#1F2937"/>`
          : "";
      const end = LABELS + (typeof value === "number" ? scale(value) : 0) + 6;
      return `${bar}<text x="${end.toFixed(1)}" y="${y + BAR - 4}" class="figure">${escapeHtml(afficher(value, chart.valueFormat))}</text>`;
    });
    const marked = marks.map(({ color, values }) => {
      const value = values[index];
      if (typeof value !== "number") return "";
      const x = (LABELS + scale(value)).toFixed(1);
      return `<line x1="${x}" x2="${x}" y1="${top - 2}" y2="${top + bars.length * BAR}" stroke="${color}" stroke-width="3"/>`;
    });
    return [label, ...drawn, ...marked].join("");
  });
  let x = 0;
  const legend = series.map(({ name, color, kind }) => {
    const at = x;
    x += 34 + name.length * 7;
    const sign =
      kind === "columns"
        ? `<rect x="${at}" y="2" width="12" height="12" fill="${color}" stroke="#1F2937"/>`
        : `<line x1="${at + 6}" x2="${at + 6}" y1="1" y2="15" stroke="${color}" stroke-width="3"/>`;
    return `${sign}<text x="${at + 18}" y="12">${escapeHtml(name)}</text>`;
  });
  // Its figures stand in the table before it.
  return `<figure><figcaption>${escapeHtml(chart.title)}</figcaption><svg role="img" aria-label="${escapeHtml(chart.title)}" viewBox="0 0 ${WIDTH} ${height}">${legend.join("")}${rows.join("")}</svg></figure>`;
}
