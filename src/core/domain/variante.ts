// A variant of the avenant to come: the changes that an agent tries, with why, kept in the workbook beside the others.
import { OBJETS, type Objet } from "../contract/clauses/sheet-words";

/** What a line of an avenant is asked for; each goes to the column of that name, "partie" in the words of the contract. */
export type Champ = "annee" | "axe" | "action" | "indicateur" | "partie" | "intitule" | "valeur" | "statut";

const CHAMPS: ReadonlySet<string> = new Set<Champ>([
  "annee",
  "axe",
  "action",
  "indicateur",
  "partie",
  "intitule",
  "valeur",
  "statut",
]);

/** In the place of the number of an action: the State's amount for the year. */
export const ENVELOPPE = "enveloppe";

export interface LigneSaisie {
  readonly objet: Objet;
  /** As typed; "" where nothing was. "partie" is "etat", "collectivite" or the name of another financing party, a date is ISO. */
  readonly champs: Readonly<Partial<Record<Champ, string>>>;
}

export interface Variante {
  /** Its own among those of the year. */
  readonly nom: string;
  readonly annee: number;
  readonly lignes: readonly LigneSaisie[];
  /** Why, by number of action, and under ENVELOPPE. */
  readonly motifs: Readonly<Record<string, string>>;
  /** Who kept it; "" where nobody said. */
  readonly par: string;
  /** ISO date. */
  readonly le: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const areTexts = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((each) => typeof each === "string");

function isLigne(value: unknown): value is LigneSaisie {
  if (!isRecord(value)) return false;
  const { objet, champs } = value;
  return (
    typeof objet === "string" &&
    Object.hasOwn(OBJETS, objet) &&
    areTexts(champs) &&
    Object.keys(champs).every((champ) => CHAMPS.has(champ))
  );
}

/** What another version of the product, or a hand, left otherwise is none. */
export function isVariante(value: unknown): value is Variante {
  if (!isRecord(value)) return false;
  const { nom, annee, lignes, motifs, par, le } = value;
  return (
    typeof nom === "string" &&
    nom.trim() !== "" &&
    Number.isInteger(annee) &&
    Array.isArray(lignes) &&
    lignes.every(isLigne) &&
    areTexts(motifs) &&
    typeof par === "string" &&
    typeof le === "string"
  );
}

/** Printable ASCII without quotes. */
export const ecrireVariantes = (variantes: readonly Variante[]): string =>
  encodeURIComponent(JSON.stringify(variantes)).replaceAll("'", "%27");

export function lireVariantes(text: string): readonly Variante[] {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(text));
    return Array.isArray(value) ? value.filter(isVariante) : [];
  } catch {
    return [];
  }
}

const isSame = (one: Variante, other: Variante): boolean =>
  one.annee === other.annee && one.nom.trim().toLowerCase() === other.nom.trim().toLowerCase();

/** The others with this one, in the place of the one of its name. */
export const joindreVariante = (variantes: readonly Variante[], one: Variante): readonly Variante[] =>
  variantes.some((other) => isSame(other, one))
    ? variantes.map((other) => (isSame(other, one) ? one : other))
    : [...variantes, one];

export const sansVariante = (variantes: readonly Variante[], one: Variante): readonly Variante[] =>
  variantes.filter((other) => !isSame(other, one));
