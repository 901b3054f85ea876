// What the tableau de bord keeps of one workbook: plain data, so that it travels between processes and from one tableau to the next.
import type { ContratSigne } from "../../contract/signed/feuille-contrat";
import type { VerdictState } from "../../verification";

/** Whole centimes; null where it is not calculable. */
export type Centimes = number | null;

/** Sums of actions in whole centimes, with how many actions they leave out because nobody knows: never taken for 0. */
export interface Compte {
  /** What the contract in force gives, of all actions. */
  readonly contractualise: { readonly etat: number; readonly collectivite: number };
  readonly verse: { readonly montant: number; readonly actions: number; readonly hors: number };
  /** `contractualise` is that of the same actions, which a rate is of. */
  readonly execute: {
    readonly etat: number;
    readonly total: number;
    readonly contractualise: number;
    readonly actions: number;
    readonly hors: number;
  };
  /** Of the actions of which both what was paid and what was executed is known: what a line may hold side by side. */
  readonly ensemble: {
    readonly verse: number;
    readonly etat: number;
    readonly total: number;
    readonly contractualise: number;
    readonly actions: number;
    readonly hors: number;
  };
}

/** The account of an axe in a year. */
export interface CompteAnnuel extends Compte {
  readonly annee: number;
  readonly axe: number;
}

export interface EcheanceDepassee {
  readonly intitule: string;
  /** ISO date. */
  readonly date: string;
  readonly jours: number;
}

export interface ConstatContrat {
  readonly etat: "lu";
  /** The workbook's file, below the folder that was given. */
  readonly classeur: string;
  readonly contrat: {
    readonly id: string;
    readonly collectivite: string;
    readonly intitule: string;
    readonly source: "workbook" | "built-in" | "given";
    /** Numbers of those in force. */
    readonly avenants: readonly number[];
    /** Its definition was drawn from this workbook; left out where it was not. */
    readonly tireDuClasseur?: true;
    /** Of the workbook; left out by a tableau of an earlier version. */
    readonly sceau?: ContratSigne["sceau"];
  };
  /** French: which of several amounts stood for the executed one; left out where the workbook has one. */
  readonly mesures?: string;
  readonly verdict: VerdictState;
  /** French. */
  readonly phrase: string;
  /** Years that have begun and that no avenant fixes. */
  readonly avenantsManquants: readonly number[];
  readonly axes: readonly { readonly numero: number; readonly intitule: string }[];
  readonly annees: readonly { readonly annee: number; readonly close: boolean }[];
  readonly comptes: readonly CompteAnnuel[];
  /** What the State paid for closed years and was not used: the sum of what the rules find, of each action and year. Null where they could compare nothing. */
  readonly aReverser: Centimes;
  /** Of these, what has its decision whole: carried over, deducted, given back or left. */
  readonly decide: number;
  /** Actions and years in which the local party's share is below the contract's. */
  readonly sousLeSeuil: number;
  /** An indicator in a closed year counts once. */
  readonly cibles: { readonly attendues: number; readonly renseignees: number; readonly atteintes: number };
  readonly echeances: readonly EcheanceDepassee[];
  /** Rules that could not be checked though the workbook, or the date, calls for them. */
  readonly nonVerifiables: number;
  readonly erreurs: number;
  readonly aTraiter: number;
  readonly justifies: number;
  /** Of these, what waits for an answer of the State's; the others wait for the local party, or for who lets a reason unsigned. */
  readonly attendEtat: number;
  readonly acceptes: number;
}

/** A workbook that could not be read, or that is of no contract. */
export interface ConstatIllisible {
  readonly etat: "illisible";
  readonly classeur: string;
  /** French sentence. */
  readonly raison: string;
  /** It was read, and none of the contracts that are known is its own. */
  readonly sansContrat?: true;
}

export type Constat = ConstatContrat | ConstatIllisible;

export const isLu = (constat: Constat): constat is ConstatContrat => constat.etat === "lu";

export function addComptes(comptes: readonly Compte[]): Compte {
  const add = (of: (compte: Compte) => number): number => comptes.reduce((sum, compte) => sum + of(compte), 0);
  return {
    contractualise: {
      etat: add(({ contractualise }) => contractualise.etat),
      collectivite: add(({ contractualise }) => contractualise.collectivite),
    },
    verse: {
      montant: add(({ verse }) => verse.montant),
      actions: add(({ verse }) => verse.actions),
      hors: add(({ verse }) => verse.hors),
    },
    execute: {
      etat: add(({ execute }) => execute.etat),
      total: add(({ execute }) => execute.total),
      contractualise: add(({ execute }) => execute.contractualise),
      actions: add(({ execute }) => execute.actions),
      hors: add(({ execute }) => execute.hors),
    },
    ensemble: {
      verse: add(({ ensemble }) => ensemble.verse),
      etat: add(({ ensemble }) => ensemble.etat),
      total: add(({ ensemble }) => ensemble.total),
      contractualise: add(({ ensemble }) => ensemble.contractualise),
      actions: add(({ ensemble }) => ensemble.actions),
      hors: add(({ ensemble }) => ensemble.hors),
    },
  };
}

/** What one line shows of what was paid and executed: of the same actions, or each by itself where none has both. */
export interface CompteMontre {
  readonly verse: Centimes;
  readonly etat: Centimes;
  readonly total: Centimes;
  readonly contractualise: number;
  readonly hors: number;
}

export function montrer({ verse, execute, ensemble }: Compte, isTogether = ensemble.actions > 0): CompteMontre {
  const shown = (montant: number, actions: number): Centimes => (actions > 0 ? montant : null);
  if (!isTogether) {
    return {
      verse: shown(verse.montant, verse.actions),
      etat: shown(execute.etat, execute.actions),
      total: shown(execute.total, execute.actions),
      contractualise: execute.contractualise,
      hors: execute.hors,
    };
  }
  const { actions, contractualise, hors } = ensemble;
  return {
    verse: shown(ensemble.verse, actions),
    etat: shown(ensemble.etat, actions),
    total: shown(ensemble.total, actions),
    contractualise,
    hors,
  };
}

/** The account of the years that are over. */
export function compteClos({ annees, comptes }: ConstatContrat): Compte {
  const closed = new Set(annees.filter(({ close }) => close).map(({ annee }) => annee));
  return addComptes(comptes.filter(({ annee }) => closed.has(annee)));
}
