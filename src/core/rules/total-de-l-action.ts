// The Total of each action and year is the sum of its parts.
import type { MontantLu } from "../domain/dossier";
import { isOwedBy } from "../domain/contrat/contracted-cells";
import { montantFromCentimes, montantFromEuros, ZERO, type Montant } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { setTo } from "../facts/corrected-fact";
import type { ActionRow, YearFact } from "../facts/fact";
import { budgetTable } from "../facts/fact-tables";
import { readTogether, type Lecture } from "../facts/lecture";
import { COLONNES, describe, explainColumns, namePart, type Ligne } from "../facts/lines/budget-lines";
import { demandes, type Demande } from "../facts/lines/demandes";
import { isRowAsContracted } from "../facts/lines/sums";
import { locateFact } from "../facts/place-fact";
import { correctSum } from "../why/correct-sum";
import { defineRule, HOLDS, notComparable, type Outcome, type Report, type RuleMeta } from "./rule";

const amountOf = (lu: MontantLu) => lu.value ?? ZERO;

const meta = {
  id: "total-de-l-action",
  articles: ["financement"],
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
      (row: ActionRow, total: YearFact, lus: Lus, found: Montant | null, expected: Montant) =>
      (): Report<typeof meta> => {
        const { year, cell } = total;
        // With a doubtful part nobody knows which of them is wrong.
        const asContracted = () => isRowAsContracted(row, year, "etat") && isRowAsContracted(row, year, "collectivite");
        return {
          message: found === null ? "non-renseigne" : "faux",
          ...locateFact(table, total),
          cells: [cell.ref],
          figures: { unit: "montant", found, expected },
          data: {
            place: placeOf(row.ligne, year),
            etat: formatMontant(amountOf(lus.etat)),
            partLocale: namePart(convention, "collectivite"),
            collectivite: formatMontant(amountOf(lus.collectivite)),
            autres:
              row.at(year, "autres").length === 0
                ? ""
                : ` et des autres financeurs, ${formatMontant(amountOf(lus.autres))}`,
          },
          corrected: setTo(cell, expected),
          ...correctSum(convention, table, total, { found, expected, asContracted }),
        };
      };
    const judge = ({ annee, year }: Demande, row: ActionRow, lecture: Lecture): Outcome<typeof meta> => {
      const [etat, collectivite, total] = COLONNES.map((colonne) => row.at(annee, colonne)[0]);
      if (!etat || !collectivite || !total) {
        return notComparable(explainColumns(convention, year, annee, ["etat", "collectivite", "total"]));
      }
      const lus = {
        etat: lecture.montant(etat.cell),
        collectivite: lecture.montant(collectivite.cell),
        autres: readTogether(
          lecture,
          row.at(annee, "autres").map(({ cell }) => cell),
        ),
      };
      const shown = lecture.montant(total.cell);
      if ([...Object.values(lus), shown].some(({ reason }) => reason === "unreadable")) {
        return notComparable(`${placeOf(row.ligne, annee)} : un des montants est illisible.`);
      }
      const { action } = row;
      if (isOwedBy(action, annee, "etat", lus.etat) || isOwedBy(action, annee, "collectivite", lus.collectivite)) {
        return notComparable(`${placeOf(row.ligne, annee)} : une des parts n’est pas renseignée.`);
      }
      const expected = montantFromCentimes(amountOf(lus.etat) + amountOf(lus.collectivite) + amountOf(lus.autres));
      const found = shown.reason === null ? shown.value : null;
      if (found === expected || (found === null && expected === 0)) return HOLDS;
      return faux(row, total, lus, found, expected);
    };
    for (const demande of demandes(convention, table)) {
      const { rows, ligne, annee, pourquoi } = demande;
      const about = (one: Ligne) => ({ nom: placeOf(one, annee), subject: { ...one.place, year: annee } });
      if (pourquoi !== null) asked.compare(about(ligne), () => notComparable(pourquoi));
      asked.compareEach(
        rows,
        (row) => about(row.ligne),
        (row, lecture) => judge(demande, row, lecture),
      );
    }
  },
});
