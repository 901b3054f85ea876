// The « Bilan d’exécution » of a period as data: what the sheets and the Word document show, with the cells it comes from.
import type { CellRef } from "../domain/cell-ref";
import type { Avenant, Convention, Valeur } from "../domain/contrat/convention";
import type { Montant } from "../domain/values/montant";
import type { Finding, Justification } from "../verification";
import type { Periode } from "./periode";

/** An amount of the report. Null is « non calculable »: never shown as 0. */
export interface MontantBilan {
  readonly montant: Montant | null;
  /** French, in a word or two, why it is null: « non renseigné », « illisible », « année non close ». Null where it is not. */
  readonly raison: string | null;
  /** The agent's cells that it is read from, or that are to be filled; none where no cell exists. */
  readonly cells: readonly CellRef[];
}

/** A value of an indicator. */
export interface ValeurBilan {
  readonly valeur: number | null;
  /** French, why it is null. */
  readonly raison: string | null;
  readonly cell: CellRef | null;
}

/** A rate as the two figures it is made of, so that it is compared and shown exactly (domain/taux.ts). */
export interface Taux {
  readonly numerateur: number;
  /** Above zero. */
  readonly denominateur: number;
}

export interface JustificationBilan extends Justification {
  /** In the execution table, or in « Écarts ». */
  readonly source: "tableau" | "ecarts";
  readonly annee: number;
  readonly cell: CellRef | null;
}

/** The figures of one action, axe or contract in one year, or in all the years that are added up. */
export interface Execution {
  readonly contractualise: { readonly etat: Montant; readonly collectivite: Montant; readonly total: Montant };
  readonly execute: {
    readonly etat: MontantBilan;
    readonly collectivite: MontantBilan;
    readonly total: MontantBilan;
  };
  /** Executed / contracted; null where either is not known, or nothing is contracted. */
  readonly taux: Taux | null;
  /** Contracted − executed: negative where more was executed than contracted. */
  readonly nonConsomme: MontantBilan;
}

export interface ExecutionAnnuelle extends Execution {
  readonly annee: number;
}

export interface LigneFinanciere {
  readonly action: { readonly numero: number; readonly intitule: string; readonly axe: number };
  /** In the order of the period's years. */
  readonly annees: readonly ExecutionAnnuelle[];
  readonly cumul: Execution;
  readonly justifications: readonly JustificationBilan[];
  /** Years in which the action is below the alert threshold of the contract's settings. */
  readonly sousConsommee: readonly number[];
  /** The same, without any justification. */
  readonly aJustifier: readonly number[];
}

export interface GroupeFinancier {
  readonly axe: { readonly numero: number; readonly intitule: string };
  readonly lignes: readonly LigneFinanciere[];
  readonly annees: readonly ExecutionAnnuelle[];
  readonly cumul: Execution;
}

/** Amounts executed under a name that is no action of the contract: shown, and in no total. */
export interface LigneHorsContrat {
  readonly libelle: string;
  readonly cell: CellRef;
  /** The years in which something stands on its row. */
  readonly annees: readonly { readonly annee: number; readonly total: MontantBilan }[];
}

export interface BilanFinancier {
  readonly groupes: readonly GroupeFinancier[];
  readonly annees: readonly ExecutionAnnuelle[];
  readonly cumul: Execution;
  readonly horsContrat: readonly LigneHorsContrat[];
}

/** « niveau » compares achieved with target exactly: attained, below it, or below the alert threshold of the settings. */
export interface MesureAnnuelle {
  readonly annee: number;
  /** "nd" where the contract leaves it to be set and the workbook has not; null where there is none. */
  readonly cible: Valeur | null;
  readonly cibleCell: CellRef | null;
  readonly realise: ValeurBilan;
  readonly taux: Taux | null;
  readonly niveau: "atteinte" | "partielle" | "sous-le-seuil" | null;
  /** Achieved minus T0, and minus the achieved value of the year before; null where either is not known. */
  readonly depuisT0: number | null;
  readonly depuisPrecedente: number | null;
}

export interface LigneMatrice {
  /** Null for a national indicator that stands under no action of the contract. */
  readonly action: { readonly numero: number; readonly intitule: string; readonly axe: number } | null;
  /** Position under its action. */
  readonly numero: number | null;
  readonly intitule: string;
  readonly isNational: boolean;
  readonly t0: Valeur | null;
  readonly t0Cell: CellRef | null;
  readonly annees: readonly MesureAnnuelle[];
}

export interface SyntheseAxe {
  readonly axe: { readonly numero: number; readonly intitule: string };
  readonly actions: number;
  readonly cumul: Execution;
  /** Measures of the period: an indicator in a year counts once. */
  readonly indicateurs: {
    /** With a target, or a target left to be set. */
    readonly attendus: number;
    readonly renseignes: number;
    readonly atteints: number;
    readonly sousLeSeuil: number;
  };
  /** French sentences: what the figures say. */
  readonly phrases: readonly string[];
}

/** One thing that lacks before the report can be handed over. */
export interface Manque {
  readonly kind:
    | "contrat"
    | "annee"
    | "tableau"
    | "annee-execution"
    | "execution"
    | "hors-contrat"
    | "colonne-realise"
    | "realise"
    | "indicateur-national"
    | "justification"
    | "fiche"
    | "erreur";
  /** French sentence: what, of which action and year. */
  readonly texte: string;
  /** Where to go; empty only where the workbook has no such place yet. */
  readonly cells: readonly CellRef[];
}

export interface Bilan {
  readonly entete: {
    /** Of the contract. */
    readonly intitule: string;
    readonly etat: Convention["etat"];
    readonly collectivite: Convention["collectivite"];
    /** "2024-2025", "2025". */
    readonly periodeTexte: string;
    /** Signed on or before the as-of date. */
    readonly avenants: readonly Pick<Avenant, "numero" | "signeLe">[];
    /** "Situation au 24/11/2026, contrat signé, modifié par l’avenant n° 1". */
    readonly situation: string;
    /** ISO date. */
    readonly asOf: string;
    readonly classeur: string;
  };
  readonly periode: Periode;
  readonly annees: readonly number[];
  /**
   * The years that « cumul » adds up: those that are over, and those begun for which an amount is given.
   * The others of the period are « non close ».
   */
  readonly anneesCumulees: readonly number[];
  readonly financier: BilanFinancier;
  readonly matrice: readonly LigneMatrice[];
  /** French sentence on what the contract says of national indicators; null where it lists some. */
  readonly noteIndicateursNationaux: string | null;
  readonly synthese: readonly SyntheseAxe[];
  /** French sentences on the period as a whole. */
  readonly phrases: readonly string[];
  /** Errors and warnings of the period that nobody has justified, worst first. */
  readonly ecartsOuverts: readonly Finding[];
  readonly ecartsJustifies: readonly Finding[];
  /** Ready to be handed over when it is empty. */
  readonly manques: readonly Manque[];
  /** "Prêt à transmettre : oui." or "Prêt à transmettre : non, il manque …". */
  readonly pret: string;
}
