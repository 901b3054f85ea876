// Targets that the contract left to be set during its first year are set.
import type { CellRef } from "xlsx-model/cell-ref";
import { accord } from "../domain/words/accord";
import type { Indicateur } from "../contract/convention";
import { formatListe } from "../domain/words/format";
import { contractTarget, nameIndicateur, rowsByIndicateur } from "../facts/lines/indicator-lines";
import { defineRule, HOLDS, notComparable } from "./rule";

const isLeftOpen = ({ cibles }: Indicateur): boolean => cibles.some(({ valeur }) => valeur === "nd");

export default defineRule({
  meta: {
    id: "cible-a-preciser",
    articles: ["annexe"],
    severity: "warning",
    title: "Les cibles laissées à préciser par le contrat sont précisées",
    problem: "Cible laissée à préciser",
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
    page: {
      gravite: "avertissement une fois la première année close, information auparavant",
      contrat:
        "Pour quelques actions encore en cours de définition à la signature, l’annexe laisse les cibles à « nd » et prévoit de les préciser dans l’année. Dans le contrat intégré, ce sont les actions 4 et 8, à préciser en 2024.",
      verifie:
        "Les cibles que le contrat laisse à « nd » ont reçu une valeur. L’écart, un par indicateur, montre toutes les cellules sans valeur. Jusqu’au dernier jour de la première année du contrat c’est une information, ensuite un avertissement.",
      conforme: "Une cible chiffrée pour chacune des quatre années de l’action 4.",
      ecart: [
        {
          message: "en-retard",
          figures: { unit: "nombre", found: 4, expected: 0 },
          data: {
            indicateur: "Action 4 – indicateur 1",
            cibles: "4 cibles",
            annees: "2024, 2025, 2026 et 2027",
            premiere: "2024",
          },
        },
      ],
      corriger: "Saisissez les cibles arrêtées avec l’État, ou justifiez leur absence.",
      limites:
        "La situation T0 n’est pas une cible. Une cible que le contrat chiffre et qui est devenue « nd » relève de `cible-contractualisee`.",
    },
  },
  compare({ convention, indicators, asOf }, asked) {
    const [first] = convention.annees;
    if (!first) return;
    const message = asOf > first.fin ? "en-retard" : "a-venir";
    const rows = rowsByIndicateur(convention, indicators);
    const openYears = (indicateur: Indicateur): readonly number[] =>
      convention.annees.map(({ annee }) => annee).filter((annee) => contractTarget(indicateur, annee) === "nd");
    let hasOpen = false;
    for (const action of convention.actions) {
      for (const indicateur of action.indicateurs) {
        // An indicator that leaves no target open is not asked about.
        if (!isLeftOpen(indicateur)) continue;
        const years = openYears(indicateur);
        if (years.length === 0) continue;
        hasOpen = true;
        const own = rows.get(indicateur) ?? [];
        const name = nameIndicateur(action, indicateur);
        if (own.length === 0) {
          asked.compare(name, () => notComparable(`${name} : aucune ligne reconnue dans le tableau des indicateurs.`));
        }
        for (const row of own) {
          const { place, key, nom } = row;
          asked.compare(nom, (lecture) => {
            const cells: CellRef[] = [];
            const open: number[] = [];
            years.forEach((annee) => {
              const cell = row.at("target", annee)?.cell;
              if (!cell || lecture.valeur(cell).reason !== "missing") return;
              cells.push(cell.ref);
              open.push(annee);
            });
            const [cell, ...others] = cells;
            if (!cell) {
              const lacking = years.filter((annee) => !row.at("target", annee));
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
