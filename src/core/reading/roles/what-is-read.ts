// The list of what was read, heading by heading and row by row: what each is, on whose word, and how an answer would find it again.
import { briefRole } from "../../domain/brief-role";
import { rangeAround, type RangeRef } from "xlsx-model/cell-ref";
import type { Convention } from "../../contract/convention";
import type { Dossier } from "../../domain/dossier";
import type { LigneDeLecture, TableauDeLecture } from "../../domain/lecture";
import type { Question, QuestionKey, ReponseTenue, Role } from "../../domain/question";
import { cleReponse } from "../../domain/reponses";
import { wordsOfPath } from "../../domain/words/path-words";
import type { RawWorkbook } from "../../workbook-port";
import { figuresOf } from "../account/figure-cells";
import { createLabelReader, type LabelReader } from "../labels/label-reader";
import { joinSplitLabels } from "../labels/split-labels";
import { asRead, turnedBack } from "../transposed";
import { createSheetGrid, nameOfColumn, nameOfRow, type GridRow, type SheetGrid, type TextCell } from "../sheet-grid";
import { describeRole } from "./column-roles";
import { countWhatIsRead } from "./count-what-is-read";
import { headedColumns, type HeadedColumn, type Section } from "./headed-columns";
import { saidOfCells, saidOfColumn, type SaidOfCell, type SaidOfCells, type SaidOfColumn } from "./said-of-cells";

/** What was asked and answered, by its key. */
interface Known {
  readonly convention: Convention;
  readonly labels: LabelReader;
  readonly said: SaidOfCells;
  question(key: QuestionKey): Question | null;
  answer(key: QuestionKey): ReponseTenue | null;
}

/** The sheets of the agent in which figures may stand, as they were read. */
export function sheetsRead(raw: RawWorkbook, { convention }: Dossier): readonly SheetGrid[] {
  const { index } = createLabelReader(convention);
  return raw.sheets
    .filter(({ resultSheet, visibility }) => resultSheet === null && visibility === "visible")
    .map((sheet) => joinSplitLabels(asRead(sheet, createSheetGrid(sheet, raw), raw.reponses ?? []), index).grid);
}

/** An answer may hold on one sheet, or on each. */
const keysOf = (key: QuestionKey): readonly string[] => [
  cleReponse({ key }),
  cleReponse({ key: { kind: key.kind, path: key.path } }),
];

function byKey<T>(all: readonly T[], keyOf: (one: T) => QuestionKey): (key: QuestionKey) => T | null {
  const known = new Map(all.map((one) => [cleReponse({ key: keyOf(one) }), one]));
  return (key) => keysOf(key).flatMap((text) => known.get(text) ?? [])[0] ?? null;
}

/** What is asked and what was answered of it prevail over what is read. */
function state(key: QuestionKey, known: Known): Pick<LigneDeLecture, "as" | "state" | "reponse" | "role"> | null {
  const asked = known.question(key);
  const brief = (role: Role): string => briefRole(known.convention.collectivite.designation, role);
  if (asked) {
    const { supposed } = asked;
    return { as: supposed && brief(supposed), state: "asked", reponse: null, role: supposed };
  }
  const held = known.answer(key);
  if (!held) return null;
  return { as: brief(held.reponse.answer), state: "confirmed", reponse: held.reponse, role: held.reponse.answer };
}

/** What an answer would say of the same; null where no answer says it. */
function roleOf(convention: Convention, { part, nature, year }: SaidOfColumn): Role | null {
  if (part === null || (nature !== "contracted" && nature !== "executed" && nature !== "paid")) return null;
  return describeRole(convention, part, nature, year === "several" ? null : year);
}

function column(headed: HeadedColumn, known: Known): LigneDeLecture | null {
  const { section, path, figures } = headed;
  const { sheet } = section.grid;
  const key: QuestionKey = { kind: "column", path, sheet };
  const said = saidOfColumn(
    figures.flatMap((figure) => known.said({ sheet, row: figure.row, column: figure.column }) ?? []),
  );
  const told = state(key, known);
  if (!said && !told) return null;
  return {
    about: "column",
    name: nameOfColumn(section.grid, headed.column),
    words: wordsOfPath(path),
    as: said?.as ?? null,
    state: "read",
    role: said && roleOf(known.convention, said),
    reponse: null,
    ...told,
    key: told || said?.isOfAmounts ? key : null,
    range: rangeAround(sheet, figures),
  };
}

/** The text that names it, left of its figures; else the longest. */
export function labelOfRow(row: GridRow, first: number, labels: LabelReader): TextCell | null {
  const texts = row.textsIn(0, first - 1);
  const named = texts.find(({ text }) => {
    const { action, axe, total } = labels.read(text);
    return (action ?? axe ?? total) !== null;
  });
  const ofAction = texts.find(({ text }) => labels.read(text).action !== null);
  return ofAction ?? named ?? [...texts].sort((one, other) => other.text.length - one.text.length)[0] ?? null;
}

interface RowSeen {
  readonly line: LigneDeLecture;
  readonly label: TextCell;
}

function rowLine(row: GridRow, grid: SheetGrid, known: Known): RowSeen | null {
  const { sheet } = grid;
  const figures = figuresOf(row, () => true);
  const [first] = figures;
  const label = first ? labelOfRow(row, first.column, known.labels) : null;
  if (!label || label.text.trim() === "") return null;
  const path = [label.text.trim()];
  const said = figures.flatMap((figure): SaidOfCell[] => {
    const one = known.said({ sheet, row: figure.row, column: figure.column });
    return one ? [one] : [];
  });
  const told = state({ kind: "row", path, sheet }, known);
  const [one] = said;
  const key: QuestionKey = { kind: "row", path, ...(one?.isOnSeveralSheets !== true && { sheet }) };
  if (!one && !told) return null;
  const isOfAmounts = one !== undefined && one.kind !== "indicator" && one.kind !== "imputation";
  const number = one?.kind === "action" ? /^Action (\S+)/.exec(one.row)?.[1] : undefined;
  return {
    label,
    line: {
      about: "row",
      name: nameOfRow(grid, row.row),
      words: path.join(""),
      as: one?.kind === "unknown" ? "Hors du contrat" : (one?.row ?? null),
      state: "read",
      role: number === undefined ? null : { role: "action du contrat", action: number },
      reponse: null,
      ...told,
      key: told?.reponse?.key ?? (told || isOfAmounts ? key : null),
      range: rangeAround(sheet, [{ row: row.row, column: label.column }, ...figures]),
    },
  };
}

function labelColumn(section: Section, rows: readonly RowSeen[]): LigneDeLecture | null {
  const counts = new Map<number, number>();
  for (const { label } of rows) counts.set(label.column, (counts.get(label.column) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  const head = section.heads.at(-1);
  if (!most || !head) return null;
  const [at] = most;
  const over = section.heads.flatMap((row) => (row.value(at) === null ? [] : [String(row.value(at))])).at(-1) ?? "";
  const cells = rows.filter(({ label }) => label.column === at);
  const places = cells.map(({ line }) => ({ row: line.range.top, column: at }));
  return {
    ...{
      about: "column",
      name: nameOfColumn(section.grid, at),
      words: over,
      as: "Intitulés des lignes",
      state: "read",
    },
    ...{ key: null, role: null, reponse: null, range: rangeAround(section.grid.sheet, places) },
  };
}

function table(section: Section, columns: readonly HeadedColumn[], known: Known): TableauDeLecture | null {
  const { sheet } = section.grid;
  const lines = columns.flatMap((one) => column(one, known) ?? []);
  const rows = section.rows.flatMap((row) => rowLine(row, section.grid, known) ?? []);
  const labels = labelColumn(section, rows);
  const [first] = lines;
  if (!first || rows.length === 0) return null;
  const all = [...(labels ? [labels] : []), ...lines];
  const heading = section.heads.at(-1)?.row ?? 0;
  const byColumn = new Map(lines.map((line) => [line.name, line]));
  const byRow = new Map(rows.map(({ line }) => [line.name, line]));
  const ranges: readonly RangeRef[] = all.map(({ range }) => range);
  return {
    range: {
      sheet,
      top: section.heads[0]?.row ?? heading,
      bottom: Math.max(...ranges.map(({ bottom }) => bottom)),
      left: Math.min(...ranges.map(({ left }) => left)),
      right: Math.max(...ranges.map(({ right }) => right)),
    },
    heading,
    columns: all,
    rows: rows.map(({ line }) => line),
    counts: countWhatIsRead({
      figures: columns.flatMap(({ figures }) => figures),
      column: (figure) => byColumn.get(nameOfColumn(section.grid, figure.column)),
      row: (figure) => byRow.get(nameOfRow(section.grid, figure.row)),
      said: ({ row, column: at }) => known.said({ sheet, row, column: at }),
    }),
  };
}

/** Of a turned table the lines are columns, and the columns lines: as the agent sees it. */
function asSeen(table: TableauDeLecture, { isTurned }: SheetGrid): TableauDeLecture {
  if (!isTurned) return table;
  const [labels] = table.columns;
  return {
    ...table,
    heading: labels?.range.left ?? table.heading,
    columns: table.rows.map((line) => ({ ...line, about: "column" })),
    rows: table.columns.map((line) => ({ ...line, about: "row" })),
  };
}

/** Table by table, each from left to right and from top to bottom. */
export function whatIsRead(raw: RawWorkbook, asTold: Dossier): readonly TableauDeLecture[] {
  const grids = sheetsRead(raw, asTold);
  const dossier = turnedBack(asTold, grids);
  const known: Known = {
    convention: dossier.convention,
    labels: createLabelReader(dossier.convention),
    said: saidOfCells(dossier),
    question: byKey(dossier.questions ?? [], ({ key }) => key),
    answer: byKey(
      (dossier.reponses ?? []).filter(({ range }) => range !== null),
      ({ reponse }) => reponse.key,
    ),
  };
  const tables = grids.flatMap((grid) => {
    const columns = headedColumns(grid);
    const sections = [...new Set(columns.map(({ section }) => section))];
    return sections.flatMap((section) => {
      const own = columns.filter((one) => one.section === section);
      const read = table(section, own, known);
      return read ? [asSeen(read, grid)] : [];
    });
  });
  return turnedBack(tables, grids);
}
