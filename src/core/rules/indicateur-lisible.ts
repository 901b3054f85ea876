// Each value of the indicator table is a number of at least 0, or a word for a missing value.
import { nameIndicatorRows } from "../domain/lines/indicator-lines";
import type { LigneIndicateur, ValeurCell } from "../domain/dossier";
import { cite } from "../domain/words/typographie";
import { defineRule } from "./rule";

interface Value {
  readonly annee: number | null;
  /** Tells it apart from the target of the same year. */
  readonly key?: string;
  readonly name: string;
  readonly cell: ValeurCell;
}

function valuesOf({ t0, cibles, realises }: LigneIndicateur): readonly Value[] {
  return [
    ...(t0 ? [{ annee: null, key: "t0", name: "situation T0", cell: t0 }] : []),
    ...[...cibles].map(([annee, cell]) => ({ annee, name: `cible ${annee}`, cell })),
    ...[...realises].map(([annee, cell]) => ({ annee, key: "realise", name: `réalisé ${annee}`, cell })),
  ];
}

export default defineRule({
  meta: {
    id: "indicateur-lisible",
    article: "2.1",
    severity: "error",
    title: "Chaque valeur d’indicateur est un nombre positif ou nul, ou « nd »",
    needs: ["indicators"],
    needsContract: false,
    messages: {
      illisible: { text: "{place} : {texte} n’est pas une valeur lisible. Saisissez un nombre, ou « nd »." },
      negatif: { text: "{place} : {found}, alors qu’une valeur est d’au moins {expected} (écart {gap})." },
    },
  },
  check({ convention, indicators }, reporter) {
    for (const row of nameIndicatorRows(convention, indicators)) {
      for (const { annee, key: suffix, name, cell } of valuesOf(row.ligne)) {
        const { ref, text, lu } = cell;
        if (lu.kind === "missing" || (lu.kind === "nombre" && lu.nombre >= 0)) continue;
        const key = [row.key, suffix].filter((part) => part !== undefined).join("-");
        const report = {
          subject: { ...row.place, ...(annee !== null && { year: annee }) },
          ...(key && { key }),
          cells: [ref],
        } as const;
        const place = `${row.nom} – ${name}`;
        if (lu.kind === "unreadable") {
          reporter.discrepancy({ ...report, message: "illisible", data: { place, texte: cite(text) } });
        } else {
          const figures = { unit: "nombre", found: lu.nombre, expected: 0 } as const;
          reporter.discrepancy({ ...report, message: "negatif", figures, data: { place } });
        }
      }
    }
  },
});
