// The formula of a total or of a subtotal counts each of its actions exactly once, even when its value happens to be right.
import { amountTables, situate } from "../domain/lines/amount-tables";
import { analyseFormule, isCoverageDefect } from "../domain/formulas/analyse-formule";
import { describeDefauts } from "../domain/formulas/describe-defauts";
import { sumsOf } from "../domain/lines/table-sums";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "formule-incomplete",
    article: "–",
    severity: "warning",
    title: "La formule d’un total couvre chaque action une seule fois",
    needs: ["budget"],
    needsContract: false,
    messages: {
      incomplete: {
        text: "{place} : la formule compte exactement une fois {found} des actions à additionner au lieu de {expected} (écart {gap}).",
      },
      "en-trop": {
        text: "{place} : la formule compte {found} cellules au lieu de {expected} (écart {gap}).",
      },
    },
  },
  check(dossier, reporter) {
    const { convention } = dossier;
    for (const table of amountTables(dossier)) {
      const sums = sumsOf(table.tableau);
      const shown = sums.sums.filter(({ entree }) => entree.kind !== "action" && entree.cell.formula !== null);
      if (shown.length === 0) reporter.notCheckable(`${table.nom} : aucun total ni sous-total n’est une formule.`);
      for (const somme of shown) {
        const { entree, addends } = somme;
        const { place, ...identity } = situate(convention, table, entree);
        if (sums.weigh(entree).kind === "unknown") {
          reporter.notCheckable(
            `${place} : la formule n’est pas une simple addition, ce qu’elle couvre reste à vérifier.`,
          );
          continue;
        }
        const analyse = analyseFormule(sums, somme);
        const defauts = analyse?.defauts.filter(isCoverageDefect) ?? [];
        if (!analyse || defauts.length === 0) continue;
        const isIncomplete = analyse.comptees < addends.length;
        const formula = sums.formulaFor(somme);
        reporter.discrepancy({
          message: isIncomplete ? "incomplete" : "en-trop",
          ...identity,
          cells: [entree.cell.ref],
          figures: {
            unit: "nombre",
            found: isIncomplete ? analyse.comptees : addends.length + defauts.length,
            expected: addends.length,
          },
          data: { place },
          explanation: describeDefauts(convention, defauts, entree),
          ...(formula !== null && { fix: [{ cell: entree.cell.ref, formula }] }),
        });
      }
    }
  },
});
