// Targets that the contract left to be set during its first year are set.
import type { CellRef } from "../domain/cell-ref";
import { accord } from "../domain/words/accord";
import type { Indicateur } from "../contract/convention";
import { isClosed } from "../contract/in-force/contract-amounts";
import { formatListe } from "../domain/words/format";
import { contractTarget, nameIndicateur, rowsByIndicateur } from "../facts/lines/indicator-lines";
import { defineRule, HOLDS, notComparable } from "./rule";

const isLeftOpen = ({ cibles }: Indicateur): boolean => cibles.some(({ valeur }) => valeur === "nd");

export default defineRule({
  meta: {
    id: "cible-a-preciser",
    article: "annexe",
    severity: "warning",
    title: "Les cibles laissées à préciser par le contrat sont précisées",
    compares: "cible",
    needs: ["indicators"],
    messages: {
      "en-retard": {
        text: "{indicateur} : {cibles} à préciser ({annees}). Le contrat demandait de les fixer au cours de l’année {premiere}.",
      },
      "a-venir": {
        severity: "info",
        text: "{indicateur} : {cibles} à préciser ({annees}). Le contrat demande de les fixer au cours de l’année {premiere}.",
      },
    },
  },
  compare({ convention, indicators, asOf }, asked) {
    const [first] = convention.annees;
    if (!first) return;
    const message = isClosed(first, asOf) ? "en-retard" : "a-venir";
    const rows = rowsByIndicateur(convention, indicators);
    const openYears = (indicateur: Indicateur): readonly number[] =>
      convention.annees.map(({ annee }) => annee).filter((annee) => contractTarget(indicateur, annee) === "nd");
    let hasOpen = false;
    for (const action of convention.actions) {
      for (const indicateur of action.indicateurs) {
        // Of one that leaves none open nothing is made.
        if (!isLeftOpen(indicateur)) continue;
        const years = openYears(indicateur);
        if (years.length === 0) continue;
        hasOpen = true;
        const own = rows.get(indicateur) ?? [];
        const name = nameIndicateur(action, indicateur);
        if (own.length === 0) {
          asked.compare(name, () => notComparable(`${name} : aucune ligne reconnue dans le tableau des indicateurs.`));
        }
        for (const { ligne, place, key, nom } of own) {
          asked.compare(nom, (lecture) => {
            const cells: CellRef[] = [];
            const open: number[] = [];
            years.forEach((annee) => {
              const cell = ligne.cibles.get(annee);
              if (!cell || lecture.valeur(cell).kind !== "missing") return;
              cells.push(cell.ref);
              open.push(annee);
            });
            const [cell, ...others] = cells;
            if (!cell) {
              const lacking = years.filter((annee) => !ligne.cibles.has(annee));
              if (lacking.length === 0) return HOLDS;
              const list = formatListe(lacking.map((annee) => `${annee}`));
              return notComparable(
                `${list} : aucune colonne de cible n’a été reconnue dans le tableau des indicateurs.`,
              );
            }
            return () => ({
              message,
              subject: place,
              ...(key !== undefined && { key }),
              cells: [cell, ...others],
              figures: { unit: "nombre", found: open.length, expected: 0 },
              data: {
                indicateur: nom,
                cibles: accord(open.length, "cible"),
                annees: formatListe(open.map((annee) => `${annee}`)),
                premiere: `${first.annee}`,
              },
            });
          });
        }
      }
    }
    if (!hasOpen) asked.compare("les cibles du contrat", () => HOLDS);
  },
});
