// The tables of amounts and of indicators: views over what their cells say.
import type { CellRef, RangeRef } from "xlsx-model/cell-ref";
import type { ShownFigure, Shows } from "./amounts";
import type { Cell, LigneIgnoree } from "./cells";
import type { Action, Axe, Colonne, Indicateur, SousAction } from "../contract/convention";
import type { Unite } from "./values/unite";

export type { Colonne } from "../contract/convention";

/** The columns of one year of a budget table; a column that the table does not have is null. */
export interface AnneeColonnes {
  readonly annee: number;
  /** The cell that names the year, or where there is none, the header cell of the first column. */
  readonly heading: CellRef;
  readonly colonnes: Readonly<Record<Colonne, ColonneHeading | null>>;
}

export interface ColonneHeading {
  readonly column: number;
  /** The header cell with the party's word. */
  readonly heading: CellRef;
}

/** What a row of the table is called; with one cell per year where the years stand on several sheets or rows. */
interface Intitule {
  readonly label: Cell;
  /** The label's cell of each year that has the row. Left out where one label names the row for every year. */
  readonly labels?: ReadonlyMap<number, Cell>;
}

/** A row of sums. */
export interface LigneDeSommes extends Shows {
  readonly label: Cell;
  readonly of: SumOf;
}

/** What a row of sums adds: all the actions, those under a heading, or some of them, as of a sous-axe ("Sous-total volet A"). */
export type SumOf =
  | { readonly kind: "total" }
  /** On the heading's own row or on a row of subtotals: its index in `lignesAxe`. */
  | { readonly kind: "axe"; readonly index: number }
  /** By their index in `lignesAction`: from the first one up to that which is no longer its own. */
  | { readonly kind: "groupe"; readonly de: number; readonly a: number };

export interface LigneAxe extends Intitule {
  readonly axe: Axe | null;
}

/** How a row was known as its action where its label alone does not say it word for word. */
export interface Reconnaissance {
  /** French clause for the agent: "par son numéro et son axe". */
  readonly comment: string;
  /** Words of another label stand where the contract's would. */
  readonly autreIntitule?: true;
}

/** What the number of a row says, and what its words do, where neither settles which action it is: it is asked about. */
export interface Designation {
  readonly parNumero: Action | null;
  readonly parIntitule: Action | null;
}

export interface LigneAction extends Intitule, Shows {
  /** The action of the contract in force that this row is; null when that is unknown or in doubt. */
  readonly action: Action | null;
  /** Left out where the label is the contract's. */
  readonly reconnaissance?: Reconnaissance;
  readonly designe?: Designation;
  /** Several rows of one action that something tells apart (operators, sub-actions) are its sum, not a duplicate. */
  readonly operateur?: string;
  /** Of a row that is no action of the contract: a number beside its label says that it is one all the same. */
  readonly isNumbered?: boolean;
  /** A person said that it is what somebody else gives, and no action: it counts in the sums that show it. */
  readonly isAutreFinanceur?: true;
  /** Index in `lignesAxe` of the heading it stands under; null when no heading stands above it. */
  readonly ligneAxe: number | null;
  /** Per year what stands in a justification column; left out where there is no such column. */
  readonly justifications?: ReadonlyMap<number, Cell>;
}

export interface LigneSousAction extends Shows {
  readonly label: Cell;
  readonly action: Action;
  readonly sousAction: SousAction;
}

/** A row inside a table that looks like the contract's (amounts beside a label) and was not understood. */
export interface LigneNonReconnue {
  readonly label: Cell;
  /** French clause: "intitulé non reconnu". */
  readonly pourquoi: string;
}

/** Words in a row of a table, and no figure: a note, or a thing of the contract under another name whose figures are not given yet. */
export interface LigneSansChiffre {
  readonly label: Cell;
  /** The action that it stands under, in a table of indicators. */
  readonly action: Action | null;
}

/** Cells that look like the contract's and were used by no table. */
export interface PlageNonLue {
  readonly range: RangeRef;
  /** French clause: "montants lus, colonnes État / Métropole non trouvées". */
  readonly pourquoi: string;
  /** The table whose amounts it speaks of, where its heading says so: nothing of them is compared entirely beside it. */
  readonly sujet?: "budget" | "execution" | "indicators" | "imputation" | "echeancier";
  /** What its rows are of, where it may be a table of them that was not understood. */
  readonly ressemble?: "budget" | "indicators";
}

/** One of the ranges that a table was put together from. */
export interface PlageLue {
  readonly range: RangeRef;
  /** First cell of its heading. */
  readonly heading: CellRef;
  readonly unit: Unite;
  readonly annees: readonly number[];
  readonly actions: number;
  readonly axes: number;
  readonly indicateurs: number;
  readonly lignesIgnorees: readonly LigneIgnoree[];
  readonly notes: readonly string[];
}

/** What a table has beside its rows, whatever its layout. */
interface Disposition {
  /** Where the years stand on several sheets: the range of each; `range` is the first one's. */
  readonly plages?: readonly PlageLue[];
  /** In a table with one row per action and year: the header cells of its columns. */
  readonly enLignes?: { readonly annee: CellRef; readonly axe: CellRef | null };
  /** French sentences on how it was read: links to other workbooks, tables left aside. */
  readonly notes?: readonly string[];
}

export interface TableauBudgetaire extends Disposition {
  readonly range: RangeRef;
  /** First cell of the table's heading, for findings that have no better cell. */
  readonly heading: CellRef;
  /** Unit of the table's figures; k€ and M€ have already been applied to the amounts. */
  readonly unit: Unite;
  /** The header cells of its columns of amounts, of years and of totals over them. */
  readonly entetes: readonly CellRef[];
  readonly annees: readonly AnneeColonnes[];
  /** Years, or single columns of a year, whose heading was seen more than once: the cells of the repetitions. */
  readonly anneesRepetees: readonly {
    readonly annee: number;
    readonly heading: CellRef;
    /** The column that comes again inside its year; left out where the whole year does. */
    readonly colonne?: Colonne;
  }[];
  readonly lignesAxe: readonly LigneAxe[];
  readonly lignesAction: readonly LigneAction[];
  /** Those of the axes, then that of the table, then those of some actions. */
  readonly sommes: readonly LigneDeSommes[];
  readonly lignesIgnorees: readonly LigneIgnoree[];
  /** Left out where every row was understood. */
  readonly lignesNonReconnues?: readonly LigneNonReconnue[];
  readonly lignesSansChiffre?: readonly LigneSansChiffre[];
  /** Rows of sub-actions of the contract, under an action that shows its amounts itself: they enter no sum. */
  readonly lignesSousAction?: readonly LigneSousAction[];
  /** "dont …" rows: they detail the row above and enter no sum. */
  readonly lignesDetail?: readonly Cell[];
  /** Those of them that make up the action above, to the centime. */
  readonly lignesSommees?: readonly Cell[];
  /** Cells that say again what another of the tables that were put together says: read, and compared with nothing. */
  readonly redites?: readonly CellRef[];
}

export interface LigneIndicateur extends Intitule {
  readonly indicateur: Indicateur | null;
  /** Index in `lignesAction` of the action it stands under; null when none. */
  readonly ligneAction: number | null;
  /** A column that the table does not have has no figure, an empty cell is one that is missing. */
  readonly figures: readonly ShownFigure[];
}

export interface TableauIndicateurs extends Disposition {
  readonly range: RangeRef;
  readonly heading: CellRef;
  /** Years of the target columns, with their header cells. */
  readonly annees: readonly { readonly annee: number; readonly heading: CellRef }[];
  /** Years of the achieved columns, with their header cells. */
  readonly anneesRealisees: readonly { readonly annee: number; readonly heading: CellRef }[];
  readonly lignesAction: readonly (Intitule & Pick<LigneAction, "action" | "designe" | "reconnaissance">)[];
  readonly lignesIndicateur: readonly LigneIndicateur[];
  readonly lignesIgnorees: readonly LigneIgnoree[];
  /** Left out where every row was understood. */
  readonly lignesNonReconnues?: readonly LigneNonReconnue[];
  readonly lignesSansChiffre?: readonly LigneSansChiffre[];
  /** What a second column of the same measure says otherwise; left out where none does. */
  readonly redites?: readonly CellRef[];
}

/** Executed amounts, laid out as a budget table is. */
export type TableauExecution = TableauBudgetaire;

/** Totals per axe, and often of all, away from the actions that they add: those of the table of that kind. */
export interface Recapitulatif {
  readonly de: "budget" | "execution";
  /** The table as it was read: none of its rows is an action of the contract. */
  readonly tableau: TableauBudgetaire;
}
