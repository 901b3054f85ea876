// Sums of amounts that may not be known: what cannot be calculated stays so in every sum.
import type { CellRef } from "xlsx-model/cell-ref";
import { known, notKnown, type Known, type KnownValue, type NotKnown } from "../known";
import { montantFromCentimes, subtractMontants, ZERO, type Montant } from "./montant";

/** What an amount shows that is blank. */
export const RIEN_DE_SAISI = "–";

/** Nothing is given, and nothing is due. */
export const RIEN: KnownValue<Montant> = known(ZERO);

/** An empty cell is nothing where nothing is due in it. */
export const whereDue = (shown: Known<Montant>, isDue: boolean): Known<Montant> =>
  shown.reason === "missing" && !isDue ? known(ZERO, shown.cells) : shown;

function whyNotKnown(parts: readonly Known<Montant>[]): NotKnown | null {
  const without = parts.filter(({ value }) => value === null);
  if (without.length === 0) return null;
  return notKnown(
    without.every(({ reason }) => reason === "not-closed") ? "not-closed" : "not-computable",
    without.flatMap(({ cells }) => cells),
  );
}

/** Not known as soon as one part is not: `cells` are then those that prevent it. */
export function sumKnown(parts: readonly Known<Montant>[]): Known<Montant> {
  const without = whyNotKnown(parts);
  if (without) return without;
  let centimes = 0;
  const cells: CellRef[] = [];
  parts.forEach((part) => {
    centimes += part.value ?? 0;
    part.cells.forEach((cell) => cells.push(cell));
  });
  const isBlank = parts.length > 0 && parts.every((part) => part.isBlank);
  return { ...known(montantFromCentimes(centimes), cells), ...(isBlank && { isBlank }) };
}

export function subtractKnown(left: Known<Montant>, right: Known<Montant>): Known<Montant> {
  const without = whyNotKnown([left, right]);
  if (without) return without;
  return known(subtractMontants(left.value ?? ZERO, right.value ?? ZERO), [...left.cells, ...right.cells]);
}
