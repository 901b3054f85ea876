// Reads one located indicator table: its actions, their indicators, and what was left aside.
import type { CellRef } from "../../domain/cell-ref";
import type { Action } from "../../domain/contrat/convention";
import type { Cell, LigneIgnoree, LigneIndicateur, TableauIndicateurs, ValeurCell } from "../../domain/dossier";
import { lireValeur } from "../../domain/values/lire-valeur";
import type { HeadingReader } from "../headings/headings";
import type { LabelReader } from "../labels/label-reader";
import type { IndicatorHeader, ValueColumn } from "./locate-indicator-table";
import { mergeIndicatorRows } from "./merge-indicator-tables";
import { readCell, readFigure, type GridRow } from "../sheet-grid";
import { rowText, type TableZone } from "../headings/table-header";
import { yearOf } from "../headings/year-cell";

interface RowValues {
  readonly t0: ValeurCell | null;
  readonly cibles: ReadonlyMap<number, ValeurCell>;
  readonly realises: ReadonlyMap<number, ValeurCell>;
  /** The year that the row names, in a table of one row per year. */
  readonly annee: number | null;
  /** At least one cell holds a figure or a word for a missing one. */
  readonly hasFigure: boolean;
}

const NONE: ReadonlyMap<number, ValeurCell> = new Map();

/** In a table of one row per year, a row may hold the initial situation instead of a year. */
function isT0Row(row: GridRow, column: number, headings: HeadingReader): boolean {
  const text = row.text(column);
  return text !== null && headings.read(text).role === "t0";
}

function readValues(header: IndicatorHeader, row: GridRow, headings: HeadingReader): RowValues {
  let hasFigure = false;
  const read = (column: number): ValeurCell => {
    const cell = readFigure(header.grid, row, column, lireValeur);
    if (row.value(column) !== null && cell.lu.kind !== "unreadable") hasFigure = true;
    if (cell.formula !== null) hasFigure = true;
    return cell;
  };
  const { yearColumn } = header;
  const annee = yearColumn && yearOf(row, yearColumn.column, headings, "indicators");
  let t0 = header.t0 && read(header.t0.column);
  if (yearColumn && annee === null) {
    const [first] = header.values;
    if (first && isT0Row(row, yearColumn.column, headings)) t0 = read(first.column);
    return { t0, cibles: NONE, realises: NONE, annee: null, hasFigure };
  }
  const cibles = new Map<number, ValeurCell>();
  const realises = new Map<number, ValeurCell>();
  for (const value of header.values) {
    const year = annee ?? value.annee;
    if (year !== null) (value.mesure === "cible" ? cibles : realises).set(year, read(value.column));
  }
  return { t0, cibles, realises, annee, hasFigure };
}

function findLabelColumns(header: IndicatorHeader, zone: TableZone): readonly number[] {
  const taken = new Set([...header.values.map(({ column }) => column), ...header.otherColumns]);
  if (header.t0) taken.add(header.t0.column);
  if (header.yearColumn) taken.add(header.yearColumn.column);
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
  headings: HeadingReader,
  labels: LabelReader,
): TableauIndicateurs | null {
  const { grid } = header;
  const ref = (row: number, column: number): CellRef => ({ sheet: grid.sheet, row, column });
  const columns = findLabelColumns(header, zone);
  const lignesAction: { label: Cell; action: Action | null }[] = [];
  const lignesIndicateur: LigneIndicateur[] = [];
  /** The year of each row of `lignesIndicateur`, in a table of one row per year. */
  const years: (number | null)[] = [];
  const lignesIgnorees: LigneIgnoree[] = [];
  let last: { readonly label: Cell; readonly indicateur: LigneIndicateur["indicateur"] } | null = null;
  let isUnderAction = false;
  let left = header.left;
  let bottom = header.bottom;

  const readIndicateur = (row: GridRow, column: number | null, values: RowValues): boolean => {
    const ligneAction = isUnderAction ? lignesAction.length - 1 : null;
    const action = ligneAction === null ? null : (lignesAction[ligneAction]?.action ?? null);
    const text = column === null ? null : row.text(column);
    const parsed = text === null ? null : labels.read(text).label;
    const indicateur = parsed && labels.index.findIndicateur(parsed, action);
    // Written once, or merged over the rows of its years.
    const above = text === null && header.yearColumn !== null ? last : null;
    const isOfYear = above !== null && values.annee !== null;
    // Without figures a row is a comment, unless it is that of a year or the contract asks for it.
    if (!indicateur && !values.hasFigure && !isOfYear && !(parsed && labels.isNational(parsed))) return false;
    const named: NonNullable<typeof last> = above ?? {
      label: readCell(grid, row, column ?? header.indicatorColumn ?? header.left),
      indicateur,
    };
    last = named;
    const { t0, cibles, realises, annee } = values;
    lignesIndicateur.push({ ...named, ligneAction, t0, cibles, realises });
    years.push(annee);
    return true;
  };

  const readRow = (row: GridRow): boolean => {
    const values = readValues(header, row, headings);
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
        last = null;
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
    const mayBeIndicateur = indicator !== undefined || values.hasFigure || values.annee !== null;
    return (mayBeIndicateur ? readIndicateur(row, indicator?.column ?? null, values) : false) || isUsed;
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
  const headed = (mesure: ValueColumn["mesure"]) =>
    header.values.flatMap(({ annee, heading, ...value }) =>
      annee !== null && value.mesure === mesure ? [{ annee, heading: ref(heading.row, heading.column) }] : [],
    );
  const table: TableauIndicateurs = {
    range: { sheet: grid.sheet, top: header.top, left, bottom, right: header.right },
    heading: ref(header.top, header.left),
    annees: headed("cible"),
    anneesRealisees: headed("realise"),
    lignesAction,
    lignesIndicateur,
    lignesIgnorees,
  };
  if (!header.yearColumn) return table;
  const place = ref(header.yearColumn.row, header.yearColumn.column);
  const found = [...new Set(years.filter((annee) => annee !== null))].sort((a, b) => a - b);
  const yearsOf = (mesure: ValueColumn["mesure"]) =>
    header.values.some((value) => value.mesure === mesure) ? found.map((annee) => ({ annee, heading: place })) : [];
  return {
    ...table,
    annees: yearsOf("cible"),
    anneesRealisees: yearsOf("realise"),
    enLignes: { annee: place, axe: null },
    ...mergeIndicatorRows([{ ...table, years: years.map((annee) => (annee === null ? [] : [annee])) }]),
  };
}
