// Takes away what a write left unfinished of annexes: the sheets that it added, and the area that it filled on a sheet of the agent's.
import { parseCellRef, type RangeRef } from "xlsx-model/cell-ref";
import type { RawWorkbook, UnfinishedWrite } from "../core/workbook-port";
import { unfinishedAnnexes } from "../core/sheets/parts/sheet-targets";
import { deleteOwnSheet } from "./own-sheets";
import { rangeOf } from "./survey-area";

/** Sends what it changes; answers the hidden names that went. What is unfinished of our result sheets stays: they are written again in place. */
export async function removeUnfinished(context: Excel.RequestContext, raw: RawWorkbook): Promise<readonly string[]> {
  const { unfinished = [] } = raw;
  const sheets = unfinishedAnnexes(raw);
  const removed = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const placed = unfinished.flatMap(({ kind, range }) => (kind === "placed" && range ? [range] : []));
  const settled = unfinished.filter((each) => isSettled(each, removed));
  if (settled.length === 0) return [];
  const names = placed.map((area) => ({ area, names: namesOf(context, area) }));
  if (names.length > 0) await context.sync();
  for (const { area, names: found } of names) clearArea(context, area, found);
  // The names last: what they speak of is there until then.
  for (const { id } of sheets) deleteOwnSheet(context, id);
  for (const { mark } of settled) context.workbook.names.getItem(mark).delete();
  await context.sync();
  return settled.map(({ mark }) => mark);
}

/** On the sheets of the agent's alone. */
export async function removePlaced(context: Excel.RequestContext, raw: RawWorkbook | null): Promise<void> {
  const unfinished = raw?.unfinished?.filter(({ kind }) => kind === "placed") ?? [];
  if (raw && unfinished.length > 0) await removeUnfinished(context, { ...raw, unfinished });
}

function isSettled({ kind, range }: UnfinishedWrite, removed: ReadonlySet<string>): boolean {
  if (range === null || kind === "placed") return true;
  return kind === "annexe" && removed.has(range.sheet.toLowerCase());
}

function namesOf({ workbook }: Excel.RequestContext, { sheet }: RangeRef): Excel.NamedItemCollection {
  const { names } = workbook.worksheets.getItem(sheet);
  names.load({ name: true, formula: true });
  return names;
}

function clearArea({ workbook }: Excel.RequestContext, area: RangeRef, names: Excel.NamedItemCollection): void {
  const sheet = workbook.worksheets.getItem(area.sheet);
  const cells = rangeOf(sheet, area);
  cells.unmerge();
  cells.clear(Excel.ClearApplyTo.contents);
  cells.style = Excel.BuiltInStyle.normal;
  cells.dataValidation.clear();
  for (const { name, formula } of names.items) {
    if (pointsInto(String(formula), area)) sheet.names.getItem(name).delete();
  }
}

function pointsInto(formula: string, { sheet, top, left, bottom, right }: RangeRef): boolean {
  const cell = parseCellRef(formula.replace(/^=/, "").replace(/:.*$/s, ""));
  if (cell?.sheet !== sheet) return false;
  return cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right;
}
