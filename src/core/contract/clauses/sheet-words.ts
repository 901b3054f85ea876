// The words that the cells of the sheet « Contrat » may hold, and how one of them is told.
import { foldText } from "../../domain/words/label";
import { numeroDit, type NumeroAction } from "../../domain/values/numero-action";

/** Who fixes the date of a deadline. */
export const ORIGINES = { contrat: "le contrat", reglage: "réglage, libre" } as const;

/** What a deadline is: an act that is due, a right that ends, the end of the contract. */
export const GENRES = { obligation: "acte", droit: "droit", terme: "terme" } as const;

export const STATUTS = { ferme: "ferme", provisionnel: "provisionnel" } as const;

/** What the least share of a contract is a share of. */
export const NIVEAUX = {
  action: "chaque action",
  axe: "chaque axe",
  annee: "chaque année",
  contrat: "le contrat entier",
} as const;

/** What a contract settles its amounts for. */
export const MONTANTS_POUR = { action: "chaque action", axe: "chaque axe", contrat: "le contrat entier" } as const;

/** What the targets of an indicator count from. */
export const CUMULS = { cumul: "depuis le début" } as const;
export const SENS = { hausse: "hausse", baisse: "baisse" } as const;
export const UNITES = { nombre: "nombre", pourcentage: "pourcentage", montant: "montant", texte: "texte" } as const;

/** In the place of a text that the sheet does not give. */
export const NON_RENSEIGNE = "(non renseigné)";

/** What a line of the table of avenants changes; the words of all of them fit the list of an entry control. */
export const OBJETS = {
  credits: "Crédits de l’État",
  montant: "Montant d’une action",
  cible: "Cible",
  actionNouvelle: "Action nouvelle",
  actionTerminee: "Action terminée",
  indicateurNouveau: "Indicateur nouveau",
  indicateurSupprime: "Indicateur supprimé",
  t0: "Situation T0",
  axeAction: "Axe d’une action",
  intitule: "Intitulé",
  ficheAction: "Fiche d’une action",
  echeance: "Date d’une échéance",
  echeanceNouvelle: "Échéance nouvelle",
  code: "Code activité",
  parametre: "Paramètre",
  suppression: "Suppression",
} as const;

export type Objet = keyof typeof OBJETS;

/** Which of the words of a table a text is; null for none of them. */
export function findWord<Key extends string>(words: Readonly<Record<Key, string>>, text: string): Key | null {
  const folded = foldText(text).replace(/(?<![ :*])[ :*]+$/, "");
  for (const key of Object.keys(words) as Key[]) if (foldText(words[key]) === folded) return key;
  return null;
}

/** As a definition writes it. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "2, 4" → [2, 4]. */
export const numerosOf = (text: string): readonly number[] => [...text.matchAll(/\d+/g)].map(Number);

/** "2, 1.1" → [2, "1.1"]. */
export const numerosActionsOf = (text: string): readonly NumeroAction[] =>
  text.split(/[;,\n]/).flatMap((part) => numeroDit(part) ?? []);

export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
