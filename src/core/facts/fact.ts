// A fact: one figure of the workbook, with what it is of, what it says and the cell that holds it. Nothing else carries a figure.
import type { ShownAmount, ShownFigure } from "../domain/amounts";
import type { Cell } from "../domain/cells";
import type { ColumnRole } from "../domain/column-roles";
import type { Action, Axe, Indicateur } from "../contract/convention";
import type { Known } from "../domain/known";
import type { NatureMontant, NatureValeur, Part } from "../domain/natures";
import type { LigneAction } from "../domain/tables";
import type { Montant } from "../domain/values/montant";
import type { Ligne, LigneNommee } from "./lines/budget-lines";
import type { NumeroAction } from "../domain/values/numero-action";

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

/** A row of a table that shows amounts. */
export interface Row {
  readonly kind: "action" | "axe" | "total" | "groupe";
  /** In `lignesAction`, in `lignesAxe`, or in `sommes` for a total of some actions; 0 for the TOTAL. */
  readonly index: number;
  /** How findings know and name it. */
  readonly ligne: Ligne;
  /** The contract's action that the row is, or axe that it sums up; null for any other row. */
  readonly action: Action | null;
  readonly axe: Axe | null;
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

interface AmountOfRow extends Fact, ShownAmount {
  readonly year: number | null;
  readonly row: Row;
  /** Among those of its row that are of the same column and year: 1 for the first. */
  readonly rank: number;
  readonly party: Part;
  readonly nature: NatureMontant | "imputed";
  readonly known: Known<Montant>;
}

/** An amount of one year. */
export interface YearFact extends AmountOfRow {
  readonly year: number;
}

/** A total over several years. */
export interface PeriodFact extends AmountOfRow {
  readonly year: null;
}

export type AmountFact = YearFact | PeriodFact;

/** A row of an indicator, as findings know it. */
export interface IndicatorRow {
  readonly label: Cell;
  /** The label's cell of each year that has the row; left out where one names it for every year. */
  readonly labels?: ReadonlyMap<number, Cell>;
  /** The contract's indicator that the row is; null when it is none. */
  readonly indicateur: Indicateur | null;
  readonly place: { readonly axe?: number; readonly action?: NumeroAction; readonly indicator?: number };
  /** Tells it apart from another row of the same place. */
  readonly key?: string;
  /** "Action 5 – indicateur 2", "Action 5 – indicateur « Nombre de… »". */
  readonly nom: string;
  /** False when it stands under another action than the contract's. */
  readonly isInPlace: boolean;
  /** The T0, then targets, then achieved values. */
  readonly facts: readonly FigureFact[];
  /** Undefined where the row has no such column. */
  at(nature: NatureValeur, year: number | null): FigureFact | undefined;
}

export interface FigureFact extends Fact, ShownFigure {
  readonly year: number | null;
  readonly row: IndicatorRow;
  /** The contract's; null for an indicator that it does not have. */
  readonly unit: NonNullable<Indicateur["unite"]> | null;
  readonly known: Known<number>;
}
