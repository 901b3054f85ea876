// What is asked of the executed amounts: each action of each year that has begun to be filled, or is over.
import type { CellRef } from "../../domain/cell-ref";
import { isClosed } from "../../contract/in-force/contract-amounts";
import { isOwedBy } from "../../domain/contrat/contracted-cells";
import type { Convention } from "../../contract/convention";
import type { AnneeColonnes, Colonne, TableauExecution } from "../../domain/dossier";
import type { Lecture } from "../lecture";
import { addMontants, subtractMontants, ZERO, type Montant } from "../../domain/values/montant";
import { COLONNES, nameAction, type Ligne } from "./budget-lines";
import type { YearFact } from "../fact";
import { executionTable } from "../fact-tables";
import { demandes, lireColonne, refsOf, shownIn, type Demande } from "./demandes";
import { pourquoiIndecise } from "./ligne-indecise";

/** "parties" is what the two parties executed: the Total less the other financing it holds, or their sum where there is no Total. */
export type Grandeur = Colonne | "parties";

export type Lu =
  | { readonly montant: Montant; readonly cells: readonly [CellRef, ...CellRef[]] }
  /** French: why the amount is not known. */
  | { readonly why: string };

/** One action in one year, whose amounts are read through a lecture. */
export interface Execution extends Demande {
  readonly isClosed: boolean;
}

interface Executed {
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

/** The columns that make up a quantity in this year; those that lack are null. */
function columnsOf(year: AnneeColonnes | null, grandeur: Grandeur): readonly Colonne[] {
  if (grandeur !== "parties") return [grandeur];
  return year?.colonnes.total ? ["total"] : ["etat", "collectivite"];
}

const PARTS = ["etat", "collectivite"] as const;

/** An empty part counts as nothing where the contract gives nothing; an empty Total says nothing. */
function readPart(lecture: Lecture, demande: Demande, colonne: Colonne, convention: Convention): Lu {
  const { annee, action } = demande;
  const shown = shownIn(demande, colonne);
  const lu = lireColonne(lecture, demande, colonne);
  if (!shown || !lu) {
    const nom = nameExecuted(convention, colonne);
    return { why: `${annee} : aucune colonne « ${nom} » n’a été reconnue dans le tableau d’exécution.` };
  }
  if (lu.kind === "unreadable") return { why: `${annee} : montant exécuté illisible.` };
  const cells = refsOf(shown);
  if (lu.kind === "montant") return { montant: lu.montant, cells };
  const isOwed = colonne === "total" || isOwedBy(action, annee, colonne, lu);
  return isOwed ? { why: `${annee} : montant exécuté non renseigné.` } : { montant: ZERO, cells };
}

/** What others paid; nothing typed is none, and what the agent does not know yet, "nd", is not known. */
export function lireAutres(lecture: Lecture, demande: Demande): Lu | null {
  const { annee } = demande;
  const shown = shownIn(demande, "autres");
  const lu = lireColonne(lecture, demande, "autres");
  if (!shown || !lu) return null;
  const isSaid = ({ cell }: YearFact): boolean =>
    lecture.montant(cell).kind !== "missing" || (cell.formula === null && cell.text.trim() === "");
  if (!shown.every(isSaid)) return { why: `${annee} : financement des autres non renseigné.` };
  if (lu.kind === "unreadable") return { why: `${annee} : financement des autres illisible.` };
  return { montant: lu.kind === "montant" ? lu.montant : ZERO, cells: refsOf(shown) };
}

/** A Total that is a formula adds what is there: while a part is not known it is no cost. */
function findGap(lecture: Lecture, demande: Demande, convention: Convention): Lu | null {
  if (!shownIn(demande, "total")?.some(({ cell }) => cell.formula !== null)) return null;
  for (const colonne of PARTS) {
    const part = shownIn(demande, colonne) ? readPart(lecture, demande, colonne, convention) : null;
    if (part && "why" in part) return part;
  }
  return null;
}

export function lireGrandeur(lecture: Lecture, demande: Demande, grandeur: Grandeur, convention: Convention): Lu {
  if (demande.pourquoi !== null) return { why: demande.pourquoi };
  const gap = grandeur === "parties" ? findGap(lecture, demande, convention) : null;
  if (gap) return gap;
  const [first, ...others] = columnsOf(demande.year, grandeur).map((colonne) =>
    readPart(lecture, demande, colonne, convention),
  );
  if (!first || "why" in first) return first ?? { why: "" };
  let sum = first;
  for (const other of others) {
    if ("why" in other) return other;
    sum = { montant: addMontants(sum.montant, other.montant), cells: [...sum.cells, ...other.cells] };
  }
  const autres = grandeur === "parties" && demande.year?.colonnes.total ? lireAutres(lecture, demande) : null;
  if (!autres) return sum;
  return "why" in autres ? autres : { ...sum, montant: subtractMontants(sum.montant, autres.montant) };
}

/** Nothing is due of a row without any amount while its year is not over. */
function isDue({ rows, annee, action }: Demande, closed: boolean): boolean {
  const shown = rows.flatMap((row) => COLONNES.flatMap((each) => row.at(annee, each)));
  if (shown.some(({ known }) => known.reason !== "missing")) return true;
  const missing = { kind: "missing" } as const;
  return closed && COLONNES.some((colonne) => isOwedBy(action, annee, colonne, missing));
}

export function* executions({ convention, execution, asOf }: Executed): Generator<Execution> {
  const closed = new Set(convention.annees.filter((year) => isClosed(year, asOf)).map(({ annee }) => annee));
  for (const demande of demandes(convention, executionTable(execution))) {
    const { annee, pourquoi } = demande;
    const isOver = closed.has(annee);
    if (pourquoi !== null ? !isOver : !isDue(demande, isOver)) continue;
    yield { ...demande, isClosed: isOver };
  }
}

export const NO_AMOUNT = "Le tableau d’exécution ne donne aucun montant pour les années du contrat.";

/** Those of every row; an action that stands on several rows without being their sum is not comparable, nor a row that nobody can tell. */
export function* actionExecutions(executed: Executed): Generator<Execution> {
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
export function executionYears({ convention, execution }: Omit<Executed, "asOf">): AnneeColonnes[] {
  const byYear = new Map([...execution.annees].reverse().map((columns) => [columns.annee, columns]));
  return convention.annees.flatMap(({ annee }) => byYear.get(annee) ?? []);
}
