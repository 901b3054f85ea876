// A clause of a contract: what it states and of what, by which article, since when, and where that was read.
import { formatDate, formatMontant, formatNombre, formatPart } from "../../domain/words/format";
import { toEuros, type Montant } from "../../domain/values/montant";
import { formatIban } from "../compte-bancaire";
import type { Valeur } from "../convention";

/** What is compared: amounts in centimes, shares between 0 and 1, ISO dates, "nd" for a value to be set later. */
export type ValeurClause =
  | { readonly genre: "montant"; readonly montant: Montant }
  | { readonly genre: "nombre"; readonly nombre: Valeur }
  | { readonly genre: "part"; readonly part: number }
  | { readonly genre: "date"; readonly date: string }
  | { readonly genre: "compte" | "code" | "texte"; readonly texte: string };

/** What it is about; contracts number their actions "1.1" or "A1" as well, and name whoever else finances them. */
export interface SujetClause {
  readonly axe?: string;
  readonly action?: string;
  readonly indicator?: string;
  readonly year?: number;
  readonly party?: string;
}

export type Chemin = readonly PropertyKey[];

export interface Clause {
  /** Stable through moves and renumbered rows: "actions/3/montants/2025/etat". */
  readonly key: string;
  /** "2.2", "annexe", « – » where no article states it. */
  readonly article: string;
  readonly subject: SujetClause;
  readonly value: ValeurClause;
  /** ISO date: the first day of the year that it is of, else the day from which the contract holds. */
  readonly from: string;
  /** False for an amount of a year that no avenant has fixed yet. */
  readonly firm: boolean;
  /** The sentence that states it, and where that stands in the document; null where no document was given. */
  readonly quote: string | null;
  readonly place: string | null;
  /** "supposed" while a question about it is open; "confirmed" by a person: who and when, or null for whoever gives a definition without sources. */
  readonly state: "read" | "supposed" | "confirmed";
  readonly confirmed: { readonly by: string; readonly on: string } | null;
  /** For a reader: "Action 3 – 2025 – part État". */
  readonly label: string;
  /** Where it stands in the definition. */
  readonly path: Chemin;
  /** Not stated by the contract, or only a way to read the workbook: each party's to set. */
  readonly setting: boolean;
  /** Sealed, but too long to stand on the sheet « Contrat ». */
  readonly offSheet?: true;
}

/** As a definition writes it: euros, shares between 0 and 1, ISO dates; null takes away what is named. */
export type NouvelleValeur = string | number | null;

/** As an agent writes it. */
export function formatClause(valeur: ValeurClause): string {
  switch (valeur.genre) {
    case "montant":
      return formatMontant(valeur.montant);
    case "nombre":
      return valeur.nombre === "nd" ? "nd" : formatNombre(valeur.nombre);
    case "part":
      return formatPart(valeur.part);
    case "date":
      return formatDate(valeur.date);
    case "compte":
      return /^[A-Z]{2}\d{2}/.test(valeur.texte) ? formatIban(valeur.texte.replace(/\s+/gu, "")) : valeur.texte;
    case "code":
    case "texte":
      return valeur.texte;
  }
}

/** The figure of a clause in euros or units; null where it is none. */
export function chiffreDeClause(valeur: ValeurClause): number | null {
  if (valeur.genre === "montant") return toEuros(valeur.montant);
  return valeur.genre === "nombre" && valeur.nombre !== "nd" ? valeur.nombre : null;
}
