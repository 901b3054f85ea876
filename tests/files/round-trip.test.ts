// Nothing of the agent's is lost: what is not concerned keeps its exact bytes, and highlights leave no trace in the sheets.
import { describe, expect, it } from "vitest";
import type { Highlight } from "../../src/core/workbook-port";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { changedParts, fixture, FIXTURES, partText, withParts } from "./fixtures";

const SHEET = "xl/worksheets/sheet1.xml";

function highlight(
  sheet: string,
  address: readonly [number, number],
  severity: Highlight["severity"] = "error",
): Highlight {
  const [row, column] = address;
  return { severity, range: { sheet, top: row, left: column, bottom: row, right: column } };
}

async function highlighted(bytes: Uint8Array, highlights: readonly Highlight[]): Promise<Uint8Array> {
  const { port, save } = openFileWorkbook(bytes, "classeur.xlsx");
  await port.apply({ highlights, sheets: [] }, await port.read());
  return save();
}

describe("an .xlsx that is read and saved", () => {
  it.each(FIXTURES)("keeps every part of %s byte for byte", async (name) => {
    const bytes = fixture(name);
    const { port, save } = openFileWorkbook(bytes, name);
    await port.read();
    expect(changedParts(bytes, save())).toEqual([]);
  });

  it("keeps even the compressed bytes and the order of the entries", () => {
    const saved = openXlsx(fixture("riche"), "riche.xlsx").save();
    expect(openXlsx(saved, "riche.xlsx").save()).toEqual(saved);
  });
});

describe("highlights", () => {
  it.each(FIXTURES.filter((name) => name !== "feuille-protegee"))(
    "touch only the sheet and the styles of %s",
    async (name) => {
      const bytes = fixture(name);
      const [first] = openXlsx(bytes, name).sheets;
      const after = await highlighted(bytes, [
        highlight(first?.name ?? "", [3, 1]),
        highlight(first?.name ?? "", [4, 1], "info"),
      ]);
      const changed = changedParts(bytes, after).filter((path) => !path.includes("rels") && !path.startsWith("["));
      expect(changed.filter((path) => path !== "xl/workbook.xml")).toEqual(["xl/styles.xml", SHEET]);
    },
  );

  it.each(FIXTURES.filter((name) => name !== "feuille-protegee"))(
    "cleared in a later session, leave the sheets of %s as they were",
    async (name) => {
      const bytes = fixture(name);
      const sheets = openXlsx(bytes, name).sheets.map((sheet) => sheet.name);
      const lit = await highlighted(
        bytes,
        sheets.flatMap((sheet) => [highlight(sheet, [3, 1]), highlight(sheet, [9, 2], "warning")]),
      );
      expect(changedParts(bytes, lit)).toContain(SHEET);
      const cleared = await highlighted(lit, []);
      expect(changedParts(bytes, cleared).filter((path) => path.startsWith("xl/worksheets"))).toEqual([]);
    },
  );

  it("stand before the agent's own conditional formats, which keep their order", async () => {
    const lit = await highlighted(fixture("excel-fait-main"), [highlight("Feuil1", [1, 0])]);
    const [ours, first, second] = openXlsx(lit, "x").sheets[0]?.conditionalFormats ?? [];
    expect(ours?.formula).toBe('LEN("contrat-local-des-solidarites/erreur")>0');
    expect([first?.type, second?.formula]).toEqual(["cellIs", "A2<0"]);
    const sheet = partText(lit, SHEET);
    expect([...sheet.matchAll(/cfRule[^>]*priority="(\d+)"/g)].map(([, rank]) => rank)).toEqual(["1", "2", "4", "3"]);
    expect(sheet).toContain('x14:cfRule type="iconSet" priority="3"');
  });

  it("of a second run replace those of the first", async () => {
    const once = await highlighted(fixture("riche"), [highlight("Tableau budgétaire", [3, 1])]);
    const twice = await highlighted(once, [highlight("Tableau budgétaire", [5, 2])]);
    const direct = await highlighted(fixture("riche"), [highlight("Tableau budgétaire", [5, 2])]);
    expect(partText(twice, SHEET)).toBe(partText(direct, SHEET));
    expect(partText(twice, "xl/styles.xml")).toBe(partText(once, "xl/styles.xml"));
  });

  it("are gathered into one area per severity", async () => {
    const { severity, range } = highlight("Tableau budgétaire", [2, 1]);
    const rectangle = { severity, range: { ...range, bottom: 4, right: 2 } };
    const lit = await highlighted(fixture("dijon"), [rectangle, highlight("Tableau budgétaire", [9, 9])]);
    expect(partText(lit, SHEET)).toContain('<conditionalFormatting sqref="B3:C5 J10">');
  });
});

describe("a part in another encoding", () => {
  it("is read, and written as UTF-8 once touched", async () => {
    const bytes = fixture("dijon");
    const text = partText(bytes, SHEET);
    const declared = `<?xml version="1.0" encoding="utf-16"?>${text.replace(/^<\?xml[^>]*\?>/, "")}`;
    const utf16 = Buffer.from(`\ufeff${declared}`, "utf16le").toString("latin1");
    const other = withParts(bytes, {});
    const { unzipSync, zipSync, strToU8 } = await import("fflate");
    const encoded = zipSync({ ...unzipSync(other), [SHEET]: strToU8(utf16, true) });
    const lit = await highlighted(encoded, [highlight("Tableau budgétaire", [3, 1])]);
    expect(openXlsx(lit, "x").sheets[0]?.content(2, 0).value).toContain("Prévenir la pauvreté");
    expect(partText(lit, SHEET)).not.toContain("utf-16");
  });
});
