// Reads the imputation of the State's credits: one row per axe, its activity code and its amounts.
import type { CellRef } from "../../domain/cell-ref";
import type { Axe, Convention } from "../../domain/contrat/convention";
import type { Cell, LigneIgnoree, LigneImputationLue, MontantCell, TableauImputation } from "../../domain/dossier";
import { lireMontant } from "../../domain/values/lire-montant";
import type { HeadingReader } from "../headings/headings";
import { LIMITS } from "../limits";
import type { LabelReader } from "../labels/label-reader";
import {
  codeIn,
  createImputationReaders,
  findCodeHeading,
  locateImputation,
  type ImputationHeader,
  type ImputationReaders,
} from "./locate-imputation";
import { readImputationSentences } from "./read-imputation-sentences";
import { readCell, readFigure, type GridRow, type SheetGrid } from "../sheet-grid";
import { contradicting } from "../unread-repeats";

interface RowLabel {
  readonly column: number;
  readonly axe: Axe | null;
  readonly isTotal: boolean;
  readonly isAction: boolean;
}

function readLabel(row: GridRow, header: ImputationHeader, readers: ImputationReaders): RowLabel | null {
  const amounts = new Set(header.amounts.map(({ column }) => column));
  let first: RowLabel | null = null;
  for (let column = row.left; column <= row.right; column += 1) {
    const text = row.text(column);
    if (text === null || column === header.codeColumn || amounts.has(column)) continue;
    const axe = readers.findAxe(text);
    const { total, action } = readers.labels.read(text);
    const label = { column, axe, isTotal: axe === null && total !== null, isAction: axe === null && action !== null };
    if (axe !== null || label.isTotal) return label;
    first ??= label;
  }
  return first;
}

function readAmounts({ grid, amounts, unit }: ImputationHeader, row: GridRow): ReadonlyMap<number, MontantCell> {
  return new Map(
    amounts.map(({ annee, column }) => [
      annee,
      readFigure(grid, row, column, (value, format) => lireMontant(value, format, unit)),
    ]),
  );
}

/** The amounts of a second total, right below the first, that are not those of the first. */
function otherTotals(header: ImputationHeader, readers: ImputationReaders, bottom: number): readonly CellRef[] {
  const { grid, amounts } = header;
  const [total, below] = [grid.row(bottom), grid.row(bottom + 1)];
  const isTotal = (row: GridRow | null): row is GridRow =>
    row !== null && readLabel(row, header, readers)?.isTotal === true;
  if (!isTotal(total) || !isTotal(below)) return [];
  return amounts.flatMap(({ column }) => {
    const value = below.value(column);
    return value === null || value === total.value(column) ? [] : [{ sheet: grid.sheet, row: bottom + 1, column }];
  });
}

/** The axe of a code, for a row whose words name none. */
type CodeAxes = ReadonlyMap<string, Axe | null>;

function readTable(header: ImputationHeader, readers: ImputationReaders, codes: CodeAxes): TableauImputation | null {
  const { grid, codeColumn } = header;
  const lignes: LigneImputationLue[] = [];
  const lignesIgnorees: LigneIgnoree[] = [];
  let total: TableauImputation["total"] = null;
  let bottom = header.bottom;
  let actions = 0;
  let gap = 0;
  const redites: CellRef[] = [];
  const noteRepeats = (row: GridRow): void => {
    for (const column of contradicting(row, header.repeated)) redites.push({ sheet: grid.sheet, row: row.row, column });
  };
  for (let number = header.bottom + 1; gap <= LIMITS.gapRows && total === null; number += 1) {
    const row = grid.row(number);
    if (!row || row.isBlank) {
      gap += 1;
      continue;
    }
    if (lignes.length > 0 && findCodeHeading(row) !== null) break;
    gap = 0;
    const label = readLabel(row, header, readers);
    const code = codeIn(row, codeColumn);
    const axe = label?.axe ?? (code === null ? null : (codes.get(code) ?? null));
    const shown: Cell = readCell(grid, row, label?.column ?? codeColumn);
    if (label?.isTotal) total = { label: shown, montants: readAmounts(header, row) };
    else if (axe || code !== null) {
      if (label?.isAction) actions += 1;
      lignes.push({
        label: shown,
        axe,
        code: readCell(grid, row, codeColumn),
        reperes: new Map(header.charges.map(({ repere, column }) => [repere, readCell(grid, row, column)])),
        montants: readAmounts(header, row),
      });
    } else {
      lignesIgnorees.push({ row: number + 1, text: shown.text.trim() });
      continue;
    }
    noteRepeats(row);
    bottom = number;
  }
  for (const ref of otherTotals(header, readers, bottom)) redites.push(ref);
  // Codes beside the actions of a budget are not the imputation of the axes.
  // Nor is a nomenclature, which holds no code and no axe of the contract.
  if (lignes.every(({ axe }) => axe === null) || actions > 0) return null;
  const columns = [
    codeColumn,
    ...header.amounts.map(({ column }) => column),
    ...lignes.map(({ label }) => label.ref.column),
  ];
  const [first] = header.amounts;
  return {
    range: { sheet: grid.sheet, top: header.top, left: Math.min(...columns), bottom, right: Math.max(...columns) },
    heading: { sheet: grid.sheet, row: header.top, column: first ? Math.min(codeColumn, first.column) : codeColumn },
    unit: header.unit,
    annees: header.amounts.map(({ annee, row, column }) => ({ annee, heading: { sheet: grid.sheet, row, column } })),
    lignes,
    total,
    lignesIgnorees: lignesIgnorees.filter(({ row }) => row <= bottom + 1),
    ...(redites.length > 0 && { redites }),
  };
}

export function readImputations(
  grids: readonly SheetGrid[],
  convention: Convention,
  headings: HeadingReader,
  labels: LabelReader,
): readonly TableauImputation[] {
  const readers = createImputationReaders(convention, headings, labels);
  const axes = new Map(convention.axes.map((axe) => [axe.numero, axe]));
  const codes = new Map(convention.imputation.lignes.map(({ code, axe }) => [code, axes.get(axe) ?? null]));
  const tables: TableauImputation[] = [];
  for (const grid of grids) {
    let from = 0;
    for (const row of grid.rows) {
      if (row.isBlank || row.row < from) continue;
      const header = locateImputation(grid, row, readers);
      const table = header && readTable(header, readers, codes);
      if (!table) continue;
      tables.push(table);
      from = table.range.bottom + 1;
    }
  }
  if (tables.length > 0) return tables;
  return grids.flatMap((grid) => readImputationSentences(grid, readers, codes) ?? []);
}
