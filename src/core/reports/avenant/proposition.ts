// What a variant of the avenant would make of the contract, at once: shares, axes, envelope, years, what would break and what is to be justified.
import type { Convention } from "../../contract/convention";
import type { Contractualise } from "../../facts/ledger/ecriture";
import type { LigneSaisie, Variante } from "../../domain/variante";
import type { Montant } from "../../domain/values/montant";
import type { Finding } from "../../verification";
import type { NumeroAction } from "../../domain/values/numero-action";

export interface LigneProposee {
  readonly action: { readonly numero: NumeroAction; readonly intitule: string; readonly axe: number };
  /** Of the year, before and after; all nothing where the action has none of it. */
  readonly avant: Contractualise;
  readonly apres: Contractualise;
  /** Before, where it moves from one to another. */
  readonly axeAvant: number | null;
  readonly sort: "inchangee" | "modifiee" | "nouvelle" | "terminee";
  /** Why, in the agent's words; "" where he gave none. */
  readonly motif: string;
}

/** What the rules say of the contract as it would be. */
export interface Rompu {
  readonly severity: Finding["severity"];
  readonly phrase: string;
  readonly action: NumeroAction | null;
  /** The least amount of the local party that mends it; null where a person has to choose. */
  readonly remede: Montant | null;
}

export interface AnneeTotale {
  readonly annee: number;
  readonly avant: Contractualise;
  readonly apres: Contractualise;
}

export interface CibleProposee {
  readonly action: NumeroAction;
  readonly indicateur: number;
  readonly intitule: string;
  readonly annee: number;
  readonly avant: string;
  readonly apres: string;
}

export interface Proposition {
  readonly variante: Variante;
  /** French sentences: lines that nobody can read. Nothing is created while there is one. */
  readonly erreurs: readonly string[];
  readonly lignes: readonly LigneProposee[];
  readonly axes: readonly {
    readonly numero: number;
    readonly intitule: string;
    readonly avant: Montant;
    readonly apres: Montant;
  }[];
  readonly total: { readonly avant: Contractualise; readonly apres: Contractualise };
  /** The State's amount for the year, before and as proposed, and what of it no action takes: negative where they take more. */
  readonly enveloppe: { readonly avant: Montant; readonly credits: Montant; readonly reste: Montant };
  readonly annees: readonly AnneeTotale[];
  readonly cibles: readonly CibleProposee[];
  readonly rompus: readonly Rompu[];
  /** French sentences. */
  readonly aJustifier: readonly string[];
  /** The day from which its changes of no year count, ISO; null where there are none, or the year has begun. */
  readonly effetLe: string | null;
  /** The lines of the register, those that fix the year's credits among them. */
  readonly lignesDuProjet: readonly LigneSaisie[];
  /** The contract as it would be. */
  readonly convention: Convention;
}
