// A workbook as LibreOffice prints it: the text of each page, its smallest size on paper, and how much of the page is used.
import { loadPdfjs } from "../../../src/documents/pdf/pdfjs";
import { converted } from "../../libreoffice";

/** Points above and below what a sheet prints, where its header and its page number stand. */
const MARGIN = 0.75 * 72;

export interface PrintedPage {
  /** Points of the paper. */
  readonly width: number;
  readonly height: number;
  /** The lines, header and page number among them: what stands on one base, from left to right, two spaces between cells. */
  readonly lines: readonly string[];
  /** Points of the smallest letters; Infinity for a blank page. */
  readonly smallest: number;
  /** Where the lowest line of the sheet ends, as a part of the height that it may take. */
  readonly filled: number;
}

/** A run of letters, in points from the lower left corner of the paper. */
interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** Letters of one line stand on one base, give or take this many points: an accent may have a font of its own. */
const SAME_BASE = 1.5;

function linesOf(pieces: readonly Piece[]): string[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.base - a.base || a.left - b.left)) {
    const line = lines.at(-1);
    if (line?.[0] && line[0].base - piece.base < SAME_BASE) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => {
    let right = Infinity;
    let text = "";
    for (const piece of line.sort((a, b) => a.left - b.left)) {
      const gap = piece.left - right;
      text += `${gap > piece.size ? "  " : gap > piece.size / 6 ? " " : ""}${piece.text}`;
      right = piece.right;
    }
    return text.trim();
  });
}

/** The pages of a workbook (.xlsx) on paper. */
export async function printedPages(bytes: Uint8Array): Promise<readonly PrintedPage[]> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: converted(bytes, "xlsx", "pdf"), verbosity: 0 });
  const pdf = await task.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [across = 0, up = 0, , , left = 0, base = 0] = item.transform as number[];
      return [{ text: item.str, left, right: left + item.width, base, size: Math.hypot(across, up) }];
    });
    // A letter reaches below its base by about a fifth of its size.
    const bottoms = pieces.map(({ base, size }) => height - base + size / 5);
    const lowest = Math.max(0, ...bottoms.filter((bottom) => bottom < height - MARGIN + 6));
    pages.push({
      width,
      height,
      lines: linesOf(pieces),
      smallest: Math.min(Infinity, ...pieces.map(({ size }) => size)),
      filled: Math.max(0, lowest - MARGIN) / (height - 2 * MARGIN),
    });
  }
  await task.destroy();
  return pages;
}
