// Files that we write, opened by two independent readers: LibreOffice, which also computes them anew, and openpyxl.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
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

function seenByOpenpyxl(path: string): Seen {
  const script = fileURLToPath(new URL("read-with-openpyxl.py", import.meta.url));
  return JSON.parse(execFileSync("/usr/bin/python3", [script, path], { encoding: "utf8" })) as Seen;
}

/** The same workbook, opened, computed and saved by LibreOffice. */
function throughLibreOffice(name: string): string {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const out = join(folder, "libreoffice");
  execFileSync(
    "soffice",
    [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "xlsx", "--outdir", out, join(folder, name)],
    {
      stdio: "ignore",
    },
  );
  return join(out, name);
}

async function annotate(name: Fixture): Promise<string> {
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
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, save());
  return path;
}

const isError = (value: unknown): boolean => typeof value === "string" && value.startsWith("#");

const ERROR_MARK = 'LEN("contrat-local-des-solidarites/erreur")>0';

describe.each(["dijon", "riche", "excel-fait-main"] as const)("%s, annotated", (name) => {
  let before: Seen;
  let after: Seen;
  let computed: Seen;

  beforeAll(async () => {
    writeFileSync(join(folder, "original.xlsx"), fixture(name));
    before = seenByOpenpyxl(join(folder, "original.xlsx"));
    after = seenByOpenpyxl(await annotate(name));
    computed = seenByOpenpyxl(throughLibreOffice(`${name}.xlsx`));
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

  it("has our highlights before the agent's conditional formats, to both", () => {
    for (const seen of [after, computed]) {
      const [sheet] = Object.values(seen.sheets);
      const formats = [...(sheet?.conditionalFormats ?? [])].sort((a, b) => a[3] - b[3]);
      const ours = formats.findIndex(([, type, formula]) => type === "expression" && formula === ERROR_MARK);
      expect(formats[ours]?.slice(0, 3)).toEqual(["B4:C4", "expression", ERROR_MARK]);
      expect(formats[ours]?.[4]).toBe(true);
      expect(ours).toBe(0);
    }
  });

  it("has our sheets, to both", () => {
    const title = name === "riche" ? "Écarts (2)" : "Écarts";
    for (const seen of [after, computed]) {
      const sheet = seen.sheets[title];
      expect(sheet?.cells["A1"]?.[0]).toBe("Écarts du contrat");
      expect(sheet?.cells["A2"]?.[1]).toBe("D7");
      expect(sheet?.cells["B3"]?.[0]).toBe("é & <ù>\nligne");
      expect(sheet).toMatchObject({
        orientation: "landscape",
        fit: true,
        frozen: "B2",
        merges: ["A1:B1"],
        titles: "$1:$1",
      });
    }
    expect(after.names["_contrat_solidarites_ecarts"]).toBe(true);
  });

  it("has the values that LibreOffice computes", () => {
    const workbook = openXlsx(readFileSync(join(folder, `${name}.xlsx`)), name);
    let compared = 0;
    for (const sheet of workbook.sheets) {
      for (const [address, [formula, value]] of Object.entries(computed.sheets[sheet.name]?.cells ?? {})) {
        const [, letter = "", digits = ""] = /^([A-Z])(\d+)$/.exec(address) ?? [];
        const ours = after.sheets[sheet.name]?.cells[address]?.[1];
        if (
          typeof formula !== "string" ||
          !formula.startsWith("=") ||
          ours === null ||
          ours === undefined ||
          letter === "" ||
          digits === ""
        )
          continue;
        if (typeof ours === "number") expect(value).toBeCloseTo(ours, 9);
        // Which error it is differs from one version of LibreOffice to the next.
        else if (isError(ours)) expect([sheet.name, address, isError(value)]).toEqual([sheet.name, address, true]);
        else expect([sheet.name, address, value]).toEqual([sheet.name, address, ours]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(name === "excel-fait-main" ? 4 : 2);
  });
});

describe("our own computing", () => {
  it("agrees with LibreOffice on every formula of a workbook without values", async () => {
    writeFileSync(join(folder, "a-calculer.xlsx"), fixture("dijon"));
    const theirs = seenByOpenpyxl(throughLibreOffice("a-calculer.xlsx")).sheets["Tableau budgétaire"]?.cells ?? {};
    const workbook = openXlsx(fixture("dijon"), "dijon.xlsx");
    await workbook.calculate();
    const ours: Record<string, unknown> = {};
    for (let row = 0; row < 15; row++) {
      for (let column = 0; column < 13; column++) {
        const { value, formula } = workbook.sheets[0]?.content(row, column) ?? {};
        if (formula) ours[`${"ABCDEFGHIJKLM"[column] ?? ""}${row + 1}`] = value;
      }
    }
    const expected = Object.entries(theirs).filter(([, [formula]]) => String(formula).startsWith("="));
    expect(ours).toEqual(Object.fromEntries(expected.map(([address, [, value]]) => [address, value])));
    expect(expected).toHaveLength(44);
  }, 120_000);
});
