// The achieved values of each closed year are given.
import { closedYears } from "../domain/contrat/annees-closes";
import { formatListeCourte } from "../domain/words/format";
import { achievedYears, dueRows, givenAchieved, hasAchieved } from "../domain/lines/realise-lines";
import { defineRule } from "./rule";

const SHOWN = 8;

export default defineRule({
  meta: {
    id: "realise-renseigne",
    article: "2.3",
    severity: "warning",
    title: "Le réalisé d’une année close est renseigné",
    needs: ["indicators"],
    messages: {
      incomplet: {
        text: "Réalisé {annee} : valeurs renseignées : {found} sur {expected} attendues (écart {gap}). Manquent : {noms}.",
      },
      absent: {
        text: "Réalisé {annee} : valeurs renseignées : {found} sur {expected} attendues (écart {gap}). Le tableau des indicateurs n’a pas de colonne de réalisé pour cette année close.",
      },
    },
  },
  check({ convention, asOf, indicators }, reporter) {
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    if (!hasAchieved(indicators, notCheckable)) return;
    const shown = achievedYears(indicators);
    const targets = new Map(indicators.annees.map(({ annee, heading }) => [annee, heading]));
    const due = dueRows(convention, indicators);
    for (const annee of closedYears({ convention, asOf }, notCheckable)) {
      const rows = due(annee);
      const empty = rows.filter(({ ligne }) => givenAchieved(ligne, annee) === null);
      const [first, ...others] = empty.map(({ ligne }) => ligne.realises.get(annee)?.ref ?? ligne.label.ref);
      if (!first) continue;
      const report = {
        subject: { year: annee },
        figures: { unit: "nombre", found: rows.length - empty.length, expected: rows.length },
      } as const;
      if (shown.has(annee)) {
        const noms = formatListeCourte(
          empty.map(({ nom }) => nom),
          SHOWN,
        );
        reporter.discrepancy({
          ...report,
          message: "incomplet",
          cells: [first, ...others],
          data: { annee: `${annee}`, noms },
        });
      } else {
        const heading = targets.get(annee) ?? indicators.heading;
        reporter.discrepancy({ ...report, message: "absent", cells: [heading], data: { annee: `${annee}` } });
      }
    }
  },
});
