// An amount cell in words: its row, its part where it is not plain, and its address.
import { addressFrom, type Entree } from "./amount-entries";
import { namePart } from "./budget-lines";
import type { Convention } from "./convention";
import { formatListe } from "./format";

const NAMED = 3;

/** "Action 8 (I14)", "Action 8 – 2025 – part État (F14)", "part État (C4)": as seen from the cell `from`. */
export function nameEntree(convention: Convention, entree: Entree, from: Entree): string {
  const { ligne, annee, colonne, kind, index, cell } = entree;
  const isOwnRow = kind === from.kind && index === from.index;
  const parts = [
    ...(isOwnRow ? [] : [ligne.nom]),
    ...(annee === from.annee ? [] : [`${annee}`]),
    ...(colonne === from.colonne && !isOwnRow ? [] : [namePart(convention, colonne)]),
  ];
  return `${parts.join(" – ")} (${addressFrom(cell.ref, from.cell.ref.sheet)})`;
}

export function nameEntrees(convention: Convention, entrees: readonly Entree[], from: Entree): string {
  const names = entrees.slice(0, NAMED).map((entree) => nameEntree(convention, entree, from));
  const rest = entrees.length - names.length;
  return rest > 0 ? `${names.join(", ")} et ${rest} autre${rest > 1 ? "s" : ""}` : formatListe(names);
}
