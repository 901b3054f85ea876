// The executed amounts of each action and year, with what is not given or not readable said once per year.
import { COLONNES, locate, nameAction, nameActionRows, type LigneNommee } from "./budget-lines";
import type { CellRef } from "../cell-ref";
import { isClosed, isOwed } from "../contrat/contract-amounts";
import type { Action, Convention } from "../contrat/convention";
import type { AnneeColonnes, Colonne, LigneAction, MontantCell, TableauExecution } from "../dossier";
import { formatListeCourte } from "../words/format";
import { addMontants, montantFromCentimes, type Montant } from "../values/montant";

/** "cout" is the Total, or the sum of the two parts in a table that has no Total column. */
export type Grandeur = Colonne | "cout";

interface Lu {
  readonly montant: Montant;
  readonly cells: readonly [CellRef, ...CellRef[]];
}

/** One action row in one year, with the amounts that were asked for. */
export interface Execution<G extends Grandeur> {
  readonly row: LigneNommee<LigneAction>;
  readonly annee: number;
  readonly isClosed: boolean;
  readonly lus: Readonly<Record<G, Lu>>;
  /** What the State has paid, where the table has such a column. */
  readonly verse: MontantCell | null;
}

interface Executed {
  readonly convention: Convention;
  readonly execution: TableauExecution;
  readonly asOf: string;
  /** All the years of the contract when left out. */
  readonly years?: ReadonlySet<number>;
}

/** "part État exécutée", "Total exécuté". */
export function nameExecuted(convention: Convention, colonne: Colonne): string {
  if (colonne === "total") return "Total exécuté";
  return `part ${colonne === "etat" ? "État" : convention.collectivite.designation} exécutée`;
}

/** "Action 1 – 2024 – part Métropole exécutée". */
export function describeExecuted(
  convention: Convention,
  row: LigneNommee<LigneAction>,
  annee: number,
  colonne: Colonne,
): string {
  return `${row.nom} – ${annee} – ${nameExecuted(convention, colonne)}`;
}

/** The columns that make up a quantity in this year; those that lack are null. */
function columnsOf({ colonnes }: AnneeColonnes, grandeur: Grandeur): readonly Colonne[] {
  if (grandeur !== "cout") return [grandeur];
  return colonnes.total ? ["total"] : ["etat", "collectivite"];
}

/** The years of the contract in the table, in the contract's order. */
export function executionYears({ convention, execution, years }: Omit<Executed, "asOf">): AnneeColonnes[] {
  const byYear = new Map([...execution.annees].reverse().map((columns) => [columns.annee, columns]));
  return convention.annees.flatMap(({ annee }) =>
    years === undefined || years.has(annee) ? (byYear.get(annee) ?? []) : [],
  );
}

/** Whether the year has these columns; says which one lacks. */
export function hasExecutedColumns(
  convention: Convention,
  year: AnneeColonnes,
  wanted: readonly Grandeur[],
  notCheckable: (reason: string) => void,
): boolean {
  const absent = wanted.flatMap((grandeur) => columnsOf(year, grandeur)).find((colonne) => !year.colonnes[colonne]);
  if (!absent) return true;
  notCheckable(`${year.annee} : le tableau d’exécution n’a pas de colonne « ${nameExecuted(convention, absent)} ».`);
  return false;
}

const SHOWN = 3;

type Read = Lu | "missing" | "unreadable";

const ZERO = montantFromCentimes(0);

/** An empty part counts as nothing where the contract gives nothing; an empty Total says nothing. */
function readPart(ligne: LigneAction, annee: number, colonne: Colonne, cell: MontantCell): Read {
  if (cell.lu.kind === "unreadable") return "unreadable";
  if (cell.lu.kind === "montant") return { montant: cell.lu.montant, cells: [cell.ref] };
  return colonne === "total" || isOwed(ligne, annee, colonne, cell) ? "missing" : { montant: ZERO, cells: [cell.ref] };
}

const PARTS = ["etat", "collectivite"] as const;

/** What keeps a part from being known where the Total is a formula: it adds what is there, and is no cost. */
function findGap(ligne: LigneAction, annee: number): "missing" | "unreadable" | null {
  const cells = ligne.montants.get(annee);
  if ((cells?.total?.formula ?? null) === null) return null;
  for (const colonne of PARTS) {
    const cell = cells?.[colonne];
    const part = cell ? readPart(ligne, annee, colonne, cell) : null;
    if (typeof part === "string") return part;
  }
  return null;
}

function readGrandeur(ligne: LigneAction, year: AnneeColonnes, grandeur: Grandeur): Read {
  const gap = grandeur === "cout" ? findGap(ligne, year.annee) : null;
  if (gap !== null) return gap;
  const cells = ligne.montants.get(year.annee);
  const parts: Lu[] = [];
  for (const colonne of columnsOf(year, grandeur)) {
    const cell = cells?.[colonne];
    const part = cell ? readPart(ligne, year.annee, colonne, cell) : "missing";
    if (typeof part === "string") return part;
    parts.push(part);
  }
  const [first, ...others] = parts;
  if (!first) return "missing";
  return {
    montant: addMontants(first.montant, ...others.map(({ montant }) => montant)),
    cells: [...first.cells, ...others.flatMap((other) => other.cells)],
  };
}

/**
 * Each action row of each year that gives all the amounts asked for. A row without any amount is not due while its year
 * is not over; every other amount that lacks or cannot be read is a reason, and so is a table that gives none at all.
 */
export function* readExecutions<G extends Grandeur>(
  executed: Executed,
  wanted: readonly G[],
  notCheckable: (reason: string) => void,
): Generator<Execution<G>> {
  const { convention, execution, asOf } = executed;
  const rows = nameActionRows(execution.lignesAction);
  const spans = new Map(convention.annees.map((annee) => [annee.annee, annee]));
  let isSilent = true;
  const say = (reason: string): void => {
    isSilent = false;
    notCheckable(reason);
  };
  for (const year of executionYears(executed)) {
    if (!hasExecutedColumns(convention, year, wanted, say)) continue;
    const { annee } = year;
    const span = spans.get(annee);
    const closed = span !== undefined && isClosed(span, asOf);
    const missing: string[] = [];
    const unreadable: string[] = [];
    for (const [index, row] of rows.entries()) {
      const { ligne } = row;
      const cells = Object.values(ligne.montants.get(annee) ?? {});
      const isBlank = cells.every((cell) => cell === null || cell.lu.kind === "missing");
      const isOwing = COLONNES.some((colonne) => {
        const cell = ligne.montants.get(annee)?.[colonne];
        return cell ? isOwed(ligne, annee, colonne, cell) : false;
      });
      if (isBlank && !(closed && isOwing)) continue;
      const reads = wanted.map((grandeur) => [grandeur, readGrandeur(ligne, year, grandeur)] as const);
      if (reads.some(([, read]) => read === "unreadable")) unreadable.push(row.nom);
      else if (reads.some(([, read]) => read === "missing")) missing.push(row.nom);
      else {
        isSilent = false;
        const lus = Object.fromEntries(reads) as Record<G, Lu>;
        yield { row, annee, isClosed: closed, lus, verse: execution.verses[index]?.get(annee) ?? null };
      }
    }
    if (unreadable.length > 0) say(`${annee} : montant exécuté illisible (${formatListeCourte(unreadable, SHOWN)}).`);
    if (missing.length > 0) say(`${annee} : montant exécuté non renseigné (${formatListeCourte(missing, SHOWN)}).`);
  }
  if (isSilent) notCheckable("Le tableau d’exécution ne donne aucun montant pour les années du contrat.");
}

/** What a finding says of the amount that the State has paid for a row in a year. */
export function situatePaid(row: LigneNommee<LigneAction>, annee: number) {
  const { subject, key } = locate(row, annee, "etat");
  return {
    subject,
    key: key === undefined ? "verse" : `${key}-verse`,
    place: `${row.nom} – ${annee} – montant versé par l’État`,
  };
}

/** Every cell of what the State has paid. */
export function* paidCells({ lignesAction, verses }: TableauExecution) {
  for (const [index, row] of nameActionRows(lignesAction).entries()) {
    for (const [annee, cell] of verses[index] ?? []) yield { ...situatePaid(row, annee), cell };
  }
}

/** Rows of each action in each year; an action may stand on another row on another year's sheet. */
function countRows({ lignesAction }: TableauExecution): ReadonlyMap<number, ReadonlyMap<Action, number>> {
  const counts = new Map<number, Map<Action, number>>();
  for (const { action, montants } of lignesAction) {
    if (!action) continue;
    for (const annee of montants.keys()) {
      const ofYear = counts.get(annee) ?? new Map<Action, number>();
      counts.set(annee, ofYear.set(action, (ofYear.get(action) ?? 0) + 1));
    }
  }
  return counts;
}

/** What each action of the contract cost in a year; an action that stands on several rows cannot be compared. */
export function* readActionCosts(
  executed: Executed,
  notCheckable: (reason: string) => void,
): Generator<Execution<"cout"> & { readonly action: Action; readonly cout: Lu }> {
  const counts = countRows(executed.execution);
  for (const { annee } of executionYears(executed)) {
    const repeated = [...(counts.get(annee) ?? [])].filter(([, count]) => count > 1);
    if (repeated.length === 0) continue;
    const noms = formatListeCourte(
      repeated.map(([action]) => nameAction(action)),
      SHOWN,
    );
    notCheckable(`${annee} : plusieurs lignes dans le tableau d’exécution pour ${noms}.`);
  }
  for (const execution of readExecutions(executed, ["cout"], notCheckable)) {
    const { action } = execution.row.ligne;
    if (action && counts.get(execution.annee)?.get(action) === 1) {
      yield { ...execution, action, cout: execution.lus.cout };
    }
  }
}
