// The Word document of the report: its parts as Word reads them, and its text as LibreOffice shows it.
import { sayReason } from "../../src/core/domain/known";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Bilan } from "../../src/core/reports/bilan/bilan";
import type { Ecriture } from "../../src/core/facts/ledger/ecriture";
import { computeBilan } from "../../src/core/reports/bilan/compute-bilan";
import type { Periode } from "../../src/core/reports/bilan/periode";
import type { Convention } from "../../src/core/contract/convention";
import { formatMontant } from "../../src/core/domain/words/format";
import { formatTaux } from "../../src/core/domain/values/taux";
import { verify } from "../../src/core/verify";
import { parseXml, type XmlElement } from "xlsx-model/xml/parse-xml";
import { bilanDocx } from "../../src/word/bilan-docx";
import { annexWorkbook } from "../contracts/annex-workbook";
import { contratDuDepartement } from "../contracts/departement-invente";
import { execution, indicateurs, withSlips } from "../core/executed-workbook";
import { tableauBudgetaire } from "../core/reading/annexes";
import { rawWorkbook } from "../core/reading/raw-workbook-builder";
import { converted } from "../libreoffice";
import { validationErrors } from "../microsoft-validator";

const folder = mkdtempSync(join(tmpdir(), "bilan-word-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const MID_TERM: Periode = { debut: 2024, fin: 2025 };

const executed = rawWorkbook({
  "Tableau budgétaire": tableauBudgetaire,
  // Action 1: 40 000,33 € of the State in 2024, nothing readable in 2025; action 2: nothing given in 2025.
  Exécution: withSlips(execution, { B4: null, C4: 40_000.33, G4: "à voir", G5: null, F5: null }),
  Indicateurs: withSlips(indicateurs, { E3: 0 }),
});

function bilanOf(periode: Periode = MID_TERM, convention: Convention = contratIntegre, raw = executed): Bilan {
  const { dossier, verification } = verify(raw, convention, "2026-11-24");
  return computeBilan(dossier, verification, periode);
}

type Parts = Readonly<Record<string, Uint8Array>>;

const partText = (parts: Parts, name: string): string => strFromU8(parts[name] ?? new Uint8Array());

function* elements(element: XmlElement, name: string): Generator<XmlElement> {
  if (element.name === name) yield element;
  for (const child of element.children) yield* elements(child, name);
}

/** All the texts of the document, cell and paragraph apart. */
const bodyText = (parts: Parts): string =>
  partText(parts, "word/document.xml")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

function figuresOf(bilan: Bilan): string[] {
  const figures = ({
    contractualise,
    execute: { etat, collectivite, total },
    taux,
    nonConsomme,
  }: Ecriture): string[] => [
    ...Object.values(contractualise).map(formatMontant),
    ...[etat, collectivite, total, nonConsomme].map(({ value, reason }) =>
      value === null ? sayReason(reason) : formatMontant(value),
    ),
    ...(taux ? [formatTaux(taux.numerateur, taux.denominateur)] : []),
  ];
  const { groupes, annees, cumul } = bilan.financier;
  const all = [
    ...groupes.flatMap((groupe) => [
      ...groupe.lignes.flatMap((ligne) => [...ligne.annees, ligne.cumul]),
      ...groupe.annees,
      groupe.cumul,
    ]),
    ...annees,
    cumul,
  ];
  return all.flatMap(figures);
}

describe("the Word document of the report", () => {
  const bilan = bilanOf();
  let bytes: Uint8Array;
  let parts: Parts;
  beforeAll(async () => {
    bytes = await bilanDocx(bilan);
    parts = unzipSync(bytes);
  });

  it("is a package of sound XML, of which the document is the main part", () => {
    for (const [name, content] of Object.entries(parts)) {
      if (/\.(?:xml|rels)$/.test(name)) expect(() => parseXml(strFromU8(content)), name).not.toThrow();
    }
    expect(partText(parts, "[Content_Types].xml")).toContain(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    );
    expect(partText(parts, "docProps/core.xml")).toContain("Bilan d’exécution 2024-2025");
  });

  it("holds every figure of the report, and says why where there is none", () => {
    const text = bodyText(parts);
    const figures = figuresOf(bilan);
    expect(figures.length).toBeGreaterThan(250);
    expect(figures).toContain("40\u00a0000,33\u00a0€");
    expect(figures).toContain("illisible");
    for (const figure of new Set(figures)) expect(text).toContain(figure);
    // As many times as there are figures: no row and no year is left out.
    const counts = new Map<string, number>();
    for (const figure of figures) counts.set(figure, (counts.get(figure) ?? 0) + 1);
    const lines = text.split("\n");
    for (const [figure, count] of counts) {
      expect(lines.filter((line) => line === figure).length, figure).toBeGreaterThanOrEqual(count);
    }
  });

  it("holds the indicators, the discrepancies and what lacks", () => {
    const text = bodyText(parts);
    for (const { intitule } of bilan.matrice) expect(text).toContain(intitule);
    for (const { message } of bilan.ecartsOuverts) expect(text).toContain(message);
    for (const { texte } of bilan.manques) expect(text).toContain(texte);
    expect(bilan.manques.length).toBeGreaterThan(0);
    for (const etat of [bilan.etats.chiffres, bilan.etats.textes, bilan.etats.deliberation]) {
      expect(text).toContain(etat);
    }
  });

  it("has headings for the navigation pane, each with a place for the agent's text", () => {
    const document = parseXml(partText(parts, "word/document.xml"));
    const styles = [...elements(document, "pStyle")].map(({ attributes }) => attributes["w:val"]);
    const count = (style: string) => styles.filter((each) => each === style).length;
    expect([count("Title"), count("Heading1")]).toEqual([1, 9]);
    // Per action: objective, money, indicators, results, impact, difficulties; and reasons for one.
    expect(count("Heading3")).toBe(8 * 6 + 1);
    const sheet = partText(parts, "word/styles.xml");
    for (const level of [1, 2, 3]) {
      expect(sheet).toMatch(new RegExp(`w:styleId="Heading${level}"[\\s\\S]*?w:outlineLvl w:val="${level - 1}"`));
    }
    expect(count("Consigne")).toBeGreaterThanOrEqual(24 + 3 * 4);
    expect(sheet).toContain('w:styleId="Consigne"');
  });

  it("repeats the headings of its tables, cuts no row, and turns the pages of the wide ones", () => {
    const document = parseXml(partText(parts, "word/document.xml"));
    const tables = [...elements(document, "tbl")];
    const withHeadings = tables.filter((table) => [...elements(table, "tblHeader")].length > 0);
    // But the one that only names the parties.
    // Among them the reasons; and for each of the eight actions its money and its indicators.
    expect([tables.length, withHeadings.length]).toEqual([13 + 16, 12 + 16]);
    for (const row of elements(document, "tr")) expect([...elements(row, "cantSplit")]).toHaveLength(1);
    const pages = [...elements(document, "pgSz")].map(({ attributes }) => attributes);
    expect(pages.map((page) => page["w:orient"])).toEqual(["portrait", "landscape", "portrait"]);
    expect(pages.map((page) => Number(page["w:w"]) > Number(page["w:h"]))).toEqual([false, true, false]);
  });

  it("covers in each row the columns that its table has", () => {
    const document = parseXml(partText(parts, "word/document.xml"));
    for (const table of elements(document, "tbl")) {
      const columns = [...elements(table, "gridCol")].length;
      for (const row of elements(table, "tr")) {
        const spans = [...elements(row, "tc")].map((cell) => {
          const [span] = elements(cell, "gridSpan");
          return Number(span?.attributes["w:val"] ?? 1);
        });
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
      }
    }
  });

  it("is in French, numbers its pages, and depends on no clock", async () => {
    expect(partText(parts, "word/styles.xml")).toContain('<w:lang w:val="fr-FR"');
    const footers = Object.keys(parts).filter((name) => /word\/footer\d+\.xml$/.test(name));
    expect(footers).toHaveLength(3);
    for (const name of footers) expect(partText(parts, name)).toMatch(/PAGE[\s\S]*NUMPAGES/);
    expect(partText(parts, "docProps/core.xml")).toContain(">2026-11-24T00:00:00Z<");
    // Archives know two seconds at best.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await bilanDocx(bilan)).equals(Buffer.from(bytes))).toBe(true);
  });

  it("passes Microsoft's validator", async () => {
    const file = join(folder, "valide.docx");
    writeFileSync(file, bytes);
    expect(await validationErrors(file)).toEqual([]);
  });

  it("shows the same text in LibreOffice", () => {
    const shown = strFromU8(converted(bytes, "docx", "txt:Text (encoded):UTF8"));
    for (const figure of new Set(figuresOf(bilan))) expect(shown).toContain(figure);
    expect(shown).toContain("Matrice des indicateurs");
  });
});

describe("another report", () => {
  it("of a whole contract shows the coming years as such", async () => {
    const bilan = bilanOf({ debut: 2024, fin: 2027 });
    const text = bodyText(unzipSync(await bilanDocx(bilan)));
    expect(text).toContain("Bilan d’exécution 2024-2027");
    expect(text).toContain("année non close");
    expect(text).toContain("Cumul 2024-2025");
  });

  it("of one year, of a contract with three axes and without any execution, is made all the same", async () => {
    const [first] = contratDuDepartement.annees;
    const annee = first?.annee ?? 0;
    const bilan = bilanOf({ debut: annee, fin: annee }, contratDuDepartement, annexWorkbook(contratDuDepartement));
    const parts = unzipSync(await bilanDocx(bilan));
    const text = bodyText(parts);
    expect(text).toContain(`Bilan d’exécution ${annee}`);
    expect(text).toContain(contratDuDepartement.collectivite.designation);
    expect(text).not.toContain("Métropole");
    expect(text).not.toContain("Cumul");
    for (const figure of new Set(figuresOf(bilan))) expect(text).toContain(figure);
  });

  it("of a contract with very many actions leaves them to the sheets, and says so", async () => {
    const bilan = bilanOf();
    const lignes = bilan.financier.groupes.flatMap((groupe) => groupe.lignes);
    const groupes = bilan.financier.groupes.map((groupe) => ({
      ...groupe,
      lignes: Array.from({ length: 2000 }, (_, index) => lignes[index % lignes.length]).filter((ligne) => !!ligne),
    }));
    const [finding] = bilan.ecartsOuverts;
    if (!finding) throw new Error("no finding");
    const ecartsOuverts = Array.from({ length: 1000 }, () => finding);
    const long = { ...bilan, financier: { ...bilan.financier, groupes }, ecartsOuverts };
    const text = bodyText(unzipSync(await bilanDocx(long)));
    expect(text).toContain(
      "Le détail des 8\u00a0000 actions n’est pas repris ici\u00a0: il est dans les feuilles du bilan.",
    );
    expect(text).toContain("Et 700 autres lignes, dans les feuilles du bilan.");
    expect(text).toContain("Axe 4, ensemble");
    expect(text).not.toContain("Résultats obtenus");
  });

  it("begins a table on the page of the sentence that it follows", async () => {
    const document = parseXml(partText(unzipSync(await bilanDocx(bilanOf())), "word/document.xml"));
    const blocks = [...elements(document, "body")][0]?.children ?? [];
    const words = (block: XmlElement): string => [...elements(block, "t")].map(({ text }) => text).join("");
    const lead = blocks.findIndex((block) => /^\d+ écarts à corriger/.test(words(block)));
    expect(blocks[lead + 1]?.name).toBe("tbl");
    expect(blocks.slice(lead, lead + 1).flatMap((block) => [...elements(block, "keepNext")])).toHaveLength(1);
  });

  it("keeps what a label holds: ampersands, angle brackets, control characters", async () => {
    const bilan = bilanOf();
    const entete = { ...bilan.entete, intitule: 'Contrat <b> & "Cie"\u0007' };
    const parts = unzipSync(await bilanDocx({ ...bilan, entete }));
    expect(() => parseXml(partText(parts, "word/document.xml"))).not.toThrow();
    expect(bodyText(parts)).toContain("Contrat &lt;b");
  });
});
