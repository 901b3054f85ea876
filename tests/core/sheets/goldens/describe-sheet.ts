// A planned sheet as a text that a person reads and compares: everything that is written but charts, which have tests of their own.
import { formatLocalRange } from "xlsx-model/cell-ref";
import { columnName, formatLocalCell } from "xlsx-model/local-cell";
import type { AnnexePlan, PlannedCell, SheetLayout, SheetPlan } from "../../../../src/core/workbook-port";
import type { CellStyle, EntryControl } from "xlsx-model/plan";
import { styleAt } from "../written-sheet";

type Planned = SheetLayout &
  Partial<Pick<SheetPlan, "kind" | "controls">> &
  Partial<Pick<AnnexePlan, "mark" | "names">>;

function describeCell({ value, formula }: PlannedCell): string {
  const shown = typeof value === "string" ? `«${value.replaceAll("\n", "⏎")}»` : value === null ? "" : `${value}`;
  return formula === undefined ? shown : `${formula} (${shown})`;
}

const describeControl = ({ range, rule, title, message, isAdvice }: EntryControl): string =>
  `${formatLocalRange(range)} ${JSON.stringify(rule)}${isAdvice ? " (conseil)" : ""} « ${title} » : ${message}`;

const FONT = ["bold", "italic", "underline", "color", "size"];

/** The same properties in one order, whoever wrote them first. */
const inOrder = (style: object, order: readonly string[] = Object.keys(style).sort()): object =>
  Object.fromEntries(order.flatMap((key) => (key in style ? [[key, style[key as keyof typeof style]]] : [])));

/** Each look once, under the name that the cells give it. */
class Looks {
  private readonly names = new Map<string, string>();

  nameOf(style: CellStyle): string {
    const { font } = style;
    const said = JSON.stringify(inOrder({ ...style, ...(font && { font: inOrder(font, FONT) }) }));
    if (said === "{}") return "";
    const known = this.names.get(said) ?? `f${this.names.size + 1}`;
    this.names.set(said, known);
    return known;
  }

  describe(): readonly string[] {
    return Array.from(this.names, ([said, name]) => `  ${name} ${said}`);
  }
}

/** The cells of one row: what each holds and its look; neighbours that hold nothing and look the same stand together. */
function describeRow(sheet: Planned, row: number, looks: Looks): string {
  const cells = sheet.cells[row] ?? [];
  const said = cells.map((cell, column) => ({
    column,
    text: describeCell(cell),
    look: looks.nameOf(styleAt(sheet, row, column)),
  }));
  const parts: string[] = [];
  for (const [at, { column, text, look }] of said.entries()) {
    const before = said[at - 1];
    if (text === "" && (look === "" || (before?.text === "" && before.look === look))) continue;
    const next = said.findIndex((other, index) => index > at && (other.text !== "" || other.look !== look));
    const last = text === "" ? (next < 0 ? said.length : next) - 1 : at;
    const place = last > at ? `${columnName(column)}–${columnName(last)}` : columnName(column);
    parts.push([place, text, look].filter((part) => part !== "").join(" "));
  }
  return `  ${row + 1} | ${parts.join(" | ")}`;
}

export function describeSheet(sheet: Planned): string {
  const looks = new Looks();
  const rows = sheet.cells.map((_, row) => describeRow(sheet, row, looks));
  const { page } = sheet;
  const frozen = formatLocalCell(sheet.frozenRows, sheet.frozenColumns ?? 0);
  return [
    `Feuille « ${sheet.name} »${sheet.kind === undefined ? "" : ` (${sheet.kind})`}${sheet.mark ? ` (${sheet.mark})` : ""}`,
    `Largeurs : ${sheet.columnWidths.map((width, column) => `${columnName(column)} ${width}`).join(", ")}`,
    `Hauteurs : ${sheet.rowHeights.map(({ row, height }) => `${row + 1} ${height}`).join(", ")}`,
    `Volets figés avant : ${frozen}`,
    `Colonnes masquées : ${(sheet.hiddenColumns ?? []).map(columnName).join(", ")}`,
    `Fusions : ${sheet.merges.map(formatLocalRange).join(", ")}`,
    `Page : ${JSON.stringify(page)}`,
    "Noms :",
    ...(sheet.names ?? []).map(({ name, range }) => `  ${name} ${formatLocalRange(range)}`),
    "Contrôles de saisie :",
    ...(sheet.controls ?? []).map((control) => `  ${describeControl(control)}`),
    "Cellules, par ligne :",
    ...rows,
    "Formats :",
    ...looks.describe(),
    "",
  ].join("\n");
}
