// A budget table and an indicator table can be found in the workbook.
import { formatListe } from "../domain/format";
import { cite } from "../domain/typographie";
import { defineRule } from "./rule";

const TABLES: Readonly<Record<"budget" | "indicators", { readonly nom: string; readonly key: string }>> = {
  budget: { nom: "Tableau budgétaire", key: "tableau-budgetaire" },
  indicators: { nom: "Tableau des indicateurs", key: "tableau-des-indicateurs" },
};

export default defineRule({
  meta: {
    id: "tableau-attendu",
    article: "2.1",
    severity: "error",
    title: "Le classeur contient un tableau budgétaire et un tableau des indicateurs",
    needs: [],
    cells: "none",
    messages: {
      absent: {
        text: "{tableau} : {found} trouvé au lieu de {expected} (écart {gap}). Feuilles examinées : {feuilles}.",
      },
      vide: {
        text: "{tableau} : {found} trouvé au lieu de {expected} (écart {gap}). Le classeur n’a aucune feuille visible à examiner.",
      },
      plusieurs: {
        text: "{tableau} : {found} candidats au lieu de {expected} (écart {gap}). Gardez-en un seul sur une feuille visible : {feuilles}.",
      },
    },
  },
  check(dossier, reporter) {
    for (const kind of ["budget", "indicators"] as const) {
      if (dossier[kind]) continue;
      const { nom: tableau, key } = TABLES[kind];
      const absence = dossier.absences.find((candidate) => candidate.kind === kind);
      const sheets = absence?.sheets ?? [];
      const feuilles = formatListe(sheets.map(({ sheet, why }) => `${cite(sheet)} (${why})`));
      const place = { cells: [], subject: {}, key };
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
