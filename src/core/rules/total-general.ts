// Each cell of the TOTAL row is the sum of the actions of the table, contracted or executed.
import { amountTables } from "../domain/lines/amount-tables";
import { describe, LIGNE_TOTAL, locate, nameActionRows, yearsOf } from "../domain/lines/budget-lines";
import { correctSum } from "../domain/explanations/correct-sum";
import { compareSums, showsAmount, unreadableReason } from "../domain/lines/sums";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "total-general",
    article: "2.2",
    severity: "error",
    title: "La ligne TOTAL est la somme des actions",
    needs: ["budget"],
    messages: {
      faux: { text: "{place} : {found} au lieu de {expected}, somme des actions du tableau (écart {gap})." },
      "non-renseigne": { text: "{place} : {found} au lieu de {expected}, somme des actions du tableau." },
    },
  },
  check(dossier, reporter) {
    const { convention } = dossier;
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    if (!dossier.budget.total) notCheckable("Le tableau budgétaire n’a pas de ligne TOTAL.");
    for (const table of amountTables(dossier)) {
      const { tableau, nom, key } = table;
      const { total, lignesAction } = tableau;
      if (!total) continue;
      const years = yearsOf(convention, table, notCheckable);
      if (!showsAmount(total.montants, years)) notCheckable(`${nom} : la ligne TOTAL ne porte aucun montant.`);
      for (const { annee, colonne, cell, outcome } of compareSums(
        total.montants,
        nameActionRows(lignesAction),
        years,
      )) {
        const own = describe(convention, LIGNE_TOTAL, annee, colonne);
        const place = key === null ? own : `${nom}, ${own}`;
        if (outcome.kind === "unreadable") {
          notCheckable(unreadableReason(place, outcome));
          continue;
        }
        const { found, expected, asContracted } = outcome;
        reporter.discrepancy({
          message: found === null ? "non-renseigne" : "faux",
          ...locate(LIGNE_TOTAL, annee, colonne),
          ...(key !== null && { key }),
          cells: [cell.ref],
          figures: { unit: "montant", found, expected },
          data: { place },
          ...correctSum(convention, tableau, cell, {
            found,
            expected,
            asContracted: key === null ? asContracted : null,
          }),
        });
      }
    }
  },
});
