// The national indicators that the contract's definition lists are filled for each closed year.
import { closedYears } from "../domain/contrat/annees-closes";
import { formatListe } from "../domain/words/format";
import { givenAchieved, hasAchieved, nationalRows } from "../domain/lines/realise-lines";
import { cite, slug } from "../domain/words/typographie";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "indicateurs-nationaux",
    article: "2.3",
    severity: "warning",
    title: "Les indicateurs nationaux sont renseignés",
    needs: ["indicators"],
    messages: {
      absent: {
        text: "Indicateur national {intitule} : {found} ligne au lieu de {expected} dans le tableau des indicateurs (écart {gap}).",
      },
      incomplet: {
        text: "Indicateur national {intitule} : années renseignées : {found} sur {expected} closes (écart {gap}). Manquent : {annees}.",
      },
    },
  },
  check({ convention, asOf, indicators }, reporter) {
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    if (convention.indicateursNationaux.length === 0) {
      notCheckable(
        "La définition du contrat ne liste aucun indicateur national : le contrat les mentionne sans les énumérer.",
      );
      return;
    }
    if (!hasAchieved(indicators, notCheckable)) return;
    const years = closedYears({ convention, asOf }, notCheckable);
    if (years.length === 0) return;
    for (const { intitule, lignes } of nationalRows(convention, indicators)) {
      const identity = { subject: {}, key: slug(intitule) } as const;
      if (lignes.length === 0) {
        reporter.discrepancy({
          message: "absent",
          ...identity,
          cells: [indicators.heading],
          figures: { unit: "nombre", found: 0, expected: 1 },
          data: { intitule: cite(intitule) },
        });
        continue;
      }
      const missing = years.filter((annee) => lignes.every((ligne) => givenAchieved(ligne, annee) === null));
      if (missing.length === 0) continue;
      const empty = missing.flatMap((annee) => lignes.flatMap(({ realises }) => realises.get(annee)?.ref ?? []));
      // A year without its column has no cell to fill.
      const [first, ...others] = empty.length > 0 ? empty : lignes.map(({ label }) => label.ref);
      if (!first) continue;
      reporter.discrepancy({
        message: "incomplet",
        ...identity,
        cells: [first, ...others],
        figures: { unit: "nombre", found: years.length - missing.length, expected: years.length },
        data: { intitule: cite(intitule), annees: formatListe(missing.map((annee) => `${annee}`)) },
      });
    }
  },
});
