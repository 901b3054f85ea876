// The executed amounts of each closed year are given.
import { nameAction, nameActionRows } from "../domain/lines/budget-lines";
import type { CellRef } from "../domain/cell-ref";
import { closedYears } from "../domain/contrat/annees-closes";
import { contractAmount } from "../domain/contrat/contract-amounts";
import type { AnneeColonnes, Colonne } from "../domain/dossier";
import { executionYears, hasExecutedColumns } from "../domain/lines/execution-lines";
import { formatListeCourte } from "../domain/words/format";
import { defineRule } from "./rule";

const PARTS = ["etat", "collectivite"] as const;
const SHOWN = 8;

export default defineRule({
  meta: {
    id: "execution-renseignee",
    article: "2.3",
    severity: "warning",
    title: "Les montants exécutés d’une année close sont renseignés",
    needs: ["execution"],
    messages: {
      incomplete: {
        text: "Exécution {annee} : montants renseignés : {found} sur {expected} attendus (écart {gap}). Manquent : {noms}.",
      },
      absente: {
        text: "Exécution {annee} : montants renseignés : {found} sur {expected} attendus (écart {gap}). Le tableau d’exécution n’a pas de colonnes pour cette année close.",
      },
    },
  },
  check({ convention, asOf, execution }, reporter) {
    const notCheckable = (reason: string) => reporter.notCheckable(reason);
    const byYear = new Map(executionYears({ convention, execution }).map((year) => [year.annee, year]));
    const rows = nameActionRows(execution.lignesAction);

    /** Actions of the contract that have an amount in the year and no row: one sheet or line a year may lack some. */
    const absentIn = (annee: number, columns: readonly Colonne[]) => {
      const present = new Set(
        execution.lignesAction.flatMap(({ action, montants }) => (montants.has(annee) ? (action?.numero ?? []) : [])),
      );
      return convention.actions
        .filter(({ numero }) => !present.has(numero))
        .map((action) => ({
          nom: nameAction(action),
          count: columns.filter((colonne) => contractAmount(action, annee, colonne) > 0).length,
        }))
        .filter(({ count }) => count > 0);
    };

    const checkYear = (year: AnneeColonnes): void => {
      const { annee } = year;
      if (!hasExecutedColumns(convention, year, PARTS, notCheckable)) return;
      const columns: readonly Colonne[] = year.colonnes.total ? [...PARTS, "total"] : PARTS;
      const empty: CellRef[] = [];
      const noms = new Set<string>();
      let expected = 0;
      for (const { ligne, nom } of rows) {
        for (const colonne of columns) {
          const cell = ligne.montants.get(annee)?.[colonne];
          if (!cell || !ligne.action || contractAmount(ligne.action, annee, colonne) === 0) continue;
          expected += 1;
          if (cell.lu.kind !== "missing") continue;
          empty.push(cell.ref);
          noms.add(nom);
        }
      }
      const absent = absentIn(annee, columns);
      const given = expected - empty.length;
      for (const { nom, count } of absent) {
        expected += count;
        noms.add(`${nom} (aucune ligne)`);
      }
      // A row that lacks has no cell of its own.
      const [cell, ...others] = absent.length > 0 ? [...empty, year.heading] : empty;
      if (!cell) return;
      reporter.discrepancy({
        message: "incomplete",
        subject: { year: annee },
        cells: [cell, ...others],
        figures: { unit: "nombre", found: given, expected },
        data: { annee: `${annee}`, noms: formatListeCourte([...noms], SHOWN) },
      });
    };

    for (const annee of closedYears({ convention, asOf }, notCheckable)) {
      const year = byYear.get(annee);
      if (year) checkYear(year);
      else {
        const owed = convention.actions.flatMap((action) =>
          PARTS.filter((colonne) => contractAmount(action, annee, colonne) > 0),
        );
        if (owed.length === 0) continue;
        reporter.discrepancy({
          message: "absente",
          subject: { year: annee },
          cells: [execution.heading],
          figures: { unit: "nombre", found: 0, expected: owed.length },
          data: { annee: `${annee}` },
        });
      }
    }
  },
});
