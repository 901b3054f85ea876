// The State's parts of a year add up to the State's amount for that year.
import { namesUnreadable } from "../facts/lecture";
import { chiffreInconnu } from "../contract/avenants/registre";
import { estEcartDuContrat } from "../contract/in-force/ecart-du-contrat";
import { isFirm } from "../contract/avenants/fermete";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { explainSplit } from "../why/explain-split";
import { describe, explainColumns, LIGNE_TOTAL, locate } from "../facts/lines/budget-lines";
import { anneesDemandees } from "../facts/lines/demandes";
import { budgetTable } from "../facts/fact-tables";
import { groupOf } from "../facts/groups";
import { sansLignesInconnues, unreadableReason } from "../facts/lines/sums";
import { montantFromEuros } from "../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "enveloppe-annuelle",
    articles: ["financement"],
    severity: "error",
    title: "Les parts de l’État atteignent, sans la dépasser, son enveloppe de l’année",
    problem: "Enveloppe de l’État non respectée",
    compares: "somme",
    needs: ["budget"],
    messages: {
      "au-dessus": {
        text: "{annee} – part État : {found} pour l’ensemble des actions, {distance} au-dessus de l’enveloppe de {expected}.{source}",
      },
      "au-dessus-provisionnelle": {
        severity: "warning",
        text: "{annee} – part État : {found} pour l’ensemble des actions, {distance} au-dessus de l’enveloppe prévue de {expected}.",
      },
      "dans-le-contrat": {
        severity: "info",
        text: "{annee} – part État : {found} pour l’ensemble des actions, comme dans les tableaux du contrat, dont les articles disent {expected} (écart {gap}). L’écart est dans le contrat lui-même : à corriger par avenant.",
      },
      "au-dessous": {
        severity: "warning",
        text: "{annee} – part État : {found} pour l’ensemble des actions, {distance} au-dessous de l’enveloppe de {expected}.{source}",
      },
    },
    page: {
      gravite: "erreur au-dessus, avertissement au-dessous, information pour un écart du contrat lui-même",
      contrat:
        "Le contrat fixe le montant apporté par l’État pour chaque année : 332 500 € en 2024, puis 350 000 € à titre prévisionnel chaque année dans le contrat intégré.",
      verifie: [
        "La somme des parts État de toutes les lignes d’action est égale au montant de l’État pour l’année. La cellule montrée est la part État de la ligne TOTAL, à défaut l’en-tête de la colonne.",
        "Tant que l’année est provisionnelle, un écart est un avertissement dans les deux sens : un avenant doit fixer l’enveloppe.",
        "Quand les tableaux du contrat signé donnent eux-mêmes une autre somme que ses articles, un classeur qui suit les tableaux n’est pas en cause : l’écart du contrat est une information.",
      ],
      conforme: "En 2024, huit actions dont les parts État font 332 500,00 €.",
      ecart: [
        {
          message: "au-dessus",
          figures: { unit: "montant", found: montantFromEuros(332500.01), expected: montantFromEuros(332500) },
          data: { annee: "2024", source: "" },
        },
      ],
      corriger:
        "Cherchez la part État qui diffère du contrat, ou l’action en double : l’explication les nomme quand trois lignes au plus font l’écart. Au-dessous, répartissez le reste ou justifiez l’écart.",
      limites:
        "La somme est recalculée : une ligne TOTAL fausse relève de `total-general`. Les lignes en double et les actions inconnues comptent ; un montant manquant n’ajoute rien ; un montant illisible rend l’année « non vérifiable ».",
    },
  },
  compare({ convention, avenants, budget, feuilleContrat }, asked) {
    const table = budgetTable(budget);
    const credits = new Map(convention.creditsEtat.map(({ annee, montant }) => [annee, montant]));
    for (const { annee, year, pourquoi } of anneesDemandees(convention, table)) {
      const place = describe(convention, LIGNE_TOTAL, annee, "etat");
      asked.compare({ nom: place, subject: { year: annee } }, (lecture) => {
        const expected = credits.get(annee);
        if (expected === undefined) return notComparable(`${annee} : le contrat ne donne pas le montant de l’État.`);
        const inconnu = chiffreInconnu(feuilleContrat?.registre, { objet: "credits", annee });
        if (inconnu !== null) return notComparable(inconnu);
        if (!year) return notComparable(pourquoi ?? "");
        if (!year.colonnes.etat) return notComparable(explainColumns(convention, year, annee, ["etat"]));
        const group = groupOf(table, "total", annee, "etat");
        const found = lecture.somme(group).value;
        if (found === null) return notComparable(unreadableReason(place, namesUnreadable(group)));
        if (found === expected) {
          const held = sansLignesInconnues(budget, place);
          return held.kind === "inconnue" ? notComparable(held.pourquoi) : HOLDS;
        }
        return () => {
          const where = { annee, sheet: budget.range.sheet };
          const explanation = explainSplit(table.actions, convention.actions, where, found - expected);
          const shown = table.rows.find(({ kind }) => kind === "total")?.at(annee, "etat")[0]?.cell.ref;
          const report = {
            ...locate(LIGNE_TOTAL, annee, "etat"),
            cells: [shown ?? year.colonnes.etat?.heading ?? year.heading],
            figures: { unit: "montant", found, expected },
            data: { annee: `${annee}` },
            ...(explanation !== null && { explanation }),
          } as const;
          if (estEcartDuContrat({ convention, avenants }, { annee, axe: null }, found))
            return { ...report, message: "dans-le-contrat" };
          if (found > expected && !isFirm(convention, annee)) return { ...report, message: "au-dessus-provisionnelle" };
          const source = sourceDuChiffre({ convention, avenants }, { kind: "credits", annee });
          const message = found > expected ? "au-dessus" : "au-dessous";
          return { ...report, message, data: { ...report.data, source } };
        };
      });
    }
  },
});
