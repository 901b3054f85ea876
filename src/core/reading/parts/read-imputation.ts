// Reads the imputation of the State's credits: one row per axe, its activity code and its amounts.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Axe, Convention } from "../../contract/convention";
import type { LigneIgnoree, LigneImputationLue, MontantCell, TableauImputation } from "../../domain/dossier";
import { lireMontant } from "../../domain/values/lire-montant";
import { isMissingWord } from "../../domain/values/parse-nombre";
import { foldText } from "../../domain/words/label";
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
import { isPaymentDateHeading } from "./part-words";
import { readCell, readFigure, rowsUnder, type GridRow, type SheetGrid } from "../sheet-grid";
import { contradicting } from "../unread-repeats";

interface RowLabel {
  readonly column: number;
  readonly axe: Axe | null;
  readonly isTotal: boolean;
  readonly isAction: boolean;
}

/** The cell that names an axe or the total, else the first that says anything. */
function readLabel(
  row: GridRow,
  { codeColumn, amounts }: ImputationHeader,
  readers: ImputationReaders,
): RowLabel | null {
  const others = new Set([codeColumn, ...amounts.map(({ column }) => column)]);
  const labels = row.texts
    .filter(({ column }) => !others.has(column))
    .map(({ column, text }): RowLabel => {
      const axe = readers.findAxe(text);
      const { total, action } = readers.labels.read(text);
      return { column, axe, isTotal: axe === null && total !== null, isAction: axe === null && action !== null };
    });
  return labels.find(({ axe, isTotal }) => axe !== null || isTotal) ?? labels[0] ?? null;
}

function readAmounts({ amounts, unit }: ImputationHeader, row: GridRow): ReadonlyMap<number, MontantCell> {
  return new Map(
    amounts.map(({ annee, column }) => [
      annee,
      readFigure(row, column, (value, format) => lireMontant(value, format, unit)),
    ]),
  );
}

/** The years of which the cell beside the amount says when it was paid. */
function paidYears({ grid, amounts }: ImputationHeader, row: GridRow): ReadonlySet<number> {
  const said = amounts.filter(({ row: heading, column }) => {
    const top = grid.row(heading);
    const isHeading = top !== null && isPaymentDateHeading(readCell(top, column + 1).text);
    return isHeading && !isMissingWord(foldText(readCell(row, column + 1).text));
  });
  return new Set(said.map(({ annee }) => annee));
}

/** The amounts of a second total, right below the first, that are not those of the first. */
function otherTotals(header: ImputationHeader, readers: ImputationReaders, bottom: number): readonly CellRef[] {
  const { grid, amounts } = header;
  const [total, below] = [grid.row(bottom), grid.row(bottom + 1)];
  if (!total || !below || ![total, below].every((row) => readLabel(row, header, readers)?.isTotal)) return [];
  return amounts.flatMap(({ column }) => {
    const value = below.value(column);
    return value === null || value === total.value(column) ? [] : [{ sheet: grid.sheet, row: bottom + 1, column }];
  });
}

function readTable(header: ImputationHeader, readers: ImputationReaders): TableauImputation | null {
  const { grid, codeColumn } = header;
  const { sheet } = grid;
  const lignes: LigneImputationLue[] = [];
  const ignored: LigneIgnoree[] = [];
  let total: TableauImputation["total"] = null;
  let bottom = header.bottom;
  let hasActions = false;
  const redites: CellRef[] = [];
  for (const row of rowsUnder(grid, header.bottom, LIMITS.gapRows)) {
    if (lignes.length > 0 && findCodeHeading(row) !== null) break;
    const label = readLabel(row, header, readers);
    const code = codeIn(row, codeColumn);
    const axe = label?.axe ?? (code === null ? null : readers.axeOfCode(code));
    const shown = readCell(row, label?.column ?? codeColumn);
    if (label?.isTotal) total = { label: shown, montants: readAmounts(header, row) };
    else if (axe || code !== null) {
      hasActions ||= label?.isAction === true;
      lignes.push({
        label: shown,
        axe,
        code: readCell(row, codeColumn),
        reperes: new Map(header.charges.map(({ repere, column }) => [repere, readCell(row, column)])),
        montants: readAmounts(header, row),
        verseEn: paidYears(header, row),
      });
    } else {
      ignored.push({ row: row.row + 1, text: shown.text.trim() });
      continue;
    }
    contradicting(row, header.repeated, (column) => redites.push({ sheet, row: row.row, column }));
    bottom = row.row;
    if (total) break;
  }
  redites.push(...otherTotals(header, readers, bottom));
  // Codes beside the actions of a budget are not the imputation of the axes.
  // A nomenclature holds no code and no axe of the contract, and is no imputation either.
  if (hasActions || lignes.every(({ axe }) => axe === null)) return null;
  const headed = [codeColumn, ...header.amounts.map(({ column }) => column)];
  const columns = [...headed, ...lignes.map(({ label }) => label.ref.column)];
  return {
    range: { sheet, top: header.top, left: Math.min(...columns), bottom, right: Math.max(...columns) },
    heading: { sheet, row: header.top, column: Math.min(...headed.slice(0, 2)) },
    unit: header.unit,
    annees: header.amounts.map(({ annee, row, column }) => ({ annee, heading: { sheet, row, column } })),
    lignes,
    total,
    lignesIgnorees: ignored.filter(({ row }) => row <= bottom + 1),
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
  const tables: TableauImputation[] = [];
  for (const grid of grids) {
    let from = 0;
    for (const row of grid.rows) {
      const header = row.isBlank || row.row < from ? null : locateImputation(grid, row, readers);
      const table = header && readTable(header, readers);
      if (!table) continue;
      tables.push(table);
      from = table.range.bottom + 1;
    }
  }
  return tables.length > 0 ? tables : grids.flatMap((grid) => readImputationSentences(grid, readers) ?? []);
}
