// The achieved values of each closed year are given.
import { partSur } from "../domain/words/accord";
import type { CellRef } from "xlsx-model/cell-ref";
import { closedYears, isClosed } from "../contract/in-force/annees-closes";
import { formatListeCourte } from "../domain/words/format";
import { absentIndicators, achievedYears, dueRows, givenAchieved, hasAchieved } from "../facts/lines/realise-lines";
import type { Fix } from "../verification";
import { defineRule, HOLDS, notComparable, type Report, type RuleMeta } from "./rule";

const SHOWN = 8;
const VALEURS = { un: "valeur", plusieurs: "valeurs", participe: "renseigné", feminin: true };

const meta = {
  id: "realise-renseigne",
  articles: ["suivi"],
  severity: "warning",
  title: "Le réalisé d’une année close est renseigné",
  problem: "Réalisé non renseigné",
  compares: "valeur",
  needs: ["indicators"],
  messages: {
    incomplet: {
      text: "Réalisé {annee} : {renseignees}, il en manque {distance} : {noms}.",
    },
    absent: {
      text: "Réalisé {annee} : aucune valeur renseignée sur {expected} attendues. Aucune colonne de réalisé de cette année close n’a été reconnue dans le tableau des indicateurs.",
    },
  },
  page: {
    contrat: "La collectivité renseigne chaque année le niveau d’atteinte des indicateurs locaux et nationaux.",
    verifie: [
      "Dans un tableau des indicateurs qui a des colonnes de réalisé, chaque indicateur du contrat a une valeur pour chaque année close, même quand sa cible reste à préciser. L’écart, un par année, montre toutes les cellules vides. Une année close qui n’a pas encore sa colonne de réalisé est signalée sur la cellule de sa cible.",
      "Une année est close le lendemain de son dernier jour, tel que le contrat le fixe.",
    ],
    conforme: "Au 24/11/2026, le réalisé 2024 et 2025 est rempli ; celui de 2026 est encore vide.",
    ecart: [
      {
        message: "incomplet",
        figures: { unit: "nombre", found: 9, expected: 11 },
        data: {
          annee: "2024",
          renseignees: "9 valeurs sur 11 sont renseignées",
          noms: "Action 1 – indicateur 1 et Action 4 – indicateur 1",
        },
      },
    ],
    corriger: "Saisissez les valeurs constatées, 0 compris, ou justifiez leur absence.",
    limites:
      "Un indicateur sans aucune ligne est dit une fois par `indicateurs-du-contrat` ; ses valeurs sont comptées parmi celles qui ne sont pas comparées. Un indicateur inconnu du contrat, ou d’une action terminée cette année-là, n’est pas attendu. Sans colonne de réalisé, ou tant qu’aucune année n’est close, la règle est « non vérifiable ». Une valeur illisible relève de `indicateur-lisible`.",
  },
} as const satisfies RuleMeta;

type Together = (
  cells: readonly [CellRef, ...CellRef[]],
  fix: readonly Fix[],
  reports: readonly unknown[],
) => Report<typeof meta>;

export default defineRule({
  meta,
  compare({ convention, asOf, indicators }, asked) {
    const notDue = (reason: string) => asked.notDue(reason);
    const isDue = convention.annees.some((year) => isClosed(convention, year, asOf));
    if (!hasAchieved(indicators, isDue ? (reason) => asked.nothing(reason) : notDue)) return;
    const shown = achievedYears(indicators);
    const targets = new Map(indicators.annees.map(({ annee, heading }) => [annee, heading]));
    const due = dueRows(convention, indicators);
    for (const annee of closedYears({ convention, asOf }, notDue)) {
      const rows = due(annee);
      const isShown = shown.has(annee);
      const together: Together = (cells, _, reports) => {
        const expected = rows.length;
        const found = expected - reports.length;
        const report = { subject: { year: annee }, cells, figures: { unit: "nombre", found, expected } } as const;
        if (!isShown) return { ...report, message: "absent", data: { annee: `${annee}` } };
        const empty = rows.filter((row) => givenAchieved(row, annee) === null);
        return {
          ...report,
          message: "incomplet",
          data: {
            annee: `${annee}`,
            renseignees: partSur(found, expected, VALEURS),
            noms: formatListeCourte(
              empty.map(({ nom }) => nom),
              SHOWN,
            ),
          },
        };
      };
      const slip = { key: `${annee}`, least: 1, together };
      asked.compareEach(
        rows,
        ({ nom }) => `${nom} – réalisé ${annee}`,
        (row) => {
          if (givenAchieved(row, annee) !== null) return HOLDS;
          const cell = isShown
            ? (row.at("achieved", annee)?.cell ?? row.label).ref
            : (targets.get(annee) ?? indicators.heading);
          return () => ({ ...together([cell], [], [null]), slip });
        },
      );
      const absent = absentIndicators(convention, indicators, annee);
      if (rows.length + absent.length === 0) asked.notDue(`${annee} : aucune valeur n’est attendue.`);
      // An indicator without any row is told once, for every year.
      asked.compareEach(
        absent,
        (nom) => `${nom} – réalisé ${annee}`,
        (nom) => notComparable(`${nom} : aucune ligne reconnue dans le tableau des indicateurs.`),
      );
    }
  },
});
