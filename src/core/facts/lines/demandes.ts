// What the contract asks of a table of amounts: each action that stands in it or should, in each year of the contract.
import type { Known } from "../../domain/known";
import type { Montant } from "../../domain/values/montant";
import type { Action, Convention } from "../../contract/convention";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { AnneeColonnes, LigneAction, TableauBudgetaire } from "../../domain/dossier";
import { readTogether, type Lecture } from "../lecture";
import { remember } from "../../domain/remember";
import { formatListeCourte } from "../../domain/words/format";
import type { CellRef } from "xlsx-model/cell-ref";
import type { ColumnRole } from "../../domain/column-roles";
import type { ActionRow, YearFact } from "../fact";
import type { FactTable } from "../fact-tables";
import { nameAction, type Ligne } from "./budget-lines";
import type { NumeroAction } from "../../domain/values/numero-action";

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
  readonly rows: readonly ActionRow[];
  /** French: why there is nothing to compare; null where a row stands. */
  readonly pourquoi: string | null;
}

/** "tableau budgétaire", "tableau d’exécution". */
const nameTable = ({ kind }: FactTable): string => (kind === "budget" ? BUDGET : EXECUTION);

/** The same part of an action in a year that both rows show. */
const isRepeated = (one: LigneAction, other: LigneAction): boolean =>
  one.operateur === other.operateur &&
  (!one.labels || !other.labels || [...one.labels.keys()].some((annee) => other.labels?.has(annee)));

/** Rows of one action that something tells apart are one; every other row stands for itself. */
const unitesOf = remember(({ actions }: FactTable) => {
  const byAction = new Map<NumeroAction, ActionRow[]>();
  const unites: (readonly ActionRow[])[] = [];
  for (const row of actions) {
    const { action, operateur } = row.ligne.ligne;
    const known = action && operateur !== undefined ? byAction.get(action.numero) : undefined;
    // What comes again is no part of the sum: that it does is said of its row.
    const isAgain = known?.some(({ ligne }) => isRepeated(ligne.ligne, row.ligne.ligne)) ?? false;
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
    ...tableau.lignesAction.flatMap(({ designe, label }) => (designe ? label.ref.row : [])),
  ]),
);

/** The years of the contract with the columns that the table has for them. */
function yearsOf(convention: Convention, { annees }: TableauBudgetaire) {
  const byYear = new Map([...annees].reverse().map((columns) => [columns.annee, columns]));
  return convention.annees.map(({ annee }) => ({ annee, year: byYear.get(annee) ?? null }));
}

/** Why a table without any year of the contract gives nothing to compare; null where it has one. */
export function refuseYears(convention: Convention, table: FactTable): string | null {
  if (yearsOf(convention, table.tableau).some(({ year }) => year !== null)) return null;
  return `Le ${nameTable(table)} ne montre aucune année du contrat.`;
}

const known = remember((table: FactTable) => remember((convention: Convention) => listDemandes(convention, table)));

export const demandes = (convention: Convention, table: FactTable): readonly Demande[] => known(table)(convention);

function listDemandes(convention: Convention, table: FactTable): readonly Demande[] {
  const nom = nameTable(table);
  const all: Demande[] = [];
  const unknown = describeUnknownRows(table.tableau);
  const nowhere = refuseYears(convention, table);
  for (const { annee, year } of yearsOf(convention, table.tableau)) {
    const present = new Set<NumeroAction>();
    for (const unite of year ? unitesOf(table) : []) {
      const rows = unite.filter(({ years }) => years.has(annee));
      const [first] = rows;
      if (!first) continue;
      const { action } = first;
      if (action) present.add(action.numero);
      all.push({ annee, year, ligne: first.ligne, action, rows, pourquoi: null });
    }
    for (const action of convention.actions) {
      // What an action has no amount for, it needs no row for.
      if (present.has(action.numero) || contractAmount(action, annee, "total") === 0) continue;
      const ligne = { place: { axe: action.axe, action: action.numero }, nom: nameAction(action) };
      const absence = `${annee} : cette année n’est pas dans le ${nom}.`;
      const aucune = `${nameAction(action)} : aucune ligne reconnue dans le ${nom}${unknown === null ? "" : ` (${unknown})`}.`;
      all.push({ annee, year, ligne, action, rows: [], pourquoi: nowhere ?? (year ? aucune : absence) });
    }
  }
  return all;
}

export type Shown = readonly [YearFact, ...YearFact[]];

const isFilled = (facts: readonly YearFact[]): facts is Shown => facts.length > 0;

/** What the rows show in a column; null where the table does not have the column in that year. */
export function shownIn({ rows, annee }: Demande, column: ColumnRole): Shown | null {
  const facts = rows.flatMap((row) => row.at(annee, column));
  return isFilled(facts) ? facts : null;
}

/** What they say together; null where the table does not have the column in that year. */
export function lireColonne(lecture: Lecture, demande: Demande, column: ColumnRole): Known<Montant> | null {
  const facts = shownIn(demande, column);
  return (
    facts &&
    readTogether(
      lecture,
      facts.map(({ cell }) => cell),
    )
  );
}

/** Their cells, the first apart. */
export function refsOf([first, ...others]: Shown): [CellRef, ...CellRef[]] {
  return [first.cell.ref, ...others.map(({ cell }) => cell.ref)];
}

/** One sum that the contract asks for in each year: over the whole table, or over an axe. */
export interface DemandeDeSomme {
  readonly annee: number;
  readonly year: AnneeColonnes | null;
  readonly pourquoi: string | null;
}

export function* anneesDemandees(convention: Convention, table: FactTable): Generator<DemandeDeSomme> {
  const nowhere = refuseYears(convention, table);
  const nom = nameTable(table);
  for (const { annee, year } of yearsOf(convention, table.tableau)) {
    yield { annee, year, pourquoi: year ? null : (nowhere ?? `${annee} : cette année n’est pas dans le ${nom}.`) };
  }
}
