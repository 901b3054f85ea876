// The Total of each action and year is the sum of its parts.
import { setTo } from "../domain/correction";
import { isAsContracted, isOwedBy } from "../domain/contrat/contract-amounts";
import { correctSum } from "../domain/explanations/correct-sum";
import type { MontantCell, MontantLu } from "../domain/dossier";
import { lireEnsemble, type Lecture } from "../domain/lecture";
import { describe, explainColumns, locate, namePart } from "../domain/lines/budget-lines";
import { BUDGET, demandes, type Demande } from "../domain/lines/demandes";
import { montantFromCentimes, type Montant } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { defineRule, HOLDS, notComparable, type Outcome, type Report, type RuleMeta } from "./rule";

const NOTHING = montantFromCentimes(0);

const isUnreadable = ({ kind }: MontantLu): boolean => kind === "unreadable";

const amountOf = (lu: MontantLu) => (lu.kind === "montant" ? lu.montant : NOTHING);

type Row = Demande["rows"][number];

/** One row of an action in one year, or why there is none. */
type Total =
  | { readonly demande: Demande; readonly row: Row; readonly pourquoi: null }
  | { readonly demande: Demande; readonly row: null; readonly pourquoi: string };

function totalsOf(demande: Demande): readonly Total[] {
  const { rows, pourquoi } = demande;
  const own = rows.map((row) => ({ demande, row, pourquoi: null }));
  return pourquoi === null ? own : [{ demande, row: null, pourquoi }, ...own];
}

const meta = {
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
} as const satisfies RuleMeta;

/** What the row shows, as far as it can be added. */
interface Lus {
  readonly etat: MontantLu;
  readonly collectivite: MontantLu;
  readonly autres: MontantLu;
}

export default defineRule({
  meta,
  compare({ convention, budget }, asked) {
    const placeOf = ({ demande: { ligne, annee }, row }: Total) => describe(convention, row ?? ligne, annee, "total");
    const faux =
      (of: Total, row: Row, total: MontantCell, lus: Lus, found: Montant | null, expected: Montant) =>
      (): Report<typeof meta> => {
        const { annee } = of.demande;
        const financements = row.ligne.autres?.get(annee) ?? [];
        // With a doubtful part nobody knows which of them is wrong.
        const asContracted = () =>
          isAsContracted(row.ligne, annee, "etat") && isAsContracted(row.ligne, annee, "collectivite");
        return {
          message: found === null ? "non-renseigne" : "faux",
          ...locate(row, annee, "total"),
          cells: [total.ref],
          figures: { unit: "montant", found, expected },
          data: {
            place: placeOf(of),
            etat: formatMontant(amountOf(lus.etat)),
            partLocale: namePart(convention, "collectivite"),
            collectivite: formatMontant(amountOf(lus.collectivite)),
            autres:
              financements.length === 0 ? "" : ` et des autres financeurs, ${formatMontant(amountOf(lus.autres))}`,
          },
          correction: setTo(total, expected),
          ...correctSum(convention, budget, total, { found, expected, asContracted }),
        };
      };
    const judge = (of: Total, lecture: Lecture): Outcome<typeof meta> => {
      const { demande, row } = of;
      const { annee, year } = demande;
      if (row === null) return notComparable(of.pourquoi);
      const montants = demande.cells ?? row.ligne.montants.get(annee);
      if (!montants?.etat || !montants.collectivite || !montants.total) {
        return notComparable(explainColumns(convention, year, annee, ["etat", "collectivite", "total"]));
      }
      const etat = lecture.montant(montants.etat);
      const collectivite = lecture.montant(montants.collectivite);
      const somme = lecture.montant(montants.total);
      const autres = lireEnsemble(lecture, row.ligne.autres?.get(annee) ?? []);
      if (isUnreadable(etat) || isUnreadable(collectivite) || isUnreadable(somme) || isUnreadable(autres)) {
        return notComparable(`${placeOf(of)} : un des montants est illisible.`);
      }
      const { action } = row.ligne;
      if (isOwedBy(action, annee, "etat", etat) || isOwedBy(action, annee, "collectivite", collectivite)) {
        return notComparable(`${placeOf(of)} : une des parts n’est pas renseignée.`);
      }
      const expected = montantFromCentimes(amountOf(etat) + amountOf(collectivite) + amountOf(autres));
      const found = somme.kind === "montant" ? somme.montant : null;
      if (found === expected || (found === null && expected === 0)) return HOLDS;
      return faux(of, row, montants.total, { etat, collectivite, autres }, found, expected);
    };
    // One action and year after the other: of thousands no list of all their totals is made.
    demandes(convention, { tableau: budget, nom: BUDGET }).forEach((demande) => {
      asked.compareEach(totalsOf(demande), placeOf, judge);
    });
  },
});
