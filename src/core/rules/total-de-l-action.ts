// The Total of each action and year is the sum of its parts.
import { ARTICLES } from "../contract/clauses/articles";
import { setTo } from "../facts/corrected-fact";
import { isAsContracted, isOwedBy } from "../domain/contrat/contracted-cells";
import { bandsOf, factOf } from "../facts/bands";
import { budgetTable } from "../facts/fact-tables";
import { correctSum } from "../why/correct-sum";
import type { MontantCell, MontantLu } from "../domain/dossier";
import { lireEnsemble, type Lecture } from "../facts/lecture";
import { describe, explainColumns, locate, namePart, type Ligne } from "../facts/lines/budget-lines";
import { BUDGET, demandes, type Demande } from "../facts/lines/demandes";
import { type Montant, montantFromCentimes, montantFromEuros } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { defineRule, HOLDS, notComparable, type Outcome, type Report, type RuleMeta } from "./rule";

const NOTHING = montantFromCentimes(0);

const NO_CELLS: readonly MontantCell[] = [];

const isUnreadable = ({ kind }: MontantLu): boolean => kind === "unreadable";

const amountOf = (lu: MontantLu) => (lu.kind === "montant" ? lu.montant : NOTHING);

type Row = Demande["rows"][number];

const meta = {
  id: "total-de-l-action",
  article: ARTICLES.financement,
  severity: "error",
  title: "Le total de chaque action est la somme de ses parts",
  problem: "Total de l’action faux",
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
  page: {
    contrat:
      "Les deux parties financent chaque action ; l’annexe donne pour chaque année un total, la part de l’État et celle de la collectivité.",
    verifie: [
      "Pour chaque action et chaque année du contrat : Total = part État + part de la collectivité, au centime près. Un total vide à côté de parts renseignées est aussi un écart. La cellule montrée est celle du total.",
      "Les autres financeurs (CAF, Région…) entrent dans le total quand le tableau a leurs colonnes.",
    ],
    conforme: "65 000,00 € + 65 000,00 € = 130 000,00 €.",
    ecart: [
      {
        message: "faux",
        figures: { unit: "montant", found: montantFromEuros(130000), expected: montantFromEuros(125000) },
        data: {
          place: "Action 1 – 2024 – Total",
          etat: "60 000,00 €",
          partLocale: "part Métropole",
          collectivite: "65 000,00 €",
          autres: "",
        },
      },
    ],
    corriger:
      "Voyez d’abord si les deux parts sont celles du contrat. Si oui, une correction est proposée : le nombre, ou la formule lorsque celle de la cellule est en défaut ou que les autres actions en ont une. L’explication nomme la cellule quand l’écart se comprend.",
    limites:
      "Quand une part diffère du contrat, aucune correction n’est proposée : rien ne dit lequel des trois montants est faux. Une part illisible, ou manquante alors que le contrat en donne le montant, rend l’action « non vérifiable » cette année-là. Sans colonne de totaux, la règle n’est pas vérifiable.",
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
    const table = budgetTable(budget);
    const placeOf = (ligne: Ligne, annee: number) => describe(convention, ligne, annee, "total");
    const faux =
      (row: Row, annee: number, total: MontantCell, lus: Lus, found: Montant | null, expected: Montant) =>
      (): Report<typeof meta> => {
        const fact = factOf(bandsOf(table).parts, total);
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
            place: placeOf(row, annee),
            etat: formatMontant(amountOf(lus.etat)),
            partLocale: namePart(convention, "collectivite"),
            collectivite: formatMontant(amountOf(lus.collectivite)),
            autres:
              financements.length === 0 ? "" : ` et des autres financeurs, ${formatMontant(amountOf(lus.autres))}`,
          },
          corrected: setTo(total, expected),
          ...(fact && correctSum(convention, table, fact, { found, expected, asContracted })),
        };
      };
    const judge = (demande: Demande, row: Row, lecture: Lecture): Outcome<typeof meta> => {
      const { annee, year } = demande;
      const montants = demande.cells ?? row.ligne.montants.get(annee);
      if (!montants?.etat || !montants.collectivite || !montants.total) {
        return notComparable(explainColumns(convention, year, annee, ["etat", "collectivite", "total"]));
      }
      const etat = lecture.montant(montants.etat);
      const collectivite = lecture.montant(montants.collectivite);
      const somme = lecture.montant(montants.total);
      const autres = lireEnsemble(lecture, row.ligne.autres?.get(annee) ?? NO_CELLS);
      if (isUnreadable(etat) || isUnreadable(collectivite) || isUnreadable(somme) || isUnreadable(autres)) {
        return notComparable(`${placeOf(row, annee)} : un des montants est illisible.`);
      }
      const { action } = row.ligne;
      if (isOwedBy(action, annee, "etat", etat) || isOwedBy(action, annee, "collectivite", collectivite)) {
        return notComparable(`${placeOf(row, annee)} : une des parts n’est pas renseignée.`);
      }
      const expected = montantFromCentimes(amountOf(etat) + amountOf(collectivite) + amountOf(autres));
      const found = somme.kind === "montant" ? somme.montant : null;
      if (found === expected || (found === null && expected === 0)) return HOLDS;
      return faux(row, annee, montants.total, { etat, collectivite, autres }, found, expected);
    };
    for (const demande of demandes(convention, { tableau: budget, nom: BUDGET })) {
      const { rows, ligne, annee, pourquoi } = demande;
      if (pourquoi !== null) asked.compare(placeOf(ligne, annee), () => notComparable(pourquoi));
      asked.compareEach(
        // What somebody else gives may stand in the column of the totals alone.
        rows.filter((row) => !row.ligne.isAutreFinanceur),
        (row) => placeOf(row, annee),
        (row, lecture) => judge(demande, row, lecture),
      );
    }
  },
});
