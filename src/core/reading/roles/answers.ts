// What a person answered of the columns and rows of a sheet: found again by their headings and labels, whatever their place.
import { isSameSheet, rangeAround, type CellRef } from "xlsx-model/cell-ref";
import type { Convention } from "../../contract/convention";
import type { PlageNonLue } from "../../domain/dossier";
import { groupBy } from "../../domain/group-by";
import { A_IGNORER, DETAIL, type QuestionKind, type Reponse, type ReponseTenue } from "../../domain/question";
import type { Unite } from "../../domain/values/unite";
import { formatDate } from "../../domain/words/format";
import { foldText, parseLabel } from "../../domain/words/label";
import { wordsOfPath } from "../../domain/words/path-words";
import { cite, typographie } from "../../domain/words/typographie";
import { centimesOf, figuresOf, type Figure } from "../account/figure-cells";
import type { Header } from "../headings/header";
import type { LabelReader } from "../labels/label-reader";
import { withRows, type GridRow, type SheetGrid, type TextCell } from "../sheet-grid";
import { labelOfRole, remainderOf, toValueColumn } from "./column-roles";
import { isOfIndicator } from "./indicator-roles";
import { COMPLEMENT, labelOfRowRole } from "./row-roles";
import type { IsSum } from "./sums-aside";
import { headedColumns, type HeadedColumn } from "./headed-columns";

/** An answer with the figures that it is about. */
export interface Answered {
  readonly reponse: Reponse;
  readonly sheet: string;
  readonly figures: readonly Figure[];
  /** Of a row. */
  readonly label?: CellRef;
}

export interface AnsweredColumn extends Answered {
  readonly column: HeadedColumn;
}

const ofSheet = (kind: QuestionKind, sheet: string, reponses: readonly Reponse[]): readonly Reponse[] =>
  reponses.filter(({ key }) => key.kind === kind && (key.sheet === undefined || isSameSheet(key.sheet, sheet)));

const fold = (path: readonly string[]): string => path.map(foldText).join("\n");

/** The latest answer for each. */
export function answeredColumns(grid: SheetGrid, reponses: readonly Reponse[]): readonly AnsweredColumn[] {
  const own = ofSheet("column", grid.sheet, reponses);
  if (own.length === 0) return [];
  const byPath = new Map(own.map((reponse) => [fold(reponse.key.path), reponse]));
  return headedColumns(grid).flatMap((column) => {
    const reponse = byPath.get(fold(column.path));
    return reponse ? [{ column, reponse, sheet: grid.sheet, figures: column.figures }] : [];
  });
}

/** Every row whose label was answered for; its figures stand right of it. */
export function answeredRows(grid: SheetGrid, reponses: readonly Reponse[]): readonly Answered[] {
  const own = ofSheet("row", grid.sheet, reponses);
  if (own.length === 0) return [];
  const byLabel = new Map(own.map((reponse) => [fold(reponse.key.path), reponse]));
  return grid.rows.flatMap((row) => {
    const label = row.texts.find(({ text }) => byLabel.has(foldText(text)));
    const reponse = label && byLabel.get(foldText(label.text));
    const figures = label ? figuresOf(row, (column) => column > label.column) : [];
    const { sheet } = grid;
    return label && reponse ? [{ reponse, sheet, figures, label: { sheet, row: row.row, column: label.column } }] : [];
  });
}

/** What is set aside is counted without its own sums, unless there is nothing else. */
function sumOf(figures: readonly Figure[], unit: Unite, isSum: (figure: Figure) => boolean): number {
  const amounts = figures.filter(({ kind }) => kind === "amount");
  const own = amounts.filter((figure) => !isSum(figure));
  return (own.length > 0 ? own : amounts).reduce((total, figure) => total + centimesOf(figure, unit), 0);
}

/** All of them, with where their figures stand now; `isSum` tells the figures that are the sums of others. */
export function heldAnswers(
  reponses: readonly Reponse[],
  answered: readonly Answered[],
  convention: Convention,
  unitOf: (sheet: string) => Unite,
  isSum: IsSum,
): readonly ReponseTenue[] {
  return reponses.flatMap((reponse): readonly ReponseTenue[] => {
    const { answer, key } = reponse;
    if (key.kind !== "column" && key.kind !== "row") return [];
    const label = key.kind === "row" ? labelOfRowRole(convention, answer) : labelOfRole(convention, answer);
    const own = answered.filter((one) => one.reponse === reponse);
    if (own.length === 0) return [{ reponse, label, range: null, setAside: null }];
    return own.map((one) => {
      const { sheet, figures, label: named } = one;
      const places = figures.length > 0 || !named ? figures : [named];
      const range = places.length > 0 ? rangeAround(sheet, places) : null;
      const isAdded = ({ row, column }: Figure): boolean => isSum(sheet, row, column);
      const setAside = isIgnored(one) ? sumOf(figures, unitOf(sheet), isAdded) : null;
      return { reponse, label, range, setAside };
    });
  });
}

const isIgnored = ({ reponse }: Answered): boolean => reponse.answer.role === A_IGNORER;
const isComplement = ({ reponse }: Answered): boolean => reponse.answer.role === COMPLEMENT;
const isDetail = ({ reponse }: Answered): boolean => reponse.answer.role === DETAIL;

/** The row of an action above that one; null where there is none. */
function actionAbove(grid: SheetGrid, at: number, labels: LabelReader): { row: GridRow; label: TextCell } | null {
  for (const row of [...grid.rows].reverse()) {
    const label = row.row < at ? row.texts.find(({ text }) => labels.read(text).action !== null) : undefined;
    if (label) return { row, label };
  }
  return null;
}

const isBare = (row: GridRow): boolean => figuresOf(row, () => true).length === 0;

/** A detail of an action that shows no amount itself is what the action has, its operator; so is what is added to it. */
function operatorOf(grid: SheetGrid, one: Answered, labels: LabelReader): ReturnType<typeof actionAbove> {
  const [figure] = one.figures;
  if (!figure || !(isDetail(one) || isComplement(one))) return null;
  const above = actionAbove(grid, figure.row, labels);
  return above && (isComplement(one) || isBare(above.row)) ? above : null;
}

/** The figures that a person set aside, which no table reads, as the agent reads it. */
export function setAside(grid: SheetGrid, answered: readonly Answered[], labels: LabelReader): readonly PlageNonLue[] {
  return answered.flatMap((one) => {
    const { sheet, figures, reponse } = one;
    const { key, by, on } = reponse;
    const isTold = isDetail(one) && operatorOf(grid, one, labels) === null;
    if (figures.length === 0 || !(isIgnored(one) || isTold)) return [];
    const named = `${key.kind === "row" ? "ligne" : "colonne"} ${cite(wordsOfPath(key.path))}`;
    const why = isTold ? "détail de l’action du dessus, selon" : "laissée de côté par";
    const what = remainderOf(reponse.answer);
    const said = what === null ? "" : `${what.label.charAt(0).toLowerCase()}${what.label.slice(1)}, `;
    const pourquoi = `${named} : ${said}${why} ${by} le ${formatDate(on)}`;
    return [{ range: rangeAround(sheet, figures), pourquoi: typographie(pourquoi) }];
  });
}

/** Under its action's label, so that it is read as one of its rows. */
function asOperator(grid: SheetGrid, one: Answered, action: string): GridRow | null {
  const at = one.figures[0]?.row;
  const row = at === undefined ? null : grid.row(at);
  const label = row?.texts.find(({ text }) => foldText(text) === fold(one.reponse.key.path));
  return row && label ? row.with(new Map([[label.column, `${action} - ${label.text}`]])) : null;
}

/** The sheet as if nothing stood in the cells that were set aside, and with the rows of operators under their action's label. */
export function asAnswered(grid: SheetGrid, answered: readonly Answered[], labels: LabelReader): SheetGrid {
  const operators = answered.flatMap((one) => {
    const action = operatorOf(grid, one, labels);
    if (action === null) return [];
    // Each of its operators bears its label: alone it is no row of the table.
    const bare = isBare(action.row) ? [action.row.with(new Map([[action.label.column, null]]))] : [];
    return [{ one, rows: [...bare, asOperator(grid, one, action.label.text)] }];
  });
  const gone = answered
    .filter((one) => isIgnored(one) || (isDetail(one) && operators.every((other) => other.one !== one)))
    .flatMap(({ figures }) => figures);
  const rows = [...new Set(gone.map(({ row }) => row))].flatMap((at) => {
    const row = grid.row(at);
    const own = gone.filter((figure) => figure.row === at);
    return row ? [own.reduce((left, { column }) => left.without(column, column), row)] : [];
  });
  const changed = [...rows, ...operators.flatMap((operator) => operator.rows.flatMap((row) => row ?? []))];
  return changed.length > 0 ? withRows(grid, changed) : grid;
}

/** Actions named between a table and a column right of it are the labels of another table beside. */
const namesActions = (own: readonly AnsweredColumn[], from: number, to: number, labels: LabelReader): boolean =>
  own.some(({ column }) =>
    column.section.rows.some((row) => row.textsIn(from, to).some(({ text }) => labels.read(text).action !== null)),
  );

/** The headings of tables with what a person said of their columns, and those that only an answer makes. */
export function withAnswers(
  grid: SheetGrid,
  headers: readonly Header[],
  answered: readonly AnsweredColumn[],
  labels: LabelReader,
): readonly Header[] {
  return withColumns(
    grid,
    headers,
    answered.filter(({ reponse }) => !isOfIndicator(reponse.answer)),
    labels,
  );
}

/** The same of the headings of indicators, with the columns in which these and their actions are named. */
export function withIndicatorAnswers(
  grid: SheetGrid,
  headers: readonly Header[],
  answered: readonly AnsweredColumn[],
  labels: LabelReader,
): readonly Header[] {
  const own = answered.filter(({ reponse }) => isOfIndicator(reponse.answer));
  if (own.length === 0) return headers;
  return withColumns(grid, headers, own, labels).map((header) => {
    if (headers.includes(header) || header.indicatorColumn !== null) return header;
    const rows = own.flatMap(({ column: { section } }) => section.rows);
    const texts = rows.flatMap((row) => row.textsIn(0, header.left - 1));
    const isIndicator = ({ text }: TextCell): boolean => labels.index.findIndicateur(parseLabel(text), null) !== null;
    const indicatorColumn = texts.find(isIndicator)?.column ?? null;
    const actionColumn = texts.find(({ text }) => labels.read(text).action !== null)?.column ?? null;
    const left = Math.min(header.left, indicatorColumn ?? header.left, actionColumn ?? header.left);
    return { ...header, indicatorColumn, actionColumn, left, isOfOneParty: false };
  });
}

function withColumns(
  grid: SheetGrid,
  headers: readonly Header[],
  answered: readonly AnsweredColumn[],
  labels: LabelReader,
): readonly Header[] {
  const sections = groupBy(answered, ({ column }) => column.section.heads[0]?.row);
  let all = headers;
  for (const own of sections.values()) {
    const columns = own.flatMap(({ column, reponse }) => toValueColumn(column, reponse.answer) ?? []);
    const heads = own[0]?.column.section.heads ?? [];
    const top = heads[0]?.row ?? 0;
    const bottom = heads.at(-1)?.row ?? top;
    const first = Math.min(...own.map(({ column }) => column.column));
    const known = all
      .filter((header) => header.top <= bottom && header.bottom >= top)
      .sort((one, other) => other.left - one.left)
      .find(({ left, right }) => (left <= first ? !namesActions(own, right + 1, first, labels) : true));
    if (columns.length === 0 && !known) continue;
    const told = new Set(own.map(({ column: { column } }) => column));
    const merged = [...(known?.columns.filter(({ column }) => !told.has(column)) ?? []), ...columns].sort(
      (one, other) => one.column - other.column,
    );
    if (merged.length === 0) {
      all = all.filter((one) => one !== known);
      continue;
    }
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
