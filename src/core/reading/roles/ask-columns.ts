// The questions about columns: amounts beside the contract's labels under words that do not say whose they are, or of what.
import { isSameSheet, type RangeRef } from "xlsx-model/cell-ref";
import type { Action, Convention } from "../../contract/convention";
import type { Dossier, PlageNonLue } from "../../domain/dossier";
import type { Answer, Question } from "../../domain/question";
import type { Unite } from "../../domain/values/unite";
import { parseLabel } from "../../domain/words/label";
import { wordsOfPath } from "../../domain/words/path-words";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import type { Figure } from "../account/figure-cells";
import type { CellSet } from "../account/read-cells";
import type { HeadingReader } from "../headings/headings";
import type { LabelReader } from "../labels/label-reader";
import { nameOfColumn, placeOfColumn, type SheetGrid, type TextCell } from "../sheet-grid";
import type { AnsweredColumn } from "./answers";
import { clauseOf, labelOfRole, rolesOf } from "./column-roles";
import { headedColumns, type HeadedColumn } from "./headed-columns";
import { sampleOf } from "./sample";
import type { ActionOf } from "./contract-match";
import type { KnownColumn } from "./evidence/of-columns";
import { knownColumns } from "./known-columns";
import { actionByAmounts } from "./row-match";
import { mayBeMissingPart } from "./missing-part";
import { findMatch, hintOf, saysOf, suppose } from "./suppose";

export interface Asking {
  readonly convention: Convention;
  /** What was read. */
  readonly dossier: Dossier;
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  /** The cells that a table has read. */
  readonly read: CellSet;
  readonly nonLus: readonly PlageNonLue[];
  /** Tables that are asked about as a whole. */
  readonly whole?: readonly RangeRef[];
  readonly answered: readonly AnsweredColumn[];
  /** Where the tables of indicators stand. */
  readonly indicators: readonly RangeRef[];
  unitOf(sheet: string): Unite;
}

const covers = ({ top, bottom, left, right }: RangeRef, { row, column }: Figure): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

const isAmount = ({ kind }: Figure): boolean => kind === "amount";

/** The action that the row of a figure names, left of it; on a sheet that names none, the one whose amounts the row shows. */
export function actionsOf(grid: SheetGrid, labels: LabelReader, unit: Unite): ActionOf {
  const namedIn = (texts: readonly TextCell[]): Action | null =>
    texts.map(({ text }) => labels.read(text).action).find((action) => action !== null) ?? null;
  let isNamed: boolean | null = null;
  return ({ row: at, column }) => {
    const row = grid.row(at);
    const named = row && namedIn(row.textsIn(0, column - 1));
    if (!row || named) return named;
    isNamed ??= grid.rows.some(({ texts }) => namedIn(texts) !== null);
    return isNamed ? null : actionByAmounts(row, labels.actions, unit);
  };
}

export type IndicatorOf = ReturnType<typeof indicatorOf>;

/** The indicator that the row of a figure names. */
export const indicatorOf =
  (grid: SheetGrid, { index }: LabelReader) =>
  ({ row, column }: Figure) =>
    (grid.row(row)?.textsIn(0, column - 1) ?? [])
      .map(({ text }) => index.findIndicateur(parseLabel(text), null))
      .find((indicateur) => indicateur !== null) ?? null;

const worded = ({ label, short, ...answer }: Answer): Answer => ({
  ...answer,
  label: typographie(label),
  ...(short !== undefined && { short: typographie(short) }),
});

/** Of an answer that another column has taken already. */
function sayTaken(
  { section, column }: HeadedColumn,
  { answered, convention }: Pick<Asking, "answered" | "convention">,
): readonly string[] {
  const given = answered.find(
    (one) => one.column.column === column && one.column.section.grid.sheet === section.grid.sheet,
  );
  if (!given) return [];
  const { answer, by } = given.reponse;
  return [`la réponse de ${by}, ${cite(labelOfRole(convention, answer))}, est déjà celle d’une autre colonne`];
}

/** What the other columns of its table tell of it. */
interface Beside {
  readonly known: readonly KnownColumn[];
  readonly rank: 1 | 2 | null;
  readonly unknown: readonly number[];
  readonly taken: ReadonlyMap<string, string>;
}

const ALONE: Beside = { known: [], rank: null, unknown: [], taken: new Map() };

/** `left` are the figures that it is asked of; `isEachYears` where the rows tell the year of each. */
export function askColumn(
  column: HeadedColumn,
  left: readonly Figure[],
  columns: readonly HeadedColumn[],
  asking: Pick<Asking, "convention" | "headings" | "labels" | "answered" | "unitOf">,
  isEachYears = false,
  { known, ...beside }: Beside = ALONE,
): Question {
  const { section, path } = column;
  const { grid } = section;
  const { convention, headings, labels } = asking;
  const unit = asking.unitOf(grid.sheet);
  const actionOf = actionsOf(grid, labels, unit);
  const { answer, evidence, lacks, annee, sameAsContract } = suppose(column, {
    convention,
    headings,
    actionOf,
    unit,
    columns: known,
    ...beside,
  });
  const annees = isEachYears ? [null] : annee === null ? convention.annees.map((year) => year.annee) : [annee];
  const rows = left.map(({ row }) => row);
  const ofActions = left.filter((figure) => actionOf(figure) !== null).map(({ row }) => row);
  const named = cite(wordsOfPath(path));
  const asked = answer === null ? "à quoi correspondent ces montants ?" : `est-ce ${clauseOf(convention, answer)} ?`;
  const place = `${placeOfColumn(grid, column.column)}, ${named}`;
  return {
    about: "column",
    key: { kind: "column", path, sheet: grid.sheet },
    text: typographie(`${place} : ${asked}`),
    range: {
      sheet: grid.sheet,
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: column.column,
      right: column.column,
    },
    supposed: answer && worded(answer),
    evidence: [...sayTaken(column, asking), ...evidence].map(typographie),
    ...(lacks.length > 0 && { lacks: lacks.map(typographie) }),
    answers: rolesOf(convention, annees, path).map(worded),
    amounts: left.length,
    place: typographie(place),
    asked: typographie(capitalise(asked)),
    sample: sampleOf(column, [...ofActions, ...rows.filter((row) => !ofActions.includes(row))], columns),
    ...(sameAsContract && { sameAsContract }),
  };
}

/** Right of the names of indicators, as their heading says. */
export const isUnderIndicators = ({ section, column }: HeadedColumn, headings: HeadingReader): boolean =>
  section.heads.some((row) => row.textsIn(0, column - 1).some(({ text }) => headings.read(text).role === "indicateur"));

/** Figures of indicators are asked about as such, or named: they are nobody's amounts. */
const isOfIndicators = (figures: readonly Figure[], tables: readonly RangeRef[], of: IndicatorOf): boolean =>
  figures.some((figure) => of(figure) || tables.some(({ top, bottom }) => figure.row >= top && figure.row <= bottom));

/** Of nothing but shares beside amounts, "0,75" under « Taux », nothing is asked: what they are is told. */
function isShare({ section, figures }: HeadedColumn, columns: readonly HeadedColumn[]): boolean {
  const most = Math.max(...figures.map(({ value }) => Math.abs(value)));
  const isBeside = (one: HeadedColumn): boolean =>
    one.section === section && one.figures.some(({ value }) => Math.abs(value) >= LEAST_BESIDE);
  return most <= 1 && columns.some(isBeside);
}

/** In whatever unit, an amount beside which 1 is no amount. */
const LEAST_BESIDE = 100;

interface Left {
  readonly column: HeadedColumn;
  readonly figures: readonly Figure[];
}

/** Of each sheet, from left to right; of columns beside no action of the contract nothing is asked. */
function leftOf(grid: SheetGrid, columns: readonly HeadedColumn[], asking: Asking): readonly Left[] {
  const named = asking.nonLus.filter(({ range }) => isSameSheet(range.sheet, grid.sheet));
  const isAnswered = ({ column }: HeadedColumn): boolean =>
    asking.answered.some((one) => one.column.column === column && one.column.section.grid.sheet === grid.sheet);
  const doubtful = columns.filter((column) => !isAnswered(column) && mayBeMissingPart(asking.dossier, column));
  if (named.length === 0 && doubtful.length === 0) return [];
  const indicators = asking.indicators.filter((range) => isSameSheet(range.sheet, grid.sheet));
  const isRead = asking.read.of(grid.sheet);
  // Codes may stand left of the action that they are of.
  const actionOf = actionsOf(grid, asking.labels, asking.unitOf(grid.sheet));
  const isBeside = (figure: Figure): boolean =>
    (grid.row(figure.row)?.texts ?? []).some(({ text }) => asking.labels.read(text).action !== null) ||
    actionOf(figure) !== null;
  const whole = (asking.whole ?? []).filter(({ sheet }) => isSameSheet(sheet, grid.sheet));
  const isNamed = (figure: Figure): boolean =>
    named.some(({ range }) => covers(range, figure)) && !whole.some((range) => covers(range, figure));
  // Under the same words as one that was read it is that one again, which a rule says.
  const isAgain = ({ sameAs, section }: HeadedColumn): boolean =>
    columns.some(
      (other) =>
        other.section === section &&
        other.column === sameAs &&
        other.figures.some(({ row, column }) => isRead(row, column)),
    );
  return columns.flatMap((column) => {
    const isDoubtful = doubtful.includes(column);
    const figures = column.figures.filter(
      (figure) => isAmount(figure) && (isDoubtful || (!isRead(figure.row, figure.column) && isNamed(figure))),
    );
    const isAsked =
      !isShare(column, columns) &&
      !isUnderIndicators(column, asking.headings) &&
      !isOfIndicators(figures, indicators, indicatorOf(grid, asking.labels)) &&
      !isAgain(column) &&
      figures.some((figure) => isBeside(figure));
    return isAsked ? [{ column, figures }] : [];
  });
}

/** What the words and amounts of the others say of a column tells of it too: they are known in their turn. */
function ofOthers(left: Left, questions: ReadonlyMap<HeadedColumn, Question>): readonly KnownColumn[] {
  return [...questions].flatMap(([column, { supposed }]) => {
    if (column === left.column || column.section !== left.column.section || !supposed) return [];
    const { year, party, nature } = supposed;
    return year !== undefined && party && nature ? [{ column: column.column, year, part: party, nature }] : [];
  });
}

/** Of two columns that say the same year and no party, and whose amounts both parties give alike, which is the first. */
function rankOf({ column }: Left, all: readonly Left[], asking: Asking): 1 | 2 | null {
  const { convention, headings, labels, unitOf } = asking;
  const { grid } = column.section;
  const unit = unitOf(grid.sheet);
  const known = { convention, actionOf: actionsOf(grid, labels, unit), unit };
  const yearOf = (one: HeadedColumn): number | null => {
    const hint = hintOf(one.path, headings);
    const match = findMatch(one, hint, known);
    const isOfNobody = hint.parts.length === 0 && match !== null && !match.isDenied && match.part === null;
    return isOfNobody ? (hint.annees[0] ?? null) : null;
  };
  const year = yearOf(column);
  if (year === null) return null;
  const alike = all.filter((one) => one.column.section === column.section && yearOf(one.column) === year);
  if (alike.length !== 2) return null;
  return alike[0]?.column === column ? 1 : 2;
}

/** What others of its table are read as, or better supposed: nothing is two columns at once. */
function takenBy(left: Left, known: readonly KnownColumn[], questions: ReadonlyMap<HeadedColumn, Question>) {
  const taken = new Map<string, string>();
  for (const { column, part, year, nature } of known)
    taken.set(saysOf({ role: "", party: part, year, nature }), nameOfColumn(left.column.section.grid, column));
  const own = questions.get(left.column);
  let isBefore = true;
  for (const [column, { supposed, key, sameAsContract }] of questions) {
    if (column === left.column) isBefore = false;
    else if (column.section === left.column.section && supposed?.party) {
      const [same, other] = [sameAsContract?.same ?? 0, own?.sameAsContract?.same ?? 0];
      if (same > other || (same === other && isBefore)) taken.set(saysOf(supposed), wordsOfPath(key.path));
    }
  }
  return taken;
}

const NOBODY: ReadonlyMap<string, string> = new Map();

export function askColumns(grids: readonly SheetGrid[], asking: Asking): readonly Question[] {
  return grids.flatMap((grid) => {
    const columns = headedColumns(grid);
    const left = leftOf(grid, columns, asking);
    const askOf = (one: Left, known: readonly KnownColumn[], taken: ReadonlyMap<string, string>): Question => {
      const unknown = left
        .filter(({ column: { section, column } }) => section === one.column.section && column < one.column.column)
        .filter(({ column: { path } }) => hintOf(path, asking.headings).annees.length === 0);
      const beside = {
        known,
        taken,
        rank: rankOf(one, left, asking),
        unknown: unknown.map(({ column }) => column.column),
      };
      return askColumn(one.column, one.figures, columns, asking, false, beside);
    };
    const read = new Map(left.map((one) => [one, knownColumns(asking.dossier, one.column)]));
    const alone = new Map(left.map((one) => [one.column, askOf(one, read.get(one) ?? [], NOBODY)]));
    const together = new Map(
      left.map((one) => {
        const question = alone.get(one.column);
        const others = ofOthers(one, alone);
        return [
          one.column,
          question?.supposed || others.length === 0
            ? question
            : askOf(one, [...(read.get(one) ?? []), ...others], NOBODY),
        ];
      }),
    ) as ReadonlyMap<HeadedColumn, Question>;
    return left.flatMap((one) => {
      const question = together.get(one.column);
      if (!question?.supposed?.party) return question ?? [];
      const known = read.get(one) ?? [];
      const taken = takenBy(one, known, together);
      return taken.has(saysOf(question.supposed))
        ? askOf(one, [...known, ...ofOthers(one, together)], taken)
        : question;
    });
  });
}
