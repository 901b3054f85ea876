// Where the gap between a sum of State's parts and the contract's amount comes from, when few rows account for it all.
import { addressFrom } from "xlsx-model/cell-ref";
import { nameAction } from "../facts/lines/budget-lines";
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Action } from "../contract/convention";
import { isDigitSwap } from "../domain/values/digit-swap";
import type { ActionRow } from "../facts/fact";
import { formatMontant } from "../domain/words/format";
import { nameInSentence } from "../facts/lines/name-fact";
import { ZERO, type Montant } from "../domain/values/montant";

const MOST_SOURCES = 3;

interface Source {
  readonly ecart: number;
  readonly text: string;
}

interface Place {
  readonly annee: number;
  /** Sheet of the table, which addresses leave out. */
  readonly sheet: string;
}

function rowSource(row: ActionRow, expected: Montant | null, { annee, sheet }: Place): Source | null {
  const [fact] = row.at(annee, "etat");
  if (!fact || fact.known.reason === "unreadable") return null;
  const { cell, known } = fact;
  const shown = known.value ?? ZERO;
  const ecart = shown - (expected ?? 0);
  if (ecart === 0) return null;
  const name = `${nameInSentence(row.ligne.nom)} (${addressFrom(cell.ref, sheet)})`;
  if (expected === null) return { ecart, text: `${name}, ${formatMontant(shown)} de trop` };
  const swap = isDigitSwap(shown, expected) ? ", deux chiffres intervertis" : "";
  const found = known.value === null ? "non renseigné" : formatMontant(shown);
  return { ecart, text: `${name}, ${found} au lieu de ${formatMontant(expected)}${swap}` };
}

/**
 * `actions` are those that the sum should hold, once each; other rows and repetitions are too many.
 * Null unless at most three rows make the whole gap.
 */
export function explainSplit(
  rows: readonly ActionRow[],
  actions: readonly Action[],
  place: Place,
  gap: number,
): string | null {
  const wanted = new Map(actions.map((action) => [action.numero, action]));
  const sources: Source[] = [];
  for (const row of rows) {
    const action = row.action && wanted.get(row.action.numero);
    if (action) wanted.delete(action.numero);
    const source = rowSource(row, action ? contractAmount(action, place.annee, "etat") : null, place);
    if (source) sources.push(source);
  }
  for (const action of wanted.values()) {
    const montant = contractAmount(action, place.annee, "etat");
    if (montant !== 0) {
      sources.push({
        ecart: -montant,
        text: `${nameInSentence(nameAction(action))}, absente (${formatMontant(montant)} au contrat)`,
      });
    }
  }
  const total = sources.reduce((sum, { ecart }) => sum + ecart, 0);
  if (sources.length === 0 || sources.length > MOST_SOURCES || total !== gap) return null;
  return `L’écart vient de ${sources.map(({ text }) => text).join(" ; ")}.`;
}
