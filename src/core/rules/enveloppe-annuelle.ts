// The State's parts of a year add up to the State's amount for that year.
import { chiffreInconnu } from "../contract/avenants/registre";
import { isFirm } from "../contract/in-force/contract-amounts";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { explainSplit } from "../why/explain-split";
import { describe, explainColumns, LIGNE_TOTAL, locate, nameActionRows } from "../facts/lines/budget-lines";
import { anneesDemandees, BUDGET } from "../facts/lines/demandes";
import { budgetTable } from "../facts/fact-tables";
import { groupOf } from "../facts/groups";
import { sansLignesInconnues, unreadableReason } from "../facts/lines/sums";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "enveloppe-annuelle",
    article: "2.2",
    severity: "error",
    title: "Les parts de l’État atteignent, sans la dépasser, son enveloppe de l’année",
    compares: "somme",
    needs: ["budget"],
    messages: {
      "au-dessus": {
        text: "{annee} – part État : {found} pour l’ensemble des actions, {distance} au-dessus de l’enveloppe de {expected}.{source}",
      },
      "au-dessus-provisionnelle": {
        severity: "warning",
        text: "{annee} – part État : {found} pour l’ensemble des actions, {distance} au-dessus de l’enveloppe de {expected}. L’enveloppe est provisionnelle : un avenant doit la fixer.",
      },
      "au-dessous": {
        severity: "warning",
        text: "{annee} – part État : {found} pour l’ensemble des actions, {distance} au-dessous de l’enveloppe de {expected}.{source}",
      },
    },
  },
  compare({ convention, avenants, budget, feuilleContrat }, asked) {
    const table = budgetTable(budget);
    const rows = nameActionRows(budget.lignesAction);
    const credits = new Map(convention.creditsEtat.map(({ annee, montant }) => [annee, montant]));
    for (const { annee, year, pourquoi } of anneesDemandees(convention, { tableau: budget, nom: BUDGET })) {
      const place = describe(convention, LIGNE_TOTAL, annee, "etat");
      asked.compare(place, (lecture) => {
        const expected = credits.get(annee);
        if (expected === undefined) return notComparable(`${annee} : le contrat ne donne pas le montant de l’État.`);
        const inconnu = chiffreInconnu(feuilleContrat?.registre, { objet: "credits", annee });
        if (inconnu !== null) return notComparable(inconnu);
        if (!year) return notComparable(pourquoi ?? "");
        if (!year.colonnes.etat) return notComparable(explainColumns(convention, year, annee, ["etat"]));
        const sum = lecture.somme(groupOf(table, "total", annee, "etat"));
        if (sum.kind === "unreadable") return notComparable(unreadableReason(place, sum.noms));
        const found = sum.montant;
        if (found === expected) {
          const held = sansLignesInconnues(budget, place);
          return held.kind === "inconnue" ? notComparable(held.pourquoi) : HOLDS;
        }
        return () => {
          const where = { annee, sheet: budget.range.sheet };
          const explanation = explainSplit(rows, convention.actions, where, found - expected);
          const shown = budget.total?.montants.get(annee)?.etat?.ref;
          const report = {
            ...locate(LIGNE_TOTAL, annee, "etat"),
            cells: [shown ?? year.colonnes.etat?.heading ?? year.heading],
            figures: { unit: "montant", found, expected },
            data: { annee: `${annee}` },
            ...(explanation !== null && { explanation }),
          } as const;
          if (found > expected && !isFirm(convention, annee)) return { ...report, message: "au-dessus-provisionnelle" };
          const source = sourceDuChiffre(avenants, { kind: "credits", annee });
          const message = found > expected ? "au-dessus" : "au-dessous";
          return { ...report, message, data: { ...report.data, source } };
        };
      });
    }
  },
});
