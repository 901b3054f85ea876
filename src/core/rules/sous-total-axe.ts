// Each subtotal of an axe is the sum of the actions that stand under it.
import { amountTables } from "../domain/lines/amount-tables";
import { describe, locate, nameActionRows, nameAxeRows, yearsOf } from "../domain/lines/budget-lines";
import { correctSum } from "../domain/explanations/correct-sum";
import { formatListe } from "../domain/words/format";
import { compareSums, groupByHeading, showsAmount, unreadableReason } from "../domain/lines/sums";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "sous-total-axe",
    article: "2.2",
    severity: "error",
    title: "Le sous-total de chaque axe est la somme de ses actions",
    needs: ["budget"],
    messages: {
      faux: {
        text: "{place} : sous-total de {found} au lieu de {expected}, somme des actions de l’axe (écart {gap}).",
      },
      "non-renseigne": { text: "{place} : sous-total {found} au lieu de {expected}, somme des actions de l’axe." },
    },
  },
  check(dossier, reporter) {
    const { convention } = dossier;
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    if (dossier.budget.lignesAxe.every(({ sousTotal }) => sousTotal === null)) {
      notCheckable("Le tableau budgétaire n’a pas de sous-total par axe.");
    }
    for (const table of amountTables(dossier)) {
      const { tableau, nom, key } = table;
      if (tableau.lignesAxe.every(({ sousTotal }) => sousTotal === null)) continue;
      const byHeading = groupByHeading(nameActionRows(tableau.lignesAction));
      const years = yearsOf(convention, table, notCheckable);
      const axes = nameAxeRows(tableau.lignesAxe);
      const empty = axes.filter(({ ligne: { sousTotal } }) => sousTotal && !showsAmount(sousTotal.montants, years));
      if (empty.length > 0) {
        const noms = formatListe(empty.map((axe) => axe.nom));
        notCheckable(`${nom}, ${noms} : la ligne de sous-total ne porte aucun montant.`);
      }
      for (const [index, axe] of axes.entries()) {
        if (!axe.ligne.sousTotal) continue;
        const rows = byHeading.get(index) ?? [];
        for (const { annee, colonne, cell, outcome } of compareSums(axe.ligne.sousTotal.montants, rows, years)) {
          const own = describe(convention, axe, annee, colonne);
          const place = key === null ? own : `${nom}, ${own}`;
          if (outcome.kind === "unreadable") {
            notCheckable(unreadableReason(place, outcome));
            continue;
          }
          const { found, expected, asContracted } = outcome;
          const keys = [axe.key, key].filter((part) => part !== undefined && part !== null);
          reporter.discrepancy({
            message: found === null ? "non-renseigne" : "faux",
            ...locate(axe, annee, colonne),
            ...(keys.length > 0 && { key: keys.join("-") }),
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
    }
  },
});
