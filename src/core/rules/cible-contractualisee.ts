// Each target is the one of the contract in force.
import type { ValeurLue } from "../domain/dossier";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { contractTarget, nameIndicatorRows } from "../domain/lines/indicator-lines";
import { defineRule } from "./rule";

// Beyond six decimals a difference is binary noise, not a target.
function isSame(found: number, expected: number): boolean {
  return Math.abs(found - expected) < 5e-7;
}

function figureOf(lu: ValeurLue): number | null {
  return lu.kind === "nombre" ? lu.nombre : null;
}

export default defineRule({
  meta: {
    id: "cible-contractualisee",
    article: "annexe",
    severity: "error",
    title: "Chaque cible est celle du contrat en vigueur",
    needs: ["indicators"],
    messages: {
      differente: { text: "{place} : {found} au lieu de {expected} au contrat (écart {gap}).{source}" },
      "non-renseignee": { text: "{place} : {found}, pour {expected} au contrat.{source}" },
      precisee: {
        severity: "info",
        text: "{place} : cible précisée à {found}, que le contrat laissait à préciser.",
      },
    },
  },
  check({ convention, avenants, indicators }, reporter) {
    for (const { ligne, indicateur, place, key, nom } of nameIndicatorRows(convention, indicators)) {
      if (!indicateur) continue;
      for (const { annee } of convention.annees) {
        const cell = ligne.cibles.get(annee);
        if (!cell) continue;
        const where = `${nom} – cible ${annee}`;
        if (cell.lu.kind === "unreadable") {
          reporter.notCheckable(`${where} : la valeur est illisible.`);
          continue;
        }
        const target = contractTarget(indicateur, annee);
        if (target === null) continue;
        const expected = target === "nd" ? null : target;
        const found = figureOf(cell.lu);
        if (found === expected || (found !== null && expected !== null && isSame(found, expected))) continue;
        const report = {
          subject: { ...place, year: annee },
          ...(key !== undefined && { key }),
          cells: [cell.ref],
          figures: { unit: "nombre", found, expected },
          data: { place: where },
        } as const;
        if (target === "nd") reporter.discrepancy({ ...report, message: "precisee" });
        else {
          const { action = 0, indicator: rang = indicateur.numero } = place;
          const chiffre = { kind: "cible", annee, action, indicateur: rang } as const;
          reporter.discrepancy({
            ...report,
            message: found === null ? "non-renseignee" : "differente",
            data: { place: where, source: sourceDuChiffre(avenants, chiffre) },
            ...(cell.formula === null && { fix: [{ cell: cell.ref, value: target }] }),
          });
        }
      }
    }
  },
});
