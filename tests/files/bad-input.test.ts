// What is no sound workbook is refused with one French sentence that names the file and says what to do.
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { WorkbookError } from "../../src/core/workbook-port";
import { openXlsx } from "../../src/files/open-xlsx";
import { ZIP_LIMITS } from "../../src/files/package/read-zip";
import { fixture, partText, withParts, withRows } from "./fixtures";

/** The refusal, with ordinary spaces. */
function refusalOf(bytes: Uint8Array): string {
  try {
    openXlsx(bytes, "budget.xlsx");
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
  ])("with the sheet %s says which part cannot be read", (text) => {
    const bytes = withParts(dijon, { [SHEET]: text });
    const message = () => {
      openXlsx(bytes, "x").sheets[0]?.content(0, 0);
    };
    expect(message).toThrow(WorkbookError);
    expect(message).toThrow(/xl\/worksheets\/sheet1\.xml/);
  });

  it("without any sheet is told so", () => {
    const book = partText(dijon, "xl/workbook.xml").replace(/<sheet [^>]*>/, "");
    expect(refusalOf(withParts(dijon, { "xl/workbook.xml": book }))).toContain("ne contient aucune feuille de calcul");
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

  it("with too many entries is refused", () => {
    const many: Record<string, Uint8Array> = {};
    for (let index = 0; index <= ZIP_LIMITS.entries; index++) many[String(index)] = new Uint8Array(0);
    expect(refusalOf(zipSync(many, { level: 0 }))).toContain("est refusé");
  });

  it.each(['<row r="0"><c r="A0"><v>1</v></c></row>', '<row r="99999999"><c r="A1"><v>1</v></c></row>'])(
    "with the row %s is refused",
    (row) => {
      expect(refusalOf(withRows(row))).toContain("n’est pas lisible");
    },
  );
});
