// What the two parties executed beyond the contract's amount: legitimate, and said. What others paid is none of it.
import { contractAmount } from "../domain/contrat/contract-amounts";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { locate } from "../domain/lines/budget-lines";
import { actionExecutions, describeExecuted, lireGrandeur, NO_AMOUNT } from "../domain/lines/execution-lines";
import { isInThousands } from "../domain/values/unite";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "sur-execution",
    article: "–",
    severity: "info",
    title: "L’exécution ne dépasse pas le montant contractualisé",
    compares: "montant",
    needs: ["execution"],
    messages: {
      "au-dessus": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}). Dépenser davantage est permis.{source}",
      },
      "au-dessus-avec-l-etat": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}). Dépenser davantage est permis ; la part de l’État dépasse aussi la sienne, et son engagement ne couvre pas cet excédent.{source}",
      },
      "etat-au-dessus": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}). L’engagement de l’État ne couvre pas cet excédent.{source}",
      },
    },
  },
  compare(dossier, asked) {
    const { convention, avenants } = dossier;
    let isAsked = false;
    for (const demande of actionExecutions(dossier)) {
      isAsked = true;
      const { annee, ligne, action } = demande;
      if (!action) continue;
      const { numero } = action;
      const sourceOf = (colonne: "total" | "etat") =>
        sourceDuChiffre(avenants, { kind: "montant", annee, action: numero, colonne });
      const place = () => describeExecuted(convention, ligne, annee, "total");
      const part = () => describeExecuted(convention, ligne, annee, "etat");
      asked.compare(place, (lecture) => {
        const parties = lireGrandeur(lecture, demande, "parties", convention);
        if ("why" in parties) return notComparable(parties.why);
        const expected = contractAmount(action, annee, "total");
        const engaged = contractAmount(action, annee, "etat");
        const etat = demande.year?.colonnes.etat ? lireGrandeur(lecture, demande, "etat", convention) : null;
        if (etat && "why" in etat) return notComparable(etat.why);
        const isEtatAbove = etat !== null && etat.montant > engaged;
        if (parties.montant > expected) {
          return () => ({
            message: isEtatAbove ? "au-dessus-avec-l-etat" : "au-dessus",
            ...locate(ligne, annee, "total"),
            cells: parties.cells,
            figures: { unit: "montant", found: parties.montant, expected },
            data: { place: place(), source: sourceOf("total") },
          });
        }
        if (isInThousands(parties.montant, expected)) {
          return notComparable(
            `${place()} : de l’ordre du millième du montant contractualisé, l’unité est à confirmer.`,
          );
        }
        if (!isEtatAbove) return HOLDS;
        return () => ({
          message: "etat-au-dessus",
          ...locate(ligne, annee, "etat"),
          cells: etat.cells,
          figures: { unit: "montant", found: etat.montant, expected: engaged },
          data: { place: part(), source: sourceOf("etat") },
        });
      });
    }
    if (!isAsked) asked.notDue(NO_AMOUNT);
  },
});
