// The Total of each action and year is the sum of its two parts.
import { describe, hasColumns, locate, nameActionRows, namePart, yearsToCheck } from "../domain/lines/budget-lines";
import { isAsContracted, isOwed } from "../domain/contrat/contract-amounts";
import { correctSum } from "../domain/explanations/correct-sum";
import type { MontantCell } from "../domain/dossier";
import { formatMontant } from "../domain/words/format";
import { addMontants, montantFromCentimes } from "../domain/values/montant";
import { defineRule } from "./rule";

const NOTHING = montantFromCentimes(0);

const amountOf = ({ lu }: MontantCell) => (lu.kind === "montant" ? lu.montant : NOTHING);

export default defineRule({
  meta: {
    id: "total-de-l-action",
    article: "2.2",
    severity: "error",
    title: "Le total de chaque action est la somme de ses deux parts",
    needs: ["budget"],
    messages: {
      faux: {
        text: "{place} : {found} au lieu de {expected}, somme de la part État ({etat}) et de la {partLocale} ({collectivite}) ; écart {gap}.",
      },
      "non-renseigne": {
        text: "{place} : {found} au lieu de {expected}, somme de la part État ({etat}) et de la {partLocale} ({collectivite}).",
      },
    },
  },
  check({ convention, budget }, reporter) {
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    const years = yearsToCheck({ convention, budget }, notCheckable).filter((year) =>
      hasColumns(convention, year, ["etat", "collectivite", "total"], notCheckable),
    );
    for (const row of nameActionRows(budget.lignesAction)) {
      for (const { annee } of years) {
        const { etat, collectivite, total } = row.ligne.montants.get(annee) ?? {};
        if (!etat || !collectivite || !total) continue;
        const place = () => describe(convention, row, annee, "total");
        const cells = [etat, collectivite, total];
        if (cells.some(({ lu }) => lu.kind === "unreadable")) {
          notCheckable(`${place()} : un des montants est illisible.`);
          continue;
        }
        if (isOwed(row.ligne, annee, "etat", etat) || isOwed(row.ligne, annee, "collectivite", collectivite)) {
          notCheckable(`${place()} : une des parts n’est pas renseignée.`);
          continue;
        }
        const expected = addMontants(amountOf(etat), amountOf(collectivite));
        const found = total.lu.kind === "montant" ? total.lu.montant : null;
        if (found === expected || (found === null && expected === 0)) continue;
        // With a doubtful part nobody knows which of the three is wrong.
        const asContracted =
          isAsContracted(row.ligne, annee, "etat") && isAsContracted(row.ligne, annee, "collectivite");
        reporter.discrepancy({
          message: found === null ? "non-renseigne" : "faux",
          ...locate(row, annee, "total"),
          cells: [total.ref],
          figures: { unit: "montant", found, expected },
          data: {
            place: place(),
            etat: formatMontant(amountOf(etat)),
            partLocale: namePart(convention, "collectivite"),
            collectivite: formatMontant(amountOf(collectivite)),
          },
          ...correctSum(convention, budget, total, { found, expected, asContracted }),
        });
      }
    }
  },
});
