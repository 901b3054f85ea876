// Targets that the contract left to be set during its first year are set.
import { accord } from "../domain/words/accord";
import { isClosed } from "../domain/contrat/contract-amounts";
import { formatListe } from "../domain/words/format";
import { contractTarget, nameIndicatorRows } from "../domain/lines/indicator-lines";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "cible-a-preciser",
    article: "annexe",
    severity: "warning",
    title: "Les cibles laissées à préciser par le contrat sont précisées",
    needs: ["indicators"],
    messages: {
      "en-retard": {
        text: "{indicateur} : {cibles} à préciser ({annees}), alors qu’il ne doit en rester aucune ({expected} attendue, écart {gap}). Le contrat demandait de les fixer au cours de l’année {premiere}.",
      },
      "a-venir": {
        severity: "info",
        text: "{indicateur} : {cibles} à préciser ({annees}) ; il ne devra en rester aucune ({expected} attendue, écart {gap}). Le contrat demande de les fixer au cours de l’année {premiere}.",
      },
    },
  },
  check({ convention, indicators, asOf }, reporter) {
    const [first] = convention.annees;
    if (!first) return;
    const message = isClosed(first, asOf) ? "en-retard" : "a-venir";
    for (const { ligne, indicateur, place, key, nom } of nameIndicatorRows(convention, indicators)) {
      const { cibles } = ligne;
      if (!indicateur) continue;
      const open = convention.annees.flatMap(({ annee }) => {
        const cell = cibles.get(annee);
        const isOpen = cell?.lu.kind === "missing" && contractTarget(indicateur, annee) === "nd";
        return isOpen ? [{ annee, ref: cell.ref }] : [];
      });
      const [cell, ...others] = open.map(({ ref }) => ref);
      if (!cell) continue;
      reporter.discrepancy({
        message,
        subject: place,
        ...(key !== undefined && { key }),
        cells: [cell, ...others],
        figures: { unit: "nombre", found: open.length, expected: 0 },
        data: {
          indicateur: nom,
          cibles: accord(open.length, "cible"),
          annees: formatListe(open.map(({ annee }) => `${annee}`)),
          premiere: `${first.annee}`,
        },
      });
    }
  },
});
