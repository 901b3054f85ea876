// The executed amounts of each closed year are given.
import { partSur } from "../domain/words/accord";
import type { ActionRow } from "../facts/fact";
import { executionTable } from "../facts/fact-tables";
import { nameAction } from "../facts/lines/budget-lines";
import type { CellRef } from "xlsx-model/cell-ref";
import { closedYears } from "../contract/in-force/annees-closes";
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Convention } from "../contract/convention";
import type { AnneeColonnes, Colonne } from "../domain/dossier";
import { executionYears, nameExecuted } from "../facts/lines/execution-lines";
import { formatListeCourte } from "../domain/words/format";
import { defineRule, HOLDS, notComparable } from "./rule";

const PARTS = ["etat", "collectivite"] as const;
const SHOWN = 8;
const MONTANTS = { un: "montant", plusieurs: "montants", participe: "renseigné", feminin: false };

interface Given {
  /**
   * The cell where an amount is missing. A row that is missing has no cell of its own: the heading of the year stands
   * for it.
   */
  readonly empty: readonly { readonly ref: CellRef }[];
  readonly noms: readonly string[];
  readonly given: number;
  readonly expected: number;
}

/**
 * The amounts that the contract makes due in a year. Where each year has its sheet or its line, some of them may be
 * missing.
 */
function countGiven(
  convention: Convention,
  rows: readonly ActionRow[],
  { annee, colonnes, heading }: AnneeColonnes,
): Given {
  const columns: readonly Colonne[] = colonnes.total ? [...PARTS, "total"] : PARTS;
  const empty: { readonly ref: CellRef }[] = [];
  const noms = new Set<string>();
  let expected = 0;
  for (const row of rows) {
    const { ligne, nom } = row.ligne;
    // Where an action has a row for each operator, nobody knows how much each of them should have.
    if (ligne.operateur !== undefined) continue;
    for (const colonne of columns) {
      const [fact] = row.at(annee, colonne);
      if (!fact || !ligne.action || contractAmount(ligne.action, annee, colonne) === 0) continue;
      expected += 1;
      if (fact.known.reason !== "missing") continue;
      empty.push(fact.cell);
      noms.add(nom);
    }
  }
  const given = expected - empty.length;
  const present = new Set(
    rows.flatMap(({ years, ligne: { ligne } }) => (years.has(annee) ? (ligne.action?.numero ?? []) : [])),
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
    articles: ["suivi"],
    severity: "warning",
    title: "Les montants exécutés d’une année close sont renseignés",
    problem: "Exécution non renseignée",
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
    page: {
      contrat:
        "Le suivi de la convention est annuel, et le rapport d’exécution donne en annexe, dans un tableau financier, l’exécution budgétaire des crédits contractualisés, action par action.",
      verifie: [
        "Pour chaque année close, chaque action à laquelle le contrat en vigueur donne un montant a sa part État, sa part de la collectivité et, si le tableau a cette colonne, son total exécutés. L’écart, un par année, montre toutes les cellules vides. Une action du contrat sans ligne est nommée, avec la cellule de l’année ; une année close sans colonnes est signalée en tête du tableau.",
        "Une année est close le lendemain de son dernier jour, tel que le contrat le fixe : ce n’est pas toujours un 31 décembre.",
      ],
      conforme: "Au 24/11/2026, les colonnes 2024 et 2025 sont remplies ; celles de 2026 sont encore vides.",
      ecart: [
        {
          message: "incomplete",
          figures: { unit: "nombre", found: 21, expected: 24 },
          data: { annee: "2024", renseignes: "21 montants sur 24 sont renseignés", noms: "Action 1 et Action 3" },
        },
      ],
      corriger:
        "Saisissez les montants exécutés, 0 compris : une cellule vide ne veut pas dire que rien n’a été dépensé.",
      limites:
        "Un montant que le contrat fixe à 0 peut rester vide. Les actions inconnues du contrat ne sont pas attendues. Un montant illisible compte comme renseigné : il relève de `montant-lisible`. Sans tableau d’exécution, ou tant qu’aucune année n’est close, la règle est « non vérifiable ».",
    },
  },
  compare({ convention, asOf, execution }, asked) {
    const byYear = new Map(executionYears({ convention, execution }).map((year) => [year.annee, year]));
    const { actions } = executionTable(execution);
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
        const { empty, noms, given, expected } = countGiven(convention, actions, year);
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
