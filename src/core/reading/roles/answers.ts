// What a person answered of the columns of a sheet: found again under the same headings, whatever their place.
import { isSameSheet, rangeAround, type RangeRef } from "../../domain/cell-ref";
import type { Convention } from "../../contract/convention";
import { A_IGNORER, type Reponse, type ReponseTenue } from "../../domain/question";
import type { Unite } from "../../domain/values/unite";
import { foldText } from "../../domain/words/label";
import { centimesOf } from "../account/figure-cells";
import type { Header } from "../headings/header";
import { withRows, type SheetGrid } from "../sheet-grid";
import { labelOfRole, toValueColumn } from "./column-roles";
import { headedColumns, type HeadedColumn } from "./headed-columns";

export interface AnsweredColumn {
  readonly column: HeadedColumn;
  readonly reponse: Reponse;
}

const fold = (path: readonly string[]): string => path.map(foldText).join("\n");

/** The latest answer for each. */
export function answeredColumns(grid: SheetGrid, reponses: readonly Reponse[]): readonly AnsweredColumn[] {
  const own = reponses.filter(
    ({ key: { kind, sheet } }) => kind === "column" && (sheet === undefined || isSameSheet(sheet, grid.sheet)),
  );
  if (own.length === 0) return [];
  const byPath = new Map(own.map((reponse) => [fold(reponse.key.path), reponse]));
  return headedColumns(grid).flatMap((column) => {
    const reponse = byPath.get(fold(column.path));
    return reponse ? [{ column, reponse }] : [];
  });
}

/** All of them, with where their figures stand now. */
export function heldAnswers(
  reponses: readonly Reponse[],
  answered: readonly AnsweredColumn[],
  convention: Convention,
  unitOf: (sheet: string) => Unite,
): readonly ReponseTenue[] {
  return reponses.flatMap((reponse): readonly ReponseTenue[] => {
    const label = labelOfRole(convention, reponse.answer);
    const own = answered.filter((one) => one.reponse === reponse);
    if (own.length === 0) return [{ reponse, label, range: null, setAside: null }];
    return own.map(({ column }) => {
      const { sheet } = column.section.grid;
      const range = column.figures.length > 0 ? rangeAround(sheet, column.figures) : null;
      const sum = column.figures
        .filter(({ kind }) => kind === "amount")
        .reduce((total, figure) => total + centimesOf(figure, unitOf(sheet)), 0);
      return { reponse, label, range, setAside: reponse.answer.role === A_IGNORER ? sum : null };
    });
  });
}

const isIgnored = ({ reponse }: AnsweredColumn): boolean => reponse.answer.role === A_IGNORER;

export interface LeftAsideByAnswer {
  readonly range: RangeRef;
  readonly reponse: Reponse;
}

/** The figures that a person set aside, which no table reads. */
export function setAside(answered: readonly AnsweredColumn[]): readonly LeftAsideByAnswer[] {
  return answered.filter(isIgnored).flatMap(({ column: { section, column, figures }, reponse }) => {
    const rows = figures.map(({ row }) => row);
    if (rows.length === 0) return [];
    const { sheet } = section.grid;
    const range = { sheet, top: Math.min(...rows), bottom: Math.max(...rows), left: column, right: column };
    return [{ range, reponse }];
  });
}

/** The sheet as if nothing stood in those cells. */
export function withoutAsides(grid: SheetGrid, answered: readonly AnsweredColumn[]): SheetGrid {
  const gone = answered.filter(isIgnored).flatMap(({ column }) => column.figures);
  const rows = [...new Set(gone.map(({ row }) => row))].flatMap((at) => {
    const row = grid.row(at);
    const own = gone.filter((figure) => figure.row === at);
    return row ? [own.reduce((left, { column }) => left.without(column, column), row)] : [];
  });
  return rows.length > 0 ? withRows(grid, rows) : grid;
}

/** The headings of tables with what a person said of their columns, and those that only an answer makes. */
export function withAnswers(
  grid: SheetGrid,
  headers: readonly Header[],
  answered: readonly AnsweredColumn[],
): readonly Header[] {
  const sections = new Map<number, AnsweredColumn[]>();
  for (const one of answered) {
    const [top] = one.column.section.heads;
    if (top) sections.set(top.row, [...(sections.get(top.row) ?? []), one]);
  }
  let all = headers;
  for (const own of sections.values()) {
    const columns = own.flatMap(({ column, reponse }) => toValueColumn(column, reponse.answer) ?? []);
    if (columns.length === 0) continue;
    const heads = own[0]?.column.section.heads ?? [];
    const top = heads[0]?.row ?? 0;
    const bottom = heads.at(-1)?.row ?? top;
    const known = all.find((header) => header.top <= bottom && header.bottom >= top);
    const told = new Set(columns.map(({ column }) => column));
    const merged = [...(known?.columns.filter(({ column }) => !told.has(column)) ?? []), ...columns].sort(
      (one, other) => one.column - other.column,
    );
    const places = merged.map(({ column }) => column);
    const parties = new Set(merged.map(({ part }) => part));
    const header: Header = {
      ...(known ?? NOTHING_ELSE),
      grid,
      top: Math.min(known?.top ?? top, ...columns.map(({ heading }) => heading.row)),
      bottom: known?.bottom ?? bottom,
      left: Math.min(...places),
      right: Math.max(...places),
      columns: merged,
      isOfOneParty: parties.size < 2,
    };
    all = [...all.filter((one) => one !== known), header].sort((one, other) => one.top - other.top);
  }
  return all;
}

const NOTHING_ELSE = {
  yearColumn: null,
  axeColumn: null,
  actionColumn: null,
  indicatorColumn: null,
  arePartiesInRows: false,
  areYearsInRows: false,
  titleYear: null,
} as const;
