// Where the error value that a formula shows comes from: the words and errors that it takes up, each at its first cell.
import type { Dossier, MontantCell } from "../domain/dossier";
import { bandsOf, type Band } from "../facts/bands";
import type { YearFact } from "../facts/fact";
import { findFact } from "../facts/find-fact";
import { weigh } from "../facts/formulas/formula-weights";
import { nameFacts } from "../facts/lines/name-fact";

export function isErrorValue(cell: MontantCell): boolean {
  return cell.known.reason === "unreadable" && cell.text.startsWith("#");
}

/** What "+" cannot add: a word, and a text even where it says an amount. */
function isText(cell: MontantCell): boolean {
  const { known: lu } = cell;
  if (lu.reason === "missing") return cell.text.trim() !== "" || cell.formula !== null;
  return lu.reason === "unreadable" || lu.source === "text";
}

/** None where the formula is no plain addition, or is itself what fails. */
export function errorSources(band: Band, fact: YearFact): readonly YearFact[] {
  const found = new Set<YearFact>();
  const seen = new Set<YearFact>();
  const follow = (from: YearFact): void => {
    if (seen.has(from)) return;
    seen.add(from);
    const pesee = weigh(band, from);
    const before = found.size;
    if (pesee.kind === "known") {
      for (const [source, { coefficient, parSomme }] of pesee.poids) {
        if (isErrorValue(source.cell)) follow(source);
        else if (coefficient !== parSomme && isText(source.cell)) found.add(source);
      }
    }
    if (from !== fact && found.size === before) found.add(from);
  };
  follow(fact);
  return [...found];
}

/** French sentence; undefined where it cannot be told. */
export function explainError(dossier: Dossier, cell: MontantCell): string | undefined {
  const found = isErrorValue(cell) ? findFact(dossier, cell.ref) : null;
  const sources = found ? errorSources(bandsOf(found.table).parts, found.fact) : [];
  if (!found || sources.length === 0) return undefined;
  const what = sources.every((source) => isErrorValue(source.cell)) ? "une erreur" : "un texte au lieu d’un nombre";
  return `La formule additionne ${what} : ${nameFacts(dossier.convention, sources, found.fact)}.`;
}
