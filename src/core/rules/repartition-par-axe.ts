// The State's parts of each axe add up to the contract's split, for each year that has one.
import { describe, hasColumns, locate, nameActionRows, nameAxe, yearsToCheck } from "../domain/lines/budget-lines";
import type { AnneeColonnes, TableauBudgetaire } from "../domain/dossier";
import { explainSplit } from "../domain/explanations/explain-split";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { groupByAxe, sumRows, unreadableReason } from "../domain/lines/sums";
import { cite } from "../domain/words/typographie";
import { axeHeading } from "../domain/lines/table-places";
import { defineRule } from "./rule";

/** The axe's State subtotal, else its heading, else the State's column. */
function cellOf(budget: TableauBudgetaire, numero: number, year: AnneeColonnes) {
  const headings = budget.lignesAxe.filter(({ axe }) => axe?.numero === numero);
  const subtotal = headings.flatMap(({ sousTotal }) => sousTotal?.montants.get(year.annee)?.etat ?? [])[0];
  const [heading] = headings.flatMap((ligne) => axeHeading(budget, ligne, year.annee) ?? []);
  return subtotal?.ref ?? heading ?? year.colonnes.etat?.heading ?? year.heading;
}

export default defineRule({
  meta: {
    id: "repartition-par-axe",
    article: "2.2, 3",
    severity: "error",
    title: "Les parts de l’État suivent la répartition par axe du contrat",
    needs: ["budget"],
    messages: {
      differente: {
        text: "{place} : {found} pour l’ensemble de ses actions au lieu de {expected} au contrat (écart {gap}).{source}",
      },
    },
  },
  check({ convention, avenants, budget }, reporter) {
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    const splits = new Map(convention.creditsEtat.map(({ annee, repartition }) => [annee, repartition ?? []]));
    const years = yearsToCheck({ convention, budget }, notCheckable).filter(({ annee }) => splits.get(annee)?.length);
    if (years.length === 0) notCheckable("Aucune année du tableau n’a de répartition par axe au contrat.");
    const axes = new Map(convention.axes.map((axe) => [axe.numero, axe]));
    const { byAxe, unnamed } = groupByAxe(budget, nameActionRows(budget.lignesAction));
    for (const year of years) {
      if (!hasColumns(convention, year, ["etat"], notCheckable)) continue;
      for (const { axe: numero, montant: expected } of splits.get(year.annee) ?? []) {
        const axe = axes.get(numero);
        if (!axe) continue;
        const ligne = { place: { axe: numero }, nom: nameAxe(axe) };
        const place = describe(convention, ligne, year.annee, "etat");
        const rows = byAxe.get(numero);
        const [doubtful] = unnamed;
        if (!rows && doubtful) {
          notCheckable(`${place} : l’intitulé ${cite(doubtful.label.text)} n’est celui d’aucun axe du contrat.`);
          continue;
        }
        const sum = sumRows(rows ?? [], year.annee, "etat");
        if (sum.kind === "unreadable") {
          notCheckable(unreadableReason(place, sum));
          continue;
        }
        if (sum.montant === expected) continue;
        const actions = convention.actions.filter((action) => action.axe === numero);
        const where = { annee: year.annee, sheet: budget.range.sheet };
        const explanation = explainSplit(rows ?? [], actions, where, sum.montant - expected);
        reporter.discrepancy({
          message: "differente",
          ...locate(ligne, year.annee, "etat"),
          cells: [cellOf(budget, numero, year)],
          figures: { unit: "montant", found: sum.montant, expected },
          data: { place, source: sourceDuChiffre(avenants, { kind: "repartition", annee: year.annee, axe: numero }) },
          ...(explanation !== null && { explanation }),
        });
      }
    }
  },
});
