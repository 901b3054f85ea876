// What Word shows of a signed contract and its text does not say by itself: numbering, merged cells, text boxes, notes, changes.
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/documents/docx/read-docx";
import { DocumentError } from "../../src/documents/limits";
import { cell, numbered, paragraph, rawDocx, row, run, table } from "./raw-docx";

const read = (body: string, parts?: Readonly<Record<string, string>>) => readDocx(rawDocx(body, parts), "contrat.docx");
const said = (body: string, parts?: Readonly<Record<string, string>>) =>
  read(body, parts).blocs.map((bloc) => (bloc.kind === "paragraphe" ? bloc.texte : bloc.lignes));

const level = (rank: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${rank}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="4">${level(0, "decimal", "Article %1 -")}${level(1, "decimal", "%1.%2")}${level(2, "lowerLetter", "%3)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="5">${level(0, "bullet", "•")}${level(1, "upperRoman", "%2", 4)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;

describe("Word's own numbering", () => {
  it("says the numbers that Word shows, over levels, lists and a new beginning", () => {
    const body = [
      paragraph("Objet", numbered(1, 0)),
      paragraph("Parties", numbered(1, 1)),
      paragraph("Durée", numbered(1, 1)),
      paragraph("premier point", numbered(1, 2)),
      paragraph("second point", numbered(1, 2)),
      paragraph("une puce", numbered(2, 0)),
      paragraph("Financement", numbered(1, 0)),
      paragraph("Crédits", numbered(1, 1)),
      paragraph("Annexe", numbered(2, 1)),
      paragraph("Avenants", numbered(3, 0)),
    ].join("");
    expect(said(body, { numbering: NUMBERING })).toEqual([
      "Article 1 - Objet",
      "1.1 Parties",
      "1.2 Durée",
      "a) premier point",
      "b) second point",
      "une puce",
      "Article 2 - Financement",
      "2.1 Crédits",
      "IV Annexe",
      "Article 7 - Avenants",
    ]);
  });

  it("takes the numbering of a style, and of the style that it is based on, unless the paragraph says none", () => {
    const styles = `<w:style w:styleId="Titre1"><w:pPr>${numbered(1, 0)}</w:pPr></w:style><w:style w:styleId="Mien"><w:basedOn w:val="Titre1"/></w:style>`;
    const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
    const body = [
      paragraph("Objet", style("Titre1")),
      paragraph("Durée", style("Mien")),
      paragraph("Sans numéro", style("Mien") + numbered(0, 0)),
      paragraph("Fin", style("Titre1")),
    ].join("");
    expect(said(body, { numbering: NUMBERING, styles })).toEqual([
      "Article 1 - Objet",
      "Article 2 - Durée",
      "Sans numéro",
      "Article 3 - Fin",
    ]);
  });
});

describe("tables", () => {
  it("keeps a merged cell's text in its first place, over columns, rows and what is left out before a row", () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const body = table(
      row(cell("Actions", restart), cell("2024", '<w:gridSpan w:val="2"/>')),
      row(cell("", "<w:vMerge/>"), "État", "Ville"),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("1 000")}${cell("500")}</w:tr>`,
    );
    expect(said(body)).toEqual([
      [
        ["Actions", "2024", ""],
        ["", "État", "Ville"],
        ["", "1 000", "500"],
      ],
    ]);
  });

  it("reads a frame of one cell as paragraphs, with the table that it holds after them", () => {
    const budget = table(row("Action", "Montant"), row("1", "500"));
    expect(said(table(row(cell(paragraph("FICHE ACTION 1") + budget))))).toEqual([
      "FICHE ACTION 1",
      [
        ["Action", "Montant"],
        ["1", "500"],
      ],
    ]);
  });

  it("reads the budget within the form of a fiche as a table of its own", () => {
    const over = (text: string, columns: number): string => cell(text, `<w:gridSpan w:val="${columns}"/>`);
    const body = table(
      row(over("Fiche action 1", 3)),
      row("Public cible", over("Familles en insertion", 2)),
      row("Pilotage", over("Département", 2)),
      row("Budget", "2024", "2025"),
      row("État", "1 000", "2 000"),
      row("Total", over("3 000", 2)),
      row("Partenaires", over("Associations", 2)),
    );
    expect(said(body)).toEqual([
      [
        ["Fiche action 1", ""],
        ["Public cible", "Familles en insertion"],
        ["Pilotage", "Département"],
      ],
      [
        ["Budget", "2024", "2025"],
        ["État", "1 000", "2 000"],
        ["Total", "3 000", ""],
      ],
      [["Partenaires", "Associations"]],
    ]);
  });

  it("names each table by its rank", () => {
    const { blocs } = read(table(row("a", "b")) + paragraph("Entre") + table(row("c", "d")));
    expect(blocs.map(({ lieu }) => lieu)).toEqual(["tableau 1", "paragraphe 1", "tableau 2"]);
  });
});

describe("what stands beside the text", () => {
  it("reads a text box once, after its paragraph, and not the copy for old programs", () => {
    const content = `<w:txbxContent>${paragraph("Encadré")}</w:txbxContent>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(said(paragraph(run("Avant") + box + run(" après")))).toEqual(["Avant après", "Encadré"]);
  });

  it("reads notes at the end, without the lines that Word draws above them", () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph("x")}</w:footnote><w:footnote w:id="2">${paragraph("Sous réserve du vote.")}</w:footnote>`;
    const { blocs } = read(paragraph("Montant"), { footnotes });
    expect(blocs).toMatchObject([{ texte: "Montant" }, { texte: "Sous réserve du vote.", lieu: "note 1" }]);
  });

  it("reads what was inserted, not what was deleted nor hidden, and says that changes are not accepted", () => {
    const body = paragraph(
      `<w:del><w:r><w:delText>20 %</w:delText></w:r></w:del><w:ins>${run("30 %")}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>`,
    );
    const { blocs, nonLus } = read(body);
    expect(blocs).toMatchObject([{ texte: "30 %" }]);
    expect(nonLus).toEqual([expect.stringContaining("modifications suivies")]);
    expect(read(paragraph("30 %")).nonLus).toBeUndefined();
  });

  it("leaves out the code of a field and keeps what it shows, boxes that are ticked or not, tabs and breaks", () => {
    const body = paragraph(
      `<w:r><w:instrText>PAGE</w:instrText></w:r>${run("3")}<w:r><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run(" oui ")}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${run(" non")}<w:r><w:br/></w:r>${run("suite")}`,
    );
    expect(said(body)).toEqual(["3 ☒ oui ☐ non", "suite"]);
  });
});

describe("what is refused", () => {
  const refusal = (read: () => unknown): string => {
    try {
      read();
    } catch (error) {
      if (error instanceof DocumentError) return error.message;
      throw error;
    }
    return "";
  };

  it("a document type, a broken part, another kind of zip, an older format", () => {
    const withType = rawDocx(paragraph("x"), { styles: "<w:x>" });
    expect(refusal(() => readDocx(withType, "x.docx"))).toMatch(/abîmé/);
    expect(refusal(() => readDocx(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "x.doc"))).toMatch(/format ancien/);
    expect(refusal(() => readDocx(new Uint8Array(30), "x.docx"))).toMatch(/n’est pas un document Word/);
  });
});
