// An avenant as an agent types it: its number, dates and clause, and what each of its lines changes.
import type { Objet } from "../contract/clauses/sheet-words";
import type { Champ, LigneSaisie } from "../domain/variante";

export type { Champ, LigneSaisie } from "../domain/variante";

/** How the value of a line is typed. */
export type Saisie = "montant" | "nombre" | "date" | "texte";

export interface AvenantSaisi {
  readonly numero: string;
  /** ISO, "" for a draft. */
  readonly signeLe: string;
  /** ISO, "" for the day of signature. */
  readonly effetLe: string;
  readonly clause: string;
  readonly lignes: readonly LigneSaisie[];
}

interface Question {
  readonly champs: readonly Champ[];
  /** The fields that may stay empty. */
  readonly libres?: readonly Champ[];
  readonly valeur?: Saisie;
}

/** What each kind of line asks, in the order of the form; what it asks is what the reader of the sheet reads. */
export const QUESTIONS: Readonly<Record<Objet, Question>> = {
  credits: { champs: ["annee", "axe", "valeur", "statut"], libres: ["axe", "statut"], valeur: "montant" },
  montant: { champs: ["action", "annee", "partie", "valeur", "statut"], libres: ["statut"], valeur: "montant" },
  cible: { champs: ["action", "indicateur", "annee", "valeur"], valeur: "nombre" },
  actionNouvelle: { champs: ["action", "axe", "intitule"] },
  actionTerminee: { champs: ["action", "annee"] },
  indicateurNouveau: { champs: ["action", "indicateur", "intitule", "valeur"], valeur: "nombre" },
  indicateurSupprime: { champs: ["action", "indicateur"] },
  t0: { champs: ["action", "indicateur", "valeur"], valeur: "nombre" },
  axeAction: { champs: ["action", "axe"] },
  intitule: { champs: ["action", "indicateur", "axe", "intitule"], libres: ["action", "indicateur", "axe"] },
  ficheAction: { champs: ["action", "intitule", "valeur"], valeur: "texte" },
  echeance: { champs: ["intitule", "valeur"], valeur: "date" },
  echeanceNouvelle: { champs: ["intitule", "valeur"], valeur: "date" },
  code: { champs: ["annee", "axe", "valeur"], valeur: "texte" },
  parametre: { champs: ["intitule", "valeur"], valeur: "texte" },
  suppression: { champs: ["intitule"] },
};
