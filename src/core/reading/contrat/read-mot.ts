// Reads a cell of the sheet « Contrat » that holds one of a few words.
import { findWord } from "../../domain/contrat/contrat-layout";
import { cite } from "../../domain/words/typographie";
import type { ContratCells, Source } from "./contrat-cells";

/** What its word stands for, else a mistake at the cell; null where it is empty. */
export function readMot<Key extends string>(
  source: Source,
  words: Readonly<Record<Key, string>>,
  cells: ContratCells,
): Key | null {
  const text = cells.texteOuRien(source);
  if (text === null) return null;
  const found = findWord(words, text);
  if (found) return found;
  const known = (Object.values(words) as string[]).map(cite).join(" ou ");
  cells.fail(cells.ref(source), source.parametre, `${cite(text)} n’est pas lisible. Écrivez ${known}.`);
  return null;
}
