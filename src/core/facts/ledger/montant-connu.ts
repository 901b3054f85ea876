// An amount that may not be known, and sums of such amounts: what cannot be calculated stays so in every sum.
import type { CellRef } from "../../domain/cell-ref";
import { montantFromCentimes, subtractMontants, type Montant } from "../../domain/values/montant";

/** Null is « non calculable »: never shown as 0. */
export interface MontantConnu {
  readonly montant: Montant | null;
  /** French, in a word or two, why it is null: « non renseigné », « illisible », « année non close ». Null where it is not. */
  readonly raison: string | null;
  /** The agent's cells that it is read from, or that are to be filled; none where no cell exists. */
  readonly cells: readonly CellRef[];
  /** Nothing was typed where nothing was due: none of it in a sum, and never shown as an amount of 0. */
  readonly estVide?: true;
}

/** What such an amount shows. */
export const RIEN_DE_SAISI = "–";

export const NON_CALCULABLE = "non calculable";
export const NON_RENSEIGNE = "non renseigné";
/** Of a year that is not over and of which nothing is given yet: nothing lacks. */
export const NON_CLOSE = "année non close";

export const ILLISIBLE = "illisible";
export const AUCUNE_COLONNE = "aucune colonne";
export const ANNEE_ABSENTE = "année absente";

export const ZERO = montantFromCentimes(0);
/** Nothing is given, and nothing is due. */
export const RIEN: MontantConnu = { montant: ZERO, raison: null, cells: [] };

export const inconnu = (raison: string, cells: readonly CellRef[] = []): MontantConnu => ({
  montant: null,
  raison,
  cells,
});

function whyUnknown(parts: readonly MontantConnu[]): MontantConnu | null {
  const unknown = parts.filter(({ montant }) => montant === null);
  if (unknown.length === 0) return null;
  const raison = unknown.every((part) => part.raison === NON_CLOSE) ? NON_CLOSE : NON_CALCULABLE;
  return inconnu(
    raison,
    unknown.flatMap(({ cells }) => cells),
  );
}

/** Null as soon as one part is: `cells` are then those that prevent it. */
export function sumConnus(parts: readonly MontantConnu[]): MontantConnu {
  const unknown = whyUnknown(parts);
  if (unknown) return unknown;
  let centimes = 0;
  const cells: CellRef[] = [];
  parts.forEach((part) => {
    centimes += part.montant ?? 0;
    part.cells.forEach((cell) => cells.push(cell));
  });
  const montant = montantFromCentimes(centimes);
  const estVide = parts.length > 0 && parts.every((part) => part.estVide);
  return { montant, raison: null, cells, ...(estVide && { estVide }) };
}

export function subtractConnus(left: MontantConnu, right: MontantConnu): MontantConnu {
  const unknown = whyUnknown([left, right]);
  if (unknown) return unknown;
  const montant = subtractMontants(left.montant ?? ZERO, right.montant ?? ZERO);
  return { montant, raison: null, cells: [...left.cells, ...right.cells] };
}
