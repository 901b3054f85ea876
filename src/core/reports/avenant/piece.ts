// A paper of the avenant as data: the Word document and the sheet are two ways to show the same.
import type { Montant } from "../../domain/values/montant";
import type { Taux } from "../../facts/ledger/ecriture";

export type CelluleDePiece =
  | string
  /** `nu` where the table says once that it is in euros. */
  | { readonly montant: Montant; readonly nu?: true }
  | { readonly ecart: Montant }
  | { readonly taux: Taux; readonly seuil?: number };

/** In the place of a figure that there is none of. */
export const RIEN = "–";

/** Whether the column holds figures, and is aligned as they are. */
export const isColonneDeChiffres = ({ lignes }: TableDePiece, column: number): boolean =>
  lignes
    .filter(({ look }) => look !== "axe")
    .every(({ cellules }) => typeof cellules[column] === "object" || cellules[column] === RIEN);

export interface LigneDePiece {
  readonly look?: "line" | "axe" | "total";
  /** As many as the columns; of an axe's line the first alone may stand, over the whole width. */
  readonly cellules: readonly CelluleDePiece[];
}

export interface TableDePiece {
  readonly entetes: readonly string[];
  /** In characters of a sheet; a Word page shares itself out in proportion. */
  readonly largeurs: readonly number[];
  readonly lignes: readonly LigneDePiece[];
}

export type PartieDePiece =
  | { readonly kind: "titre"; readonly texte: string }
  | { readonly kind: "texte"; readonly texte: string }
  | { readonly kind: "liste"; readonly textes: readonly string[] }
  /** What a person is to write there. */
  | { readonly kind: "consigne"; readonly texte: string }
  | { readonly kind: "table"; readonly table: TableDePiece }
  /** Room for a signature under each of the names. */
  | { readonly kind: "signatures"; readonly noms: readonly string[] };

export interface Piece {
  readonly titre: string;
  readonly sousTitre: string;
  /** At the foot of each page. */
  readonly pied: string;
  readonly asOf: string;
  readonly parties: readonly PartieDePiece[];
  /** On landscape pages of its own, after the rest. */
  readonly annexe?: { readonly titre: string; readonly texte: string; readonly table: TableDePiece };
}
