// A contract in the forms in which parties give it: a Word document, a PDF, a text, and annexes in a workbook beside it.
import { readDocx } from "../../../src/documents/docx/read-docx";
import { joinDocuments } from "../../../src/documents/join-documents";
import { readPdf } from "../../../src/documents/pdf/read-pdf";
import { readText } from "../../../src/documents/read-text";
import { workbookTables } from "../../../src/documents/workbook-tables";
import type { SignedDocument } from "../../../src/core/drafting/signed-document";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { paragraph, rawDocx, row, table } from "../../documents/raw-docx";
import { column, drawnTable, rawPdf, type PdfLine, type PdfPage, type PdfText } from "../../documents/raw-pdf";
import { textOf, type Ligne } from "../invented-document";

const xml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const word = (lignes: readonly Ligne[]): SignedDocument =>
  readDocx(
    rawDocx(
      lignes
        .map((ligne) =>
          typeof ligne === "string" ? paragraph(xml(ligne)) : table(...ligne.map((cells) => row(...cells.map(xml)))),
        )
        .join(""),
    ),
    "convention.docx",
  );

/** Of the letters of Helvetica, as near as a line needs. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl’']/u, 2.2],
  [/[ft.,;:I/!|()r -]/u, 3],
  [/[ckJsvxyzç]/u, 5],
  [/[mMwW%@]/u, 8.3],
  [/\p{Lu}/u, 6.8],
];
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (WIDTHS.find(([pattern]) => pattern.test(sign))?.[1] ?? 5.5), 0);

const [LEFT, RIGHT] = [60, 500];

/** A line takes each word for which it has room. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const each of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${each}`;
    if (lines.length > 0 && widthOf(longer) < RIGHT - LEFT) lines[lines.length - 1] = longer;
    else lines.push(each);
  }
  return lines;
}

/** A paragraph below another leaves a line; a table is drawn; a page ends where it is full. */
function pdf(lignes: readonly Ligne[]): Promise<SignedDocument> {
  const pages: PdfPage[] = [];
  let texts: PdfText[] = [];
  let lines: PdfLine[] = [];
  let top = 60;
  const turn = (): void => {
    pages.push({ texts, lines });
    [texts, lines, top] = [[], [], 60];
  };
  for (const ligne of lignes) {
    const own = typeof ligne === "string" ? wrapped(ligne) : [];
    const height = typeof ligne === "string" ? own.length * 12 + 10 : ligne.length * 16 + 16;
    if (top + height > 800) turn();
    if (typeof ligne === "string") texts.push(...column(own, LEFT, top));
    else {
      const width = Math.max(...ligne.map(({ length }) => length));
      const step = (RIGHT - 230) / (width - 1);
      const drawn = drawnTable(ligne, [LEFT, ...Array.from({ length: width }, (_, at) => 230 + at * step)], top);
      texts.push(...drawn.texts);
      lines.push(...drawn.lines);
    }
    top += height;
  }
  turn();
  return readPdf(rawPdf(pages), "convention.pdf");
}

export type Forme = "word" | "pdf" | "texte";

/** Annexes that stand apart are a workbook. */
export async function donne(
  lignes: readonly Ligne[],
  forme: Forme,
  annexes: RawWorkbook | null,
): Promise<SignedDocument> {
  const document =
    forme === "pdf" ? await pdf(lignes) : forme === "word" ? word(lignes) : readText(textOf(lignes), "convention.txt");
  return annexes ? joinDocuments([document, workbookTables({ ...annexes, name: "annexes.xlsx" })]) : document;
}
