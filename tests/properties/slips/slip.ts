// A slip: how it is planted in what a workbook says, in which layouts it makes sense, and what must be found where.
import { leastLocalPart } from "../../../src/core/contract/in-force/contract-amounts";
import type { Convention } from "../../../src/core/contract/convention";
import { subjectParty } from "../../../src/core/domain/outside-words";
import type { Colonne } from "../../../src/core/domain/dossier";
import { montantFromCentimes } from "../../../src/core/domain/values/montant";
import type { QuestionKind } from "../../../src/core/domain/question";
import type { Severity } from "../../../src/core/verification";
import type { Workbook } from "../canvas";
import {
  changeFigure,
  type AmountRow,
  type AmountTable,
  type Content,
  type Figure,
  type IndicatorRow,
} from "../content";
import type { WorkbookLayout } from "../workbook-layout";

/** In the contract's first year, with no executed amounts; when its first years have closed. */
export const EARLY = "2024-06-30";
export const LATE = "2026-11-24";

/** Which of the actions, years and so on: taken modulo how many there are, so that each shrinks by itself. */
export interface Dice {
  readonly row: number;
  readonly other: number;
  readonly year: number;
  readonly colonne: number;
  readonly amount: number;
}

export interface Expected {
  readonly severity: Severity;
  /** Whole, or its beginning where "*" ends it. */
  readonly id: string;
  /** Addresses; their order does not matter. */
  readonly cells: readonly string[];
}

export interface Planted {
  readonly content: Content;
  expected(workbook: Workbook): readonly Expected[];
  /** What it is asked about instead, where nobody can tell that it is a slip; left out where nothing is. */
  readonly asked?: readonly QuestionKind[];
  /** Rules that the same slip rightly makes speak too. */
  readonly also: readonly string[];
}

export interface Slip {
  readonly name: string;
  readonly rules: readonly string[];
  readonly asOf: typeof EARLY | typeof LATE;
  /** Only a signed contract gives its fiches, its imputation and its bank details. */
  readonly contract?: "signed";
  /** The layout with what the slip needs: a TOTAL row for a wrong total. */
  readonly needs?: (layout: WorkbookLayout) => WorkbookLayout;
  /** Null where the contract leaves no room for it. */
  readonly plant: (content: Content, dice: Dice, layout: WorkbookLayout) => Planted | null;
}

export const pick = <Item>(items: readonly Item[], index: number): Item | null => items[index % items.length] ?? null;

/** One row and one year of the contract, with its amounts there. */
export interface Spot {
  readonly convention: Convention;
  readonly table: AmountTable;
  readonly row: AmountRow;
  readonly numero: number;
  readonly annee: number;
  readonly etat: number;
  readonly collectivite: number;
  readonly least: number;
  readonly isFirm: boolean;
  /** "5/2024". */
  readonly place: string;
  cell(workbook: Workbook, colonne: Colonne): string;
}

export function spotIn(
  content: Content,
  kind: "budget" | "execution",
  dice: Dice,
  years?: readonly number[],
): Spot | null {
  const { convention } = content;
  const table = content[kind];
  const row = table && pick(table.rows, dice.row);
  const annee = table && pick(years ?? table.years, dice.year);
  const own = row && annee !== null ? row.montants.get(annee) : null;
  if (!table || !row || row.numero === null || annee === null || !own) return null;
  const { centimes: etat } = own.etat;
  const { centimes: collectivite } = own.collectivite;
  if (etat === null || collectivite === null) return null;
  return {
    convention,
    table,
    row,
    numero: row.numero,
    annee,
    etat,
    collectivite,
    least: leastLocalPart(convention.cofinancement.seuil, montantFromCentimes(etat)) ?? etat,
    isFirm: convention.creditsEtat.some((credit) => credit.annee === annee && credit.statut === "ferme"),
    place: `${row.numero}/${annee}`,
    cell: (workbook, colonne) => workbook.at(`${kind}:amount/${row.id}/${annee}/${colonne}`),
  };
}

export const party = (colonne: Colonne): string => subjectParty(colonne);

export const withBudget = (layout: WorkbookLayout, change: Partial<WorkbookLayout["budget"]>): WorkbookLayout => ({
  ...layout,
  budget: { ...layout.budget, ...change },
});

export const withExecution = (
  layout: WorkbookLayout,
  change: Partial<WorkbookLayout["execution"]>,
): WorkbookLayout => ({
  ...layout,
  execution: { ...layout.execution, ...change },
});

export const withIndicators = (
  layout: WorkbookLayout,
  change: Partial<WorkbookLayout["indicators"]>,
): WorkbookLayout => ({
  ...layout,
  indicators: { ...layout.indicators, ...change },
});

/** One indicator of the contract, where it stands in the table. */
export function indicatorsOf({
  indicators,
}: Content): readonly (IndicatorRow & { readonly action: number; readonly axe: number })[] {
  return (indicators?.groups ?? []).flatMap(({ rows, numero, axe }) =>
    rows.map((row) => ({ ...row, action: numero, axe })),
  );
}

/** The content with another budget. */
export const plantBudget = (content: Content, budget: AmountTable, planted: Omit<Planted, "content">): Planted => ({
  content: { ...content, budget },
  ...planted,
});

/** Replaces one amount of the budget. */
export function plantFigure(
  content: Content,
  spot: Spot,
  colonne: "etat" | "collectivite" | "total",
  figure: Figure,
  planted: Omit<Planted, "content">,
): Planted {
  const { table, row, annee } = spot;
  return { content: { ...content, budget: changeFigure(table, row.id, annee, colonne, figure) }, ...planted };
}
