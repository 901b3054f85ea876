// A PDF from the places of its texts and lines, for what no program would lay out in the same way twice.

export interface PdfText {
  readonly text: string;
  /** From the left, and of the line that it stands on from the top. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** Left, top, right, bottom. */
export type PdfLine = readonly [number, number, number, number];

export interface PdfPage {
  readonly texts?: readonly PdfText[];
  readonly lines?: readonly PdfLine[];
  /** In degrees, as the page is turned to be read. */
  readonly rotate?: number;
  /** Operators as they stand in the page. */
  readonly raw?: string;
}

const WIDTH = 595;
const HEIGHT = 842;

/** In Latin 1, with the euro where Windows has it. */
function escape(text: string): string {
  return text
    .replace(/[\\()]/g, (sign) => `\\${sign}`)
    .replaceAll("’", "\\222")
    .replaceAll("•", "\\225")
    .replaceAll("€", "\\200")
    .replace(/[\u0080-\u00ff]/g, (letter) => `\\${letter.charCodeAt(0).toString(8)}`);
}

function content({ texts = [], lines = [], raw = "" }: PdfPage): string {
  const said = texts.map(
    ({ text, x, y, size = 10 }) => `BT /F ${size} Tf ${x} ${HEIGHT - y} Td (${escape(text)}) Tj ET`,
  );
  const drawn = lines.map(([left, top, right, bottom]) => `${left} ${HEIGHT - top} m ${right} ${HEIGHT - bottom} l S`);
  return [...said, ...drawn, raw].join("\n");
}

/** `others`: further objects, as they stand in the file. */
export function rawPdf(pages: readonly PdfPage[], others: readonly string[] = []): Uint8Array {
  const first = 4;
  const kids = pages.map((_, rank) => `${first + 2 * rank} 0 R`).join(" ");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((page, rank) => {
      const stream = content(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${page.rotate ?? 0} /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * rank + 1} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
    ...others,
  ]);
}

export function pdfOf(objects: readonly string[]): Uint8Array {
  let text = "%PDF-1.4\n";
  const places = objects.map((object, rank) => {
    const at = text.length;
    text += `${rank + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(text);
}

/** Texts of rows and columns within lines; a column begins at each place. */
export function drawnTable(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  top: number,
  height = 16,
): { texts: readonly PdfText[]; lines: readonly PdfLine[] } {
  const [left, right] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  const bottom = top + rows.length * height;
  return {
    texts: rows.flatMap((row, down) =>
      row.flatMap((text, across) =>
        text === "" ? [] : [{ text, x: (columns[across] ?? 0) + 4, y: top + down * height + 11 }],
      ),
    ),
    lines: [
      ...columns.map((x) => [x, top, x, bottom] as const),
      ...Array.from(
        { length: rows.length + 1 },
        (_, down) => [left, top + down * height, right, top + down * height] as const,
      ),
    ],
  };
}

/** Lines of text under each other. */
export const column = (texts: readonly string[], x: number, top: number, step = 12): readonly PdfText[] =>
  texts.map((text, rank) => ({ text, x, y: top + rank * step }));
