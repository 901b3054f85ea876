// A year that has begun has the avenant that fixes its amounts.
import { cellOfYear } from "../domain/contrat/avenant-attendu";
import { isFirm } from "../contract/in-force/contract-amounts";
import { chiffreInconnu } from "../contract/avenants/registre";
import { formatDate } from "../domain/words/format";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "avenant-annuel",
    article: "2.2, 3",
    severity: "warning",
    title: "Chaque année commencée a l’avenant qui fixe ses montants",
    compares: "annee",
    needs: [],
    messages: {
      absent: {
        text: "{annee} : l’année a commencé le {debut} et ses montants sont provisionnels. Aucun avenant signé au {jour} ne les fixe.",
      },
    },
  },
  compare(dossier, asked) {
    const { convention, asOf, feuilleContrat, budget } = dossier;
    if (!feuilleContrat && !budget) {
      asked.nothing("Le classeur n’a ni feuille « Contrat », ni tableau budgétaire.");
      return;
    }
    const begun = convention.annees.filter(({ debut }) => debut <= asOf);
    if (begun.length === 0) asked.notDue(`Aucune année du contrat n’a commencé au ${formatDate(asOf)}.`);
    for (const { annee, debut } of begun) {
      asked.compare(`${annee}`, () => {
        if (isFirm(convention, annee)) return HOLDS;
        const inconnu = chiffreInconnu(feuilleContrat?.registre, { objet: "credits", annee });
        if (inconnu !== null) return notComparable(inconnu);
        const cell = cellOfYear(dossier, annee);
        if (!cell) {
          return notComparable(
            `${annee} : aucun avenant ne fixe ses montants, provisionnels, et le classeur ne montre pas cette année.`,
          );
        }
        return () => ({
          message: "absent",
          subject: { year: annee },
          cells: [cell],
          data: { annee: `${annee}`, debut: formatDate(debut), jour: formatDate(asOf) },
        });
      });
    }
  },
});
