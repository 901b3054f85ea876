// PDFs that cannot be read, in whole or in part, or were made to exhaust the time or the memory.
import { describe, expect, it } from "vitest";
import { DocumentError, DOCUMENT_LIMITS } from "../../src/documents/limits";
import { readPdf } from "../../src/documents/pdf/read-pdf";
import { column, drawnTable, pdfOf, rawPdf, type PdfPage } from "./raw-pdf";

describe("what cannot be read is said", () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    try {
      await readPdf(bytes, "x.pdf");
    } catch (error) {
      if (error instanceof DocumentError) return error.message.replace(/[\u00a0\u202f]/g, " ");
      throw error;
    }
    return "read";
  };

  it("a PDF that is a picture is refused, a page of one is named", async () => {
    expect(await refusal(rawPdf([{}, {}]))).toMatch(/^ce PDF est une image/);
    const text = { texts: column(["Texte."], 60, 100) };
    const { nonLus } = await readPdf(rawPdf([text, {}, {}]), "x.pdf");
    expect(nonLus).toEqual([expect.stringMatching(/pages 2 et 3 n’a pas de texte/)]);
    const raw = "BT /F 10 Tf 3 Tr 60 600 Td (Sous) Tj ET";
    const recognised = await readPdf(rawPdf([{ ...text, raw }]), "x.pdf");
    expect(recognised.nonLus).toEqual([expect.stringContaining("reconnaissance de caractères")]);
  });

  it("a damaged one, pages that hold themselves, objects that are not there", async () => {
    expect(await refusal(new TextEncoder().encode("%PDF-1.4\nnothing"))).toMatch(/^ce PDF est abîmé/);
    const endless = pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]);
    expect(await refusal(endless)).toMatch(/^ce PDF est abîmé/);
    const missing = pdfOf(["<< /Type /Catalog /Pages 9 0 R >>"]);
    expect(await refusal(missing)).toMatch(/^ce PDF est abîmé/);
  });

  it("drawings that hold themselves are nothing to read", async () => {
    const draw = "/F Do /F Do";
    const drawing = `/XObject << /F 5 0 R >>`;
    const endless = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${drawing} >> >>`,
      `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
      `<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << ${drawing} >> /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    ]);
    expect(await refusal(endless)).toMatch(/^ce PDF est une image/);
  });

  it("more pages than are read, at once", async () => {
    const pages = (count: number) =>
      rawPdf([{ texts: column(["x"], 60, 100) }, ...new Array<PdfPage>(count - 1).fill({})]);
    expect(await refusal(pages(DOCUMENT_LIMITS.pages))).toBe("read");
    expect(await refusal(pages(DOCUMENT_LIMITS.pages + 1))).toMatch(/plus de 600 pages/);
  });

  it.each([
    ["pieces of text on a page", DOCUMENT_LIMITS.pieces, /morceaux de texte/, pieces],
    ["lines on a page", DOCUMENT_LIMITS.rules, /lignes droites/, rules],
  ] as const)("%s: read at the limit and before it, and refused beyond it", async (_, most, said, of) => {
    expect(await refusal(of(most - 1))).toBe("read");
    expect(await refusal(of(most))).toBe("read");
    expect(await refusal(of(most + 1))).toMatch(said);
  });

  it("more cells than are read, over several pages, before any is laid out", async () => {
    const half = drawnTable(
      new Array<string[]>(400).fill([]),
      Array.from({ length: 252 }, (_, at) => 10 + at * 9),
      10,
    );
    expect(half.lines.length).toBeLessThan(DOCUMENT_LIMITS.rules);
    const page = { ...half, texts: column(["x"], 20, 20) };
    const before = performance.now();
    expect(await refusal(rawPdf([page, page]))).toMatch(/cellules de tableaux/);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

/** Each apart from the one before. */
const pieces = (count: number): Uint8Array =>
  rawPdf([
    {
      texts: Array.from({ length: count }, (_, at) => ({
        text: "a",
        x: 10 + ((at * 91) % 500),
        y: 20 + ((at * 37) % 800),
      })),
    },
  ]);

const rules = (count: number): Uint8Array =>
  rawPdf([
    {
      raw: Array.from({ length: count }, (_, at) => `10 ${at * 5} m 100 ${at * 5} l S`).join("\n"),
      texts: column(["x"], 60, 100),
    },
  ]);
