// Files that we write, opened by two independent readers: LibreOffice, which also computes them anew, and openpyxl.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { computedByLibreOffice, compareWithLibreOffice } from "../libreoffice";
import { fixture, type Fixture } from "./fixtures";
import { ecartsPlan, synthesePlan } from "./plans";

const folder = mkdtempSync(join(tmpdir(), "classeurs-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface SheetSeen {
  /** Formula or value, and value, by address. */
  readonly cells: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly conditionalFormats: readonly (readonly [string, string, string | null, number, boolean])[];
  readonly [property: string]: unknown;
}

interface Seen {
  readonly sheets: Readonly<Record<string, SheetSeen>>;
  readonly names: Readonly<Record<string, boolean>>;
}

function seenByOpenpyxl(bytes: Uint8Array): Seen {
  const path = join(folder, "lu.xlsx");
  writeFileSync(path, bytes);
  const script = fileURLToPath(new URL("read-with-openpyxl.py", import.meta.url));
  return JSON.parse(execFileSync("/usr/bin/python3", [script, path], { encoding: "utf8" })) as Seen;
}

async function annotate(name: Fixture): Promise<Uint8Array> {
  const { port, save } = openFileWorkbook(fixture(name), `${name}.xlsx`);
  const raw = await port.read();
  const sheet = raw.sheets[0]?.name ?? "";
  const range = (row: number) => ({ sheet, top: row, left: 1, bottom: row, right: 2 });
  await port.apply(
    {
      highlights: [
        { severity: "error", range: range(3) },
        { severity: "warning", range: range(4) },
      ],
      sheets: name === "excel-fait-main" ? [ecartsPlan()] : [ecartsPlan(), synthesePlan()],
    },
    raw,
  );
  return save();
}

const ERROR_MARK = 'LEN("contrat-local-des-solidarites/erreur")>0';

describe.each(["dijon", "riche", "excel-fait-main"] as const)("%s, annotated", (name) => {
  let bytes: Uint8Array;
  let before: Seen;
  let after: Seen;
  let computed: Seen;

  beforeAll(async () => {
    bytes = await annotate(name);
    before = seenByOpenpyxl(fixture(name));
    after = seenByOpenpyxl(bytes);
    computed = seenByOpenpyxl(computedByLibreOffice(bytes));
  }, 120_000);

  it("has every cell and object of the agent's, to openpyxl", () => {
    for (const [sheet, { conditionalFormats, ...rest }] of Object.entries(before.sheets)) {
      expect(after.sheets[sheet]).toMatchObject(rest);
      const agents = after.sheets[sheet]?.conditionalFormats.filter(
        ([, , formula]) => !formula?.includes("contrat-local"),
      );
      expect(agents?.map(([area, type, formula]) => [area, type, formula])).toEqual(
        conditionalFormats.map(([area, type, formula]) => [area, type, formula]),
      );
    }
  });

  it("has our highlights before the agent's conditional formats, to openpyxl", () => {
    const [sheet] = Object.values(after.sheets);
    const formats = [...(sheet?.conditionalFormats ?? [])].sort((a, b) => a[3] - b[3]);
    const ours = formats.findIndex(([, type, formula]) => type === "expression" && formula === ERROR_MARK);
    expect(formats[ours]?.slice(0, 3)).toEqual(["B4:C4", "expression", ERROR_MARK]);
    expect(formats[ours]?.[4]).toBe(true);
    expect(ours).toBe(0);
  });

  it("has our sheets, to both", () => {
    const title = name === "riche" ? "Écarts (2)" : "Écarts";
    for (const seen of [after, computed]) {
      const sheet = seen.sheets[title];
      expect(sheet?.cells["A1"]?.[0]).toBe("Écarts du contrat");
      expect(sheet?.cells["A2"]?.[1]).toBe("D7");
      expect(sheet?.cells["B3"]?.[0]).toBe("é & <ù>\nligne");
      expect(sheet).toMatchObject({ frozen: "B2", merges: ["A1:B1"] });
    }
    expect(after.sheets[title]).toMatchObject({ orientation: "landscape", fit: true, titles: "$1:$1" });
    expect(after.names["_contrat_solidarites_ecarts"]).toBe(true);
  });

  it("has the values that LibreOffice computes, those in the file and those that we compute", async () => {
    const workbook = openXlsx(bytes, name);
    const inFile = compareWithLibreOffice(workbook);
    expect(inFile.differing).toEqual([]);
    expect(inFile.formulas).toBeGreaterThan(name === "excel-fait-main" ? 4 : 2);
    await workbook.calculate();
    const { differing, uncomputed } = compareWithLibreOffice(workbook);
    expect(differing).toEqual([]);
    // Another workbook's cell and a function that nobody knows are left to Excel, and what reads them.
    expect(uncomputed).toEqual(name === "riche" ? ["Versements!F3", "Versements!F4", "Versements!F5"] : []);
  });
});

describe("our own computing", () => {
  it("agrees with LibreOffice on every formula of a workbook without values", async () => {
    const workbook = openXlsx(fixture("dijon"), "dijon.xlsx");
    await workbook.calculate();
    expect(compareWithLibreOffice(workbook)).toEqual({ formulas: 44, uncomputed: [], differing: [] });
  });
});
