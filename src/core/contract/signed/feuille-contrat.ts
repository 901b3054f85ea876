// What was understood of the sheet « Contrat », and what was signed.
import type { CellRef, RangeRef } from "xlsx-model/cell-ref";
import type { SommeFausse } from "../definition/check-sommes";
import type { Clause } from "../clauses/clause";
import type { ContratSection } from "../clauses/section-titles";
import type { Convention } from "../convention";
import type { LigneAvenant } from "../avenants/registre";

/** A mistake in the contract sheet, at its cell. */
export interface ErreurContrat {
  readonly cell: CellRef;
  /** The parameter in words: "Crédits de l’État 2025". */
  readonly parametre: string;
  /** French clause and sentences: what is wrong and what to do. */
  readonly message: string;
  /** Where a sum is wrong. */
  readonly somme?: SommeFausse;
  /** Where the heading of its column is what is wrong: what stands there. */
  readonly colonne?: { readonly cell: CellRef; readonly texte: string };
}

/** The sheet « Contrat » of the workbook. */
export interface FeuilleContrat {
  readonly range: RangeRef;
  readonly erreurs: readonly ErreurContrat[];
  /** Where the parameter of a year stands: its State amount. */
  readonly cellsAnnee: ReadonlyMap<number, CellRef>;
  /** What it states, at its cells; left out where it holds too little to be a contract. */
  readonly clauses?: readonly ClauseLue[];
  /** The empty cells of statements that a contract may leave out, by the key of the statement. */
  readonly vides?: ReadonlyMap<string, CellRef>;
  /** Its lines of avenants, drafts and mistaken ones among them. */
  readonly registre?: readonly LigneAvenant[];
  /** The cells that say what each row is of, in the order of the sheet. */
  readonly numeros?: ReadonlyMap<ContratSection, readonly (readonly CellRef[])[]>;
  /** The titles of its sections. */
  readonly titres?: ReadonlyMap<ContratSection, CellRef>;
  /** The headings under which it gives the local party's amounts, of the actions and their sub-actions. */
  readonly colonnesLocales?: readonly { readonly cell: CellRef; readonly mots: string; readonly annee: number }[];
  /** The fingerprint that it prints; left out where it prints none. */
  readonly empreinte?: { readonly cell: CellRef; readonly texte: string };
}

/** A statement of the sheet « Contrat ». */
export interface ClauseLue extends Clause {
  readonly cell: CellRef;
  /** The cells that say what its row is of; left out where it has none. */
  readonly rangee?: readonly CellRef[];
  /** False where its cell holds a mistake: its value is then a neutral one. */
  readonly lisible: boolean;
  /** The sheet, of an earlier version or with a heading changed, has no column for it: its value is then a neutral one. */
  readonly sansColonne?: true;
}

/** The contract as it was signed, before any avenant, and how it is known. */
export interface ContratSigne {
  readonly convention: Convention;
  /** SHA-256 of what it states. */
  readonly empreinte: string;
  /** The workbook's seal, the product's own definition, the sheet itself read for the first time, or the caller. */
  readonly source: "sceau" | "produit" | "feuille" | "donne";
  /** Of the workbook: "autre" when it is sound but not that of the contract that the product knows by this name. */
  readonly sceau: "inchange" | "absent" | "rompu" | "autre";
  /** Where the seal is another contract's: what it states otherwise, in words. */
  readonly differences?: readonly string[];
  /** Sealed from the sheet as it was when it was first read, not from a definition. */
  readonly scelleDApresLaFeuille: boolean;
  /** ISO date; null where there is no seal, or it does not say the day. */
  readonly scelleLe: string | null;
  /** What the workbook still lacks the seal of; null where there is nothing to seal. */
  readonly aSceller: { readonly convention: Convention; readonly depuisLaFeuille: boolean } | null;
}
