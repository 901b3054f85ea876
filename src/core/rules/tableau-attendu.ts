// A budget table and an indicator table can be found in the workbook.
import { formatRangeRef } from "xlsx-model/cell-ref";
import { formatListe } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable } from "./rule";

const TABLES = {
  budget: { nom: "Tableau budgétaire", key: "tableau-budgetaire", isExpected: true },
  // A table that a workbook may do without; which of two counts is asked.
  execution: { nom: "Tableau d’exécution", key: "tableau-d-execution", isExpected: false },
  indicators: { nom: "Tableau des indicateurs", key: "tableau-des-indicateurs", isExpected: true },
} as const;

export default defineRule({
  meta: {
    id: "tableau-attendu",
    articles: ["actions"],
    severity: "error",
    title: "Le classeur contient un tableau budgétaire et un tableau des indicateurs",
    problem: "Tableau du contrat absent",
    compares: "tableau",
    needs: [],
    needsContract: false,
    cells: "none",
    messages: {
      absent: {
        text: "{tableau} : aucun n’a été reconnu, alors qu’il en faut un. Feuilles examinées : {feuilles}.",
      },
      vide: {
        text: "{tableau} : aucun n’a été reconnu, alors qu’il en faut un. Le classeur n’a aucune feuille visible à examiner.",
      },
    },
    page: {
      contrat:
        "Le contrat renvoie à l’annexe pour la liste des actions et pour le tableau dans lequel la collectivité renseigne chaque année les indicateurs. Il suppose donc deux tableaux : l’un pour les montants, l’autre pour les indicateurs.",
      verifie:
        "Parmi les feuilles visibles, un tableau budgétaire et un tableau des indicateurs se reconnaissent à leurs en-têtes. S’il n’y en a aucun, c’est une erreur ; un contrat sans aucun indicateur ne demande pas le second. S’il y en a plusieurs pour les mêmes années, ce n’en est pas une : le volet demande lequel est à vérifier, et la réponse est gardée dans le classeur. L’écart n’a pas de cellule : il nomme les feuilles examinées et dit pour chacune pourquoi elle n’a pas été retenue.",
      conforme:
        "Une feuille « Tableau budgétaire » et une feuille « Indicateurs », quel que soit leur nom et l’endroit où les tableaux commencent.",
      ecart: [
        {
          message: "absent",
          figures: { unit: "nombre", found: 0, expected: 1 },
          data: { tableau: "Tableau budgétaire", feuilles: "« Notes » (aucune colonne d’année)" },
        },
      ],
      corriger:
        "Vérifiez que la feuille est visible et que l’en-tête nomme les années et, sous chacune, les parts de l’État et de la collectivité. Si une ancienne copie du tableau existe, dites dans le volet lequel est à vérifier (« Voici comment je lis votre classeur »), ou masquez la feuille de l’ancien.",
      limites:
        "Les feuilles masquées ne sont pas lues ; les lignes et les colonnes masquées d’une feuille visible le sont, et c’est dit. Une réponse dont le tableau a disparu n’est pas suivie, et c’est dit. Les règles qui portent sur un tableau absent sont « non vérifiables », jamais « conformes ».",
    },
  },
  compare(dossier, asked) {
    // A contract without any asks for no table of them.
    const hasIndicators = dossier.convention.actions.some(({ indicateurs }) => indicateurs.length > 0);
    for (const kind of ["budget", "execution", "indicators"] as const) {
      const { nom: tableau, key } = TABLES[kind];
      const isExpected = TABLES[kind].isExpected && (kind !== "indicators" || hasIndicators);
      const absence = dossier.absences.find((candidate) => candidate.kind === kind);
      if (!isExpected && !dossier[kind] && absence?.reason !== "plusieurs") continue;
      asked.compare(tableau, () => {
        if (dossier[kind]) return HOLDS;
        if (absence?.reason === "plusieurs")
          return notComparable("plusieurs tableaux montrent les mêmes années, à préciser d’abord.");
        const seen = dossier.nonLus?.find(({ ressemble }) => ressemble === kind);
        if (seen)
          return notComparable(
            `un tableau a été vu et n’a pas été compris en ${formatRangeRef(seen.range)} (${seen.pourquoi}).`,
          );
        const sheets = absence?.sheets ?? [];
        const feuilles = formatListe(sheets.map(({ sheet, why }) => `${cite(sheet)} (${why})`));
        const place = { cells: [], subject: {}, key };
        const figures = { unit: "nombre", found: 0, expected: 1 } as const;
        if (sheets.length === 0) return () => ({ message: "vide", ...place, figures, data: { tableau } });
        return () => ({ message: "absent", ...place, figures, data: { tableau, feuilles } });
      });
    }
  },
});
