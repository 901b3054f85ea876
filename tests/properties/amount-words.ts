// The words over the columns of a table of amounts, and over its years.
import type { Convention } from "../../src/core/contract/convention";
import type { Colonne } from "../../src/core/domain/dossier";
import type { AmountLayout } from "./amount-layout";
import type { Written } from "./canvas";
import type { AmountTable } from "./content";

interface Worded {
  readonly convention: Convention;
  readonly table: AmountTable;
  readonly layout: AmountLayout;
}

const TOTAL = ["Total", "TOTAL", "Coût total", "Total de l’action", "Budget total"];
const ETAT = ["Etat", "État", "Part État", "Part de l’État", "Crédits Etat", "P304", "ETAT (P304)"];

function localWords({ collectivite: { designation, nom, motsColonne } }: Convention): readonly string[] {
  return [...motsColonne, designation, `Part ${designation}`, nom, "Collectivité", "Cofinancement"];
}

const pick = (words: readonly string[], index: number): string => words[index % words.length] ?? "";

export function partyWord({ convention, table, layout }: Worded, colonne: Colonne | "verse"): string {
  if (colonne === "verse") return layout.unit === "k€ in the headings" ? "Versé (k€)" : "Versé";
  const choices = { total: TOTAL, etat: ETAT, collectivite: localWords(convention) }[colonne];
  const word = pick(choices, layout.words[colonne]);
  const said = table.kind === "execution" && layout.says === "parties" ? `${word} réalisé` : word;
  return layout.unit === "k€ in the headings" ? `${said} (k€)` : said;
}

/** `isWithin` a longer text, where it cannot be a number. */
export function yearText({ convention, table, layout }: Worded, annee: number, isWithin: boolean): string | number {
  const index = convention.annees.findIndex((one) => one.annee === annee);
  const { debut = "", fin = "" } = convention.annees[index] ?? {};
  const isCivil = debut.slice(0, 4) === fin.slice(0, 4);
  const text = isCivil || index < 0 || layout.yearWords === "exercice" ? `${annee}` : `${annee}/${annee + 1}`;
  if (table.kind === "execution" && layout.says === "years" && !isWithin) return `Réalisé ${text}`;
  if (isWithin || layout.yearWords === "text") return text;
  if (layout.yearWords === "number") return annee;
  return `${layout.yearWords === "word" ? "Année" : "Exercice"} ${text}`;
}

/** Gives the first cell of a row that holds something these tags. */
export function tagFirst(cells: Written[], tags: readonly string[]): void {
  const index = cells.findIndex((cell) => cell !== null);
  const cell = cells[index] ?? null;
  if (cell === null) return;
  cells[index] = typeof cell === "object" ? { ...cell, tags: [...(cell.tags ?? []), ...tags] } : { value: cell, tags };
}
