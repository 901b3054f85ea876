// The achieved values of each closed year are given.
import { partSur } from "../domain/words/accord";
import { isClosed } from "../domain/contrat/contract-amounts";
import { closedYears } from "../domain/contrat/annees-closes";
import { formatListeCourte } from "../domain/words/format";
import { absentIndicators, achievedYears, dueRows, givenAchieved, hasAchieved } from "../domain/lines/realise-lines";
import { defineRule, HOLDS } from "./rule";

const SHOWN = 8;
const VALEURS = { un: "valeur", plusieurs: "valeurs", participe: "renseigné", feminin: true };

export default defineRule({
  meta: {
    id: "realise-renseigne",
    article: "2.3",
    severity: "warning",
    title: "Le réalisé d’une année close est renseigné",
    compares: "annee",
    needs: ["indicators"],
    messages: {
      incomplet: {
        text: "Réalisé {annee} : {renseignees}, il en manque {distance} : {noms}.",
      },
      absent: {
        text: "Réalisé {annee} : aucune valeur renseignée sur {expected} attendues. Aucune colonne de réalisé de cette année close n’a été reconnue dans le tableau des indicateurs.",
      },
    },
  },
  compare({ convention, asOf, indicators }, asked) {
    const notDue = (reason: string) => asked.notDue(reason);
    const isDue = convention.annees.some((year) => isClosed(year, asOf));
    if (!hasAchieved(indicators, isDue ? (reason) => asked.nothing(reason) : notDue)) return;
    const shown = achievedYears(indicators);
    const targets = new Map(indicators.annees.map(({ annee, heading }) => [annee, heading]));
    const due = dueRows(convention, indicators);
    for (const annee of closedYears({ convention, asOf }, notDue)) {
      asked.compare(`Réalisé ${annee}`, () => {
        const rows = due(annee);
        const absent = absentIndicators(convention, indicators, annee);
        const empty = rows.filter(({ ligne }) => givenAchieved(ligne, annee) === null);
        const cells = empty.map(({ ligne }) => ligne.realises.get(annee)?.ref ?? ligne.label.ref);
        const [first, ...others] = absent.length > 0 ? [...cells, indicators.heading] : cells;
        if (!first) return HOLDS;
        const expected = rows.length + absent.length;
        const found = rows.length - empty.length;
        const report = { subject: { year: annee }, figures: { unit: "nombre", found, expected } } as const;
        if (shown.has(annee)) {
          const noms = [...empty.map(({ nom }) => nom), ...absent.map((nom) => `${nom} (aucune ligne)`)];
          return () => ({
            ...report,
            message: "incomplet",
            cells: [first, ...others],
            data: {
              annee: `${annee}`,
              renseignees: partSur(found, expected, VALEURS),
              noms: formatListeCourte(noms, SHOWN),
            },
          });
        }
        const heading = targets.get(annee) ?? indicators.heading;
        return () => ({ ...report, message: "absent", cells: [heading], data: { annee: `${annee}` } });
      });
    }
  },
});
