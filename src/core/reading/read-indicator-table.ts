// Reads one located indicator table: its actions, their indicators, and what was left aside.
import type { CellRef } from "../domain/cell-ref";
import type { Action } from "../domain/convention";
import type { Cell, LigneIgnoree, LigneIndicateur, TableauIndicateurs, ValeurCell } from "../domain/dossier";
import { lireValeur } from "../domain/lire-valeur";
import type { LabelReader } from "./label-reader";
import type { IndicatorHeader } from "./locate-indicator-table";
import { readCell, readFigure, type GridRow } from "./sheet-grid";
import { rowText, type TableZone } from "./table-header";

interface RowValues {
  readonly t0: ValeurCell | null;
  readonly cibles: ReadonlyMap<number, ValeurCell>;
  /** At least one cell holds a figure or a word for a missing one. */
  readonly hasFigure: boolean;
}

function readValues(header: IndicatorHeader, row: GridRow): RowValues {
  let hasFigure = false;
  const read = (column: number): ValeurCell => {
    const cell = readFigure(header.grid, row, column, lireValeur);
    if (row.value(column) !== null && cell.lu.kind !== "unreadable") hasFigure = true;
    if (cell.formula !== null) hasFigure = true;
    return cell;
  };
  const t0 = header.t0 && read(header.t0.column);
  const cibles = new Map(header.cibles.map(({ annee, heading }) => [annee, read(heading.column)]));
  return { t0, cibles, hasFigure };
}

function findLabelColumns(header: IndicatorHeader, zone: TableZone): readonly number[] {
  const taken = new Set([...header.cibles.map(({ heading }) => heading.column), ...header.otherColumns]);
  if (header.t0) taken.add(header.t0.column);
  let left = header.left;
  for (const row of header.grid.rows) if (row.left < left) left = row.left;
  const columns: number[] = [];
  for (let column = Math.max(left, zone.left); column < header.right; column += 1)
    if (!taken.has(column)) columns.push(column);
  return columns;
}

/** Null when the table has neither action nor indicator. */
export function readIndicatorTable(
  header: IndicatorHeader,
  zone: TableZone,
  labels: LabelReader,
): TableauIndicateurs | null {
  const { grid } = header;
  const ref = (row: number, column: number): CellRef => ({ sheet: grid.sheet, row, column });
  const columns = findLabelColumns(header, zone);
  const lignesAction: { label: Cell; action: Action | null }[] = [];
  const lignesIndicateur: LigneIndicateur[] = [];
  const lignesIgnorees: LigneIgnoree[] = [];
  let isUnderAction = false;
  let left = header.left;
  let bottom = header.bottom;

  const readIndicateur = (row: GridRow, column: number | null, values: RowValues): boolean => {
    const ligneAction = isUnderAction ? lignesAction.length - 1 : null;
    const action = ligneAction === null ? null : (lignesAction[ligneAction]?.action ?? null);
    const text = column === null ? null : row.text(column);
    const indicateur = text === null ? null : labels.index.findIndicateur(labels.read(text).label, action);
    if (!indicateur && !values.hasFigure) return false;
    const label = readCell(grid, row, column ?? header.indicatorColumn ?? header.left);
    lignesIndicateur.push({
      label,
      indicateur,
      ligneAction,
      t0: values.t0,
      cibles: values.cibles,
      realises: new Map(),
    });
    return true;
  };

  const readRow = (row: GridRow): boolean => {
    const values = readValues(header, row);
    const texts = columns.flatMap((column) => {
      const text = row.text(column);
      return text === null ? [] : [{ column, text, meaning: labels.read(text) }];
    });
    const isAxe = texts.some(({ meaning }) => meaning.axe !== null || meaning.isUnknownAxe);
    const outside = texts.filter(({ column }) => column !== header.indicatorColumn);
    const known = texts.find(({ meaning }) => meaning.action !== null);
    const unknown = outside.find(
      ({ column, meaning }) => column === header.actionColumn && !meaning.axe && !meaning.isUnknownAxe,
    );
    const indicator = texts.find(({ column, meaning }) =>
      header.indicatorColumn === null || header.indicatorColumn === header.actionColumn
        ? !meaning.action && !meaning.axe && !meaning.isUnknownAxe
        : column === header.indicatorColumn && column !== known?.column,
    );
    let isUsed = false;
    if (isAxe && !known) {
      isUnderAction = false;
      isUsed = true;
    }
    if (known) {
      const current = isUnderAction ? lignesAction.at(-1)?.action : null;
      if (current !== known.meaning.action) {
        lignesAction.push({ label: readCell(grid, row, known.column), action: known.meaning.action });
      }
      isUnderAction = true;
      isUsed = true;
    } else if (unknown && unknown.column !== indicator?.column && (values.hasFigure || indicator)) {
      const current = isUnderAction ? lignesAction.at(-1) : undefined;
      const isRepeated = current?.action === null && current.label.text === unknown.text;
      if (!isRepeated) lignesAction.push({ label: readCell(grid, row, unknown.column), action: null });
      isUnderAction = true;
      isUsed = true;
    }
    return (indicator || values.hasFigure ? readIndicateur(row, indicator?.column ?? null, values) : false) || isUsed;
  };

  for (const row of grid.rows) {
    if (row.row < zone.titleTop || row.row >= zone.end || (row.row >= header.top && row.row <= header.bottom)) continue;
    const text = row.isBlank ? "" : rowText(row, zone);
    if (text === "") continue;
    if (row.row < header.top || !readRow(row)) lignesIgnorees.push({ row: row.row + 1, text });
    else {
      bottom = row.row;
      for (const column of columns) if (column < left && row.text(column) !== null) left = column;
    }
  }
  if (lignesAction.length === 0 && lignesIndicateur.length === 0) return null;
  return {
    range: { sheet: grid.sheet, top: header.top, left, bottom, right: header.right },
    heading: ref(header.top, header.left),
    annees: header.cibles.map(({ annee, heading }) => ({ annee, heading: ref(heading.row, heading.column) })),
    anneesRealisees: [],
    lignesAction,
    lignesIndicateur,
    lignesIgnorees,
  };
}
