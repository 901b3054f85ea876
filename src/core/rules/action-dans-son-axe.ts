// Each action of the budget table stands under the axe that the contract gives it.
import { nameActionRows } from "../domain/lines/budget-lines";
import { cite } from "../domain/words/typographie";
import { labelCells } from "../domain/lines/table-places";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "action-dans-son-axe",
    article: "2.1",
    severity: "error",
    title: "Chaque action est placée sous son axe",
    needs: ["budget"],
    messages: {
      "autre-axe": { text: "{action} : placée sous l’axe {found} au lieu de l’axe {expected} {intitule}." },
      "hors-axe": { text: "{action} : placée au-dessus du premier axe au lieu de l’axe {expected} {intitule}." },
    },
  },
  check({ convention, budget }, reporter) {
    if (budget.lignesAxe.length === 0) {
      reporter.notCheckable("Le tableau budgétaire n’a pas de ligne d’axe.");
      return;
    }
    const titles = new Map(convention.axes.map(({ numero, intitule }) => [numero, cite(intitule)]));
    for (const { ligne, place, key, nom } of nameActionRows(budget.lignesAction)) {
      if (!ligne.action) continue;
      const heading = ligne.ligneAxe === null ? null : budget.lignesAxe[ligne.ligneAxe];
      if (heading && !heading.axe) {
        reporter.notCheckable(`${cite(heading.label.text)} : cet intitulé n’est celui d’aucun axe du contrat.`);
        continue;
      }
      const found = heading?.axe?.numero ?? null;
      if (found === ligne.action.axe) continue;
      reporter.discrepancy({
        message: found === null ? "hors-axe" : "autre-axe",
        subject: place,
        ...(key !== undefined && { key }),
        cells: labelCells(ligne),
        figures: { unit: "numero", found, expected: ligne.action.axe },
        data: { action: nom, intitule: titles.get(ligne.action.axe) ?? "" },
      });
    }
  },
});
