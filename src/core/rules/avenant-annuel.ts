// A year that has begun has the avenant that fixes its amounts.
import { isFirm } from "../domain/contrat/contract-amounts";
import { formatDate } from "../domain/words/format";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "avenant-annuel",
    article: "2.2, 3",
    severity: "warning",
    title: "Chaque année commencée a l’avenant qui fixe ses montants",
    needs: [],
    messages: {
      absent: {
        text: "{annee} : l’année a commencé le {debut} et ses montants sont provisionnels. Aucun avenant signé au {jour} ne les fixe.",
      },
    },
  },
  check({ convention, asOf, feuilleContrat, budget }, reporter) {
    if (!feuilleContrat && !budget) {
      reporter.notCheckable("Le classeur n’a ni feuille « Contrat », ni tableau budgétaire.");
      return;
    }
    const headings = new Map(budget?.annees.map(({ annee, heading }) => [annee, heading]));
    for (const { annee, debut } of convention.annees) {
      if (debut > asOf || isFirm(convention, annee)) continue;
      const cell = feuilleContrat?.cellsAnnee.get(annee) ?? headings.get(annee);
      if (!cell) {
        reporter.notCheckable(
          `${annee} : aucun avenant ne fixe ses montants, provisionnels, et le classeur ne montre pas cette année.`,
        );
        continue;
      }
      reporter.discrepancy({
        message: "absent",
        subject: { year: annee },
        cells: [cell],
        data: { annee: `${annee}`, debut: formatDate(debut), jour: formatDate(asOf) },
      });
    }
  },
});
