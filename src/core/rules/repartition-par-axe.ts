// The State's parts of each axe add up to the contract's split, for each year that has one.
import { axeDe } from "../contract/in-force/en-vigueur";
import { namesUnreadable } from "../facts/lecture";
import { chiffreInconnu } from "../contract/avenants/registre";
import { estEcartDuContrat } from "../contract/in-force/ecart-du-contrat";
import { isFirm } from "../contract/avenants/fermete";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import type { AnneeColonnes } from "../domain/dossier";
import { explainSplit } from "../why/explain-split";
import { describe, explainColumns, locate, nameAxe } from "../facts/lines/budget-lines";
import { anneesDemandees, describeUnknownRows } from "../facts/lines/demandes";
import { budgetTable, type FactTable } from "../facts/fact-tables";
import { groupOf } from "../facts/groups";
import { sansLignesInconnues, unnamedHeadings, unreadableReason } from "../facts/lines/sums";
import { axeHeading } from "../facts/lines/table-places";
import { cite } from "../domain/words/typographie";
import { montantFromEuros } from "../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "./rule";

/** The cell shown: the axe's State subtotal, else its heading, else the State's column. */
function cellOf({ rows, tableau }: FactTable, numero: number, year: AnneeColonnes) {
  const headings = tableau.lignesAxe.filter(({ axe }) => axe?.numero === numero);
  const subtotal = rows.filter(({ axe }) => axe?.numero === numero).flatMap((row) => row.at(year.annee, "etat"))[0];
  const [heading] = headings.flatMap((ligne) => axeHeading(tableau, ligne, year.annee) ?? []);
  return subtotal?.cell.ref ?? heading ?? year.colonnes.etat?.heading ?? year.heading;
}

export default defineRule({
  meta: {
    id: "repartition-par-axe",
    articles: ["financement", "versement"],
    severity: "error",
    title: "Les parts de l’État suivent la répartition par axe du contrat",
    problem: "Répartition par axe différente du contrat",
    compares: "somme",
    needs: ["budget"],
    messages: {
      differente: {
        text: "{place} : {found} pour l’ensemble de ses actions au lieu de {expected} au contrat (écart {gap}).{source}",
      },
      "dans-le-contrat": {
        severity: "info",
        text: "{place} : {found} pour l’ensemble de ses actions, comme dans les tableaux du contrat, dont les articles disent {expected} (écart {gap}). L’écart est dans le contrat lui-même : à corriger par avenant.",
      },
      "differente-provisionnelle": {
        severity: "warning",
        text: "{place} : {found} pour l’ensemble de ses actions au lieu de {expected} prévus au contrat (écart {gap}).",
      },
    },
    page: {
      gravite:
        "erreur pour une répartition ferme, avertissement tant qu’elle est provisionnelle, information pour un écart du contrat lui-même",
      contrat:
        "Pour 2024, le contrat répartit le montant de l’État entre les axes, et l’impute de la même façon. Les années suivantes peuvent recevoir leur répartition par avenant.",
      verifie: [
        "Pour chaque année qui a une répartition, la somme des parts État des actions placées sous un axe est le montant de cet axe. La cellule montrée est le sous-total État de l’axe, à défaut la ligne de l’axe, à défaut l’en-tête de la colonne.",
        "Tant que l’année est provisionnelle, un écart est un avertissement.",
        "Quand les tableaux du contrat signé donnent eux-mêmes une autre somme que ses articles, un classeur qui suit les tableaux n’est pas en erreur : l’écart du contrat est une information.",
      ],
      conforme: "En 2024 : 85 000 €, 45 000 €, 147 500 € et 55 000 € pour les quatre axes du contrat intégré.",
      ecart: [
        {
          message: "differente",
          figures: { unit: "montant", found: montantFromEuros(110000), expected: montantFromEuros(85000) },
          data: { place: "Axe 1 – 2024 – part État", source: "" },
        },
      ],
      corriger:
        "Vérifiez que chaque action est sous son axe, puis les parts État de l’axe. L’explication nomme les lignes quand trois au plus font l’écart.",
      limites:
        "Une action compte sous l’axe où elle se trouve. Dans un tableau sans ligne d’axe, elle compte pour l’axe que le contrat lui donne. Un axe dont l’intitulé n’est pas reconnu n’est pas vérifiable. Dans un tel tableau, une ligne dont l’action n’est pas reconnue peut être de n’importe quel axe : tant que ses montants suffisent à expliquer ce qui manque à un axe, celui-ci n’est pas vérifiable, et il n’est pas dit faux.",
    },
  },
  compare({ convention, avenants, budget, feuilleContrat }, asked) {
    const table = budgetTable(budget);
    const splits = new Map(convention.creditsEtat.map(({ annee, repartition }) => [annee, repartition ?? []]));
    const years = [...anneesDemandees(convention, table)];
    const split = years.filter(({ annee }) => splits.get(annee)?.length);
    if (split.length === 0) asked.notDue("Aucune année n’a de répartition par axe au contrat.");
    const axes = new Map(convention.axes.map((axe) => [axe.numero, axe]));
    const named = new Set(budget.lignesAxe.map(({ axe }) => axe?.numero));
    const [doubtful] = unnamedHeadings(budget);
    for (const { annee, year, pourquoi } of split) {
      for (const { axe: numero, montant: expected } of splits.get(annee) ?? []) {
        const axe = axes.get(numero);
        if (!axe) continue;
        const ligne = { place: { axe: numero }, nom: nameAxe(axe) };
        const place = describe(convention, ligne, annee, "etat");
        asked.compare({ nom: place, subject: { axe: numero, year: annee } }, (lecture) => {
          const inconnu = chiffreInconnu(feuilleContrat?.registre, { objet: "credits", annee, axe: numero });
          if (inconnu !== null) return notComparable(inconnu);
          if (!year) return notComparable(pourquoi ?? "");
          if (!year.colonnes.etat) return notComparable(explainColumns(convention, year, annee, ["etat"]));
          if (doubtful && !named.has(numero)) {
            const heading = cite(doubtful.label.text);
            return notComparable(`${place} : l’intitulé ${heading} n’est celui d’aucun axe du contrat.`);
          }
          const group = groupOf(table, `axe-${numero}`, annee, "etat");
          const found = lecture.somme(group).value;
          if (found === null) return notComparable(unreadableReason(place, namesUnreadable(group)));
          if (found === expected) {
            const held = sansLignesInconnues(budget, place);
            return held.kind === "inconnue" ? notComparable(held.pourquoi) : HOLDS;
          }
          // In a table that names no axe, rows of no known action may belong to this axe.
          const unknown =
            budget.lignesAxe.length === 0 ? lecture.somme(groupOf(table, "sans-axe", annee, "etat")) : null;
          if (unknown?.reason === null && found < expected && expected <= found + unknown.value) {
            return notComparable(`${place} : ${describeUnknownRows(budget) ?? ""}.`);
          }
          return () => {
            const { facts } = groupOf(table, `axe-${numero}`, annee, "etat");
            const indices = new Set(facts.map(({ row }) => row.index));
            const rows = table.actions.filter(({ index }) => indices.has(index));
            const actions = convention.actions.filter((action) => axeDe(action, annee) === numero);
            const where = { annee, sheet: budget.range.sheet };
            const explanation = explainSplit(rows, actions, where, found - expected);
            const report = {
              ...locate(ligne, annee, "etat"),
              cells: [cellOf(table, numero, year)],
              figures: { unit: "montant", found, expected },
              data: { place },
              ...(explanation !== null && { explanation }),
            } as const;
            if (estEcartDuContrat({ convention, avenants }, { annee, axe: numero }, found))
              return { ...report, message: "dans-le-contrat" };
            if (!isFirm(convention, annee)) return { ...report, message: "differente-provisionnelle" };
            const source = sourceDuChiffre({ convention, avenants }, { kind: "repartition", annee, axe: numero });
            return { ...report, message: "differente", data: { ...report.data, source } };
          };
        });
      }
    }
  },
});
