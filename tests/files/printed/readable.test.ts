// Everything that the product puts on paper can be read there: the smallest letters of each page, as LibreOffice prints it.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { ANNEXE_KINDS, DEFAULT_OPTIONS, requestOf } from "../../../src/core/sheets/annexes/annexe-request";
import { LEAST_TEXT, MARGINS } from "../../../src/core/sheets/parts/paper";
import { SheetBuilder, textCell } from "../../../src/core/sheets/parts/sheet-builder";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { establishProcesVerbal } from "../../../src/usecases/establish-proces-verbal";
import { insertAnnexe } from "../../../src/usecases/insert-annexe";
import { verifyWorkbook } from "../../../src/usecases/verify-workbook";
import { writeBilan } from "../../../src/usecases/write-bilan";
import { contratRiche } from "../../contracts/contrat-riche";
import { contratDuDepartement } from "../../contracts/departement-invente";
import { printedPages, type PrintedPage } from "./printed-pages";

const DATE = "2026-11-24";
const OPTIONS = { ...DEFAULT_OPTIONS, sousTotaux: true, realises: true };
/** LibreOffice writes sizes to a thousandth, and columns to a twentieth of a point. */
const ROUGH = 0.02;

/** Every sheet that the product makes, with nothing filled in and all of it said. */
async function everything(convention: Convention): Promise<readonly PrintedPage[]> {
  const { port, model } = openFileWorkbook(createXlsx("a.xlsx").save(), "a.xlsx");
  const [blank] = model.sheets;
  const requests = ANNEXE_KINDS.map((kind) => requestOf(kind, OPTIONS));
  await insertAnnexe(port, convention, DATE, requests, "given");
  if (blank) model.removeSheet(blank.id);
  await model.calculate();
  await verifyWorkbook(port, convention, DATE, undefined, { source: "given" });
  await writeBilan(port, convention, { periode: "mi-parcours", asOf: DATE, source: "given" });
  await establishProcesVerbal(port, convention, DATE, null, "given");
  return printedPages(model.save());
}

describe("every page of every sheet", () => {
  it.each([
    ["Dijon's contract", contratIntegre],
    ["an invented contract", contratDuDepartement],
    ["a contract with all that the programme knows", contratRiche],
  ])(
    "can be read: %s",
    async (_, convention) => {
      const pages = await everything(convention);
      expect(pages.length).toBeGreaterThan(25);
      for (const { lines, smallest, filled } of pages) {
        expect(smallest, lines[0]).toBeGreaterThanOrEqual(LEAST_TEXT - ROUGH);
        expect(filled, lines[0]).toBeGreaterThan(0.04);
        expect(lines.join("\n")).not.toContain("###");
      }
      const signed = pages.at(-1)?.lines.join("\n") ?? "";
      const parties = [convention.etat, convention.collectivite, ...(convention.signataires ?? [])];
      for (const { nom } of parties) expect(signed.replaceAll(/\s+/gu, " ")).toContain(nom.split(/\s+/u)[0]);
      expect(signed.match(/Signature/gu)).toHaveLength(parties.length);
    },
    120_000,
  );
});

describe("the paper of a sheet", () => {
  const columns = (count: number, width: number) => Array.from({ length: count }, () => width);

  async function print(widths: readonly number[], titleColumns = 1) {
    const builder = new SheetBuilder(widths);
    builder.addRow(widths.map((_, column) => textCell(column < titleColumns ? "Action" : `${column}`)));
    const sheet = { name: "Essai", base: { font: { size: 10 } }, frozenRows: 0, orientation: "landscape" } as const;
    const plan = builder.layOut({ ...sheet, frozenColumns: titleColumns, titleRows: null, header: "" });
    const { port, model } = openFileWorkbook(createXlsx("a.xlsx").save(), "a.xlsx");
    const [blank] = model.sheets;
    const annexe = { ...plan, controls: [], names: [] };
    await port.apply({ highlights: null, sheets: [], annexes: [annexe] }, await port.read());
    if (blank) model.removeSheet(blank.id);
    return { page: plan.page, pages: await printedPages(model.save()) };
  }

  /** Eleven columns, clearly within one page across and clearly beyond it: where the limit stands, the tests of the plan say. */
  it.each([
    [16.5, 1],
    [18.5, 2],
  ])("is A4, and columns of %s are read on so many pages of it: %i", async (width, count) => {
    const { page, pages } = await print(columns(11, width));
    expect(page.paper).toBe("A4");
    expect(page.margins).toEqual(MARGINS);
    expect(pages).toHaveLength(count);
    for (const { smallest } of pages) expect(smallest).toBeGreaterThanOrEqual(LEAST_TEXT - ROUGH);
  });

  it("repeats the columns of labels where a table goes over several pages", async () => {
    const { pages } = await print(columns(40, 14), 2);
    expect(pages.length).toBeGreaterThan(2);
    for (const { lines, smallest } of pages) {
      expect(lines[0]).toMatch(/^Action +Action +\d+/u);
      expect(smallest).toBeGreaterThanOrEqual(LEAST_TEXT - ROUGH);
    }
    const shown = pages.flatMap(({ lines }) => lines[0]?.match(/\d+/gu) ?? []);
    expect(shown.map(Number)).toEqual(Array.from({ length: 38 }, (_, index) => index + 2));
  });
});
