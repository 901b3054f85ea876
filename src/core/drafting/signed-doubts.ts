// What of the tables of a signed document was not taken, or was taken in another unit than euros: it is to be looked at.
import type { ConventionDefinition } from "../contract/convention";
import type { QuestionOuverte } from "../contract/definition/questions";
import { announcedUnit } from "../domain/values/unite";
import { formatListe } from "../domain/words/format";
import { foldText } from "../domain/words/label";
import { cite } from "../domain/words/typographie";
import type { TableauSitue } from "./signed-document";

const INDICATORS = /^indicateurs?\b/;

/** Rows of a table of indicators that are none of the definition: texts in the place of figures are not read. */
export function indicatorsLeft(
  tables: readonly TableauSitue[],
  { actions }: ConventionDefinition,
): readonly QuestionOuverte[] {
  const known = new Set(actions.flatMap(({ indicateurs }) => indicateurs.map(({ intitule }) => foldText(intitule))));
  return tables.flatMap(({ tableau: { lignes, lieu } }) => {
    const heading = lignes.slice(0, 3).findIndex((ligne) => ligne.some((texte) => INDICATORS.test(foldText(texte))));
    const column = lignes[heading]?.findIndex((texte) => INDICATORS.test(foldText(texte))) ?? -1;
    if (heading < 0 || column < 1 || (lignes[heading]?.length ?? 0) < 4) return [];
    return lignes.slice(heading + 1).flatMap((ligne, index): QuestionOuverte[] => {
      const intitule = (ligne[column] ?? "").replace(/\s+/gu, " ").trim();
      if (intitule === "" || known.has(foldText(intitule))) return [];
      const place = `${lieu}, ligne ${heading + index + 2}`;
      return [
        { champ: "actions[].indicateurs", question: `${cite(intitule)} n’a pas été pris comme indicateur (${place}).` },
      ];
    });
  });
}

/** Each title that says a unit, once: what stands under it was multiplied. */
export function unitsTaken(tables: readonly TableauSitue[]): readonly QuestionOuverte[] {
  const titles = new Set(tables.flatMap(({ titre }) => titre ?? []));
  return [...titles].map((titre) => {
    const lieux = tables.flatMap((each) => (each.titre === titre ? [each.tableau.lieu] : []));
    const question = `Des montants ont été lus en ${announcedUnit(titre.texte) ?? "€"}, d’après ${cite(titre.texte)} (${titre.lieu}) : ${formatListe(lieux)}.`;
    return { champ: "actions[].montants", question };
  });
}
