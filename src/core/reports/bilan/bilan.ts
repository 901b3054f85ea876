// The « Bilan d’exécution » of a period as data: what the sheets and the Word document show, with the cells it comes from.
import type { Known } from "../../domain/known";
import type { Montant } from "../../domain/values/montant";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Avenant, Convention, Valeur } from "../../contract/convention";
import type { Ecriture, Taux } from "../../facts/ledger/ecriture";
import type { Finding, Justification } from "../../verification";
import type { Periode } from "./periode";
import type { NumeroAction } from "../../domain/values/numero-action";

export interface JustificationBilan extends Justification {
  /** In the execution table, or in « Écarts ». */
  readonly source: "tableau" | "ecarts";
  readonly annee: number;
}

export interface EcritureAnnuelle extends Ecriture {
  readonly annee: number;
}

export interface LigneFinanciere {
  readonly action: { readonly numero: NumeroAction; readonly intitule: string; readonly axe: number };
  /** In the parties' own words: of the workbook's fiche, else of the contract's definition; null where neither has it. */
  readonly objectif: string | null;
  /** In the order of the period's years. */
  readonly annees: readonly EcritureAnnuelle[];
  readonly cumul: Ecriture;
  readonly justifications: readonly JustificationBilan[];
  /** What was decided of money not used: French, by year. */
  readonly suites: readonly { readonly annee: number; readonly texte: string }[];
  /** Years in which the action is below the alert threshold of the contract's settings. */
  readonly sousConsommee: readonly number[];
  /** How many of them reach it as a whole, while the State's part alone does not. */
  readonly partEtatSousConsommee: readonly number[];
  /** How many of them have no reason for it, or a reason that was refused. */
  readonly aJustifier: readonly number[];
}

export interface GroupeFinancier {
  readonly axe: { readonly numero: number; readonly intitule: string };
  readonly lignes: readonly LigneFinanciere[];
  readonly annees: readonly EcritureAnnuelle[];
  readonly cumul: Ecriture;
}

/** Amounts executed under a name that is no action of the contract: shown, and in no total. */
export interface LigneHorsContrat {
  readonly libelle: string;
  readonly cell: CellRef;
  /** The years in which something stands on its row. */
  readonly annees: readonly { readonly annee: number; readonly total: Known<Montant> }[];
}

export interface BilanFinancier {
  /** Whether the execution table shows other financing, and what the State has paid, in a year of the period. */
  readonly montre: { readonly autres: boolean; readonly verse: boolean };
  readonly groupes: readonly GroupeFinancier[];
  readonly annees: readonly EcritureAnnuelle[];
  readonly cumul: Ecriture;
  readonly horsContrat: readonly LigneHorsContrat[];
}

/** « niveau » compares achieved with target exactly: attained, below it, or below the alert threshold of the settings. */
export interface MesureAnnuelle {
  readonly annee: number;
  /** "nd" where the contract leaves it to be set and the workbook has not; null where there is none. */
  readonly cible: Valeur | null;
  /** An indicator that is told in words: a person judges whether it is reached. */
  readonly cibleEnMots: string | null;
  readonly cibleCell: CellRef | null;
  /** Of an indicator that is told in words, what the agent wrote. */
  readonly realise: Known<number | string>;
  readonly taux: Taux | null;
  readonly niveau: "atteinte" | "partielle" | "sous-le-seuil" | null;
  /** Achieved minus T0, and minus the achieved value of the year before; null where either is not known. */
  readonly depuisT0: number | null;
  readonly depuisPrecedente: number | null;
}

export interface LigneMatrice {
  /** Null for a national indicator that stands under no action of the contract. */
  readonly action: { readonly numero: NumeroAction; readonly intitule: string; readonly axe: number } | null;
  /** Position under its action. */
  readonly numero: number | null;
  readonly intitule: string;
  readonly isNational: boolean;
  /** Which way it should go: one that falls is rated by its target over what was achieved. */
  readonly sens: "hausse" | "baisse";
  readonly isPart: boolean;
  /** "indicateur national", "doit baisser", "en %": after its label. */
  readonly mentions: readonly string[];
  readonly t0: Valeur | null;
  readonly t0EnMots: string | null;
  readonly t0Cell: CellRef | null;
  readonly annees: readonly MesureAnnuelle[];
}

export interface SyntheseAxe {
  readonly axe: { readonly numero: number; readonly intitule: string };
  readonly actions: number;
  readonly cumul: Ecriture;
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

/** French sentences. Only the first is calculated. */
export interface EtatsDuBilan {
  readonly chiffres: string;
  readonly textes: string;
  readonly deliberation: string;
  /** All of it in one sentence. */
  readonly pret: string;
}

export interface Bilan {
  readonly entete: {
    /** The period of the contract. */
    readonly intitule: string;
    readonly etat: Convention["etat"];
    readonly collectivite: Convention["collectivite"];
    /** "2024-2025", "2025". */
    readonly periodeTexte: string;
    /** Signed on or before the as-of date. */
    readonly avenants: readonly Pick<Avenant, "numero" | "signeLe">[];
    /** "Situation au 24/11/2026, contrat signé, modifié par l’avenant n° 1". */
    readonly situation: string;
    /** What is executed, and of which taxes; null where the workbook does not say it. */
    readonly mesures: string | null;
    /** ISO date. */
    readonly asOf: string;
    readonly classeur: string;
    /** Of the contract as it was signed; null where nothing says what was. */
    readonly empreinte: string | null;
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
  /** Errors and warnings of the period that are left to do: without a reason, or with one that was refused; worst first. */
  readonly ecartsOuverts: readonly Finding[];
  /** The discrepancies whose reason waits for the other party. */
  readonly ecartsJustifies: readonly Finding[];
  readonly ecartsAcceptes: readonly Finding[];
  /** The figures are ready when it is empty. */
  readonly manques: readonly Manque[];
  readonly etats: EtatsDuBilan;
}
