// The columns that say how far the spending is, or whether it is before or after tax; and what an answer leaves of them.
import type { Convention } from "../../contract/convention";
import {
  ETATS_D_EXECUTION,
  keyOfMesure,
  SUJETS,
  TAXES,
  type EtatDExecution,
  type Mesure,
  type Sujet,
  type Taxes,
} from "../../domain/mesure";
import { groupBy } from "../../domain/group-by";
import { A_IGNORER, type QuestionKey, type Reponse } from "../../domain/question";
import { cleReponse } from "../../domain/reponses";
import { LIMITS } from "../limits";
import { createHeadingReader, type HeadingReader } from "../headings/headings";
import { etatOf, maySayMesure, taxesOf, type Choix } from "../headings/measures";
import type { LabelReader } from "../labels/label-reader";
import type { SheetGrid } from "../sheet-grid";
import { headedColumns, type HeadedColumn, type Section } from "./headed-columns";
import { hintOf } from "./suppose";

/** A column beside actions of the contract. */
export interface MeasuredColumn {
  readonly column: HeadedColumn;
  readonly etat: EtatDExecution | null;
  readonly taxes: Taxes | null;
}

/** What is asked, or what the workbook says by itself, of one subject. */
export interface SujetTrouve {
  readonly sujet: Sujet;
  /** In the order of the domain; two or more where they stand side by side. */
  readonly mesures: readonly Mesure[];
  readonly isAsked: boolean;
  readonly columns: readonly MeasuredColumn[];
  /** The latest answer that names one of them, and the columns that it leaves aside. */
  readonly reponse: Reponse | null;
  readonly aside: readonly MeasuredColumn[];
}

export interface Mesures {
  readonly sujets: readonly SujetTrouve[];
  readonly choix: Choix;
  /** Of each sheet: what the answers leave aside, as answers about its columns. */
  reponsesPour(sheet: string): readonly Reponse[];
}

const MESURES: Readonly<Record<Sujet, readonly Mesure[]>> = { "état d’exécution": ETATS_D_EXECUTION, taxes: TAXES };

const mesureOf = (sujet: Sujet, { etat, taxes }: MeasuredColumn): Mesure | null => (sujet === "taxes" ? taxes : etat);

const lowestFirst = <T>(path: readonly string[], say: (text: string) => T | null): T | null =>
  [...path].reverse().reduce<T | null>((found, text) => found ?? say(text), null);

/** The name of a sheet, or a title alone over a table. */
function taxesOfTitle(grid: SheetGrid, { heads }: Section): Taxes | null {
  const above = grid.rows.filter(({ row, count }) => row < (heads[0]?.row ?? 0) && count === 1);
  const titles = above.flatMap(({ texts }) => texts.map(({ text }) => text)).slice(-LIMITS.titleRows);
  return lowestFirst([grid.sheet, ...titles], taxesOf);
}

const isMeasured = (grid: SheetGrid): boolean =>
  maySayMesure(grid.sheet) ||
  grid.rows.some(({ texts }) => texts.some(({ text }) => text.length <= LIMITS.headingLength && maySayMesure(text)));

/** Two actions at least: fewer are no table of the contract's. */
const FEWEST = 2;

function columnsOf(grid: SheetGrid, headings: HeadingReader, labels: LabelReader): readonly MeasuredColumn[] {
  if (!isMeasured(grid)) return [];
  const ofAction = (row: number, column: number): boolean =>
    (grid.row(row)?.textsIn(0, column - 1) ?? []).some(({ text }) => labels.read(text).action !== null);
  const columns = headedColumns(grid).filter(
    ({ figures, column }) => figures.filter(({ row }) => ofAction(row, column)).length >= FEWEST,
  );
  const isLocal = ({ path }: HeadedColumn): boolean => hintOf(path, headings).parts.includes("collectivite");
  return columns.map((column) => {
    const etat = lowestFirst(column.path, etatOf);
    // What the State paid is its contribution; what each party paid is how far the spending is.
    const isSpent =
      etat !== "payé" ||
      columns.some((one) => one.section === column.section && isLocal(one) && lowestFirst(one.path, etatOf) === etat);
    return {
      column,
      etat: isSpent ? etat : null,
      taxes: lowestFirst(column.path, taxesOf) ?? taxesOfTitle(grid, column.section),
    };
  });
}

/** A contract is in what its parties pay: amounts before tax may be compared with it, and may not. */
const ALONE: Mesure = "hors taxes";

/** What stands beside what was chosen; what is only on its way, or paid, wherever it stands. */
function asideOf(sujet: Sujet, chosen: string, all: readonly MeasuredColumn[]): readonly MeasuredColumn[] {
  const isChosen = (one: MeasuredColumn): boolean => mesureOf(sujet, one) === chosen;
  return all.filter((one) => {
    const own = mesureOf(sujet, one);
    if (own === null || isChosen(one)) return false;
    const isBeside = all.some((other) => other.column.section === one.column.section && isChosen(other));
    return chosen === A_IGNORER ? own === ALONE : isBeside || own === "engagé" || own === "payé";
  });
}

function find(sujet: Sujet, all: readonly MeasuredColumn[], reponses: readonly Reponse[]): SujetTrouve | null {
  const of = (one: MeasuredColumn): Mesure | null => mesureOf(sujet, one);
  const own = all.filter((one) => of(one) !== null);
  const sections = [...groupBy(own, ({ column: { section } }) => section).values()];
  const several = sections.filter((some) => new Set(some.map(of)).size > 1).flat();
  const columns = several.length > 0 ? several : own;
  const mesures = MESURES[sujet].filter((mesure) => columns.some((one) => of(one) === mesure));
  if (mesures.length === 0) return null;
  const said = reponses.filter(({ key }) => isSameKey(key, keyOfMesure(sujet))).at(-1) ?? null;
  const isAlone = several.length === 0 && mesures.includes(ALONE);
  const chosen = [...mesures, ...(isAlone ? [A_IGNORER] : [])].find((answer) => answer === said?.answer.role);
  return {
    ...{ sujet, mesures },
    columns: isAlone ? columns.filter((one) => of(one) === ALONE) : columns,
    isAsked: (several.length > 0 || isAlone) && chosen === undefined,
    reponse: chosen === undefined ? null : said,
    aside: chosen === undefined ? [] : asideOf(sujet, chosen, all),
  };
}

const isSameKey = (one: QuestionKey, other: QuestionKey): boolean =>
  cleReponse({ key: one }) === cleReponse({ key: other });

export function findMesures(
  grids: readonly SheetGrid[],
  convention: Convention,
  labels: LabelReader,
  reponses: readonly Reponse[],
): Mesures {
  const headings = createHeadingReader(convention);
  const all = grids.flatMap((grid) => columnsOf(grid, headings, labels));
  const sujets = SUJETS.flatMap((sujet) => find(sujet, all, reponses) ?? []);
  const etats = sujets.find(({ sujet }) => sujet === "état d’exécution");
  const taxes = sujets.find(({ sujet }) => sujet === "taxes");
  return {
    sujets,
    choix: {
      etat: etats?.reponse ? (etats.reponse.answer.role as EtatDExecution) : null,
      areTaxesSettled: taxes !== undefined && !taxes.isAsked,
    },
    reponsesPour: (sheet) =>
      sujets.flatMap(({ reponse, aside }): readonly Reponse[] =>
        aside
          .filter(({ column }) => column.section.grid.sheet === sheet)
          .flatMap(({ column: { path } }) =>
            reponse ? [{ ...reponse, key: { kind: "column", path, sheet }, answer: { role: A_IGNORER } }] : [],
          ),
      ),
  };
}
