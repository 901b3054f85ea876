// Figures that come with their formula are not computed again: they must be what the engine would have answered.
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { writeBilan } from "../../src/usecases/write-bilan";

const AS_OF = "2026-02-15";

/** The same workbook, with no formula's value kept. */
function forgetful(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts)) {
    if (!path.startsWith("xl/worksheets/sheet")) continue;
    parts[path] = strToU8(strFromU8(part).replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}

function figures({ sheets }: RawWorkbook): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { name, blocks } of sheets) {
    for (const { row, column, values, formulas } of blocks) {
      values.forEach((line, down) => {
        line.forEach((value, across) => {
          if ((formulas[down]?.[across] ?? null) === null) return;
          const rounded = typeof value === "number" ? Number(value.toPrecision(14)) : value;
          found.set(`${name} ${row + down} ${column + across}`, rounded);
        });
      });
    }
  }
  return found;
}

describe("the figures of a plan", () => {
  it.each(["classeur-exemple", "classeur-bilan", "classeur-conforme"])("are those of the engine: %s", async (name) => {
    const workbook = openFileWorkbook(new Uint8Array(readFileSync(`exemples/${name}.xlsx`)), "x.xlsx");
    await verifyWorkbook(workbook.port, contratsIntegres, AS_OF);
    await writeBilan(workbook.port, contratsIntegres, {
      asOf: AS_OF,
      periode: { debut: 2024, fin: 2025 },
      source: "built-in",
    });
    // Twice: the second time the sheets are written over.
    await verifyWorkbook(workbook.port, contratsIntegres, AS_OF);
    const bytes = workbook.save();
    const kept = figures(await openFileWorkbook(bytes, "x.xlsx").port.read());
    const computed = figures(await openFileWorkbook(forgetful(bytes), "x.xlsx").port.read());
    // Links are no formula of the engine's.
    const known = [...computed].filter(([, value]) => value !== UNCOMPUTED);
    expect(known.length).toBeGreaterThan(50);
    expect(known.map(([cell]) => [cell, kept.get(cell)])).toEqual(known);
  });

  it("are computed where they come without one, or with a change that they do not know", async () => {
    const { port, save } = openFileWorkbook(new Uint8Array(readFileSync("exemples/classeur-bilan.xlsx")), "x.xlsx");
    const raw = await port.read();
    const [sheet] = raw.sheets;
    const [block] = sheet?.blocks ?? [];
    if (!sheet || !block) throw new Error("no cell");
    const cell = { sheet: sheet.name, row: block.row + 200, column: 0 };
    await port.apply(
      { highlights: null, sheets: [], cells: [{ cell, content: { value: null, formula: "=6*7" } }] },
      raw,
    );
    const book = openXlsx(save(), "x.xlsx");
    const model = book.sheets.find(({ name }) => name === sheet.name);
    expect(model?.content(cell.row, 0).value).toBe(42);
  });
});
