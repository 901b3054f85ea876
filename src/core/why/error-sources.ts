// Where the error value that a formula shows comes from: the words and errors that it takes up, each at its first cell.
import type { Entree } from "../facts/lines/amount-entries";
import { amountTables } from "../facts/lines/amount-tables";
import type { Dossier, MontantCell } from "../domain/dossier";
import { nameEntrees } from "../facts/lines/name-entree";
import { sumsOf, type TableSums } from "../facts/lines/table-sums";

export function isErrorValue(cell: MontantCell): boolean {
  // Its text is made when it is asked for.
  return cell.lu.kind === "unreadable" && cell.text.startsWith("#");
}

/** What "+" cannot add: a word, and a text even where it says an amount. */
function isText(cell: MontantCell): boolean {
  const { lu } = cell;
  if (lu.kind === "missing") return cell.text.trim() !== "" || cell.formula !== null;
  return lu.kind === "unreadable" || lu.source === "text";
}

/** None where the formula is no plain addition, or is itself what fails. */
export function errorSources(sums: TableSums, entree: Entree): readonly Entree[] {
  const found = new Set<Entree>();
  const seen = new Set<Entree>();
  const follow = (from: Entree): void => {
    if (seen.has(from)) return;
    seen.add(from);
    const pesee = sums.weigh(from);
    const before = found.size;
    if (pesee.kind === "known") {
      pesee.poids.forEach(({ coefficient, parSomme }, source) => {
        if (isErrorValue(source.cell)) follow(source);
        else if (coefficient !== parSomme && isText(source.cell)) found.add(source);
      });
    }
    if (from !== entree && found.size === before) found.add(from);
  };
  follow(entree);
  return [...found];
}

/** French sentence; undefined where it cannot be told. */
export function explainError(dossier: Dossier, cell: MontantCell): string | undefined {
  if (!isErrorValue(cell)) return undefined;
  for (const { tableau } of amountTables(dossier)) {
    const sums = sumsOf(tableau);
    const entree = sums.entries.of(cell);
    const sources = entree ? errorSources(sums, entree) : [];
    if (!entree || sources.length === 0) continue;
    const what = sources.every((source) => isErrorValue(source.cell)) ? "une erreur" : "un texte au lieu d’un nombre";
    return `La formule additionne ${what} : ${nameEntrees(dossier.convention, sources, entree)}.`;
  }
  return undefined;
}
