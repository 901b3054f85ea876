// Sums over the rows of a budget table, where they stand; what cannot be read makes the sum unknown.
import { isAsContracted } from "../contrat/contract-amounts";
import type {
  AnneeColonnes,
  Colonne,
  LigneAction,
  LigneAxe,
  MontantCell,
  MontantsParAnnee,
  TableauBudgetaire,
} from "../dossier";
import { formatListe } from "../words/format";
import { montantFromCentimes, type Montant } from "../values/montant";
import { COLONNES, type LigneNommee } from "./budget-lines";

export type Somme =
  | { readonly kind: "montant"; readonly montant: Montant; readonly asContracted: boolean }
  /** Names of the rows whose amount is unreadable. */
  | { readonly kind: "unreadable"; readonly noms: readonly string[] };

/** Missing amounts add nothing; every row counts, repeated and unknown actions too. */
export function sumRows(rows: readonly LigneNommee<LigneAction>[], annee: number, colonne: Colonne): Somme {
  let centimes = 0;
  let asContracted = true;
  const unreadable: string[] = [];
  for (const { ligne, nom } of rows) {
    const cell: MontantCell | null = ligne.montants.get(annee)?.[colonne] ?? null;
    if (cell?.lu.kind === "unreadable") unreadable.push(nom);
    else if (cell?.lu.kind === "montant") centimes += cell.lu.montant;
    asContracted &&= isAsContracted(ligne, annee, colonne);
  }
  if (unreadable.length > 0) return { kind: "unreadable", noms: unreadable };
  return { kind: "montant", montant: montantFromCentimes(centimes), asContracted };
}

/** The rows under each axe heading, by its index; null for rows under none. */
export function groupByHeading(
  rows: readonly LigneNommee<LigneAction>[],
): ReadonlyMap<number | null, readonly LigneNommee<LigneAction>[]> {
  const groups = new Map<number | null, LigneNommee<LigneAction>[]>();
  for (const row of rows) {
    const group = groups.get(row.ligne.ligneAxe);
    if (group) group.push(row);
    else groups.set(row.ligne.ligneAxe, [row]);
  }
  return groups;
}

/** Says in French why a sum is unknown. */
export function unreadableReason(place: string, { noms }: { readonly noms: readonly string[] }): string {
  if (noms.length === 0) return `${place} : le montant est illisible.`;
  return `${place} : montant illisible (${formatListe(noms.slice(0, 3))}${noms.length > 3 ? "…" : ""}).`;
}

/**
 * The rows of each axe, where they stand; in a table without headings, where the contract puts them.
 * `unnamed` are the headings with rows that are no axe of the contract.
 */
export function groupByAxe(
  budget: TableauBudgetaire,
  rows: readonly LigneNommee<LigneAction>[],
): { readonly byAxe: ReadonlyMap<number, readonly LigneNommee<LigneAction>[]>; readonly unnamed: readonly LigneAxe[] } {
  const byAxe = new Map<number, LigneNommee<LigneAction>[]>();
  const unnamed = new Set<LigneAxe>();
  for (const row of rows) {
    const heading = row.ligne.ligneAxe === null ? null : (budget.lignesAxe[row.ligne.ligneAxe] ?? null);
    const numero = budget.lignesAxe.length === 0 ? row.ligne.action?.axe : heading?.axe?.numero;
    if (numero === undefined) {
      if (heading) unnamed.add(heading);
      continue;
    }
    const group = byAxe.get(numero);
    if (group) group.push(row);
    else byAxe.set(numero, [row]);
  }
  return { byAxe, unnamed: [...unnamed] };
}

export interface SumComparison {
  readonly annee: number;
  readonly colonne: Colonne;
  readonly cell: MontantCell;
  readonly outcome:
    | {
        readonly kind: "wrong";
        readonly found: Montant | null;
        readonly expected: Montant;
        readonly asContracted: boolean;
      }
    /** No names when the compared cell itself is unreadable. */
    | { readonly kind: "unreadable"; readonly noms: readonly string[] };
}

/** A row of sums may sum some columns only; an empty cell is a hole where another year of the column is filled. */
export function showsColumn(montants: MontantsParAnnee, colonne: Colonne): boolean {
  return [...montants.values()].some((cells) => cells[colonne] && cells[colonne].lu.kind !== "missing");
}

/** Whether a row of sums has more than its label in these years. */
export function showsAmount(montants: MontantsParAnnee, years: readonly AnneeColonnes[]): boolean {
  return years.some(({ annee }) =>
    Object.values(montants.get(annee) ?? {}).some((cell) => cell && cell.lu.kind !== "missing"),
  );
}

/** Compares a row of sums with the rows it sums, cell by cell; yields what is wrong or unknown. */
export function* compareSums(
  montants: MontantsParAnnee,
  rows: readonly LigneNommee<LigneAction>[],
  years: readonly AnneeColonnes[],
): Generator<SumComparison> {
  for (const colonne of COLONNES.filter((candidate) => showsColumn(montants, candidate))) {
    for (const { annee } of years) {
      const cell = montants.get(annee)?.[colonne];
      if (!cell) continue;
      const head = { annee, colonne, cell };
      if (cell.lu.kind === "unreadable") {
        yield { ...head, outcome: { kind: "unreadable", noms: [] } };
        continue;
      }
      const sum = sumRows(rows, annee, colonne);
      if (sum.kind === "unreadable") {
        yield { ...head, outcome: sum };
        continue;
      }
      const found = cell.lu.kind === "montant" ? cell.lu.montant : null;
      const { montant: expected, asContracted } = sum;
      if (found === expected || (found === null && expected === 0)) continue;
      yield { ...head, outcome: { kind: "wrong", found, expected, asContracted } };
    }
  }
}
