// A fact: one figure of the workbook, with what it is of, what it says and the cell that holds it. Nothing else carries a figure.
import type { CellRef } from "../domain/cell-ref";
import type { MontantCell, MontantLu, ValeurCell, ValeurLue } from "../domain/cells";
import type { Indicateur } from "../contract/convention";
import type { Known } from "../domain/known";
import type { NatureMontant, NatureValeur, Part } from "../domain/natures";
import type { Colonne, LigneAction } from "../domain/tables";
import type { Montant } from "../domain/values/montant";
import type { Unite } from "../domain/values/unite";
import type { Ligne, LigneNommee } from "./lines/budget-lines";

/** Whose figure it is, by the contract's text ids; what is left out is of all of them, or of none that the contract has. */
export interface FactSubject {
  readonly axe?: string;
  readonly action?: string;
  readonly indicateur?: string;
}

/** How sure its column and row are. Reading only takes what it has read, so far. */
type RoleState = "read";

/** What every fact has. */
export interface Fact {
  /** The one identity of a figure: "budget/action-1/2025/etat". It stays through moves, renames and changes of layout. */
  readonly key: string;
  readonly subject: FactSubject;
  /** Null for what is of no single year: a total over several of them, a T0. */
  readonly year: number | null;
  readonly role: RoleState;
}

/** What a column of a table of amounts is of: a part, other financing, payments, what is said again to be contracted. */
export type ColumnRole = Colonne | "autres" | "verse" | `contractualise-${Colonne}`;

/** A row of a table that shows amounts. */
export interface Row {
  readonly kind: "action" | "axe" | "total" | "groupe";
  /** In `lignesAction`, `lignesAxe` or `totauxDeGroupe`; 0 for the TOTAL. */
  readonly index: number;
  /** How findings know and name it. */
  readonly ligne: Ligne;
  readonly subject: FactSubject;
  /** Those of the table that the row stands in, whether it shows an amount there or not. */
  readonly years: ReadonlySet<number>;
  /** Every amount that the row shows. */
  readonly facts: readonly AmountFact[];
  /** Those of one column in one year: several where the row has several such columns. */
  at(year: number, column: ColumnRole): readonly YearFact[];
}

/** A row of an action, or of what stands where one should. */
export interface ActionRow extends Row {
  readonly kind: "action";
  readonly ligne: LigneNommee<LigneAction>;
}

interface AmountOfRow extends Fact {
  readonly cell: MontantCell;
  readonly row: Row;
  readonly column: ColumnRole;
  /** Among those of its row that are of the same column and year: 1 for the first. */
  readonly rank: number;
  readonly party: Part;
  readonly nature: NatureMontant | "imputed";
  /** In which the figure is typed. */
  readonly unit: Unite;
  readonly known: Known<Montant>;
}

/** An amount of one year. */
export interface YearFact extends AmountOfRow {
  readonly year: number;
}

/** A total over several years. */
export interface PeriodFact extends AmountOfRow {
  readonly year: null;
  /** The first and the last of them, where its heading says which; null for all that the table shows. */
  readonly span: readonly [number, number] | null;
}

export type AmountFact = YearFact | PeriodFact;

export interface FigureFact extends Fact {
  readonly cell: ValeurCell;
  readonly nature: NatureValeur;
  /** The contract's; null for an indicator that it does not have. */
  readonly unit: NonNullable<Indicateur["unite"]> | null;
  readonly known: Known<number>;
}

export function knownAmount({ ref, lu }: { readonly ref: CellRef; readonly lu: MontantLu }): Known<Montant> {
  return lu.kind === "montant"
    ? { value: lu.montant, reason: null, cells: [ref] }
    : { value: null, reason: lu.kind, cells: [ref] };
}

export function knownFigure({ ref, lu }: { readonly ref: CellRef; readonly lu: ValeurLue }): Known<number> {
  return lu.kind === "nombre"
    ? { value: lu.nombre, reason: null, cells: [ref] }
    : { value: null, reason: lu.kind, cells: [ref] };
}
