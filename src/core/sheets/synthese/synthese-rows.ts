// The rows of « Synthèse par axe »: live formulas over the agent's cells, with the figures that they give today.
import { sayReason, type Known, type Reason } from "../../domain/known";
import { sumKnown, whereDue } from "../../domain/values/known-montant";
import { isOwedBy } from "../../domain/contrat/contracted-cells";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Convention } from "../../contract/convention";
import type { Colonne, TableauBudgetaire } from "../../domain/dossier";
import { rateOf } from "../../facts/ledger/ecriture";
import { formatListeCourte } from "../../domain/words/format";
import { capitalise } from "../../domain/words/typographie";
import { subtractMontants, toEuros, type Montant } from "../../domain/values/montant";
import type { PlannedCell } from "../../workbook-port";
import { whenGiven, type LiveAmounts, shownAmount } from "../parts/live-amounts";
import { moneyRateCell } from "../parts/rate-cells";
import { textCell } from "../parts/sheet-builder";
import type { Groupe, MontantDuContrat } from "../../facts/lines/axe-groups";
import type { ConstatDuLieu, Lieu } from "../../reports/place-state";
import { CONFORMITE, describeConstat } from "./conformite";

export const SYNTHESE_WIDTHS = [7, 10, 32, 15, 15, 15, 11, 15, 15, 16, 40] as const;
/**
 * The columns of both tables of the sheet. In the one about execution the part is a rate, and the gap is what is
 * left.
 */
export const COLUMN = { axe: 1, etat: 3, collectivite: 4, total: 5, part: 6, contrat: 7, ecart: 8 } as const;
export type ColumnKey = keyof typeof COLUMN;

const ABSENT: PlannedCell = { value: "absent" };
const NONE: PlannedCell = { value: "–" };
const NAMED_CELLS = 5;

export interface SyntheseRow {
  readonly cells: readonly PlannedCell[];
  /** Null where the table has no such column. */
  readonly etat: Known<Montant> | null;
  readonly collectivite: Known<Montant> | null;
}

export interface Source {
  readonly convention: Convention;
  readonly budget: TableauBudgetaire;
  readonly live: LiveAmounts;
  /** What the rules say there. */
  readonly constat: (lieu: Lieu) => ConstatDuLieu;
}

/** One amount of a row: its cell, and what is to be said of it. */
export interface Side {
  readonly cell: PlannedCell;
  readonly amount: Known<Montant> | null;
  readonly notes: readonly string[];
}

/** "Non renseigné : C4, C5", "Illisible : I11": what keeps a sum from being known. */
export function explainUnknown(amounts: readonly Known<Montant>[]): string[] {
  const byReason = new Map<Reason, string[]>();
  for (const { reason, cells } of amounts) {
    if (reason === null) continue;
    const names = byReason.get(reason) ?? [];
    byReason.set(reason, names);
    names.push(...cells.map(({ row, column }) => formatLocalCell(row, column)));
  }
  return [...byReason].map(([reason, names]) => {
    const where = names.length === 0 ? "" : ` : ${formatListeCourte([...new Set(names)], NAMED_CELLS)}`;
    return `${capitalise(sayReason(reason))}${where}`;
  });
}

const SCATTERED = "Cellules trop dispersées pour une formule : valeur calculée lors de la vérification";

function sideOf(live: LiveAmounts, amounts: readonly Known<Montant>[] | null, absence: string): Side {
  if (!amounts) return { cell: ABSENT, amount: null, notes: [absence] };
  const amount = sumKnown(amounts);
  const cell = live.sum(amounts, amount);
  const isFixed = amount.value !== null && cell.formula === undefined && amount.cells.length > 0;
  const unknown = amount.value === null ? explainUnknown(amounts) : [];
  return { cell, amount, notes: [...unknown, ...(isFixed ? [SCATTERED] : [])] };
}

/** Null where the table has no such column. An empty amount that the contract has is not known; another is nothing. */
function amountsOf(
  { budget }: Pick<Source, "budget">,
  groupe: Groupe,
  annee: number,
  colonne: Colonne,
): readonly Known<Montant>[] | null {
  const columns = budget.annees.find((candidate) => candidate.annee === annee)?.colonnes;
  if (!columns?.[colonne]) return null;
  const amounts: Known<Montant>[] = [];
  for (const row of groupe.rows) {
    const [fact] = row.at(annee, colonne);
    if (!fact) continue;
    amounts.push(whereDue(fact.known, isOwedBy(row.action, annee, colonne, fact.cell.known)));
  }
  return amounts;
}

/** The sum of two cells of the row, once both hold figures. */
export function addBoth(left: string, right: string, sum: Known<Montant>): PlannedCell {
  const word = sayReason(sum.reason);
  const formula = `=${whenGiven([left, right], 2, `ROUND(${left}+${right},2)`, word)}`;
  return { value: shownAmount(sum), formula };
}

function gapCell(found: string, expected: string, gap: Montant | null): PlannedCell {
  const formula = `=IF(ISNUMBER(${found}),ROUND(${found}-${expected},2),"–")`;
  return { value: gap === null ? "–" : toEuros(gap), formula };
}

/** Total, share and gap from the cells of the same row; what the rules say of it. */
function finishRow(
  row: number,
  head: readonly PlannedCell[],
  etat: Side,
  collectivite: Side,
  contrat: MontantDuContrat | null,
  constat: ConstatDuLieu,
  extraNotes: readonly string[],
): SyntheseRow {
  const at = (column: ColumnKey): string => formatLocalCell(row, COLUMN[column]);
  const state = etat.amount?.value ?? null;
  const notes = [
    ...(contrat ? [contrat.source] : extraNotes),
    ...etat.notes.map((note) => `État – ${note}`),
    ...collectivite.notes,
    ...describeConstat(constat),
  ];
  const tail = (cells: readonly PlannedCell[]): SyntheseRow => ({
    cells: [
      ...[...head, etat.cell, collectivite.cell, ...cells],
      ...[textCell(CONFORMITE[constat.etat]), textCell(notes.join("\n"))],
    ],
    etat: etat.amount,
    collectivite: collectivite.amount,
  });
  const contratCell: PlannedCell = contrat ? { value: toEuros(contrat.montant) } : NONE;
  const gap = state !== null && contrat ? subtractMontants(state, contrat.montant) : null;
  const gapOf = contrat && etat.amount ? gapCell(at("etat"), at("contrat"), gap) : NONE;
  if (etat.amount === null || collectivite.amount === null) return tail([ABSENT, NONE, contratCell, gapOf]);
  const total = sumKnown([etat.amount, collectivite.amount]);
  return tail([
    addBoth(at("etat"), at("collectivite"), total),
    moneyRateCell(rateOf(collectivite.amount.value, total.value ?? 0), at("collectivite"), at("total")),
    contratCell,
    gapOf,
  ]);
}

function axeHead(annee: number, { sigle, intitule }: Groupe): readonly PlannedCell[] {
  return [{ value: annee }, textCell(sigle), textCell(intitule)];
}

export function totalHead(annee: number): readonly PlannedCell[] {
  return [{ value: annee }, textCell(`Total ${annee}`), { value: null }];
}

export function composeAxeRow(
  source: Source,
  groupe: Groupe,
  annee: number,
  contrat: MontantDuContrat | null,
  row: number,
): SyntheseRow {
  const { convention, live, constat } = source;
  const { designation } = convention.collectivite;
  const absence = `aucune colonne ${annee} reconnue dans le tableau`;
  const etat = sideOf(live, amountsOf(source, groupe, annee, "etat"), absence);
  const collectivite = sideOf(live, amountsOf(source, groupe, annee, "collectivite"), absence);
  const named = { ...collectivite, notes: collectivite.notes.map((note) => `${designation} – ${note}`) };
  return finishRow(row, axeHead(annee, groupe), etat, named, contrat, constat({ annee, axe: groupe.axe }), [
    "Hors du contrat",
  ]);
}

/** The sum of a column's cells in the rows just above, once all of them hold figures. */
export function sumAbove(amounts: readonly (Known<Montant> | null)[], column: ColumnKey, row: number): Side {
  const known = amounts.flatMap((amount) => amount ?? []);
  if (known.length < amounts.length) return { cell: ABSENT, amount: null, notes: [] };
  const amount = sumKnown(known);
  const index = COLUMN[column];
  const range = formatLocalRange({ top: row - amounts.length, bottom: row - 1, left: index, right: index });
  const formula = `=${whenGiven([range], amounts.length, `SUM(${range})`, sayReason("not-computable"))}`;
  return {
    cell: { value: amount.value === null ? sayReason("not-computable") : toEuros(amount.value), formula },
    amount,
    notes: [],
  };
}

/** Adds the rows of the year that stand just above. */
export function composeTotalRow(
  source: Source,
  annee: number,
  above: readonly SyntheseRow[],
  contrat: MontantDuContrat | null,
  row: number,
): SyntheseRow {
  const side = (colonne: "etat" | "collectivite"): Side =>
    sumAbove(
      above.map((each) => each[colonne]),
      colonne,
      row,
    );
  return finishRow(row, totalHead(annee), side("etat"), side("collectivite"), contrat, source.constat({ annee }), [
    "Le contrat ne fixe rien pour cette année",
  ]);
}
