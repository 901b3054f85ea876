// What was understood of a workbook: the tables, and in them every value with the cell it stands in.
import type { CellRef, RangeRef } from "./cell-ref";
import type { Action, Avenant, Axe, Convention, Indicateur } from "./contrat/convention";
import type { Montant } from "./values/montant";

/** What an amount cell says. */
export type MontantLu =
  | {
      readonly kind: "montant";
      readonly montant: Montant;
      /** "text" when a text had to be converted; `unit` when the cell itself carried one (k€, M€). */
      readonly source: "number" | "text";
      readonly unit: "€" | "k€" | "M€" | null;
      /** In euros as the cell holds it; only where that is finer than a centime. */
      readonly euros?: number;
    }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" };

/** What a cell of figures (T0, target, achieved) says. */
export type ValeurLue =
  { readonly kind: "nombre"; readonly nombre: number } | { readonly kind: "missing" } | { readonly kind: "unreadable" };

export interface Cell {
  readonly ref: CellRef;
  /** As the agent sees it in the cell, outer spaces kept: for messages. */
  readonly text: string;
  /** English formula with its "=", null for a typed value. */
  readonly formula: string | null;
}

export interface MontantCell extends Cell {
  readonly lu: MontantLu;
}

export interface ValeurCell extends Cell {
  readonly lu: ValeurLue;
}

/** The parties whose amounts stand in a budget table, and their sum. "collectivite" is the local party. */
export type Colonne = "etat" | "collectivite" | "total";

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
  /** Unit of the column's figures; the table's where it is left out. */
  readonly unit?: "€" | "k€" | "M€";
}

/** The amounts of one row, per year of the table. A column that is absent has no cell. */
export type MontantsParAnnee = ReadonlyMap<number, Readonly<Record<Colonne, MontantCell | null>>>;

/** What a row of the table is called; with one cell per year where the years stand on several sheets or rows. */
interface Intitule {
  readonly label: Cell;
  /** The label's cell of each year that has the row. Left out where one label names the row for every year. */
  readonly labels?: ReadonlyMap<number, Cell>;
}

export interface LigneAxe extends Intitule {
  readonly axe: Axe | null;
  /** Amounts on the axe's own heading row or on its subtotal row; null where the table shows none. */
  readonly sousTotal: { readonly label: Cell; readonly montants: MontantsParAnnee } | null;
}

export interface LigneAction extends Intitule {
  /** The action of the contract in force that this row is; null when the label is unknown. */
  readonly action: Action | null;
  /** Index in `lignesAxe` of the heading it stands under; null when no heading stands above it. */
  readonly ligneAxe: number | null;
  readonly montants: MontantsParAnnee;
}

export interface LigneIgnoree {
  /** One-based, as Excel shows it. */
  readonly row: number;
  readonly text: string;
}

/** One of the ranges that a table was put together from. */
export interface PlageLue {
  readonly range: RangeRef;
  /** First cell of its heading. */
  readonly heading: CellRef;
  readonly unit: "€" | "k€" | "M€";
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
  readonly unit: "€" | "k€" | "M€";
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
  readonly total: { readonly label: Cell; readonly montants: MontantsParAnnee } | null;
  readonly lignesIgnorees: readonly LigneIgnoree[];
}

export interface LigneIndicateur extends Intitule {
  readonly indicateur: Indicateur | null;
  /** Index in `lignesAction` of the action it stands under; null when none. */
  readonly ligneAction: number | null;
  readonly t0: ValeurCell | null;
  readonly cibles: ReadonlyMap<number, ValeurCell>;
  /** Achieved values; empty where the table has no achieved column. */
  readonly realises: ReadonlyMap<number, ValeurCell>;
}

export interface TableauIndicateurs extends Disposition {
  readonly range: RangeRef;
  readonly heading: CellRef;
  /** Years of the target columns, with their header cells. */
  readonly annees: readonly { readonly annee: number; readonly heading: CellRef }[];
  /** Years of the achieved columns, with their header cells. */
  readonly anneesRealisees: readonly { readonly annee: number; readonly heading: CellRef }[];
  readonly lignesAction: readonly (Intitule & { readonly action: Action | null })[];
  readonly lignesIndicateur: readonly LigneIndicateur[];
  readonly lignesIgnorees: readonly LigneIgnoree[];
}

/** Executed amounts, laid out as a budget table is. */
export interface TableauExecution extends TableauBudgetaire {
  /** What the State has paid, per row of `lignesAction` and year; an empty map where there is no such column. */
  readonly verses: readonly ReadonlyMap<number, MontantCell>[];
  /** What stands in a justification column, per row of `lignesAction` and year; left out where there is no such column. */
  readonly justifications?: readonly ReadonlyMap<number, Cell>[];
}

export type ChampFiche =
  | "axe"
  | "sousAxe"
  | "objectif"
  | "calendrier"
  | "publicCible"
  | "indicateurs"
  | "actionsLiees"
  | "nature"
  | "pilotage"
  | "partenaires";

export interface ChampLu {
  readonly label: Cell;
  /** The cells where the answer stands or should stand; at least one. */
  readonly cells: readonly [Cell, ...Cell[]];
  /** The answer, its cells joined by line breaks; "" when it is missing. */
  readonly text: string;
}

export interface FicheLue {
  readonly range: RangeRef;
  /** The cell that names the action. */
  readonly titre: Cell;
  readonly action: Action | null;
  /** A field whose label does not stand in the fiche is absent. */
  readonly champs: ReadonlyMap<ChampFiche, ChampLu>;
}

export interface LigneImputationLue {
  readonly label: Cell;
  readonly axe: Axe | null;
  readonly code: Cell | null;
  /** Per year; a table without a year says the first year that has codes in the contract. */
  readonly montants: ReadonlyMap<number, MontantCell>;
}

export interface TableauImputation {
  readonly range: RangeRef;
  readonly heading: CellRef;
  readonly unit: "€" | "k€" | "M€";
  readonly annees: readonly { readonly annee: number; readonly heading: CellRef }[];
  readonly lignes: readonly LigneImputationLue[];
  readonly total: { readonly label: Cell; readonly montants: ReadonlyMap<number, MontantCell> } | null;
  readonly lignesIgnorees: readonly LigneIgnoree[];
}

export interface ValeurBancaire {
  readonly label: Cell;
  /** Several where the boxes of a form split it: bank, branch, account, key. */
  readonly cells: readonly [Cell, ...Cell[]];
  /** Letters and digits only, in capitals. */
  readonly compact: string;
}

/** Bank details that stand together, each beside its label. */
export interface CoordonneesLues {
  readonly iban: ValeurBancaire | null;
  readonly rib: ValeurBancaire | null;
  readonly bic: ValeurBancaire | null;
}

export interface LigneEcheance {
  readonly label: Cell;
  /** Id of the contract's deadline that the label is. */
  readonly echeance: string | null;
  /** ISO date of the deadline as the sheet gives it. */
  readonly date: string | null;
  /** The cell where the date of completion stands or should stand; the label's where there is no such column. */
  readonly faitLe: Cell;
  /** ISO date; null while not done, and where the sheet gives no date that can be read. */
  readonly fait: string | null;
  /** "fait" also for a bare "oui"; "illisible" for words that say neither. */
  readonly etat: "fait" | "a-faire" | "illisible";
}

export interface Echeancier {
  readonly range: RangeRef;
  readonly heading: CellRef;
  readonly lignes: readonly LigneEcheance[];
  readonly lignesIgnorees: readonly LigneIgnoree[];
}

/** A mistake in the contract sheet, at its cell. */
export interface ErreurContrat {
  readonly cell: CellRef;
  /** The parameter in words: "Crédits de l’État 2025". */
  readonly parametre: string;
  /** French clause and sentences: what is wrong and what to do. */
  readonly message: string;
  /** Where a sum is wrong. */
  readonly figures?: { readonly found: Montant; readonly expected: Montant };
}

/** The sheet « Contrat » of the workbook. */
export interface FeuilleContrat {
  readonly range: RangeRef;
  readonly erreurs: readonly ErreurContrat[];
  /** Where the parameter of a year stands: its State amount. */
  readonly cellsAnnee: ReadonlyMap<number, CellRef>;
}

/** Where the contract comes from: the workbook's own sheet, the product, or the one who asked for the verification. */
export type SourceContrat = "workbook" | "built-in" | "given";

/** The parts of a dossier that a workbook may lack. */
export type TableKind =
  "budget" | "execution" | "indicators" | "fiches" | "imputation" | "coordonnees" | "echeancier" | "feuilleContrat";

/** Why a table of some kind was not found: one line per sheet looked at. */
export interface TableAbsente {
  readonly kind: TableKind;
  /** "ecarte" for a sheet « Contrat » while another contract was given. */
  readonly reason: "aucun" | "plusieurs" | "ecarte";
  readonly sheets: readonly { readonly sheet: string; readonly why: string }[];
}

/** Tables of one kind that show the same years: the agent says once which one counts. */
export interface ChoixTableau {
  readonly kind: "budget" | "execution" | "indicators";
  readonly candidats: readonly {
    readonly range: RangeRef;
    readonly heading: CellRef;
    readonly actions: number;
    readonly annees: readonly number[];
    /** The agent chose it. */
    readonly retenu: boolean;
  }[];
  /** A choice kept in the workbook names a table that is no longer there: it is not followed. */
  readonly choixPerdu: boolean;
}

/** What the agent does not see of a sheet that was read, or sees otherwise than it was read. */
export interface FeuilleLue {
  readonly sheet: string;
  /** Zero-based, in order. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** The cells of each label that was put together from several. */
  readonly labelsReunis: readonly (readonly CellRef[])[];
}

export interface Dossier {
  /** The contract in force at the as-of date. */
  readonly convention: Convention;
  /** The avenants signed on or before the as-of date, in order. */
  readonly avenants: readonly Avenant[];
  /** ISO date. */
  readonly asOf: string;
  readonly budget: TableauBudgetaire | null;
  readonly execution: TableauExecution | null;
  readonly indicators: TableauIndicateurs | null;
  /** Null when the workbook has no fiche at all. */
  readonly fiches: readonly FicheLue[] | null;
  readonly imputation: TableauImputation | null;
  /** One entry per place where bank details stand; null when there is none. */
  readonly coordonnees: readonly CoordonneesLues[] | null;
  readonly echeancier: Echeancier | null;
  /** Null when the built-in contract, or one given from outside, serves. */
  readonly feuilleContrat: FeuilleContrat | null;
  /** "built-in" where it is left out. */
  readonly sourceContrat?: SourceContrat;
  /** French sentence: why the contract is not known, so that no rule may hold the workbook against it. */
  readonly contratInconnu?: string;
  readonly absences: readonly TableAbsente[];
  /** Left out where there was nothing to choose between. */
  readonly choix?: readonly ChoixTableau[];
  /** Left out where every sheet was read as it is seen. */
  readonly feuilles?: readonly FeuilleLue[];
}
