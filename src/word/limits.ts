// How much a Word document can hold: beyond, Word itself no longer opens it with ease, and the sheets have the detail.
import type { FileChild } from "docx";
import { accord } from "../core/domain/words/accord";
import type { Bilan } from "../core/reports/bilan/bilan";
import { text } from "./text";

const MAX_ACTIONS = 300;
const MAX_ROWS = 300;

/** Whether the tables name each action, or leave that to the sheets. */
export function namesActions({ financier }: Bilan): boolean {
  return financier.groupes.reduce((sum, { lignes }) => sum + lignes.length, 0) <= MAX_ACTIONS;
}

export function noteOnActions(bilan: Bilan): FileChild[] {
  if (namesActions(bilan)) return [];
  const count = bilan.financier.groupes.reduce((sum, { lignes }) => sum + lignes.length, 0);
  return [
    text(`Le détail des ${accord(count, "action")} n’est pas repris ici : il est dans les feuilles du bilan.`, "Note"),
  ];
}

/** The first items, and a sentence on the others. */
export function firstOf<T>(items: readonly T[]): { readonly shown: readonly T[]; readonly note: FileChild[] } {
  const rest = items.length - MAX_ROWS;
  if (rest <= 0) return { shown: items, note: [] };
  const others = accord(rest, "autre ligne", "autres lignes");
  return { shown: items.slice(0, MAX_ROWS), note: [text(`Et ${others}, dans les feuilles du bilan.`, "Note")] };
}
