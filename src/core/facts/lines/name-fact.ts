// An amount cell in words: its row, its part where it is not plain, and its address.
import { addressFrom } from "xlsx-model/cell-ref";
import { colonneOf } from "../bands";
import type { YearFact } from "../fact";
import { namePart } from "./budget-lines";
import type { Convention } from "../../contract/convention";
import { formatListeCourte } from "../../domain/words/format";

const NAMED = 3;

/** A row's name within a sentence: "l’action 8", "l’axe 2"; another label stays as it is. */
export function nameInSentence(nom: string): string {
  return nom.replace(/^A(?=ction |xe )/, "l’a").replace(/^L(?=igne )/, "la l");
}

/** "l’action 8 (I14)", "l’action 8 – 2025 – part État (F14)", "la part État (C4)": as seen from the cell `from`. */
export function nameFact(convention: Convention, fact: YearFact, from: YearFact): string {
  const { row, year, cell } = fact;
  const address = addressFrom(cell.ref, from.cell.ref.sheet);
  const colonne = colonneOf(fact);
  const part = namePart(convention, colonne);
  if (row === from.row && year === from.year) return `${colonne === "total" ? "le" : "la"} ${part} (${address})`;
  const parts = [
    nameInSentence(row.ligne.nom),
    ...(year === from.year ? [] : [`${year}`]),
    ...(colonne === colonneOf(from) ? [] : [part]),
  ];
  return `${parts.join(" – ")} (${address})`;
}

export function nameFacts(convention: Convention, facts: readonly YearFact[], from: YearFact): string {
  return formatListeCourte(
    facts.map((fact) => nameFact(convention, fact, from)),
    NAMED,
  );
}
