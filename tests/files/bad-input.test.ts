// What is no sound workbook is refused with one French sentence that names the file and says what to do.
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAX_TEXT, WorkbookError } from "xlsx-model/plan";
import { formatLocalCell } from "xlsx-model/local-cell";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { MARKUP_LIMITS } from "xlsx-model/package/markup-count";
import { ZIP_LIMITS } from "xlsx-model/package/read-zip";
import { WORKBOOK_LIMITS } from "xlsx-model/workbook/check-workbook";
import { fixture, partText, withParts, withRows } from "./fixtures";

/** The refusal, with ordinary spaces: of the file, or of a sheet as it is read. */
function refusalOf(bytes: Uint8Array): string {
  try {
    for (const sheet of openXlsx(bytes, "budget.xlsx").sheets) sheet.content(0, 0);
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookError);
    return (error as Error).message.replaceAll("\u00a0", " ");
  }
  throw new Error("the workbook was opened");
}

function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from("Root Entry\0", "utf16le"), 512);
  bytes.set(Buffer.from(`${stream}\0`, "utf16le"), 640);
  return bytes;
}

const dijon = fixture("dijon");
const SHEET = "xl/worksheets/sheet1.xml";

describe("a file that is no .xlsx", () => {
  it.each([
    ["an empty file", new Uint8Array(0), "est vide"],
    ["a text", strToU8("Année;Total;Etat;DM\n2024;1;2;3\n".repeat(20)), "n’est pas un classeur Excel .xlsx"],
    ["a few bytes", strToU8("PK"), "n’est pas un classeur Excel .xlsx"],
    ["an encrypted workbook", ole("EncryptedPackage"), "est protégé par un mot de passe"],
    ["an .xls renamed", ole("Workbook"), "est au format ancien d’Excel (.xls)"],
    ["an .xls of 1995 renamed", ole("Book"), "est au format ancien d’Excel (.xls)"],
    ["another OLE file", ole("WordDocument"), "n’est pas un classeur Excel .xlsx mais un autre document"],
    [
      "an .ods",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<a/>") }),
      "est un classeur LibreOffice (.ods)",
    ],
    ["a zip of something else", zipSync({ "lisez-moi.txt": strToU8("bonjour") }), "n’est pas un classeur Excel .xlsx"],
    [
      "an .xlsb",
      withParts(dijon, { "_rels/.rels": null, "xl/workbook.bin": "x" }),
      "est un classeur Excel binaire (.xlsb)",
    ],
    ["a Word document", withParts(dijon, { "_rels/.rels": null, "word/document.xml": "<a/>" }), "est un document Word"],
  ])("%s is called by its name", (_, bytes, expected) => {
    const message = refusalOf(bytes);
    expect(message).toContain(`Le fichier « budget.xlsx » ${expected}`);
    expect(message).toMatch(/\. [A-ZÀ-Ý][^.]+(?:\.xlsx[^.]*)?\.$/);
  });
});

describe("a damaged .xlsx", () => {
  it.each([30, 300, dijon.length - 4000, dijon.length - 30, dijon.length - 1])(
    "cut after %i bytes is incomplete",
    (length) => {
      expect(refusalOf(dijon.slice(0, length))).toContain("est incomplet : sa fin manque");
    },
  );

  it("with a changed byte in a part is damaged", () => {
    const bytes = dijon.slice();
    const name = Buffer.from(bytes).indexOf(SHEET);
    bytes.fill(0x55, name + 200, name + 260);
    expect(refusalOf(bytes)).toContain("est abîmé");
  });

  it("whose checksum does not hold is damaged", () => {
    const bytes = dijon.slice();
    const view = new DataView(bytes.buffer);
    for (let at = bytes.length - 22; at > 0; at--) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 16, 1, true);
    }
    expect(refusalOf(bytes)).toContain("est abîmé");
  });

  it.each([
    ["xl/workbook.xml", "la partie « xl/workbook.xml » manque"],
    [SHEET, "la partie « xl/worksheets/sheet1.xml » manque"],
    ["xl/styles.xml", "la partie « xl/styles.xml » manque"],
    ["xl/_rels/workbook.xml.rels", "la feuille « Tableau budgétaire » n’y est pas"],
  ])("without %s says what is missing", (part, expected) => {
    expect(refusalOf(withParts(dijon, { [part]: null }))).toContain(expected);
  });

  it.each([
    "<a",
    "<worksheet><sheetData></worksheet>",
    "<worksheet/>x<",
    "pas du XML",
    "<worksheet><sheetData><row><c></row></sheetData></worksheet>",
  ])("with the sheet %s says which sheet cannot be read", (text) => {
    expect(refusalOf(withParts(dijon, { [SHEET]: text }))).toContain(
      "la feuille « Tableau budgétaire » n’est pas lisible",
    );
  });

  it("without any sheet is told so", () => {
    const book = partText(dijon, "xl/workbook.xml").replace(/<sheet [^>]*>/, "");
    expect(refusalOf(withParts(dijon, { "xl/workbook.xml": book }))).toContain("ne contient aucune feuille de calcul");
  });
});

describe("an .xlsx that two readers would read in two ways", () => {
  const book = partText(dijon, "xl/workbook.xml");
  const cell = (address: string): string => `<row r="1"><c r="A1"><v>1</v></c><c r="${address}"><v>2</v></c></row>`;
  const read = (bytes: Uint8Array): unknown => openXlsx(bytes, "budget.xlsx").sheets[0]?.content(0, 0);

  it("with two parts of one name is refused", () => {
    const bytes = zipSync({ ...unzipSync(dijon), "xl/Worksheets/SHEET1.xml": strToU8("<worksheet/>") });
    expect(refusalOf(bytes)).toMatch(/la partie « xl\/worksheets\/sheet1\.xml » y est deux fois/i);
  });

  it.each([
    ["two sheets of one identifier", "Autre", "1", "a le même identifiant qu’une autre"],
    ["a sheet without identifier", "Autre", "", "n’a pas d’identifiant"],
    ["two sheets of one name", "TABLEAU BUDGÉTAIRE", "99", "deux feuilles s’appellent"],
  ])("with %s is refused", (_, name, sheetId, expected) => {
    const id = /r:id="([^"]*)"/.exec(book)?.[1] ?? "";
    const withSheet = (title: string, number: string): Uint8Array => {
      const sheet = `<sheet name="${title}" sheetId="${number}" r:id="${id}"/></sheets>`;
      return withParts(dijon, { "xl/workbook.xml": book.replace("</sheets>", sheet) });
    };
    expect(() => openXlsx(withSheet("Autre", "99"), "x")).not.toThrow();
    expect(refusalOf(withSheet(name, sheetId))).toContain(expected);
  });

  it.each(["A1", "XFE1", "ZZZZ1", "1"])("with a second cell at %s is refused", (address) => {
    expect(() => read(withRows(cell("XFD1")))).not.toThrow();
    expect(() => read(withRows(cell(address)))).toThrow(/abîmé/);
  });

  it("is read in the encoding that it declares, and refused where its bytes are not of it", () => {
    const declared = (encoding: string): string =>
      book.replace(/^(?:<\?xml[^>]*\?>)?/, `<?xml version="1.0" encoding="${encoding}"?>`);
    const withBytes = (bytes: Uint8Array) => zipSync({ ...unzipSync(dijon), "xl/workbook.xml": bytes });
    const nameOf = (bytes: Uint8Array) => openXlsx(bytes, "x").sheets[0]?.name;
    const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
    expect(nameOf(withBytes(latin(declared("ISO-8859-1"))))).toBe("Tableau budgétaire");
    expect(nameOf(withBytes(new Uint8Array(Buffer.from(declared("UTF-16"), "utf16le"))))).toBe("Tableau budgétaire");
    for (const bytes of [latin(declared("UTF-8")), latin(declared("klingon"))])
      expect(refusalOf(withBytes(bytes))).toContain(
        "les caractères de la partie « xl/workbook.xml » ne sont pas lisibles",
      );
    expect(refusalOf(withParts(dijon, { "xl/workbook.xml": book.replace("Tableau", "Tab\u0001leau") }))).toContain(
      "ne sont pas lisibles",
    );
  });
});

describe("a malicious .xlsx", () => {
  const DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>';

  it.each([
    "xl/workbook.xml",
    SHEET,
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
  ])("with a document type in %s is refused", (part) => {
    const source = part.endsWith("Strings.xml") ? fixture("excel-fait-main") : dijon;
    const text = partText(source, part).replace(/^(?:<\?xml[^>]*\?>)?/, (head) => head + DOCTYPE);
    const bytes = withParts(source, { [part]: text });
    expect(() => openXlsx(bytes, "x").sheets[0]?.content(0, 0)).toThrow(WorkbookError);
  });

  it("with an undeclared entity is refused", () => {
    const text = partText(dijon, "xl/workbook.xml").replace("Tableau", "&ext;");
    expect(refusalOf(withParts(dijon, { "xl/workbook.xml": text }))).toContain(
      "la partie « xl/workbook.xml » n’est pas lisible",
    );
  });

  it("that inflates out of proportion is refused before it is inflated", () => {
    const bomb = zipSync({ ...unzipSync(dijon), "xl/media/image1.png": new Uint8Array(64 * 2 ** 20) });
    expect(refusalOf(bomb)).toContain("est refusé : décompressé, il prendrait une place démesurée");
  });

  it("that lies about its inflated size gets no more memory than it declared", () => {
    const bytes = zipSync({ ...unzipSync(dijon), [SHEET]: new Uint8Array(2 ** 24) });
    const view = new DataView(bytes.buffer);
    for (let at = bytes.length - 22; at > 0; at--) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 2 ** 24)
        view.setUint32(at + 24, 1000, true);
    }
    expect(refusalOf(bytes)).toContain("est abîmé");
  });

  it("whose sheets are more than can be read in time is refused; one less is not", () => {
    const { sheets } = WORKBOOK_LIMITS;
    const book = partText(fixture("excel-fait-main"), "xl/workbook.xml");
    const withSheets = (count: number): Uint8Array => {
      const id = /r:id="([^"]*)"/.exec(book)?.[1] ?? "";
      const all = Array.from({ length: count }, (_, at) => `<sheet name="F${at}" sheetId="${at + 1}" r:id="${id}"/>`);
      const text = book.replace(/<sheets>[^]*<\/sheets>/, `<sheets>${all.join("")}</sheets>`);
      return withParts(fixture("excel-fait-main"), { "xl/workbook.xml": text });
    };
    expect(openXlsx(withSheets(sheets), "x").sheets).toHaveLength(sheets);
    expect(refusalOf(withSheets(sheets + 1))).toContain("501 feuilles");
    expect(refusalOf(withSheets(3000))).toContain("3000 feuilles");
  });

  it("with more cells than can be read in time is refused, over all its sheets; that many are not", () => {
    const { cells } = WORKBOOK_LIMITS;
    const row = (count: number): string => `<row>${"<c/>".repeat(count)}</row>`;
    const full = row(10_000).repeat(cells / 10_000);
    expect(() => openXlsx(withRows(full), "x")).not.toThrow();
    expect(refusalOf(withRows(full + row(1)))).toContain("plus de 2 millions de cellules");
    const several = fixture("riche");
    const sheets = Object.keys(unzipSync(several)).filter((path) => /worksheets\/sheet\d+\.xml$/.test(path));
    expect(sheets.length).toBeGreaterThan(1);
    const part = partText(withRows(row(10_000).repeat(cells / sheets.length / 10_000 + 1)), SHEET);
    const both = withParts(several, Object.fromEntries(sheets.map((path) => [path, part])));
    expect(refusalOf(both)).toContain("plus de 2 millions de cellules");
  });

  it("with more filled cells than can be read in time is refused, whatever fills them; that many are not", () => {
    const { filled } = WORKBOOK_LIMITS;
    const row = (pairs: number): string =>
      `<row>${'<c><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c>'.repeat(pairs)}</row>`;
    const full = row(1000).repeat(filled / 2000);
    expect(() => openXlsx(withRows(full), "x")).not.toThrow();
    expect(refusalOf(withRows(full + "<row><c><v>1</v></c></row>"))).toContain("plus de 500 000 cellules remplies");
  });

  it("with more beside its cells than can be read in time is refused", () => {
    const merges = `</sheetData><mergeCells>${'<mergeCell ref="A1"/>'.repeat(MARKUP_LIMITS.tags)}</mergeCells>`;
    const bytes = withParts(dijon, { [SHEET]: partText(dijon, SHEET).replace("</sheetData>", merges) });
    expect(refusalOf(bytes)).toContain("trop de contenus à côté de ses cellules (");
  });

  it("with more formulas than can be computed in time is refused; that many are not", () => {
    const { formulas } = WORKBOOK_LIMITS;
    const row = (count: number): string => `<row>${'<c t="str"><f>B1</f><v/></c>'.repeat(count)}</row>`;
    expect(() => openXlsx(withRows(row(1000).repeat(formulas / 1000)), "x")).not.toThrow();
    expect(refusalOf(withRows(row(1000).repeat(formulas / 1000) + row(1)))).toContain("plus de 200 000 formules");
  });

  it("whose contents lie further apart than can be read in time is refused, over all its sheets", async () => {
    const { area } = WORKBOOK_LIMITS;
    // One block: each row and each column is within reach of the next one.
    const at = (row: number, column: number) => `<c r="${formatLocalCell(row, column)}"><v>1</v></c>`;
    const wide = (rows: number) =>
      Array.from({ length: rows / 200 }, (_, index) => {
        const row = (index + 1) * 200 - 1;
        const cells = Array.from({ length: 5 }, (__, column) => at(row, column * 199));
        return `<row r="${row + 1}">${cells.join("")}</row>`;
      }).join("");
    const width = 4 * 199 + 1;
    const rows = Math.ceil(area / width / 200) * 200;
    const read = (bytes: Uint8Array) => openFileWorkbook(bytes, "x.xlsx").port.read();
    await expect(read(withRows(wide(rows + 200)))).rejects.toThrow(/trop étendue pour être lue/);
    const [sheet] = (await read(withRows(wide(rows - 400)))).sheets;
    expect(sheet?.blocks[0]?.values[0]).toHaveLength(width);
  });

  it("of 470 MB of XML is refused before any of it is inflated, as is all that is beyond the limit", () => {
    const noise = Uint8Array.from({ length: 2 ** 21 }, (_, index) => (index * index * 7919) >>> 7);
    const bytes = zipSync({ ...unzipSync(dijon), [SHEET]: noise }, { level: 0 });
    const others = Object.values(unzipSync(dijon)).reduce((sum, part) => sum + part.length, 0);
    const own = unzipSync(dijon)[SHEET]?.length ?? 0;
    const view = new DataView(bytes.buffer);
    const declaring = (size: number): string => {
      for (let at = bytes.length - 22; at > 0; at--) {
        if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 20, true) === noise.length)
          view.setUint32(at + 24, size, true);
      }
      return refusalOf(bytes);
    };
    expect(declaring(470 * 2 ** 20)).toContain("démesurée");
    expect(declaring(ZIP_LIMITS.totalSize - others + own + 1)).toContain("démesurée");
    // Then it is seen that the size is a lie.
    expect(declaring(ZIP_LIMITS.totalSize - others + own)).toContain("est abîmé");
  });

  it("with more conditional formats than can be read in time is refused", () => {
    const format =
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>';
    const withFormats = (count: number): Uint8Array =>
      withParts(dijon, {
        [SHEET]: partText(dijon, SHEET).replace("</sheetData>", `</sheetData>${format.repeat(count)}`),
      });
    expect(refusalOf(withFormats(WORKBOOK_LIMITS.conditionalFormats + 1))).toContain("mises en forme conditionnelles");
    expect(refusalOf(withFormats(1_000_000))).toContain("(mises en forme conditionnelles)");
  });

  it("with too many entries is refused", () => {
    const many: Record<string, Uint8Array> = {};
    for (let index = 0; index <= ZIP_LIMITS.entries; index++) many[String(index)] = new Uint8Array(0);
    expect(refusalOf(zipSync(many, { level: 0 }))).toContain("est refusé");
  });

  it("with a longer text in a cell than Excel admits is refused, wherever it stands; of that length it is read", () => {
    const inCell = (text: string): Uint8Array =>
      withRows(`<row r="1"><c r="A1" t="inlineStr"><is>${text}</is></c></row>`);
    const longest = "é".repeat(MAX_TEXT);
    expect(openXlsx(inCell(`<t>${longest}</t>`), "x").sheets[0]?.content(0, 0).value).toBe(longest);
    const said = (cell: string): RegExp =>
      new RegExp(`est abîmé.*la feuille « .+ » n’est pas lisible : la cellule ${cell} contient .* 32 767 caractères`);
    expect(refusalOf(inCell(`<t>${longest}é</t>`))).toMatch(said("A1"));
    expect(refusalOf(inCell(`<r><t>${longest}</t></r><r><t>é</t></r>`))).toMatch(said("A1"));
    const ofFormula = `<row r="1"><c r="C1" t="str"><f>B1</f><v>${longest}é</v></c></row>`;
    expect(refusalOf(withRows(ofFormula))).toMatch(said("C1"));
  });

  it("with a row that stands twice is refused, wherever the other one is", () => {
    const [one, other] = ['<row r="4"><c r="B4"><v>1</v></c></row>', '<row r="4"><c r="C4"><v>2</v></c></row>'];
    const between = '<row r="9"/><row r="2"/>';
    for (const rows of [`${one}${other}`, `${one}${between}${other}`])
      expect(refusalOf(withRows(rows))).toContain("la ligne 4 y figure deux fois");
  });

  it.each(["", '<c r="A1"><v>3</v></c>', '<c r="C1"><v>3</v></c>'])(
    "with a cell that stands twice, %j between, is refused, and the cell named",
    (between) => {
      const row = `<row r="1"><c r="B1"><v>1</v></c>${between}<c r="B1"><v>2</v></c></row>`;
      expect(refusalOf(withRows(row))).toContain("la cellule B1 y figure deux fois");
    },
  );

  it.each([0, 99_999_999])("with a row %i is refused", (row) => {
    const rows = `<row r="${row}"><c r="A${row || 1}"><v>1</v></c></row>`;
    expect(refusalOf(withRows(rows))).toContain("n’est pas lisible");
  });
});
