// Two contracts, each signed in several forms: the same paragraphs, tables and definition come out of all of them.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/documents/docx/read-docx";
import { joinDocuments } from "../../src/documents/join-documents";
import { readPdf } from "../../src/documents/pdf/read-pdf";
import { readText } from "../../src/documents/read-text";
import { workbookTables } from "../../src/documents/workbook-tables";
import { annexWorkbook } from "../contracts/annex-workbook";
import { contratDuDepartement } from "../contracts/departement-invente";
import { contratEnMilliers, CONTRAT_EN_TEXTE } from "../contracts/other-documents";
import { signedDocument } from "../contracts/signed-document";
import { ARTICLES, bocageDocx, NOTE } from "./forms";
import { contentOf, definitionOf } from "./same-contract";

/** Written once by LibreOffice from the Word documents: through-libreoffice.test.ts writes them again. */
const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/${name}.pdf`));

describe("a contract in thousands, its tables merged, cut by a page, with words cut by their column", () => {
  it("is the same as a PDF and as a Word document", async () => {
    const [word, pdf] = [readDocx(await contratEnMilliers(), "x"), await readPdf(fixture("contrat-en-milliers"), "x")];
    expect(contentOf(pdf)).toEqual(contentOf(word));
    expect(definitionOf(pdf)).toEqual(definitionOf(word));
  });
});

describe("a contract with a running title, numbered articles, a note, and annexes across the page", () => {
  it("is the same as a PDF and as a Word document, but for the place of the note", async () => {
    const [word, pdf] = [
      contentOf(readDocx(await bocageDocx(), "x")),
      contentOf(await readPdf(fixture("contrat-du-bocage"), "x")),
    ];
    expect(word.at(-1)).toBe(NOTE);
    expect(pdf.filter((each) => each !== NOTE)).toEqual(word.slice(0, -1));
    expect(pdf).toContain(NOTE);
    expect(word.slice(0, 4)).toEqual(["Article 1 – Durée", ARTICLES[0], "Article 2 – Financement", ARTICLES[1]]);
  });

  it("gives the same definition as a text", async () => {
    const text = ["Article 1 – Durée", ARTICLES[0], "Article 2 – Financement", ARTICLES[1], CONTRAT_EN_TEXTE].join(
      "\n",
    );
    const word = definitionOf(readDocx(await bocageDocx(), "x"));
    expect(definitionOf(readText(text, "x"))).toEqual(word);
    expect(definitionOf(await readPdf(fixture("contrat-du-bocage"), "x"))).toEqual(word);
  });
});

describe("a contract whose annexes are a workbook", () => {
  it("gives the definition that it gives in one document, and names file and sheet", async () => {
    const whole = readDocx(await signedDocument(contratDuDepartement), "convention.docx");
    const articles = { ...whole, blocs: whole.blocs.filter(({ kind }) => kind === "paragraphe") };
    const annexes = workbookTables({ ...annexWorkbook(contratDuDepartement), name: "annexes.xlsx" });
    const joined = joinDocuments([articles, annexes]);
    expect(definitionOf(joined)).toEqual(definitionOf(whole));
    expect(joined.name).toBe("convention.docx, annexes.xlsx");
    const lieux = joined.blocs.map(({ lieu }) => lieu.replace(/\u00a0/g, " "));
    expect(lieux[0]).toBe("convention.docx, paragraphe 1");
    expect(lieux.at(-1)).toMatch(/^annexes\.xlsx, feuille « .+ »$/);
  });
});
