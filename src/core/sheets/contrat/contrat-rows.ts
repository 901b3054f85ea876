// The values of the sheet « Contrat », section by section, in the order of the columns of its layout.
import type { Convention } from "../../contract/convention";
import type { Noms } from "../../contract/clauses/chose";
import { listChoses, valueAt } from "../../contract/clauses/list-clauses";
import { EMPREINTE, isReglage, PARAMETRES_EN_ORDRE } from "../../contract/clauses/parametres";
import { columnsOf, type TableSection } from "../../contract/clauses/sections";
import { motDit } from "../../contract/clauses/valeurs";
import { empreinteCourte, empreinteDuSigne } from "../../contract/signed/sceau";
import { serialFromIso } from "../../domain/justification-saisie";
import { toEuros, type Montant } from "../../domain/values/montant";
import type { NumeroAction } from "../../domain/values/numero-action";

export interface ContratCell {
  /** "libre" for what an avenant may write of any kind. */
  readonly kind: "texte" | "montant" | "nombre" | "numero" | "date" | "part" | "libre";
  readonly value: string | number | null;
  /** The only words that the cell may hold. */
  readonly choices?: readonly string[];
  /** Others may come to be right: the list is offered, not imposed. */
  readonly isOpen?: true;
  /** Not the signed contract's: free to be changed. */
  readonly isFree?: true;
}

export type ContratLine = readonly ContratCell[];

export const texte = (value: string | null | undefined): ContratCell => ({ kind: "texte", value: value ?? null });
export const montant = (value: Montant | null): ContratCell => ({
  kind: "montant",
  value: value === null ? null : toEuros(value),
});
export const numero = (value: number | null): ContratCell => ({ kind: "numero", value });
/** A number as a number, so that a column of them sorts as one; a text as it is written. */
export const numeroDAction = (value: NumeroAction | null): ContratCell =>
  typeof value === "string" ? texte(value) : numero(value);
export const date = (iso: string | null): ContratCell => ({
  kind: "date",
  value: iso === null ? null : serialFromIso(iso),
});
export const nombre = (value: number | "nd"): ContratCell => ({ kind: "nombre", value });
const part = (value: number | null): ContratCell => ({ kind: "part", value });
export const choix = (value: string | null | undefined, choices: readonly string[]): ContratCell => ({
  kind: "texte",
  value: value ?? null,
  choices,
});
/** What each party may set. */
export const reglage = (cell: ContratCell): ContratCell => ({ ...cell, isFree: true });
const lignes = (values: readonly string[]): ContratCell => texte(values.length > 0 ? values.join("\n") : null);

const enListe = (values: readonly NumeroAction[] | null): ContratCell =>
  texte(values && values.length > 0 ? values.join(", ") : null);

/** Each line of the single parameters, by its name. */
export function parametreLines(convention: Convention): readonly (readonly [nom: string, cell: ContratCell])[] {
  const lines = PARAMETRES_EN_ORDRE.flatMap(([cle, { nom, genre, mots, reglage: isFree, siDit }]) => {
    const value = valueAt(convention, cle.split("/"));
    if (siDit && value === undefined) return [];
    const cell = mots
      ? choix(motDit(value, { mots, champ: cle }), Object.values(mots))
      : CELLS[genre]((value ?? null) as never);
    return [{ cle, line: [nom, isFree ? reglage(cell) : cell] as const }];
  });
  const [last, first] = [true, false].map((isLast) =>
    lines.filter(({ cle }) => isReglage(cle) === isLast).map(({ line: own }) => own),
  );
  return [...(first ?? []), [EMPREINTE, texte(empreinteCourte(empreinteDuSigne(convention)))], ...(last ?? [])];
}

/** What the cells of a column of each kind are written from. */
interface Ecrits {
  readonly texte: string;
  readonly libre: string;
  readonly lignes: readonly string[];
  readonly montant: Montant;
  readonly valeur: number | "nd";
  readonly part: number;
  readonly date: string;
  readonly numero: number;
  readonly numeroAction: NumeroAction;
  readonly annee: number;
  readonly numeros: readonly NumeroAction[];
  readonly numerosActions: readonly NumeroAction[];
}

const CELLS: { readonly [Genre in keyof Ecrits]: (value: Ecrits[Genre] | null) => ContratCell } = {
  texte,
  libre: texte,
  lignes: (values) => lignes(values ?? []),
  montant,
  valeur: (value) => nombre(value ?? "nd"),
  part,
  date,
  numero,
  numeroAction: numeroDAction,
  annee: numero,
  numeros: enListe,
  numerosActions: enListe,
};

/** A line of a section as its columns are described, then those that depend on the contract; what is left out stays empty. */
export function line(
  name: TableSection,
  values: Readonly<Record<string, unknown>>,
  more: readonly ContratCell[] = [],
): ContratLine {
  const cells = columnsOf(name).map(([column, { champ, genre = "libre", mots, reglage: isFree, ...own }]) => {
    const said = values[champ === "" ? column : (champ ?? column)] ?? null;
    const cell = mots
      ? choix(motDit(said, { mots, champ: champ ?? column, ...own }), Object.values(mots))
      : CELLS[genre](said as never);
    return isFree ? reglage(cell) : cell;
  });
  return [...cells, ...more];
}

interface LigneDeChose {
  readonly element: unknown;
  readonly noms: Noms;
  readonly line: ContratLine;
}

/** The lines of a section: one for each thing that stands in a row of its own. */
export const linesOf = (convention: Convention, section: TableSection): readonly LigneDeChose[] =>
  listChoses(convention)
    .filter(({ chose }) => chose.section === section && chose.rangee)
    .map(({ element, noms }) => ({ element, noms, line: line(section, noms) }));
