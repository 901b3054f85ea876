// An amount cell in words: its row, its part where it is not plain, and its address.
import { addressFrom, type Entree } from "./amount-entries";
import { namePart } from "./budget-lines";
import type { Convention } from "../../contract/convention";
import { formatListeCourte } from "../../domain/words/format";

const NAMED = 3;

/** A row's name within a sentence: "l’action 8", "l’axe 2"; another label stays as it is. */
export function nameInSentence(nom: string): string {
  return nom.replace(/^A(?=ction |xe )/, "l’a").replace(/^L(?=igne )/, "la l");
}

/** "l’action 8 (I14)", "l’action 8 – 2025 – part État (F14)", "la part État (C4)": as seen from the cell `from`. */
export function nameEntree(convention: Convention, entree: Entree, from: Entree): string {
  const { ligne, annee, colonne, kind, index, cell } = entree;
  const address = addressFrom(cell.ref, from.cell.ref.sheet);
  const part = namePart(convention, colonne);
  const isOwnRow = kind === from.kind && index === from.index;
  if (isOwnRow && annee === from.annee) return `${colonne === "total" ? "le" : "la"} ${part} (${address})`;
  const parts = [
    nameInSentence(ligne.nom),
    ...(annee === from.annee ? [] : [`${annee}`]),
    ...(colonne === from.colonne ? [] : [part]),
  ];
  return `${parts.join(" – ")} (${address})`;
}

export function nameEntrees(convention: Convention, entrees: readonly Entree[], from: Entree): string {
  return formatListeCourte(
    entrees.map((entree) => nameEntree(convention, entree, from)),
    NAMED,
  );
}
