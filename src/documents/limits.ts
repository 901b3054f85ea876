// How much of a signed contract is read: what is beyond is refused before it is laid out, with a sentence that says what to do.
import { formatNombre } from "../core/domain/words/format";

/** Ten times the longest contract that anybody signs. A table of Word has 63 columns at most. */
export const DOCUMENT_LIMITS = {
  characters: 5_000_000,
  paragraphCharacters: 100_000,
  paragraphs: 50_000,
  columns: 256,
  cells: 200_000,
  tags: 1_000_000,
  depth: 200,
  pages: 600,
  /** Of one page of a PDF: pieces of text, of which a letter may be one, and lines that are drawn. */
  pieces: 20_000,
  rules: 4_000,
  /** Of all its pages. */
  allPieces: 500_000,
} as const;

/** What is wrong with a document, in a French sentence that begins in lower case: the name of the file stands before it. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

const UNITS = {
  characters: "caractères",
  paragraphCharacters: "caractères dans un seul paragraphe",
  paragraphs: "paragraphes",
  columns: "colonnes dans un tableau",
  cells: "cellules de tableaux",
  tags: "éléments",
  depth: "éléments l’un dans l’autre",
  pages: "pages",
  pieces: "morceaux de texte ou traits dans une page",
  rules: "lignes droites dans une page",
  allPieces: "morceaux de texte",
} as const satisfies Record<keyof typeof DOCUMENT_LIMITS, string>;

/** Throws DocumentError beyond a limit. */
export function checkLimit(what: keyof typeof DOCUMENT_LIMITS, count: number): void {
  const most = DOCUMENT_LIMITS[what];
  if (count <= most) return;
  throw new DocumentError(
    `ce document a plus de ${formatNombre(most)} ${UNITS[what]} : ce n’est pas un contrat, ou il est abîmé. N’en gardez que le contrat et ses annexes, et enregistrez-le de nouveau.`,
  );
}
