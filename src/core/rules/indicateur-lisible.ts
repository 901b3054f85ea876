// Each value of the indicator table is a number of at least 0, or a word for a missing value.
import { nameIndicatorRows } from "../domain/indicator-lines";
import type { ValeurCell } from "../domain/dossier";
import { cite } from "../domain/typographie";
import { defineRule } from "./rule";

export default defineRule({
  meta: {
    id: "indicateur-lisible",
    article: "2.1",
    severity: "error",
    title: "Chaque valeur d’indicateur est un nombre positif ou nul, ou « nd »",
    needs: ["indicators"],
    messages: {
      illisible: { text: "{place} : {texte} n’est pas une valeur lisible. Saisissez un nombre, ou « nd »." },
      negatif: { text: "{place} : {found}, alors qu’une valeur est d’au moins {expected} (écart {gap})." },
    },
  },
  check({ convention, indicators }, reporter) {
    for (const row of nameIndicatorRows(convention, indicators)) {
      const cells: (readonly [number | null, ValeurCell])[] = [...row.ligne.cibles];
      if (row.ligne.t0) cells.unshift([null, row.ligne.t0]);
      for (const [annee, { ref, text, lu }] of cells) {
        const key = [row.key, annee === null ? "t0" : undefined].filter((part) => part !== undefined).join("-");
        const report = {
          subject: { ...row.place, ...(annee !== null && { year: annee }) },
          ...(key && { key }),
          cells: [ref],
        } as const;
        const place = `${row.nom} – ${annee === null ? "situation T0" : `cible ${annee}`}`;
        if (lu.kind === "unreadable") {
          reporter.discrepancy({ ...report, message: "illisible", data: { place, texte: cite(text) } });
        } else if (lu.kind === "nombre" && lu.nombre < 0) {
          const figures = { unit: "nombre", found: lu.nombre, expected: 0 } as const;
          reporter.discrepancy({ ...report, message: "negatif", figures, data: { place } });
        }
      }
    }
  },
});
