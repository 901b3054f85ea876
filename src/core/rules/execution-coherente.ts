// The executed Total of each action and year is the sum of its executed parts and of the other financing.
import { setTo } from "../facts/corrected-fact";
import { readExecuted } from "../facts/executed";
import { executionTable } from "../facts/fact-tables";
import { correctSum } from "../why/correct-sum";
import { cellsOf } from "../facts/ledger/places";
import { locate } from "../facts/lines/budget-lines";
import { describeExecuted, executions, nameExecuted, NO_AMOUNT, whyExecuted } from "../facts/lines/execution-lines";
import { RIEN } from "../domain/values/known-montant";
import { addMontants, montantFromEuros } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "execution-coherente",
    articles: ["financement"],
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
      const { annee, ligne, rows, pourquoi } = demande;
      const place = describeExecuted(convention, ligne, annee, "total");
      asked.compare({ nom: place, subject: { ...ligne.place, year: annee } }, (lecture) => {
        if (pourquoi !== null) return notComparable(pourquoi);
        const { etat, collectivite, total, autres: others } = readExecuted(lecture, demande);
        const autres = others.reason === "no-column" ? RIEN : others;
        const found = total.value;
        if (etat.value === null || collectivite.value === null || found === null || autres.value === null) {
          return notComparable(
            whyExecuted(
              convention,
              annee,
              ["etat", etat],
              ["collectivite", collectivite],
              ["total", total],
              ["autres", autres],
            ),
          );
        }
        const parts = { etat: etat.value, collectivite: collectivite.value, autres: autres.value };
        const expected = addMontants(parts.etat, parts.collectivite, parts.autres);
        if (found === expected) return HOLDS;
        return () => {
          const [only, another] = rows;
          const fact = another ? undefined : only?.at(annee, "total")[0];
          const wrong = { found, expected, asContracted: null };
          return {
            message: "faux",
            ...locate(ligne, annee, "total"),
            cells: cellsOf(execution, total),
            figures: { unit: "montant", found, expected },
            data: {
              place,
              etat: formatMontant(parts.etat),
              partLocale: nameExecuted(convention, "collectivite"),
              collectivite: formatMontant(parts.collectivite),
              autres: others.value === null ? "" : ` et des autres financeurs (${formatMontant(others.value)})`,
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
