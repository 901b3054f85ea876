// What is asked of the executed amounts: each action of each year that has begun to be filled, or is over.
import { notKnown, sayReason, type Known } from "../../domain/known";
import { isClosed } from "../../contract/in-force/annees-closes";
import { isOwedBy } from "../../domain/contrat/contracted-cells";
import type { Convention } from "../../contract/convention";
import type { AnneeColonnes, Colonne, TableauExecution } from "../../domain/dossier";
import type { Montant } from "../../domain/values/montant";
import { COLONNES, nameAction, type Ligne } from "./budget-lines";
import { executionTable } from "../fact-tables";
import { demandes, type Demande } from "./demandes";
import { pourquoiIndecise } from "./ligne-indecise";

/** One action in one year, whose amounts are read through a lecture. */
export interface Execution extends Demande {
  readonly isClosed: boolean;
}

interface Asked {
  readonly convention: Convention;
  readonly execution: TableauExecution;
  readonly asOf: string;
}

/** "part État exécutée", "Total exécuté". */
export function nameExecuted(convention: Convention, colonne: Colonne): string {
  if (colonne === "total") return "Total exécuté";
  return `part ${colonne === "etat" ? "État" : convention.collectivite.designation} exécutée`;
}

/** "Action 1 – 2024 – part Métropole exécutée". */
export function describeExecuted(convention: Convention, ligne: Ligne, annee: number, colonne: Colonne): string {
  return `${ligne.nom} – ${annee} – ${nameExecuted(convention, colonne)}`;
}

/** French: why the first of these amounts that is not known is not, as a rule says it that compares nothing then. */
export function whyExecuted(
  convention: Convention,
  annee: number,
  ...shown: readonly (readonly [column: Colonne | "autres", amount: Known<Montant>])[]
): string {
  const [column, { reason }] = shown.find(([, { value }]) => value === null) ?? ["total", { reason: null }];
  if (column === "autres") return `${annee} : financement des autres ${sayReason(reason)}.`;
  return reason === "no-column"
    ? `${annee} : aucune colonne « ${nameExecuted(convention, column)} » n’a été reconnue dans le tableau d’exécution.`
    : `${annee} : montant exécuté ${sayReason(reason)}.`;
}

const NOTHING_TYPED = notKnown("missing");

/** Nothing is due of a row without any amount while its year is not over. */
function isDue({ rows, annee, action }: Demande, closed: boolean): boolean {
  const shown = rows.flatMap((row) => COLONNES.flatMap((each) => row.at(annee, each)));
  if (shown.some(({ known }) => known.reason !== "missing")) return true;
  return closed && COLONNES.some((colonne) => isOwedBy(action, annee, colonne, NOTHING_TYPED));
}

export function* executions({ convention, execution, asOf }: Asked): Generator<Execution> {
  const closed = new Set(
    convention.annees.filter((year) => isClosed(convention, year, asOf)).map(({ annee }) => annee),
  );
  for (const demande of demandes(convention, executionTable(execution))) {
    const { annee, pourquoi } = demande;
    const isOver = closed.has(annee);
    if (pourquoi !== null ? !isOver : !isDue(demande, isOver)) continue;
    yield { ...demande, isClosed: isOver };
  }
}

export const NO_AMOUNT = "Le tableau d’exécution ne donne aucun montant pour les années du contrat.";

/** Those of every row; an action that stands on several rows without being their sum is not comparable, nor a row that nobody can tell. */
export function* actionExecutions(executed: Asked): Generator<Execution> {
  const all = [...executions(executed)];
  const counts = new Map<string, number>();
  const keyOf = ({ annee, action }: Execution): string => `${annee}/${action?.numero}`;
  for (const each of all) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  for (const each of all) {
    const { annee, action, rows, ligne } = each;
    const [indecise] = rows.flatMap((row) => pourquoiIndecise(row.ligne.ligne) ?? []);
    if (indecise !== undefined) yield { ...each, pourquoi: `${ligne.nom} – ${annee} : ${indecise}.` };
    else if (!action || (counts.get(keyOf(each)) ?? 0) < 2) yield each;
    else {
      const why = `${annee} : plusieurs lignes dans le tableau d’exécution pour ${nameAction(action)}.`;
      yield { ...each, pourquoi: why };
    }
  }
}

/** The years of the contract in the table, in the contract's order. */
export function executionYears({ convention, execution }: Omit<Asked, "asOf">): AnneeColonnes[] {
  const byYear = new Map([...execution.annees].reverse().map((columns) => [columns.annee, columns]));
  return convention.annees.flatMap(({ annee }) => byYear.get(annee) ?? []);
}
