// Reads one located budget table: its columns, its rows, and what was left aside.
import type { Cell, LigneIgnoree, TableauExecution } from "../../domain/dossier";
import { readBudgetColumns } from "./budget-columns";
import {
  findFirstHeading,
  findMainColumn,
  findRowLabels,
  findTextColumns,
  keepTelling,
  isShareRow,
  readTableUnit,
  type RowLabel,
} from "./budget-labels";
import { BudgetRows } from "./budget-rows";
import { collectLinks } from "./external-links";
import type { AmountColumn } from "../headings/heading-bands";
import type { LabelMeaning, LabelReader } from "../labels/label-reader";
import type { BudgetHeader } from "./locate-budget-table";
import { readCell, type GridRow } from "../sheet-grid";
import { isTitle } from "../labels/total-label";
import { rowText, type TableZone } from "../headings/table-header";

/** "Action n° 9 - Soutenir les aidants". */
function isNumberedAction({ label, isNumberOnly }: LabelMeaning): boolean {
  return label.kind === "action" && label.numero !== null && !isNumberOnly;
}

/** `amounts` are those of the heading's columns that the table is about. Null when it has no row with amounts. */
export function readBudgetTable(
  header: BudgetHeader,
  amounts: readonly AmountColumn[],
  zone: TableZone,
  labels: LabelReader,
): TableauExecution | null {
  const { grid } = header;
  const columns = readBudgetColumns(grid, amounts, readTableUnit(header, zone));
  const links = collectLinks();
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
    const isShare = isShareRow(found, mainColumn);
    if (ended || isShare || !readRow(row, found)) {
      ignore(row);
      const main = found.find(({ column }) => column === mainColumn);
      pending = main && found.length === 1 && !isShare ? readCell(grid, row, main.column) : null;
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
    const read = columns.readMontants(row);
    const { montants, hasMontant, hasMissingWord, hasContent } = read;
    links.add(montants);
    const cell = (label: RowLabel): Cell => readCell(grid, row, label.column);
    const action = found.find(({ meaning }) => meaning.action !== null);
    const total = found.find(({ meaning }) => meaning.total !== null);
    const axe = found.find(({ meaning }) => meaning.axe !== null || meaning.isUnknownAxe);
    const other = found.find(({ column, meaning }) => column === mainColumn && !meaning.axe && !meaning.isUnknownAxe);
    // An action that the contract does not know shows an amount, says that it has none yet, or that it is an action.
    const isUnknown = hasMontant || (!axe && (hasMissingWord || (other && isNumberedAction(other.meaning))));
    const unknown = !action && !total && isUnknown && !rows.isClosed ? other : undefined;

    if (total && !action) {
      const { kind, axe: ofAxe, of } = total.meaning.total ?? { kind: "total", axe: null, of: "" };
      if (!hasContent && isTitle(of)) return false;
      const sums = { label: cell(total), montants, isEmpty: !hasContent };
      if (kind === "total" && ofAxe === null && !of.startsWith("axe")) rows.addTotal(sums);
      else return rows.addSousTotal(sums, ofAxe ?? axe?.meaning.axe ?? null);
      return true;
    }
    if (axe) {
      const isAlone = !action && !unknown;
      if (isAlone || !rows.isCurrentAxe(axe.meaning.axe, cell(axe))) {
        const label = cell(axe);
        const isSum = isAlone && (hasMontant || !hasContent);
        rows.addAxe(label, axe.meaning.axe, isSum ? { label, montants, isEmpty: !hasMontant } : null);
      }
      if (isAlone) return true;
    }
    if (action) rows.addAction(cell(action), action.meaning.action, read);
    else if (unknown) rows.addAction(cell(unknown), null, read);
    else if (hasMontant && !rows.isClosed)
      rows.addAction(readCell(grid, row, found[0]?.column ?? mainColumn), null, read);
    else return false;
    return true;
  }

  const { unused, ...read } = rows.finish();
  for (const label of unused) ignored.push({ row: label.ref.row + 1, text: label.text.trim() });
  if (read.lignesAction.length === 0) return null;
  return {
    range: { sheet: grid.sheet, top: header.top, left, bottom, right: header.right },
    heading: findFirstHeading(header, left),
    unit: columns.unit,
    annees: columns.annees,
    anneesRepetees: columns.anneesRepetees,
    ...read,
    lignesIgnorees: ignored.sort((a, b) => a.row - b.row),
    ...links.notes(),
  };
}
