// Reads a budget table of one row per action and year: the year, the action and perhaps the axe stand in columns.
import type { CellRef } from "../../domain/cell-ref";
import type { Axe } from "../../domain/contrat/convention";
import type { Cell, LigneAction, LigneAxe, LigneIgnoree, TableauExecution } from "../../domain/dossier";
import { readBudgetColumns, UNDATED, type RowMontants } from "./budget-columns";
import {
  findFirstHeading,
  findMainColumn,
  findRowLabels,
  findTextColumns,
  keepTelling,
  readTableUnit,
  type RowLabel,
} from "./budget-labels";
import type { Sums } from "./budget-rows";
import { collectLinks } from "./external-links";
import { groupRows, mergeMaps, type SlottedRow } from "./group-rows";
import { findHeading, type AmountColumn } from "../headings/heading-bands";
import type { HeadingReader } from "../headings/headings";
import type { LabelReader } from "../labels/label-reader";
import type { BudgetHeader } from "./locate-budget-table";
import { labelKey } from "./merge-budget-tables";
import { readCell, type GridRow } from "../sheet-grid";
import { isTitle } from "../labels/total-label";
import { rowText, type HeadingPlace, type TableZone } from "../headings/table-header";
import { yearOf } from "../headings/year-cell";

interface AxeDraft {
  readonly index: number;
  readonly label: Cell;
  readonly labels: Map<number, Cell>;
  readonly axe: Axe | null;
  readonly subtotals: Sums[];
}

interface ActionRow extends SlottedRow {
  readonly label: Cell;
  readonly action: LigneAction["action"];
  readonly axe: AxeDraft | null;
  readonly read: RowMontants;
}

/** The row's amounts, under the year that the row names. */
function dateRow({ montants, verses, ...row }: RowMontants, annee: number): RowMontants {
  const cells = montants.get(UNDATED);
  const paid = verses.get(UNDATED);
  return {
    ...row,
    montants: new Map(cells ? [[annee, cells]] : []),
    verses: new Map(paid ? [[annee, paid]] : []),
  };
}

/** The years of several rows of sums; one that has only its label yet counts last. */
function mergeSums(rows: readonly Sums[]): LigneAxe["sousTotal"] {
  const filledFirst = [...rows].sort((a, b) => Number(a.isEmpty) - Number(b.isEmpty));
  const [first] = filledFirst;
  return first ? { label: first.label, montants: mergeMaps(filledFirst.map(({ montants }) => montants)) } : null;
}

/** Null when no row names a year and an amount. */
export function readFlatTable(
  header: BudgetHeader,
  yearColumn: HeadingPlace,
  amounts: readonly AmountColumn[],
  zone: TableZone,
  headings: HeadingReader,
  labels: LabelReader,
): TableauExecution | null {
  const { grid, axeColumn } = header;
  const columns = readBudgetColumns(grid, amounts, readTableUnit(header, zone));
  const links = collectLinks();
  const dataRows = grid.rows.filter(({ row }) => row > header.bottom && row < zone.end);
  const textColumns = findTextColumns(header, dataRows, zone).filter((column) => column !== yearColumn.column);
  const headed = findHeading(grid, "action", header.top, header.bottom, headings);
  const mainColumn = findMainColumn(dataRows, textColumns, labels, headed?.column);
  const labelColumns = textColumns.filter((column) => column < header.left || column === mainColumn);
  const ignored: LigneIgnoree[] = [];
  const ignore = (row: GridRow): void => void ignored.push({ row: row.row + 1, text: rowText(row, zone) });
  const axes = new Map<string, AxeDraft>();
  const actions: ActionRow[] = [];
  const totals: Sums[] = [];
  let axe: AxeDraft | null = null;
  let last: { label: Cell; action: LigneAction["action"] } | null = null;
  let year: number | null = null;
  /** Of the actions below the last total. */
  const yearsToSum = new Set<number>();
  let bottom = header.bottom;

  function enterAxe(label: Cell, known: Axe | null): AxeDraft {
    const key = labelKey(known, label);
    let draft = axes.get(key);
    if (!draft) axes.set(key, (draft = { index: axes.size, label, labels: new Map(), axe: known, subtotals: [] }));
    return draft;
  }

  /** An empty cell under a year, in a column left of the labels, belongs to the year above: merged, or written once. */
  function readYear(row: GridRow, hasLabel: boolean): number | null {
    if (row.value(yearColumn.column) !== null) return yearOf(row, yearColumn.column, headings, "budget");
    return hasLabel && yearColumn.column < mainColumn ? year : null;
  }

  function readTotal(row: GridRow, label: RowLabel, annee: number | null, read: RowMontants): boolean {
    const { kind, axe: ofAxe, of } = label.meaning.total ?? { kind: "total", axe: null, of: "" };
    const isWritten = row.value(yearColumn.column) !== null;
    // Below several years, or below their own totals, "TOTAL" is that of all of them.
    const ofYear =
      (isWritten ? annee : null) ?? headings.years.inTitle(label.text) ?? (yearsToSum.size === 1 ? annee : null);
    if (kind === "total" && !ofAxe) yearsToSum.clear();
    if (ofYear === null || (!read.hasContent && isTitle(of))) return false;
    const cell = readCell(grid, row, label.column);
    const sums = { label: cell, montants: dateRow(read, ofYear).montants, isEmpty: !read.hasContent };
    const owner = ofAxe ? (axes.get(labelKey(ofAxe, cell)) ?? null) : kind === "sous-total" ? axe : null;
    if (owner) owner.subtotals.push(sums);
    else if (kind === "total") totals.push(sums);
    else return false;
    return true;
  }

  function readRow(row: GridRow): boolean {
    const found = keepTelling(findRowLabels(row, labelColumns, labels), mainColumn);
    const read = columns.readMontants(row);
    links.add(read.montants);
    const action = found.find(({ meaning }) => meaning.action !== null);
    const total = found.find(({ meaning }) => meaning.total !== null);
    const named = found.find(
      ({ column, meaning }) => meaning.axe !== null || meaning.isUnknownAxe || column === axeColumn?.column,
    );
    const other = found.find((label) => label.column === mainColumn && label !== named);
    const annee = readYear(row, action !== undefined || other !== undefined || total !== undefined);
    if (total && !action) return readTotal(row, total, annee, read);
    if (named) axe = enterAxe(readCell(grid, row, named.column), named.meaning.axe);
    year = annee ?? year;
    if (annee === null) return named !== undefined && !action && !read.hasMontant;
    const label = action ?? other;
    if (!label && !read.hasContent) return false;
    if (!action && !read.hasMontant && !(last?.action && !label)) return false;
    const known = label
      ? { label: readCell(grid, row, label.column), action: label.meaning.action }
      : (last ?? { label: readCell(grid, row, mainColumn), action: null });
    last = known;
    const key = `${labelKey(known.action, known.label)}/${axe?.index ?? ""}`;
    if (axe && !axe.labels.has(annee)) axe.labels.set(annee, axe.label);
    yearsToSum.add(annee);
    actions.push({ slot: annee, key, ...known, axe, read: dateRow(read, annee) });
    return true;
  }

  for (const row of grid.rows) {
    if (row.row >= zone.titleTop && row.row < header.top && rowText(row, zone) !== "") ignore(row);
  }
  for (const row of dataRows) {
    if (row.isBlank || rowText(row, zone) === "") continue;
    if (readRow(row)) bottom = row.row;
    else ignore(row);
  }
  const groups = groupRows(actions);
  if (groups.length === 0) return null;

  const ref = ({ row, column }: HeadingPlace): CellRef => ({ sheet: grid.sheet, row, column });
  const [undated] = columns.annees;
  const years = [...new Set(actions.map(({ slot }) => slot))].sort((a, b) => a - b);
  const left = Math.min(header.left, mainColumn, yearColumn.column, axeColumn?.column ?? mainColumn);
  const right = Math.max(header.right, yearColumn.column);
  return {
    range: { sheet: grid.sheet, top: header.top, left, bottom, right },
    heading: findFirstHeading(header, left),
    unit: columns.unit,
    annees: undated ? years.map((annee) => ({ annee, heading: ref(yearColumn), colonnes: undated.colonnes })) : [],
    anneesRepetees: columns.anneesRepetees.flatMap(({ heading, colonne }) =>
      colonne ? years.slice(0, 1).map((annee) => ({ annee, heading, colonne })) : [],
    ),
    enLignes: { annee: ref(yearColumn), axe: axeColumn && ref(axeColumn) },
    lignesAxe: [...axes.values()].map((draft): LigneAxe => {
      const { label, labels, axe: known, subtotals } = draft;
      return { label, labels, axe: known, sousTotal: mergeSums(subtotals) };
    }),
    lignesAction: groups.map((group) => ({
      label: group[0].label,
      labels: new Map(group.map(({ slot, label }) => [slot, label])),
      action: group[0].action,
      ligneAxe: group[0].axe?.index ?? null,
      montants: mergeMaps(group.map(({ read }) => read.montants)),
    })),
    verses: groups.map((group) => mergeMaps(group.map(({ read }) => read.verses))),
    total: mergeSums(totals),
    lignesIgnorees: ignored.sort((a, b) => a.row - b.row),
    ...links.notes(),
  };
}
