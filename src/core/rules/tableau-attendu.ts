// A budget table and an indicator table can be found in the workbook.
import { formatListe } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { defineRule } from "./rule";

const TABLES = {
  budget: { nom: "Tableau budgétaire", key: "tableau-budgetaire", isExpected: true },
  // A workbook may do without, but not hold two.
  execution: { nom: "Tableau d’exécution", key: "tableau-d-execution", isExpected: false },
  indicators: { nom: "Tableau des indicateurs", key: "tableau-des-indicateurs", isExpected: true },
} as const;

const CHOIX_PERDU =
  "Un choix gardé dans le classeur désigne un tableau qui n’y est plus, ou dont l’en-tête a été supprimé : il n’a pas été suivi.";

export default defineRule({
  meta: {
    id: "tableau-attendu",
    article: "2.1",
    severity: "error",
    title: "Le classeur contient un tableau budgétaire et un tableau des indicateurs",
    needs: [],
    needsContract: false,
    cells: "none",
    messages: {
      absent: {
        text: "{tableau} : {found} trouvé au lieu de {expected} (écart {gap}). Feuilles examinées : {feuilles}.",
      },
      vide: {
        text: "{tableau} : {found} trouvé au lieu de {expected} (écart {gap}). Le classeur n’a aucune feuille visible à examiner.",
      },
      plusieurs: {
        text: "{tableau} : {found} candidats au lieu de {expected} (écart {gap}). Choisissez celui qui est à vérifier dans le volet, bouton « Vérifier ce tableau » (sans Excel : option --feuille), ou masquez la feuille de l’ancien : {feuilles}.",
      },
    },
  },
  check(dossier, reporter) {
    for (const kind of ["budget", "execution", "indicators"] as const) {
      const { nom: tableau, key, isExpected } = TABLES[kind];
      const absence = dossier.absences.find((candidate) => candidate.kind === kind);
      if (dossier[kind] || (!isExpected && absence?.reason !== "plusieurs")) continue;
      const sheets = absence?.sheets ?? [];
      const feuilles = formatListe(sheets.map(({ sheet, why }) => `${cite(sheet)} (${why})`));
      const isChoiceLost = dossier.choix?.some((choix) => choix.kind === kind && choix.choixPerdu) ?? false;
      const place = { cells: [], subject: {}, key, ...(isChoiceLost && { explanation: CHOIX_PERDU }) };
      const figures = { unit: "nombre", found: 0, expected: 1 } as const;
      if (sheets.length === 0) {
        reporter.discrepancy({ message: "vide", ...place, figures, data: { tableau } });
      } else if (absence?.reason === "plusieurs") {
        const several = { ...figures, found: sheets.length };
        reporter.discrepancy({ message: "plusieurs", ...place, figures: several, data: { tableau, feuilles } });
      } else {
        reporter.discrepancy({ message: "absent", ...place, figures, data: { tableau, feuilles } });
      }
    }
  },
});
