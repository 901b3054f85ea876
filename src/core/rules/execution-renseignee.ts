// The executed amounts of each closed year are given.
import { partSur } from "../domain/words/accord";
import { nameAction, nameActionRows, type LigneNommee } from "../facts/lines/budget-lines";
import type { CellRef } from "../domain/cell-ref";
import { closedYears } from "../contract/in-force/annees-closes";
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Convention } from "../contract/convention";
import type { AnneeColonnes, Colonne, LigneAction, TableauExecution } from "../domain/dossier";
import { executionYears, nameExecuted } from "../facts/lines/execution-lines";
import { formatListeCourte } from "../domain/words/format";
import { defineRule, HOLDS, notComparable } from "./rule";

const PARTS = ["etat", "collectivite"] as const;
const SHOWN = 8;
const MONTANTS = { un: "montant", plusieurs: "montants", participe: "renseigné", feminin: false };

interface Given {
  /** Where an amount lacks; the year's heading for a row that lacks, which has no cell of its own. */
  readonly empty: readonly { readonly ref: CellRef }[];
  readonly noms: readonly string[];
  readonly given: number;
  readonly expected: number;
}

/** The amounts that the contract makes due in a year, one sheet or line a year may lack some of. */
function countGiven(
  convention: Convention,
  { lignesAction }: TableauExecution,
  rows: readonly LigneNommee<LigneAction>[],
  { annee, colonnes, heading }: AnneeColonnes,
): Given {
  const columns: readonly Colonne[] = colonnes.total ? [...PARTS, "total"] : PARTS;
  const empty: { readonly ref: CellRef }[] = [];
  const noms = new Set<string>();
  let expected = 0;
  for (const { ligne, nom } of rows) {
    // Of an action on several rows nobody knows how much each should have.
    if (ligne.operateur !== undefined) continue;
    for (const colonne of columns) {
      const cell = ligne.montants.get(annee)?.[colonne];
      if (!cell || !ligne.action || contractAmount(ligne.action, annee, colonne) === 0) continue;
      expected += 1;
      if (cell.lu.kind !== "missing") continue;
      empty.push(cell);
      noms.add(nom);
    }
  }
  const given = expected - empty.length;
  const present = new Set(
    lignesAction.flatMap(({ action, montants }) => (montants.has(annee) ? (action?.numero ?? []) : [])),
  );
  let isAbsent = false;
  for (const action of convention.actions) {
    const count = present.has(action.numero)
      ? 0
      : columns.filter((colonne) => contractAmount(action, annee, colonne) > 0).length;
    if (count === 0) continue;
    isAbsent = true;
    expected += count;
    noms.add(`${nameAction(action)} (aucune ligne)`);
  }
  return { empty: isAbsent ? [...empty, { ref: heading }] : empty, noms: [...noms], given, expected };
}

export default defineRule({
  meta: {
    id: "execution-renseignee",
    article: "2.3",
    severity: "warning",
    title: "Les montants exécutés d’une année close sont renseignés",
    compares: "annee",
    needs: ["execution"],
    messages: {
      incomplete: {
        text: "Exécution {annee} : {renseignes}, il en manque {distance} : {noms}.",
      },
      absente: {
        text: "Exécution {annee} : aucun montant renseigné sur {expected} attendus. Aucune colonne de cette année close n’a été reconnue dans le tableau d’exécution.",
      },
    },
  },
  compare({ convention, asOf, execution }, asked) {
    const byYear = new Map(executionYears({ convention, execution }).map((year) => [year.annee, year]));
    const rows = nameActionRows(execution.lignesAction);
    for (const annee of closedYears({ convention, asOf }, (reason) => asked.notDue(reason))) {
      const year = byYear.get(annee);
      asked.compare(`Exécution ${annee}`, () => {
        if (!year) {
          const owed = convention.actions.flatMap((action) =>
            PARTS.filter((colonne) => contractAmount(action, annee, colonne) > 0),
          );
          if (owed.length === 0) return HOLDS;
          return () => ({
            message: "absente",
            subject: { year: annee },
            cells: [execution.heading],
            figures: { unit: "nombre", found: 0, expected: owed.length },
            data: { annee: `${annee}` },
          });
        }
        const lacking = PARTS.find((colonne) => !year.colonnes[colonne]);
        if (lacking) {
          const nom = nameExecuted(convention, lacking);
          return notComparable(`${annee} : aucune colonne « ${nom} » n’a été reconnue dans le tableau d’exécution.`);
        }
        const { empty, noms, given, expected } = countGiven(convention, execution, rows, year);
        const [cell, ...others] = empty;
        if (!cell) return HOLDS;
        return () => ({
          message: "incomplete",
          subject: { year: annee },
          cells: [cell.ref, ...others.map(({ ref }) => ref)],
          figures: { unit: "nombre", found: given, expected },
          data: {
            annee: `${annee}`,
            renseignes: partSur(given, expected, MONTANTS),
            noms: formatListeCourte(noms, SHOWN),
          },
        });
      });
    }
  },
});
