// The achieved values of each closed year reach their targets; the alert threshold is a setting.
import { closedYears } from "../domain/contrat/annees-closes";
import type { LigneIndicateur } from "../domain/dossier";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { formatListeCourte, formatPart } from "../domain/words/format";
import { contractTarget, type IndicateurNomme } from "../domain/lines/indicator-lines";
import { achievedYears, dueRows, givenAchieved, hasAchieved } from "../domain/lines/realise-lines";
import { formatTaux, isBelow, isBelowShare } from "../domain/values/taux";
import { defineRule } from "./rule";

const SHOWN = 3;

/** The contract's target; where it is left to be set, the one that the table gives. Null where there is none. */
function targetOf({ ligne, indicateur }: IndicateurNomme, annee: number): number | "unreadable" | null {
  const target = indicateur && contractTarget(indicateur, annee);
  return target === "nd" ? givenTarget(ligne, annee) : target;
}

function givenTarget({ cibles }: LigneIndicateur, annee: number): number | "unreadable" | null {
  const lu = cibles.get(annee)?.lu;
  if (lu?.kind === "unreadable") return "unreadable";
  return lu?.kind === "nombre" ? lu.nombre : null;
}

export default defineRule({
  meta: {
    id: "cible-atteinte",
    article: "2.3",
    severity: "warning",
    title: "Le réalisé d’une année close atteint la cible",
    needs: ["indicators"],
    messages: {
      "sous-le-seuil": {
        text: "{place} : {found} pour une cible de {expected} (écart {gap}), soit {taux} ; seuil d’alerte réglé à {seuil}.{source}",
      },
      "sous-la-cible": {
        severity: "info",
        text: "{place} : {found} pour une cible de {expected} (écart {gap}), soit {taux}.{source}",
      },
    },
  },
  check({ convention, avenants, asOf, indicators }, reporter) {
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    if (!hasAchieved(indicators, notCheckable)) return;
    const shown = achievedYears(indicators);
    const due = dueRows(convention, indicators);
    const { alerteCible: seuil } = convention.reglages;
    const closed = closedYears({ convention, asOf }, notCheckable);
    if (closed.length === 0) return;
    let compared = 0;
    for (const annee of closed.filter((year) => shown.has(year))) {
      const missing: string[] = [];
      const unreadable: string[] = [];
      for (const row of due(annee)) {
        const { ligne, place, key, nom } = row;
        const target = targetOf(row, annee);
        // Nothing to reach: a target left to be set is another rule's.
        if (target === null) continue;
        const cell = givenAchieved(ligne, annee);
        if (!cell) missing.push(nom);
        else if (target === "unreadable" || cell.lu.kind !== "nombre" || cell.lu.nombre < 0) unreadable.push(nom);
        else {
          compared += 1;
          const found = cell.lu.nombre;
          if (!isBelow(found, target)) continue;
          const report = {
            subject: { ...place, year: annee },
            ...(key !== undefined && { key }),
            cells: [cell.ref],
            figures: { unit: "nombre", found, expected: target },
          } as const;
          const { action, indicator: indicateur } = place;
          const data = {
            place: `${nom} – réalisé ${annee}`,
            taux: formatTaux(found, target),
            source:
              action === undefined || indicateur === undefined
                ? ""
                : sourceDuChiffre(avenants, { kind: "cible", annee, action, indicateur }),
          };
          if (!isBelowShare(found, target, seuil)) {
            reporter.discrepancy({ ...report, message: "sous-la-cible", data });
          } else {
            reporter.discrepancy({
              ...report,
              message: "sous-le-seuil",
              data: { ...data, seuil: formatPart(seuil) },
            });
          }
        }
      }
      if (unreadable.length > 0) {
        notCheckable(`${annee} : cible ou réalisé illisible (${formatListeCourte(unreadable, SHOWN)}).`);
      }
      if (missing.length > 0) {
        notCheckable(`${annee} : réalisé non renseigné (${formatListeCourte(missing, SHOWN)}).`);
      }
    }
    if (compared === 0) notCheckable("Aucun réalisé d’une année close n’a de cible chiffrée à laquelle le comparer.");
  },
});
