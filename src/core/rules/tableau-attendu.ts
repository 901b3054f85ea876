// A budget table and an indicator table can be found in the workbook.
import { ARTICLES } from "../contract/clauses/articles";
import { formatListe } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS } from "./rule";

const TABLES = {
  budget: { nom: "Tableau budgétaire", key: "tableau-budgetaire", isExpected: true },
  // A table that a workbook may do without, and may not hold twice.
  execution: { nom: "Tableau d’exécution", key: "tableau-d-execution", isExpected: false },
  indicators: { nom: "Tableau des indicateurs", key: "tableau-des-indicateurs", isExpected: true },
} as const;

const CHOIX_PERDU =
  "Un choix gardé dans le classeur désigne un tableau qui n’y est plus, ou dont l’en-tête a été supprimé : il n’a pas été suivi.";

export default defineRule({
  meta: {
    id: "tableau-attendu",
    article: ARTICLES.actions,
    severity: "error",
    title: "Le classeur contient un tableau budgétaire et un tableau des indicateurs",
    problem: "Tableau du contrat absent ou en double",
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
      plusieurs: {
        text: "{tableau} : {found} tableaux montrent les mêmes années, alors qu’il en faut un seul ({distance} de trop). Dites lequel compte (« Vérifier ce tableau », dans le volet), ou masquez les feuilles des autres : {feuilles}.",
      },
    },
    page: {
      contrat:
        "L’article 2.1 renvoie à l’annexe pour la liste des actions et pour le tableau dans lequel la collectivité renseigne chaque année les indicateurs. Le contrat suppose donc deux tableaux : l’un pour les montants, l’autre pour les indicateurs.",
      verifie:
        "Parmi les feuilles visibles, un tableau budgétaire et un tableau des indicateurs se reconnaissent à leurs en-têtes. S’il n’y en a aucun, ou s’il y en a plusieurs pour les mêmes années, c’est une erreur ; deux tableaux d’exécution pour les mêmes années en sont une aussi. Rien n’est choisi à la place de l’agent : son choix, fait dans le volet, est gardé dans le classeur et suivi ensuite. L’écart n’a pas de cellule : il nomme les feuilles examinées et dit pour chacune pourquoi elle n’a pas été retenue.",
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
        "Vérifiez que la feuille est visible et que l’en-tête nomme les années et, sous chacune, les parts de l’État et de la collectivité. Si une ancienne copie du tableau existe, choisissez dans le volet celui qui est à vérifier (« Vérifier ce tableau »), ou masquez la feuille de l’ancien.",
      limites:
        "Les feuilles masquées ne sont pas lues ; les lignes et les colonnes masquées d’une feuille visible le sont, et c’est dit. Un choix gardé dont le tableau a disparu n’est pas suivi, et c’est dit. Les règles qui portent sur un tableau absent sont « non vérifiables », jamais « conformes ».",
    },
  },
  compare(dossier, asked) {
    for (const kind of ["budget", "execution", "indicators"] as const) {
      const { nom: tableau, key, isExpected } = TABLES[kind];
      const absence = dossier.absences.find((candidate) => candidate.kind === kind);
      if (!isExpected && !dossier[kind] && absence?.reason !== "plusieurs") continue;
      asked.compare(tableau, () => {
        if (dossier[kind]) return HOLDS;
        const sheets = absence?.sheets ?? [];
        const feuilles = formatListe(sheets.map(({ sheet, why }) => `${cite(sheet)} (${why})`));
        const isChoiceLost = dossier.choix?.some((choix) => choix.kind === kind && choix.choixPerdu) ?? false;
        const place = { cells: [], subject: {}, key, ...(isChoiceLost && { explanation: CHOIX_PERDU }) };
        const figures = { unit: "nombre", found: 0, expected: 1 } as const;
        if (sheets.length === 0) return () => ({ message: "vide", ...place, figures, data: { tableau } });
        if (absence?.reason === "plusieurs") {
          const several = { ...figures, found: sheets.length };
          return () => ({ message: "plusieurs", ...place, figures: several, data: { tableau, feuilles } });
        }
        return () => ({ message: "absent", ...place, figures, data: { tableau, feuilles } });
      });
    }
  },
});
