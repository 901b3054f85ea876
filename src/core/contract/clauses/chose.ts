// A thing that a contract states clauses of: where it stands in the definition, what it is called, and its clauses.
import type { Convention } from "../convention";
import type { Matiere } from "./articles";
import type { Chemin } from "./clause";
import { motsDe, SECTION_COLUMNS, type Columns, type Ligne, type TableSection } from "./sections";

export interface LigneNommee extends Ligne {
  readonly champ: string;
  readonly section: TableSection;
  readonly horsFeuille?: true;
}

/** What the braces of its key and name stand for; "rang" is its number in its list, from 1. */
export type Noms = Readonly<Record<string, unknown>>;

export interface Element {
  readonly element: unknown;
  readonly path: Chemin;
  readonly noms?: Noms;
}

export interface Chose {
  readonly section: TableSection;
  /** From what it is a part of to the list of its kind, or to the thing itself where there is but one. */
  readonly liste: Chemin;
  /** The names that tell it from others, by its fields: those of an axe, an action, an indicator or a year are its subject. */
  readonly lie?: Readonly<Record<string, string>>;
  readonly cle: string;
  /** The first of which all the names are known. */
  readonly nom: string | readonly string[];
  /** What a thing is called that its clauses do not all name alike. */
  readonly appel?: string;
  readonly article: Matiere;
  readonly contient: readonly (LigneNommee | Chose)[];
  /** How many parts of the key, and of the name, tell it from others when its clauses are missing together; none where each stands alone. */
  readonly groupe?: readonly [parts: number, words: number];
  /** Each row of its section is of one. */
  readonly rangee?: true;
  /** How a line of the register names one that an avenant takes away, and the key by which it goes. */
  readonly retrait?: { readonly nom: string; readonly cle?: string };
  /** Where they do not all stand in one list. */
  readonly elements?: (owner: Element, convention: Convention) => readonly Element[];
}

/** The clauses of a section, or some of them, in their order. */
export function champs(section: TableSection, ...names: readonly string[]): readonly LigneNommee[] {
  return Object.entries<Columns[string]>(SECTION_COLUMNS[section]).flatMap(([name, column]) => {
    if (column.nomme || column.sansClause || (names.length > 0 && !names.includes(name))) return [];
    const { place, champ = name, cle = name } = column;
    return [
      {
        ...column,
        champ,
        cle,
        section,
        dit: motsDe(column),
        ...(place === undefined && { horsFeuille: true as const }),
      },
    ];
  });
}

/** Under a heading that depends on the contract. */
export const sousTitre = (section: TableSection, ligne: Ligne & { readonly champ: string }): LigneNommee => ({
  cle: ligne.champ,
  ...ligne,
  section,
});
