// The places of the account as findings name them: an action of the contract in a year, and what its amounts are called.
import { sayReason, type Known } from "../../domain/known";
import type { Montant } from "../../domain/values/montant";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action, Colonne, Convention } from "../../contract/convention";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Dossier, TableauExecution } from "../../domain/dossier";
import type { ActionRow } from "../fact";
import { executionTable } from "../fact-tables";
import { COLONNES, nameAction } from "../lines/budget-lines";

export interface Place {
  readonly action: Action;
  readonly annee: number;
  /** "Action 1 – 2024". */
  readonly nom: string;
}

function placesOf(
  { actions }: Convention,
  annees: readonly number[],
  isOne: (action: Action, annee: number) => boolean,
): Place[] {
  return actions.flatMap((action) =>
    annees
      .filter((annee) => isOne(action, annee))
      .map((annee) => ({ action, annee, nom: `${nameAction(action)} – ${annee}` })),
  );
}

const isDue = (action: Action, annee: number): boolean => contractAmount(action, annee, "total") > 0;

/** Every action of the contract in every one of these years in which the contract gives it something. */
export const placesDue = (convention: Convention, annees: readonly number[]): Place[] =>
  placesOf(convention, annees, isDue);

const hasMoney = (row: ActionRow, annee: number): boolean =>
  [...COLONNES, "verse" as const].some((column) =>
    row.at(annee, column).some(({ known }) => known.reason !== "missing"),
  );

/** Those, and every other where the table shows what was executed or paid. */
export function placesMontrees(
  { convention, execution }: Pick<Dossier, "convention" | "execution">,
  annees: readonly number[],
): Place[] {
  const shown = new Set(
    (execution ? executionTable(execution).actions : []).flatMap((row) =>
      annees.filter((annee) => hasMoney(row, annee)).map((annee) => `${row.action?.numero}/${annee}`),
    ),
  );
  return placesOf(
    convention,
    annees,
    (action, annee) => isDue(action, annee) || shown.has(`${action.numero}/${annee}`),
  );
}

/** Nothing is said of a payment, and the contract asks for none. */
export const rienAVerser = ({ action, annee }: Place, { reason }: Known<Montant>): boolean =>
  (reason === "missing" || reason === "no-column") && contractAmount(action, annee, "etat") === 0;

/** Why the contract gives it no money of the State: "l’action ne commence qu’en 2026". Null is an action that it does not have. */
export function pourquoiRien(action: Action | null, annee: number): string {
  if (!action) return "cette action n’est pas au contrat";
  const financed = action.montants.filter(({ etat, collectivite }) => etat > 0 || collectivite > 0);
  const years = financed.map((montants) => montants.annee).sort((left, right) => left - right);
  const [first, last] = [years[0], years.at(-1)];
  if (first !== undefined && annee < first) return `l’action ne commence qu’en ${first}`;
  if (last !== undefined && annee > last) return `l’action s’est terminée en ${last}`;
  return "cette action n’en reçoit pas cette année-là";
}

export function subjectOf({ action, annee }: Place, party: Colonne) {
  return { axe: action.axe, action: action.numero, year: annee, party };
}

/** Where an amount stands or should stand; the table's heading where it has no such cell. */
export function cellsOf(
  { heading }: Pick<TableauExecution, "heading">,
  ...amounts: readonly Known<Montant>[]
): [CellRef, ...CellRef[]] {
  const [first = heading, ...others] = amounts.flatMap(({ cells }) => cells);
  return [first, ...others];
}

/** French sentence on the first of them that is not known: which, and why; once for what a whole year lacks. */
export function whyUnknown(
  { nom, annee }: { readonly nom: string; readonly annee?: number },
  ...amounts: readonly (readonly [nom: string, amount: Known<Montant>])[]
): string {
  const [what, { reason }] = amounts.find(([, { value }]) => value === null) ?? ["montant", { reason: null }];
  const where = annee === undefined ? nom : `${annee}`;
  if (reason === "no-year") return `${where} : le tableau d’exécution n’a pas cette année.`;
  if (reason === "no-column")
    return `${where} : aucune colonne « ${what} » n’a été reconnue dans le tableau d’exécution.`;
  return `${nom} : ${what}, ${sayReason(reason)}.`;
}
