// Reads one located budget table: its columns, its rows, and what was left aside.
import type { Cell, LigneIgnoree, TableauBudgetaire } from "../domain/dossier";
import { readBudgetColumns } from "./budget-columns";
import { BudgetRows } from "./budget-rows";
import { readTitleUnit, type Unit } from "./headings";
import type { LabelMeaning, LabelReader } from "./label-reader";
import type { BudgetHeader } from "./locate-budget-table";
import { readCell, type GridRow } from "./sheet-grid";
import { rowText, type TableZone } from "./table-header";

interface RowLabel {
  readonly column: number;
  readonly text: string;
  readonly meaning: LabelMeaning;
}

/** The columns of the zone that hold text and no amount, from left to right. */
function findTextColumns(header: BudgetHeader, rows: readonly GridRow[], zone: TableZone): readonly number[] {
  const amounts = new Set(header.columns.map(({ column }) => column));
  const columns = new Set<number>();
  for (const row of rows) {
    for (let column = Math.max(row.left, zone.left); column <= Math.min(row.right, zone.right); column += 1) {
      if (!columns.has(column) && !amounts.has(column) && row.text(column) !== null) columns.add(column);
    }
  }
  return [...columns].sort((a, b) => a - b);
}

/** The column with most labels of the contract, else the first with text. */
function findMainColumn(rows: readonly GridRow[], columns: readonly number[], labels: LabelReader): number {
  let best = columns[0] ?? 0;
  let bestScore = 0;
  for (const column of columns) {
    let score = 0;
    for (const row of rows) {
      const text = row.text(column);
      if (text === null) continue;
      const { action, isNumberOnly } = labels.read(text);
      score += action && !isNumberOnly ? 1 : 1e-6;
    }
    if (score > bestScore + 0.5 || bestScore === 0) [best, bestScore] = [score > 0 ? column : best, score];
  }
  return best;
}

function readTableUnit(header: BudgetHeader, zone: TableZone): Unit | null {
  for (let row = header.bottom; row >= Math.max(zone.titleTop, header.top - 10); row -= 1) {
    const cells = header.grid.row(row);
    if (!cells) continue;
    for (let column = Math.max(cells.left, zone.left); column <= Math.min(cells.right, zone.right); column += 1) {
      // A unit in a party's or a year's heading is that column's alone.
      if (row >= header.top && column >= header.left && column <= header.right) continue;
      const text = cells.text(column);
      const unit = text === null ? null : readTitleUnit(text);
      if (unit !== null) return unit;
    }
  }
  return null;
}

function findRowLabels(row: GridRow, columns: readonly number[], labels: LabelReader): readonly RowLabel[] {
  const found: RowLabel[] = [];
  for (const column of columns) {
    const text = row.text(column);
    if (text !== null) found.push({ column, text, meaning: labels.read(text) });
  }
  return found;
}

/** "Action 5 | Soutenir les associations": the words beside a bare number say what the row is. */
function keepTelling(found: readonly RowLabel[], mainColumn: number): readonly RowLabel[] {
  if (!found.some(({ meaning }) => meaning.isNumberOnly)) return found;
  const hasWords = found.some(({ column, meaning }) => column === mainColumn && !meaning.isNumberOnly);
  const hasAxeWords = found.some(({ meaning }) => meaning.axe !== null && !meaning.isNumberOnly);
  return found.filter(({ meaning }) => !meaning.isNumberOnly || !(meaning.axe ? hasAxeWords : hasWords));
}

/** Null when the table has no row with amounts. */
export function readBudgetTable(header: BudgetHeader, zone: TableZone, labels: LabelReader): TableauBudgetaire | null {
  const { grid } = header;
  const columns = readBudgetColumns(header, readTableUnit(header, zone));
  const dataRows = grid.rows.filter(({ row }) => row > header.bottom && row < zone.end);
  const textColumns = findTextColumns(header, dataRows, zone);
  const mainColumn = findMainColumn(dataRows, textColumns, labels);
  // Text to the right of the amounts is a comment, unless the labels themselves stand there.
  const labelColumns = textColumns.filter((column) => column < header.left || column === mainColumn);
  const rows = new BudgetRows();
  const ignored: LigneIgnoree[] = [];
  const ignore = (row: GridRow): void => void ignored.push({ row: row.row + 1, text: rowText(row, zone) });

  for (const row of grid.rows) {
    if (row.row >= zone.titleTop && row.row < header.top && rowText(row, zone) !== "") ignore(row);
  }

  let bottom = header.bottom;
  let left = Math.min(header.left, mainColumn);
  let ended = false;
  let previous = header.bottom;
  /** Words alone on the row just above: a note, or the heading of an axe under a name that the contract does not know. */
  let pending: Cell | null = null;
  for (const row of dataRows) {
    if (row.isBlank || rowText(row, zone) === "") continue;
    const found = keepTelling(findRowLabels(row, labelColumns, labels), mainColumn);
    const isApart = row.row > previous + 1;
    ended ||= isApart && rows.isClosed && !found.some(({ meaning }) => rows.isNew(meaning));
    const heading = pending && !ended ? findStrayHeading(found) : null;
    if (heading) ignored.pop();
    if (heading) rows.addAxe(heading, null, null);
    pending = null;
    if (ended || !readRow(row, found)) {
      ignore(row);
      const main = found.find(({ column }) => column === mainColumn);
      pending = main && found.length === 1 ? readCell(grid, row, main.column) : null;
    } else {
      bottom = row.row;
      for (const { column } of found) if (column < left) left = column;
    }
    previous = row.row;
  }

  /** Words alone over an action of another axe are a heading: the action did not move under the axe above. */
  function findStrayHeading(found: readonly RowLabel[]): Cell | null {
    const action = found.find(({ meaning }) => meaning.action !== null)?.meaning.action;
    const hasAxe = found.some(({ meaning }) => meaning.axe !== null);
    return action && !hasAxe && rows.currentAxe !== null && rows.currentAxe.numero !== action.axe ? pending : null;
  }

  function readRow(row: GridRow, found: readonly RowLabel[]): boolean {
    const { montants, hasMontant, hasContent } = columns.readMontants(row);
    const cell = (label: RowLabel): Cell => readCell(grid, row, label.column);
    const action = found.find(({ meaning }) => meaning.action !== null);
    const total = found.find(({ meaning }) => meaning.total !== null);
    const axe = found.find(({ meaning }) => meaning.axe !== null || meaning.isUnknownAxe);
    const other = found.find(({ column, meaning }) => column === mainColumn && !meaning.axe && !meaning.isUnknownAxe);
    const unknown = !action && !total && hasMontant && !rows.isClosed ? other : undefined;

    if (total && !action) {
      const { kind, axe: ofAxe, of } = total.meaning.total ?? { kind: "total", axe: null, of: "" };
      if (!hasContent) return false;
      if (kind === "total" && ofAxe === null && !of.startsWith("axe")) rows.addTotal(cell(total), montants);
      else return rows.addSousTotal(cell(total), ofAxe ?? axe?.meaning.axe ?? null, montants);
      return true;
    }
    if (axe) {
      const isAlone = !action && !unknown;
      if (isAlone || !rows.isCurrentAxe(axe.meaning.axe, cell(axe))) {
        rows.addAxe(cell(axe), axe.meaning.axe, isAlone && hasMontant ? montants : null);
      }
      if (isAlone) return true;
    }
    if (action) rows.addAction(cell(action), action.meaning.action, montants);
    else if (unknown) rows.addAction(cell(unknown), null, montants);
    else if (hasMontant && !rows.isClosed)
      rows.addAction(readCell(grid, row, found[0]?.column ?? mainColumn), null, montants);
    else return false;
    return true;
  }

  const { unused, ...read } = rows.finish();
  for (const label of unused) ignored.push({ row: label.ref.row + 1, text: label.text.trim() });
  if (read.lignesAction.length === 0) return null;
  return {
    range: { sheet: grid.sheet, top: header.top, left, bottom, right: header.right },
    heading: findHeading(header, left),
    unit: columns.unit,
    annees: columns.annees,
    anneesRepetees: columns.anneesRepetees,
    ...read,
    lignesIgnorees: ignored.sort((a, b) => a.row - b.row),
  };
}

/** The first cell with content of the heading's first row. */
function findHeading(header: BudgetHeader, left: number): TableauBudgetaire["heading"] {
  const row = header.grid.row(header.top);
  let column = left;
  while (row && column < header.left && row.value(column) === null) column += 1;
  if (row && row.value(column) === null) {
    column = Math.min(...header.columns.map(({ yearHeading }) => yearHeading.column));
  }
  return { sheet: header.grid.sheet, row: header.top, column };
}
