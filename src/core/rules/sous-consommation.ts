// The execution of each action in a closed year reaches the alert threshold, which is a setting: in all, and of the State's part alone.
import { closedYears } from "../contract/in-force/annees-closes";
import { contractAmount } from "../contract/in-force/contract-amounts";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { ledgerOf } from "../facts/ledger/ledger";
import { cellsOf, placesDue, subjectOf, whyUnknown } from "../facts/ledger/places";
import { nameExecuted } from "../facts/lines/execution-lines";
import { formatMontant, formatPart, NBSP } from "../domain/words/format";
import { montantFromCentimes } from "../domain/values/montant";
import { formatTaux, isBelowShare } from "../domain/values/taux";
import { isInThousands } from "../domain/values/unite";
import { defineRule, HOLDS, notComparable, slipOf } from "./rule";

const EN_MILLIERS = slipOf("en-milliers", "execution-en-milliers", {});

export default defineRule({
  meta: {
    id: "sous-consommation",
    article: "2.2",
    severity: "warning",
    title: "L’exécution d’une année close atteint le seuil d’alerte réglé",
    compares: "montant",
    needs: ["execution"],
    messages: {
      "execution-en-milliers": {
        text: "Tableau d’exécution : {found} montants sont de l’ordre du millième de ceux du contrat. Le tableau paraît en k€ sans le dire : indiquez l’unité dans l’en-tête, ou saisissez les montants en euros.",
      },
      "sous-le-seuil": {
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}), soit {taux} ; seuil d’alerte réglé à {seuil}. À justifier auprès de l’État{enjeu}.{source}",
      },
    },
  },
  compare(dossier, asked) {
    const { convention, execution, avenants } = dossier;
    const ledger = ledgerOf(dossier);
    const seuil = convention.reglages.alerteSousConsommation;
    const last = convention.annees.at(-1)?.annee;
    const closed = closedYears(dossier, (reason) => asked.notDue(reason));
    for (const place of placesDue(convention, closed)) {
      const { action, annee, nom } = place;
      const [etatDu, totalDu] = [contractAmount(action, annee, "etat"), contractAmount(action, annee, "total")];
      asked.compare(`${nom} – exécuté`, (lecture) => {
        const { etat, totalSaisi } = ledger.depense(action, annee, lecture);
        // Whether the Total column is the sum of the parts is another rule's.
        const said = totalSaisi.montant;
        if (said === null) return notComparable(whyUnknown(place, ["Total exécuté", totalSaisi]));
        const isTotalBelow = isBelowShare(said, totalDu, seuil);
        const isEtatBelow = etat.montant !== null && isBelowShare(etat.montant, etatDu, seuil);
        if (!isTotalBelow && !isEtatBelow) {
          return etat.montant === null && etatDu > 0
            ? notComparable(whyUnknown(place, ["part État exécutée", etat]))
            : HOLDS;
        }
        const colonne = isTotalBelow ? "total" : "etat";
        const [found, expected] = isTotalBelow ? [said, totalDu] : [etat.montant ?? said, etatDu];
        const unused = etat.montant === null ? 0 : Math.max(0, etatDu - etat.montant);
        const enjeu =
          unused === 0 || annee === last
            ? ""
            : `${NBSP}: ses crédits de l’année suivante pourraient être réduits de ${formatMontant(montantFromCentimes(unused))}`;
        return () => ({
          message: "sous-le-seuil",
          subject: subjectOf(place, colonne),
          cells: cellsOf(execution, isTotalBelow ? totalSaisi : etat),
          figures: { unit: "montant", found, expected },
          ...(isInThousands(found, expected) && { slip: EN_MILLIERS }),
          data: {
            place: `${nom} – ${nameExecuted(convention, colonne)}`,
            taux: formatTaux(found, expected),
            seuil: formatPart(seuil),
            enjeu,
            source: sourceDuChiffre(avenants, { kind: "montant", annee, action: action.numero, colonne }),
          },
        });
      });
    }
  },
});
