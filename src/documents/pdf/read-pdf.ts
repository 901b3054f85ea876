// A signed contract as a PDF: its paragraphs and tables, by where their letters and lines stand on each page.
import type { SignedDocument } from "../../core/drafting/signed-document";
import { formatListe } from "../../core/domain/words/format";
import { DocumentBuilder } from "../document-builder";
import { checkLimit, DocumentError } from "../limits";
import { joinPages } from "./join-pages";
import { textOf, toLines, type Line } from "./lines";
import { wordsOf } from "./paragraphs";
import { readPage } from "./page-content";
import { readFlow, sortPage, type SortedPage } from "./page-flow";
import { loadPdfjs } from "./pdfjs";
import { countCells } from "./ruled-tables";
import { runningLines } from "./running-lines";

/** Throws DocumentError for what is no PDF, has no text, or is larger than is read. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<SignedDocument> {
  const builder = new DocumentBuilder(name);
  const pages = await readPages(bytes, builder);
  checkText(pages);
  const lines = pages.map(({ page }) => toLines(page.free));
  const around = {
    size: usualSize(lines.flat()),
    words: wordsOf(
      lines.flat(),
      pages.flatMap(({ page }) => page.tables.flatMap(({ pieces }) => toLines(pieces))),
    ),
  };
  const running = runningLines(
    pages.map(({ page }, index) => ({ height: page.content.height, lines: lines[index] ?? [] })),
  );
  const edges = pages.map(({ page }, index) => ({
    width: page.content.width,
    right: rightOf(page, lines[index] ?? []),
  }));
  const read = pages.map(({ page, rank }, index) => ({
    rank,
    ...readFlow(page, lines[index] ?? [], {
      ...around,
      right: rightEdge(page, edges),
      running: running[index] ?? new Set(),
    }),
  }));
  const flows = read.map(({ flow }) => [...flow]);
  joinPages(flows, around.words);
  let tables = 0;
  read.forEach(({ rank, notes }, index) => {
    let paragraphs = 0;
    for (const each of flows[index] ?? []) {
      if (each.kind === "table")
        builder.table(
          each.rows.map(({ texts }) => texts),
          `page ${rank}, tableau ${(tables += 1)}`,
        );
      else builder.paragraph(each.text, `page ${rank}, paragraphe ${(paragraphs += 1)}`);
    }
    notes.forEach((note, at) => {
      builder.paragraph(note, `page ${rank}, note ${at + 1}`);
    });
  });
  return builder.finish();
}

interface RankedPage {
  readonly page: SortedPage;
  readonly rank: number;
}

async function readPages(bytes: Uint8Array, builder: DocumentBuilder): Promise<readonly RankedPage[]> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useSystemFonts: false,
    useWasm: false,
    // No picture is decoded.
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    checkLimit("pages", document.numPages);
    const [pages, silent, recognised]: [RankedPage[], number[], number[]] = [[], [], []];
    let cells = 0;
    for (let rank = 1; rank <= document.numPages; rank += 1) {
      const content = await readPage(await document.getPage(rank), pdfjs);
      builder.count("allPieces", content.pieces.length);
      if (content.pieces.length === 0) silent.push(rank);
      else {
        const page = sortPage(content);
        // Before any of them is laid out.
        cells = page.tables.reduce((sum, { table }) => sum + countCells(table), cells);
        checkLimit("cells", cells);
        pages.push({ page, rank });
      }
      if (content.isRecognised) recognised.push(rank);
    }
    if (pages.length > 0 && silent.length > 0)
      builder.leave(`${which(silent)} n’a pas de texte : si c’est une image, ce qu’elle montre n’a pas été lu.`);
    if (recognised.length > 0)
      builder.leave(
        `Le texte sous l’image (${which(recognised)}) vient d’une reconnaissance de caractères, qui se trompe : comparez chaque montant à l’image.`,
      );
    return pages;
  } catch (error) {
    throw toRefusal(error);
  } finally {
    await task.destroy();
  }
}

const which = (ranks: readonly number[]): string =>
  ranks.length === 1 ? `la page ${ranks.join("")}` : `chacune des pages ${formatListe(ranks.map(String))}`;

const EXPORT = "Exportez-le de nouveau en PDF depuis le traitement de texte, ou donnez le document Word.";

function toRefusal(error: unknown): unknown {
  if (error instanceof DocumentError) return error;
  if (error instanceof Error && error.name === "PasswordException")
    return new DocumentError("ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.");
  return new DocumentError(`ce PDF est abîmé : il ne se lit pas. ${EXPORT}`);
}

/** Letters that a font has and no text can say. */
const NO_LETTERS = /[\ue000-\uf8ff\ufffd\u0000-\u001f]/gu;

function checkText(pages: readonly RankedPage[]): void {
  if (pages.length === 0)
    throw new DocumentError(
      "ce PDF est une image (un document scanné) : il n’a pas de texte à lire. Donnez le PDF que le traitement de texte a produit, ou le document Word.",
    );
  const text = pages.map(({ page }) => page.content.pieces.map((piece) => piece.text).join("")).join("");
  const lost = text.match(NO_LETTERS)?.length ?? 0;
  if (lost > text.length * 0.1)
    throw new DocumentError(`les lettres de ce PDF ne disent pas quel texte elles montrent. ${EXPORT}`);
}

/** Of the letters of most of the text. */
function usualSize(lines: readonly Line[]): number {
  const sizes = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    sizes.set(size, (sizes.get(size) ?? 0) + textOf(line).length);
  }
  return [...sizes].sort(([, left], [, right]) => right - left)[0]?.[0] ?? 0;
}

const rightOf = ({ tables }: SortedPage, lines: readonly Line[]): number =>
  [...lines.map((line) => line.right), ...tables.map(({ table }) => table.columns.at(-1) ?? 0)].reduce(
    (most, each) => Math.max(most, each),
    0,
  );

/** How far lines go on the pages that are as wide as this one. */
const rightEdge = (
  { content }: SortedPage,
  pages: readonly { readonly width: number; readonly right: number }[],
): number =>
  pages.reduce((most, { width, right }) => (Math.abs(width - content.width) < 2 ? Math.max(most, right) : most), 0);
