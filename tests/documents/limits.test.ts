// Documents that were made to exhaust the memory or the time: refused at the first step beyond a limit, read at the limit.
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DocumentBuilder } from "../../src/documents/document-builder";
import { readDocx } from "../../src/documents/docx/read-docx";
import { checkLimit, DOCUMENT_LIMITS, DocumentError } from "../../src/documents/limits";
import { readText } from "../../src/documents/read-text";
import { workbookTables } from "../../src/documents/workbook-tables";
import type { RawSheet } from "../../src/core/workbook-port";
import { cell, paragraph, rawDocx, row, table } from "./raw-docx";

const outcome = (read: () => unknown): string => {
  try {
    read();
    return "read";
  } catch (error) {
    if (error instanceof DocumentError) return error.message.replace(/[\u00a0\u202f]/g, " ");
    throw error;
  }
};

const EXAMPLES = {
  columns: (count: number) =>
    readDocx(rawDocx(table(row(cell("x", `<w:gridSpan w:val="${count - 1}"/>`), "y"))), "x.docx"),
  cells: (count: number) => {
    const builder = new DocumentBuilder("x");
    builder.table(
      Array.from({ length: count / 2 }, () => ["a", "b"]),
      "tableau 1",
    );
    if (count % 2 === 1) builder.table([["a"]], "tableau 2");
  },
  paragraphs: (count: number) => readText("a\n".repeat(count), "x.txt"),
  paragraphCharacters: (count: number) => readText("a".repeat(count), "x.txt"),
  characters: (count: number) =>
    readText(`${"a".repeat(99_999)}\n`.repeat(50).slice(0, -1).padEnd(count, "\n"), "x.txt"),
  tags: (count: number) => readDocx(rawDocx("<w:p/>".repeat(count - 2)), "x.docx"),
  allPieces: (count: number) => {
    new DocumentBuilder("x").count("allPieces", count);
  },
  depth: (count: number) => readDocx(rawDocx("<w:a>".repeat(count - 2) + "</w:a>".repeat(count - 2)), "x.docx"),
} as const satisfies Partial<Record<keyof typeof DOCUMENT_LIMITS, (count: number) => unknown>>;

describe.each(Object.entries(EXAMPLES))("%s", (what, read) => {
  const most = DOCUMENT_LIMITS[what as keyof typeof EXAMPLES];

  it("are read at the limit and before it, and refused beyond it", () => {
    expect(outcome(() => read(most - 1))).toBe("read");
    expect(outcome(() => read(most))).toBe("read");
    expect(outcome(() => read(most + 1))).toMatch(/^ce document a plus de [\d ]+ /);
  });
});

it.each(Object.entries(DOCUMENT_LIMITS))("says in words what there is too much of: %s", (what, most) => {
  const key = what as keyof typeof DOCUMENT_LIMITS;
  expect(outcome(() => checkLimit(key, most))).toBe("read");
  expect(outcome(() => checkLimit(key, most + 1))).toMatch(/^ce document a plus de [\d ]+ \p{L}+/u);
});

it("refuses a cell of a thousand million columns, in less than a kilobyte, at once", () => {
  const bytes = rawDocx(table(row(cell("x", '<w:gridSpan w:val="1000000000"/>'))));
  expect(bytes.length).toBeLessThan(2048);
  const before = performance.now();
  expect(outcome(() => readDocx(bytes, "x.docx"))).toMatch(/colonnes dans un tableau/);
  expect(performance.now() - before).toBeLessThan(1000);
});

it.each([
  ["a text of 300 000 rows", () => readText("a\tb\tc\n".repeat(300_000), "x.txt"), /cellules de tableaux/],
  ["a row of a million cells", () => readText("a\t".repeat(1_000_000), "x.txt"), /colonnes/],
  [
    "a row that is skipped",
    () => readDocx(rawDocx(table('<w:tr><w:trPr><w:gridBefore w:val="1e9"/></w:trPr></w:tr>')), "x.docx"),
    /colonnes/,
  ],
  [
    "a zip that inflates without end",
    () => readDocx(zipSync({ "word/document.xml": new Uint8Array(40 * 2 ** 20) }, { level: 6 }), "x.docx"),
    /démesurée/,
  ],
  [
    "an entity that repeats itself",
    () => readDocx(zipSync({ "word/document.xml": strToU8('<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>') }), "x.docx"),
    /type de document/,
  ],
  [
    "a cell at the far end of a sheet",
    () => workbookTables({ name: "x.xlsx", isStructureProtected: false, choices: [], sheets: [far] }),
    /cellules/,
  ],
])("refuses %s", (_, read, sentence) => {
  expect(outcome(read)).toMatch(sentence);
});

const far: RawSheet = {
  id: "1",
  name: "Feuil1",
  visibility: "visible",
  isProtected: false,
  resultSheet: null,
  highlightIds: [],
  hiddenRows: [],
  hiddenColumns: [],
  blocks: [{ row: 1_000_000, column: 3, values: [["x"]], formulas: [[null]], numberFormats: [["General"]] }],
};

it("refuses what is no text under the name of one, and reads the encodings of French Windows", async () => {
  const { decodePlainText } = await import("../../src/documents/read-text");
  expect(outcome(() => readText("a\0b", "x.txt"))).toMatch(/pas un texte/);
  expect(decodePlainText(new Uint8Array([0xe9, 0x80, 0x92, 0x9c]))).toBe("é€’œ");
  expect(decodePlainText(new Uint8Array([0xff, 0xfe, 0xe9, 0]))).toBe("é");
  expect(decodePlainText(strToU8("é€"))).toBe("é€");
});

it("goes on with a paragraph after a table, and reads numbering that points nowhere", () => {
  const body = paragraph("x", '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr>');
  expect(readDocx(rawDocx(body, { numbering: '<w:num w:numId="7"/>' }), "x.docx").blocs).toMatchObject([
    { texte: "x" },
  ]);
});
