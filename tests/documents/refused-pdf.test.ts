// PDFs that cannot be read, in whole or in part, or were made to exhaust the time or the memory.
import { describe, expect, it } from "vitest";
import { DocumentError, DOCUMENT_LIMITS } from "../../src/documents/limits";
import { readPdf } from "../../src/documents/pdf/read-pdf";
import { column, pdfOf, rawPdf, type PdfPage } from "./raw-pdf";

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

  it("more pieces of text on a page than are read", async () => {
    const raw = "BT /F 10 Tf 10 10 Td (a) Tj 30 30 Td (b) Tj -30 -30 Td ET\n".repeat(DOCUMENT_LIMITS.pieces / 2 + 1);
    expect(await refusal(rawPdf([{ raw }]))).toMatch(/morceaux de texte/);
  });

  it("more lines on a page than a table has", async () => {
    const raw = Array.from(
      { length: DOCUMENT_LIMITS.rules + 1 },
      (_, rank) => `10 ${rank * 5} m 100 ${rank * 5} l S`,
    ).join("\n");
    expect(await refusal(rawPdf([{ raw, texts: column(["x"], 60, 100) }]))).toMatch(/lignes droites/);
  });
});
