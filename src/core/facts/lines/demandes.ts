// What the contract asks of a table of amounts: each action that stands in it or should, in each year of the contract.
import type { Action, Convention } from "../../contract/convention";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type {
  AnneeColonnes,
  Colonne,
  LigneAction,
  MontantCell,
  MontantLu,
  TableauBudgetaire,
} from "../../domain/dossier";
import { lireEnsemble, type Lecture } from "../lecture";
import { remember } from "../../domain/remember";
import { formatListeCourte } from "../../domain/words/format";
import { nameAction, nameActionRows, type Ligne, type LigneNommee } from "./budget-lines";

/** The tables as sentences name them. */
export const BUDGET = "tableau budgétaire";
export const EXECUTION = "tableau d’exécution";

/** One action in one year: a row, or several that are its sum (operators); none where the table has none. */
export interface Demande {
  readonly annee: number;
  /** Null where the table does not have the year. */
  readonly year: AnneeColonnes | null;
  readonly ligne: Ligne;
  readonly action: Action | null;
  readonly rows: readonly LigneNommee<LigneAction>[];
  /** Those of its row in that year, looked up once for the rules that ask; null where it has none, or several. */
  readonly cells: Readonly<Record<Colonne, MontantCell | null>> | null;
  /** French: why there is nothing to compare; null where a row stands. */
  readonly pourquoi: string | null;
}

interface Table {
  readonly tableau: TableauBudgetaire;
  /** "tableau budgétaire", "tableau d’exécution". */
  readonly nom: string;
}

/** The same part of an action in a year that both rows show. */
const isRepeated = (one: LigneAction, other: LigneAction): boolean =>
  one.operateur === other.operateur &&
  (!one.labels || !other.labels || [...one.labels.keys()].some((annee) => other.labels?.has(annee)));

/** Rows of one action that something tells apart are one; every other row stands for itself. */
const unitesOf = remember((rows: readonly LigneAction[]) => {
  const byAction = new Map<number, LigneNommee<LigneAction>[]>();
  const unites: (readonly LigneNommee<LigneAction>[])[] = [];
  for (const row of nameActionRows(rows)) {
    const { action, operateur } = row.ligne;
    const known = action && operateur !== undefined ? byAction.get(action.numero) : undefined;
    // What comes again is no part of the sum: that it does is said of its row.
    const isAgain = known?.some(({ ligne }) => isRepeated(ligne, row.ligne)) ?? false;
    if (known && !isAgain) {
      known.push(row);
      continue;
    }
    const unite = [row];
    unites.push(unite);
    if (action && operateur !== undefined && !isAgain) byAction.set(action.numero, unite);
  }
  return unites;
});

/** Rows that a sentence names; every one of them stands in the list of what was not read. */
const NAMED_ROWS = 12;

function describeRows(rows: readonly number[]): string | null {
  const numbers = [...new Set(rows)].sort((left, right) => left - right).map((row) => `${row + 1}`);
  if (numbers.length === 0) return null;
  const what = numbers.length > 1 ? "lignes non reconnues" : "ligne non reconnue";
  return `${what} : ${formatListeCourte(numbers, NAMED_ROWS)}`;
}

const rowsNotRecognised = ({ lignesNonReconnues = [] }: TableauBudgetaire): readonly number[] =>
  lignesNonReconnues.map(({ label }) => label.ref.row);

/** Rows that were not recognised alone, whatever those of actions say. */
export const describeRowsNotRecognised = remember((tableau: TableauBudgetaire) =>
  describeRows(rowsNotRecognised(tableau)),
);

/** "lignes non reconnues : 6 et 7"; null where every row was understood. */
export const describeUnknownRows = remember((tableau: TableauBudgetaire) =>
  describeRows([
    ...rowsNotRecognised(tableau),
    ...tableau.lignesAction.flatMap(({ contradiction, label }) => (contradiction ? label.ref.row : [])),
  ]),
);

/** The years of the contract with the columns that the table has for them. */
function yearsOf(convention: Convention, { annees }: TableauBudgetaire) {
  const byYear = new Map([...annees].reverse().map((columns) => [columns.annee, columns]));
  return convention.annees.map(({ annee }) => ({ annee, year: byYear.get(annee) ?? null }));
}

/** Why a table without any year of the contract gives nothing to compare; null where it has one. */
export function refuseYears(convention: Convention, { tableau, nom }: Table): string | null {
  if (yearsOf(convention, tableau).some(({ year }) => year !== null)) return null;
  return `Le ${nom} ne montre aucune année du contrat.`;
}

type Lignes = readonly LigneNommee<LigneAction>[];

/** Those of its rows that stand in that year: all of them, in nearly every table. */
function rowsIn(unite: Lignes, annee: number): Lignes {
  // One row, nearly always: no list is made for it.
  if (unite.length === 1 && unite[0]?.ligne.montants.has(annee)) return unite;
  return unite.filter(({ ligne }) => ligne.montants.has(annee));
}

type ByName = Map<string, readonly Demande[]>;
/** By the table, the contract, then the name of the table: several rules ask for the same. */
const known = remember<TableauBudgetaire, (convention: Convention) => ByName>(() =>
  remember<Convention, ByName>(() => new Map()),
);

export function demandes(convention: Convention, table: Table): readonly Demande[] {
  const byName = known(table.tableau)(convention);
  let all = byName.get(table.nom);
  if (!all) byName.set(table.nom, (all = listDemandes(convention, table)));
  return all;
}

function listDemandes(convention: Convention, { tableau, nom }: Table): readonly Demande[] {
  const all: Demande[] = [];
  const unites = unitesOf(tableau.lignesAction);
  const unknown = describeUnknownRows(tableau);
  const nowhere = refuseYears(convention, { tableau, nom });
  for (const { annee, year } of yearsOf(convention, tableau)) {
    const present = new Set<number>();
    // Thousands of rows and of actions: a loop over them would make an object for each.
    (year ? unites : []).forEach((unite) => {
      const rows = rowsIn(unite, annee);
      const first = rows[0];
      if (!first) return;
      const { action } = first.ligne;
      if (action) present.add(action.numero);
      const cells = rows.length === 1 ? (first.ligne.montants.get(annee) ?? null) : null;
      all.push({ annee, year, ligne: first, action, rows, cells, pourquoi: null });
    });
    convention.actions.forEach((action) => {
      // What an action has no amount for, it needs no row for.
      if (present.has(action.numero) || contractAmount(action, annee, "total") === 0) return;
      const ligne = { place: { axe: action.axe, action: action.numero }, nom: nameAction(action) };
      const absence = `${annee} : cette année n’est pas dans le ${nom}.`;
      const aucune = `${nameAction(action)} : aucune ligne reconnue dans le ${nom}${unknown === null ? "" : ` (${unknown})`}.`;
      all.push({ annee, year, ligne, action, rows: [], cells: null, pourquoi: nowhere ?? (year ? aucune : absence) });
    });
  }
  return all;
}

export type Cells = readonly [MontantCell, ...MontantCell[]];

const isFilled = (cells: MontantCell[]): cells is [MontantCell, ...MontantCell[]] => cells.length > 0;

/** The cells of a column, one a row; null where the table does not have the column in that year. */
export function cellsOf({ rows, annee }: Demande, colonne: Colonne): Cells | null {
  const cells: MontantCell[] = [];
  for (const { ligne } of rows) {
    const cell = ligne.montants.get(annee)?.[colonne];
    if (cell) cells.push(cell);
  }
  return isFilled(cells) ? cells : null;
}

/** What they say together; null where the table does not have the column in that year. */
export function lireColonne(lecture: Lecture, demande: Demande, colonne: Colonne): MontantLu | null {
  // One row, nearly always: no list is made for it.
  const only = demande.cells?.[colonne];
  if (only) return lecture.montant(only);
  const cells = cellsOf(demande, colonne);
  return cells && lireEnsemble(lecture, cells);
}

/** One sum that the contract asks for in each year: over the whole table, or over an axe. */
export interface DemandeDeSomme {
  readonly annee: number;
  readonly year: AnneeColonnes | null;
  readonly pourquoi: string | null;
}

export function* anneesDemandees(convention: Convention, { tableau, nom }: Table): Generator<DemandeDeSomme> {
  const nowhere = refuseYears(convention, { tableau, nom });
  for (const { annee, year } of yearsOf(convention, tableau)) {
    yield { annee, year, pourquoi: year ? null : (nowhere ?? `${annee} : cette année n’est pas dans le ${nom}.`) };
  }
}
