// The Total of each action and year is the sum of its parts.
import { setTo } from "../domain/correction";
import { isAsContracted, isOwedBy } from "../domain/contrat/contract-amounts";
import { correctSum } from "../domain/explanations/correct-sum";
import type { MontantLu } from "../domain/dossier";
import { lireEnsemble } from "../domain/lecture";
import { describe, explainColumns, locate, namePart } from "../domain/lines/budget-lines";
import { BUDGET, demandes } from "../domain/lines/demandes";
import { addMontants, montantFromCentimes } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { defineRule, HOLDS, notComparable } from "./rule";

const NOTHING = montantFromCentimes(0);

const amountOf = (lu: MontantLu) => (lu.kind === "montant" ? lu.montant : NOTHING);

export default defineRule({
  meta: {
    id: "total-de-l-action",
    article: "2.2",
    severity: "error",
    title: "Le total de chaque action est la somme de ses parts",
    compares: "total",
    needs: ["budget"],
    messages: {
      faux: {
        text: "{place} : {found} au lieu de {expected}, somme de la part État ({etat}) et de la {partLocale} ({collectivite}{autres}) ; écart {gap}.",
      },
      "non-renseigne": {
        text: "{place} : {found} au lieu de {expected}, somme de la part État ({etat}) et de la {partLocale} ({collectivite}{autres}).",
      },
    },
  },
  compare({ convention, budget }, asked) {
    for (const { annee, year, ligne, rows, pourquoi } of demandes(convention, { tableau: budget, nom: BUDGET })) {
      if (pourquoi !== null) asked.compare(describe(convention, ligne, annee, "total"), () => notComparable(pourquoi));
      for (const row of rows) {
        const { etat, collectivite, total } = row.ligne.montants.get(annee) ?? {};
        const financements = row.ligne.autres?.get(annee) ?? [];
        const place = () => describe(convention, row, annee, "total");
        asked.compare(place, (lecture) => {
          if (!etat || !collectivite || !total) {
            return notComparable(explainColumns(convention, year, annee, ["etat", "collectivite", "total"]));
          }
          const [partEtat, partLocale] = [lecture.montant(etat), lecture.montant(collectivite)];
          const somme = lecture.montant(total);
          const autres = lireEnsemble(lecture, financements);
          if ([partEtat, partLocale, somme, autres].some(({ kind }) => kind === "unreadable")) {
            return notComparable(`${place()} : un des montants est illisible.`);
          }
          const { action } = row.ligne;
          if (isOwedBy(action, annee, "etat", partEtat) || isOwedBy(action, annee, "collectivite", partLocale)) {
            return notComparable(`${place()} : une des parts n’est pas renseignée.`);
          }
          const expected = addMontants(amountOf(partEtat), amountOf(partLocale), amountOf(autres));
          const found = somme.kind === "montant" ? somme.montant : null;
          if (found === expected || (found === null && expected === 0)) return HOLDS;
          return () => {
            // With a doubtful part nobody knows which of them is wrong.
            const asContracted =
              isAsContracted(row.ligne, annee, "etat") && isAsContracted(row.ligne, annee, "collectivite");
            return {
              message: found === null ? "non-renseigne" : "faux",
              ...locate(row, annee, "total"),
              cells: [total.ref],
              figures: { unit: "montant", found, expected },
              data: {
                place: place(),
                etat: formatMontant(amountOf(partEtat)),
                partLocale: namePart(convention, "collectivite"),
                collectivite: formatMontant(amountOf(partLocale)),
                autres:
                  financements.length === 0 ? "" : ` et des autres financeurs, ${formatMontant(amountOf(autres))}`,
              },
              correction: setTo(total, expected),
              ...correctSum(convention, budget, total, { found, expected, asContracted }),
            };
          };
        });
      }
    }
  },
});
