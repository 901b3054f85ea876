// The State's parts of a year add up to the State's amount for that year.
import { describe, hasColumns, LIGNE_TOTAL, locate, nameActionRows, yearsToCheck } from "../domain/lines/budget-lines";
import { explainSplit } from "../domain/explanations/explain-split";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { sumRows, unreadableReason } from "../domain/lines/sums";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "enveloppe-annuelle",
    article: "2.2",
    severity: "error",
    title: "Les parts de l’État atteignent, sans la dépasser, son enveloppe de l’année",
    needs: ["budget"],
    messages: {
      "au-dessus": {
        text: "{annee} – part État : {found} pour l’ensemble des actions, {distance} au-dessus de l’enveloppe de {expected}.{source}",
      },
      "au-dessous": {
        severity: "warning",
        text: "{annee} – part État : {found} pour l’ensemble des actions, {distance} au-dessous de l’enveloppe de {expected}.{source}",
      },
    },
  },
  check({ convention, avenants, budget }, reporter) {
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    const rows = nameActionRows(budget.lignesAction);
    const credits = new Map(convention.creditsEtat.map(({ annee, montant }) => [annee, montant]));
    for (const year of yearsToCheck({ convention, budget }, notCheckable)) {
      const { annee } = year;
      const expected = credits.get(annee);
      if (expected === undefined) {
        notCheckable(`${annee} : le contrat ne donne pas le montant de l’État.`);
        continue;
      }
      if (!hasColumns(convention, year, ["etat"], notCheckable)) continue;
      const sum = sumRows(rows, annee, "etat");
      if (sum.kind === "unreadable") {
        notCheckable(unreadableReason(describe(convention, LIGNE_TOTAL, annee, "etat"), sum));
        continue;
      }
      if (sum.montant === expected) continue;
      const gap = sum.montant - expected;
      const place = { annee, sheet: budget.range.sheet };
      const explanation = explainSplit(rows, convention.actions, place, gap);
      const shown = budget.total?.montants.get(annee)?.etat?.ref;
      reporter.discrepancy({
        message: sum.montant > expected ? "au-dessus" : "au-dessous",
        ...locate(LIGNE_TOTAL, annee, "etat"),
        cells: [shown ?? year.colonnes.etat?.heading ?? year.heading],
        figures: { unit: "montant", found: sum.montant, expected },
        data: { annee: `${annee}`, source: sourceDuChiffre(avenants, { kind: "credits", annee }) },
        ...(explanation !== null && { explanation }),
      });
    }
  },
});
