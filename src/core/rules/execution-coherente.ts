// The executed Total of each action and year is the sum of its executed parts and of the other financing.
import { ARTICLES } from "../contract/clauses/articles";
import { setTo } from "../facts/corrected-fact";
import { executionTable } from "../facts/fact-tables";
import { correctSum } from "../why/correct-sum";
import { locate } from "../facts/lines/budget-lines";
import {
  describeExecuted,
  executions,
  lireAutres,
  lireGrandeur,
  nameExecuted,
  NO_AMOUNT,
} from "../facts/lines/execution-lines";
import { addMontants, montantFromEuros, ZERO } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "execution-coherente",
    article: ARTICLES.financement,
    severity: "error",
    title: "Le total exécuté de chaque action est la somme de ses parts exécutées",
    problem: "Total exécuté faux",
    compares: "total",
    needs: ["execution"],
    messages: {
      faux: {
        text: "{place} : {found} au lieu de {expected}, somme de la part État exécutée ({etat}) et de la {partLocale} ({collectivite}){autres} ; écart {gap}.",
      },
    },
    page: {
      contrat:
        "Chaque action est financée par l’État et la collectivité signataire. Ce qui a été dépensé pour elle est la somme de leurs deux parts, et de ce que d’autres y ont apporté.",
      verifie: [
        "Dans le tableau d’exécution, pour chaque action et chaque année du contrat : total exécuté = part État exécutée + part de la collectivité exécutée + autres financements quand le tableau a ces colonnes (autres financeurs, CAF, Région…), au centime près.",
        "Les autres financeurs entrent dans le total quand le tableau a leurs colonnes.",
      ],
      conforme: "130 000,00 € exécutés, dont 65 000,00 € de l’État et 65 000,00 € de la Métropole.",
      ecart: [
        {
          message: "faux",
          figures: { unit: "montant", found: montantFromEuros(129999.99), expected: montantFromEuros(130000) },
          data: {
            place: "Action 1 – 2024 – Total exécuté",
            etat: "65 000,00 €",
            partLocale: "part Métropole exécutée",
            collectivite: "65 000,00 €",
            autres: "",
          },
        },
      ],
      corriger:
        "Reprenez les trois montants dans votre comptabilité. Aucune correction n’est proposée : rien, dans le contrat, ne dit lequel des trois est juste.",
      limites:
        "Un montant vide ou illisible rend l’action « non vérifiable » cette année-là ; les montants qui manquent pour une année close relèvent de `execution-renseignee`. Une ligne entièrement vide n’est pas attendue tant que l’année n’est pas close.",
    },
  },
  compare(dossier, asked) {
    const { convention, execution } = dossier;
    const table = executionTable(execution);
    let isAsked = false;
    for (const demande of executions(dossier)) {
      isAsked = true;
      const { annee, ligne, rows } = demande;
      const place = describeExecuted(convention, ligne, annee, "total");
      asked.compare(place, (lecture) => {
        const etat = lireGrandeur(lecture, demande, "etat", convention);
        if ("why" in etat) return notComparable(etat.why);
        const collectivite = lireGrandeur(lecture, demande, "collectivite", convention);
        if ("why" in collectivite) return notComparable(collectivite.why);
        const total = lireGrandeur(lecture, demande, "total", convention);
        if ("why" in total) return notComparable(total.why);
        const autres = lireAutres(lecture, demande);
        if (autres && "why" in autres) return notComparable(autres.why);
        const expected = addMontants(etat.montant, collectivite.montant, autres?.montant ?? ZERO);
        if (total.montant === expected) return HOLDS;
        return () => {
          const [only, another] = rows;
          const fact = another ? undefined : only?.at(annee, "total")[0];
          const wrong = { found: total.montant, expected, asContracted: null };
          return {
            message: "faux",
            ...locate(ligne, annee, "total"),
            cells: total.cells,
            figures: { unit: "montant", found: total.montant, expected },
            data: {
              place,
              etat: formatMontant(etat.montant),
              partLocale: nameExecuted(convention, "collectivite"),
              collectivite: formatMontant(collectivite.montant),
              autres: autres ? ` et des autres financeurs (${formatMontant(autres.montant)})` : "",
            },
            ...(fact && { corrected: setTo(fact.cell, expected) }),
            ...(fact && correctSum(convention, table, fact, wrong)),
          };
        };
      });
    }
    if (!isAsked) asked.notDue(NO_AMOUNT);
  },
});
