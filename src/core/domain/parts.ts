// What was understood beside the tables: fiches, imputation, bank details, deadlines.
import type { CellRef, RangeRef } from "xlsx-model/cell-ref";
import type { Cell, LigneIgnoree, MontantCell } from "./cells";
import type { Action, Axe } from "../contract/convention";
import type { PlageNonLue } from "./tables";
import type { Montant } from "./values/montant";
import type { Unite } from "./values/unite";

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

/** What a row of an imputation may show beside its code. */
export type Repere = "programme" | "action" | "sousAction" | "activite";

export interface LigneImputationLue {
  readonly label: Cell;
  readonly axe: Axe | null;
  readonly code: Cell | null;
  readonly reperes: ReadonlyMap<Repere, Cell>;
  /** Per year; a table without a year says the first year that has codes in the contract. */
  readonly montants: ReadonlyMap<number, MontantCell>;
  /** The years of which the table says when its amount was paid. */
  readonly verseEn?: ReadonlySet<number>;
}

export interface TableauImputation {
  readonly range: RangeRef;
  readonly heading: CellRef;
  readonly unit: Unite;
  readonly annees: readonly { readonly annee: number; readonly heading: CellRef }[];
  readonly lignes: readonly LigneImputationLue[];
  readonly total: { readonly label: Cell; readonly montants: ReadonlyMap<number, MontantCell> } | null;
  readonly lignesIgnorees: readonly LigneIgnoree[];
  /** What a second column of the same year, or a second total, says otherwise; left out where none does. */
  readonly redites?: readonly CellRef[];
}

export interface ValeurBancaire {
  readonly label: Cell;
  /** Several where the boxes of a form split it: bank, branch, account, key. */
  readonly cells: readonly [Cell, ...Cell[]];
  /** Letters and digits only, in capitals. */
  readonly compact: string;
}

/** What stands beside the label of a bank detail and is none. */
export interface CoordonneeIllisible {
  readonly champ: "iban" | "rib" | "bic";
  readonly cell: Cell;
}

/** Bank details that stand together, each beside its label. */
export interface CoordonneesLues {
  readonly iban: ValeurBancaire | null;
  readonly rib: ValeurBancaire | null;
  readonly bic: ValeurBancaire | null;
  readonly illisibles: readonly CoordonneeIllisible[];
}

/** An act that comes before the last one, which makes a deadline kept: a report is made, deliberated upon, then handed over. */
export interface EtapeLue {
  readonly acte: "etabli" | "delibere";
  readonly cell: Cell;
  /** ISO date; null for words that are no date. */
  readonly le: string | null;
}

export interface LigneEcheance {
  readonly label: Cell;
  /** Id of the contract's deadline that the label is. */
  readonly echeance: string | null;
  /** ISO date of the deadline as the sheet gives it. */
  readonly date: string | null;
  /** Its cell, and the one that says who fixes it; null where it is empty or the sheet has no such column. */
  readonly cellDate: Cell | null;
  readonly origine: Cell | null;
  /** The cell where the date of completion stands or should stand; the label's where there is no such column. */
  readonly faitLe: Cell;
  /** ISO date; null while not done, and where the sheet gives no date that can be read. */
  readonly fait: string | null;
  /** "fait" also for a bare "oui"; "illisible" for words that say neither. */
  readonly etat: "fait" | "a-faire" | "illisible";
  /** In their order; left out where the sheet says nothing of them. */
  readonly etapes?: readonly EtapeLue[];
}

export interface Echeancier {
  readonly range: RangeRef;
  readonly heading: CellRef;
  readonly lignes: readonly LigneEcheance[];
  readonly lignesIgnorees: readonly LigneIgnoree[];
  /** Columns of dates whose heading says nothing that is known; left out where there is none. */
  readonly nonLues?: readonly PlageNonLue[];
  /** Other days of completion that the sheet « Contrat » gives; left out where it gives none. */
  readonly redites?: readonly CellRef[];
}

/** What a payment is for; null for words of nothing that the contract has. */
export type ObjetVersement =
  | { readonly kind: "annee" }
  | { readonly kind: "axe"; readonly axe: Axe }
  | { readonly kind: "action"; readonly action: Action };

/** One payment, as it was made. */
export interface LigneVersement {
  /** What it is said to be for; its date where nothing is. */
  readonly label: Cell;
  /** ISO date; null where none can be read. */
  readonly date: string | null;
  /** The year whose credits it is of; null where nobody said it. */
  readonly annee: number | null;
  readonly objet: ObjetVersement | null;
  readonly montant: MontantCell;
  /** What else its line holds. */
  readonly cells: readonly Cell[];
  readonly acte?: Cell;
}

export interface ListeVersements {
  readonly range: RangeRef;
  /** Its bare numbers that may be those of actions or of axes, with what was paid; left out where nobody is in doubt. */
  readonly numeros?: readonly Pick<LigneVersement, "annee" | "montant" | "label">[];
  readonly heading: CellRef;
  readonly unit: Unite;
  readonly lignes: readonly LigneVersement[];
  readonly total: MontantCell | null;
  readonly lignesIgnorees: readonly LigneIgnoree[];
  /** Whether it is said, by its words or by a person, that the State paid. */
  readonly deLEtat: boolean;
  /** The heading or the title that speaks of others whom somebody pays; left out where none does. */
  readonly aDAutres?: string;
}

/** What the parties decided of money that the State paid and that was not used. */
export const SUITES = {
  reportee: "reportée",
  rendue: "rendue",
  reduite: "déduite",
  aucune: "aucune",
} as const;

export type Suite = keyof typeof SUITES;

/** One decision, as the list gives it. */
export interface LigneDecision {
  /** ISO date; null where it has none yet: nothing is decided. */
  readonly date: string | null;
  /** The year of which the money was not used. */
  readonly annee: number;
  readonly objet: ObjetVersement;
  readonly suite: Suite;
  /** The year that it is carried over to, or whose credits it is taken off. */
  readonly vers: number | null;
  readonly montant: Montant;
  /** The cell of its amount, by which a finding shows it. */
  readonly cell: CellRef;
}

export interface ListeDecisions {
  readonly range: RangeRef;
  readonly lignes: readonly LigneDecision[];
  /** Those that cannot be read, each with why: nothing is decided by them. */
  readonly illisibles: readonly PlageNonLue[];
  /** All that its lines hold. */
  readonly cells: readonly CellRef[];
}
