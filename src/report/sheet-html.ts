// A sheet that is written into workbooks, as part of a page: its banners are headings and paragraphs, its rows tables.
import { afficher } from "../core/domain/values/affichage";
import type { PlannedCell, SheetPlan } from "../core/workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { chartSvg } from "./chart-svg";
import { escapeHtml } from "./harmless-text";

const isEmpty = ({ value, formula }: PlannedCell): boolean => (value === null || value === "") && formula === undefined;

/** What the styles of the plan say of one cell; later ones win, as they do in the sheet. */
function styleOf({ styles }: SheetPlan, row: number, column: number): CellStyle {
  return styles
    .filter(
      ({ range: { top, bottom, left, right } }) => row >= top && row <= bottom && column >= left && column <= right,
    )
    .reduce<CellStyle>((all, { style }) => ({ ...all, ...style }), {});
}

/** Letters that a narrow screen would break into too many lines. */
const LONG = 20;

function cellHtml(sheet: SheetPlan, cell: PlannedCell, row: number, column: number, tag: "td" | "th"): string {
  const { numberFormat = "General" } = styleOf(sheet, row, column);
  const said = afficher(cell.value, numberFormat);
  const kind = typeof cell.value === "number" ? ' class="figure"' : said.length > LONG ? ' class="long"' : "";
  const text = escapeHtml(said).replaceAll("\n", "<br>");
  return `<${tag}${tag === "th" ? ' scope="col"' : kind}>${text}</${tag}>`;
}

/** `from`: the first row that is shown; what stands above it is said by the page itself. */
export function sheetHtml(sheet: SheetPlan, from: number): string {
  const { cells, charts = [] } = sheet;
  const last = Math.min(...charts.map(({ place }) => place.top), cells.length);
  const parts: string[] = [];
  let table: string[] = [];
  const close = (): void => {
    const [head, ...body] = table;
    if (head !== undefined)
      parts.push(
        `<div class="wide" tabindex="0" role="group" aria-label="Tableau"><table><thead>${head}</thead><tbody>${body.join("")}</tbody></table></div>`,
      );
    table = [];
  };
  for (let row = from; row < last; row += 1) {
    const given = cells[row] ?? [];
    const [first, ...others] = given;
    if (!first || given.every(isEmpty)) close();
    else if (others.every(isEmpty)) {
      close();
      const text = escapeHtml(afficher(first.value, "General"));
      const isHeading = (styleOf(sheet, row, 0).font?.size ?? 0) > 11;
      parts.push(isHeading ? `<h3>${text}</h3>` : `<p>${text}</p>`);
    } else {
      const tag = table.length === 0 ? "th" : "td";
      table.push(`<tr>${given.map((cell, column) => cellHtml(sheet, cell, row, column, tag)).join("")}</tr>`);
    }
  }
  close();
  return [...parts, ...charts.map((chart) => chartSvg(sheet, chart))].join("\n");
}
