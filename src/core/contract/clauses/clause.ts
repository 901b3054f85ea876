// One statement of a contract, and the list that they are gathered in.
import type { Valeur } from "../convention";
import type { Montant } from "../../domain/values/montant";

/** What is compared: amounts in centimes, shares between 0 and 1, ISO dates, "nd" for a value to be set later. */
export type ValeurClause =
  | { readonly genre: "montant"; readonly montant: Montant }
  | { readonly genre: "nombre"; readonly nombre: Valeur }
  | { readonly genre: "part"; readonly part: number }
  | { readonly genre: "date"; readonly date: string }
  | { readonly genre: "compte" | "code" | "texte"; readonly texte: string };

export interface Clause {
  /** Stable through moves and renumbered rows: "actions/3/montants/2025/etat". */
  readonly cle: string;
  /** For a reader: "Action 3 – 2025 – part État". */
  readonly libelle: string;
  readonly valeur: ValeurClause;
  /** Where it stands in the definition. */
  readonly chemin: readonly PropertyKey[];
  readonly sujet: SujetClause;
  /** Not stated by the contract, or only a way to read the workbook: each party's to set. */
  readonly reglage: boolean;
  /** Sealed, but too long to stand on the sheet « Contrat ». */
  readonly horsFeuille?: true;
}

export interface SujetClause {
  readonly axe?: number;
  readonly action?: number;
  readonly indicator?: number;
  readonly year?: number;
  readonly party?: "etat" | "metropole";
}

export type Chemin = readonly PropertyKey[];

export const montant = (value: Montant): ValeurClause => ({ genre: "montant", montant: value });
export const nombre = (value: Valeur): ValeurClause => ({ genre: "nombre", nombre: value });
export const date = (value: string): ValeurClause => ({ genre: "date", date: value });
export const texte = (value: string): ValeurClause => ({ genre: "texte", texte: value });

export class Lister {
  readonly clauses: Clause[] = [];

  add(
    cle: string,
    libelle: string,
    chemin: Chemin,
    valeur: ValeurClause | null,
    sujet: SujetClause = {},
    reglage = false,
  ): void {
    if (valeur) this.clauses.push({ cle, libelle, chemin, valeur, sujet, reglage });
  }

  /** Sealed only. */
  hidden(cle: string, libelle: string, chemin: Chemin, valeur: ValeurClause | null, sujet: SujetClause = {}): void {
    if (valeur) this.clauses.push({ cle, libelle, chemin, valeur, sujet, reglage: false, horsFeuille: true });
  }

  texte(cle: string, libelle: string, chemin: Chemin, value: string | undefined, sujet: SujetClause = {}): void {
    this.add(cle, libelle, chemin, value === undefined ? null : texte(value), sujet);
  }

  alias(cle: string, libelle: string, chemin: Chemin, alias: readonly string[], sujet: SujetClause): void {
    const valeur = alias.length > 0 ? texte(alias.join("\n")) : null;
    this.add(`${cle}/alias`, `${libelle} – autres intitulés`, [...chemin, "alias"], valeur, sujet, true);
  }
}

/** As a definition writes it: euros, shares between 0 and 1, ISO dates; null takes away what is named. */
export type NouvelleValeur = string | number | null;
