// The execution of each action in a closed year reaches the alert threshold, which is a setting: in all, and of the State's part alone.
import { closedYears } from "../contract/in-force/annees-closes";
import { contractAmount } from "../contract/in-force/contract-amounts";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { ledgerOf } from "../facts/ledger/ledger";
import { enjeuDe } from "../facts/ledger/reduction";
import { faitDe } from "../facts/ledger/remedes";
import type { Convention } from "../contract/convention";
import type { Place } from "../facts/ledger/places";
import { direCeQuiReste } from "../facts/ledger/suites";
import { cellsOf, placesDue, subjectOf, whyUnknown } from "../facts/ledger/places";
import { nameExecuted } from "../facts/lines/execution-lines";
import { formatMontant, formatPart, NBSP } from "../domain/words/format";
import { montantFromEuros } from "../domain/values/montant";
import type { Dossier } from "../domain/dossier";
import { formatTaux, isBelowShare } from "../domain/values/taux";
import { isInThousands } from "../domain/values/unite";
import { defineRule, HOLDS, notComparable, slipOf } from "./rule";

const EN_MILLIERS = slipOf("en-milliers", "execution-en-milliers", {});

type Enjeu = ReturnType<typeof enjeuDe>;

/** What is at stake of the State's part: what it paid and was not used, or, where no payment is known, the reduction of the next year. */
const enjeuDeLAnnee = ({ annees }: Convention, annee: number, part: Parameters<typeof enjeuDe>[0]): Enjeu => {
  const enjeu = enjeuDe(part);
  return enjeu?.of !== "verse" && annee === annees.at(-1)?.annee ? null : enjeu;
};

function describeEnjeu(dossier: Dossier, { action, annee }: Place, enjeu: Enjeu): string {
  if (enjeu?.of === "verse") {
    const suites = direCeQuiReste(dossier, { action: action.numero }, { annee, unused: enjeu.montant });
    return `. ${formatMontant(enjeu.montant)} de la part de l’État ont été versés et n’ont pas été utilisés${suites}`;
  }
  if (enjeu === null) return ".";
  return `${NBSP}: ses crédits de l’année suivante pourraient être réduits de ${formatMontant(enjeu.montant)}.`;
}

export default defineRule({
  meta: {
    id: "sous-consommation",
    articles: ["financement"],
    severity: "warning",
    title: "L’exécution d’une année close atteint le seuil d’alerte réglé",
    problem: "Sous-consommation à justifier",
    compares: "montant",
    needs: ["execution"],
    messages: {
      "execution-en-milliers": {
        text: "Tableau d’exécution : {found} montants sont de l’ordre du millième de ceux du contrat. Le tableau paraît en k€ sans le dire : indiquez l’unité dans l’en-tête, ou saisissez les montants en euros.",
      },
      "sous-le-seuil": {
        problem: "Sous-consommation, exécuté à {taux}",
        text: "{place} : {found} pour {expected} contractualisés (écart {gap}), soit {taux} ; seuil d’alerte réglé à {seuil}. À justifier auprès de l’État{enjeu}{source}",
      },
    },
    page: {
      gravite: "avertissement, à justifier",
      contrat:
        "Une partie des crédits peut être réduite l’année suivante si l’exécution montre une sous-consommation manifeste de certaines actions, sans lien avec la montée en charge prévue et sans justification opérante. Le contrat ne donne aucun pourcentage.",
      verifie: [
        "Pour chaque action d’une année close : total exécuté rapporté au montant du contrat en vigueur (part État + part de la collectivité). En dessous du seuil d’alerte, c’est un avertissement. La part État seule est comparée de la même façon : une action peut atteindre le seuil en tout et rester en dessous pour l’État. La phrase dit ce qui n’a pas été utilisé de la part État et ce qu’il peut en advenir : report, réduction des crédits de l’année suivante ou remboursement, l’un des trois et jamais deux. Tant que le versement n’est pas connu, elle dit de combien les crédits de l’année suivante pourraient être réduits. Les autres financements ne comptent pas. Ce seuil est un réglage (80 % par défaut), et non un chiffre du contrat ; la phrase le dit : « seuil d’alerte réglé à 80 % ».",
        "La comparaison se fait en nombres entiers, et le taux affiché est arrondi au centième de pour cent ; juste sous le seuil, il garde assez de décimales pour ne pas s’afficher comme s’il l’atteignait.",
      ],
      conforme: "104 000,00 € exécutés pour 130 000,00 € contractualisés : exactement 80 %.",
      ecart: [
        {
          message: "sous-le-seuil",
          figures: { unit: "montant", found: montantFromEuros(103999.99), expected: montantFromEuros(130000) },
          data: {
            place: "Action 1 – 2024 – Total exécuté",
            taux: "79,999992 %",
            seuil: "80 %",
            enjeu: ".",
            source: "",
          },
        },
      ],
      corriger:
        "Vérifiez le montant exécuté. S’il est juste, écrivez la justification dans la feuille « Écarts » : elle reste attachée à l’écart tant que les montants ne changent pas, et l’autre partie l’accepte ou la refuse. Une justification écrite dans la colonne du tableau d’exécution est la même : elle compte partout.",
      limites:
        "La règle ne connaît pas la trajectoire de montée en charge, et ne juge pas si une justification est opérante. Une action sans montant au contrat cette année-là n’est pas comparée. Une action placée sur plusieurs lignes du tableau d’exécution, un total vide ou illisible sont « non vérifiables ».",
    },
  },
  compare(dossier, asked) {
    const { convention, execution, avenants } = dossier;
    const ledger = ledgerOf(dossier);
    const seuil = convention.reglages.alerteSousConsommation;
    const closed = closedYears(dossier, (reason) => asked.notDue(reason));
    for (const place of placesDue(convention, closed)) {
      const { action, annee, nom } = place;
      const [etatDu, totalDu] = [contractAmount(action, annee, "etat"), contractAmount(action, annee, "total")];
      asked.compare({ nom: `${nom} – exécuté`, subject: subjectOf(place, "total") }, (lecture) => {
        const { etat, totalSaisi, verse } = ledger.depense(action, annee, lecture);
        // Another rule looks at whether the Total column is the sum of the parts.
        const said = totalSaisi.value;
        if (said === null) return notComparable(whyUnknown(place, ["Total exécuté", totalSaisi]));
        const isTotalBelow = isBelowShare(said, totalDu, seuil);
        const isEtatBelow = etat.value !== null && isBelowShare(etat.value, etatDu, seuil);
        if (!isTotalBelow && !isEtatBelow) {
          return etat.value === null && etatDu > 0
            ? notComparable(whyUnknown(place, ["part État exécutée", etat]))
            : HOLDS;
        }
        const colonne = isTotalBelow ? "total" : "etat";
        const [found, expected] = isTotalBelow ? [said, totalDu] : [etat.value ?? said, etatDu];
        const enjeu = enjeuDeLAnnee(convention, annee, { contracted: etatDu, executed: etat.value, paid: verse.value });
        return () => ({
          message: "sous-le-seuil",
          subject: subjectOf(place, colonne),
          fact: faitDe("sous-consommation", place),
          cells: cellsOf(execution, isTotalBelow ? totalSaisi : etat),
          figures: { unit: "montant", found, expected },
          ...(enjeu && { enJeu: enjeu.montant }),
          ...(isInThousands(found, expected) && { slip: EN_MILLIERS }),
          data: {
            place: `${nom} – ${nameExecuted(convention, colonne)}`,
            taux: formatTaux(found, expected, seuil),
            seuil: formatPart(seuil),
            enjeu: describeEnjeu(dossier, place, enjeu),
            source: sourceDuChiffre(
              { convention, avenants },
              { kind: "montant", annee, action: action.numero, colonne },
            ),
          },
        });
      });
    }
  },
});
