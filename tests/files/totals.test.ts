// Refreshed totals in files: LibreOffice computes them to the figures of the preview, and nothing else has changed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { columnName } from "xlsx-model/local-cell";
import type { Convention } from "../../src/core/contract/convention";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { applyTotals, previewTotals } from "../../src/usecases/refresh-totals";
import { annexWorkbook } from "../contracts/annex-workbook";
import { contratDuDepartement } from "../contracts/departement-invente";
import { budgetLayouts, executionLayouts } from "../core/reading/layouts";
import type { CellLiteral } from "../core/reading/raw-workbook-builder";
import { fileOf } from "../core/why/totals/refreshed";
import { fixture } from "./fixtures";
import { computedByLibreOffice } from "../libreoffice";

const AS_OF = "2026-11-24";
const folder = mkdtempSync(join(tmpdir(), "totaux-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Seen = Readonly<Record<string, { readonly cells: Readonly<Record<string, readonly [unknown, unknown]>> }>>;

function seenByOpenpyxl(bytes: Uint8Array): Seen {
  const path = join(folder, "lu.xlsx");
  writeFileSync(path, bytes);
  const script = fileURLToPath(new URL("read-with-openpyxl.py", import.meta.url));
  const read = JSON.parse(execFileSync("/usr/bin/python3", [script, path], { encoding: "utf8" })) as { sheets: Seen };
  return read.sheets;
}

async function refresh(bytes: Uint8Array, convention: Convention) {
  const { port, save } = openFileWorkbook(bytes, "classeur.xlsx");
  const preview = await previewTotals(port, convention, AS_OF);
  await applyTotals(port, convention, AS_OF, preview);
  return { preview, saved: save() };
}

/** The first year alone, with a column for the share of each axe. */
function withShares(rows: readonly (readonly CellLiteral[])[]): readonly (readonly CellLiteral[])[] {
  return rows.map((row, index) => (index === 1 ? [...row.slice(0, 4), "Part de l’axe"] : row.slice(0, 4)));
}

const inCents = annexWorkbook(contratDuDepartement).sheets[0]?.blocks[0]?.values ?? [];
const layout = (name: string) =>
  [...budgetLayouts, ...executionLayouts].find((each) => each.name === name)?.sheets.cells() ?? {};

describe.each([
  { name: "cents", sheets: { Budget: inCents }, convention: contratDuDepartement },
  { name: "shares", sheets: { Budget: withShares(inCents) }, convention: contratDuDepartement },
  { name: "k€", sheets: layout("amounts in k€"), convention: contratIntegre },
  { name: "years", sheets: layout("one sheet per year, named by the sheet"), convention: contratIntegre },
  { name: "flat", sheets: layout("a flat table with merged years and a total of each"), convention: contratIntegre },
  { name: "executed", sheets: layout("years that say it"), convention: contratIntegre },
])("$name", ({ sheets, convention }) => {
  it("is computed by LibreOffice to the figures of the preview", async () => {
    const { preview, saved } = await refresh(fileOf(sheets).save(), convention);
    const [written, computed] = [seenByOpenpyxl(saved), seenByOpenpyxl(computedByLibreOffice(saved))];
    expect(preview.changes.length).toBeGreaterThan(17);
    for (const { cell, formula, value } of preview.changes) {
      const address = `${columnName(cell.column)}${cell.row + 1}`;
      expect([address, written[cell.sheet]?.cells[address]?.[0]]).toEqual([address, formula]);
      expect(computed[cell.sheet]?.cells[address]?.[1]).toBeCloseTo(value, 6);
    }
  });
});

describe("a file of an agent's", () => {
  it("keeps every part but the sheet of the totals", async () => {
    const before = unzipSync(fixture("dijon"));
    const file = openFileWorkbook(fixture("dijon"), "dijon.xlsx");
    const [sheet] = file.model.sheets;
    const style = sheet?.style(3, 1);
    sheet?.setContent(3, 1, { value: 1, formula: null });
    const { preview, saved } = await refresh(file.save(), contratIntegre);
    expect(preview.changes.map(({ cell: { row, column }, formula }) => [row, column, formula])).toContainEqual([
      3,
      1,
      "=C4+D4",
    ]);
    const after = unzipSync(saved);
    const kept = Object.keys(before).filter(
      (part) => !/sheet1\.xml$|calcChain|\[Content_Types\]|workbook\.xml\.rels/.test(part),
    );
    expect(kept.length).toBeGreaterThan(5);
    for (const part of kept)
      expect([part, strFromU8(after[part] ?? new Uint8Array())]).toEqual([
        part,
        strFromU8(before[part] ?? new Uint8Array()),
      ]);
    const reopened = openFileWorkbook(saved, "dijon.xlsx").model.sheets[0];
    expect([reopened?.content(3, 1), reopened?.style(3, 1)]).toEqual([{ value: 130000, formula: "=C4+D4" }, style]);
  });

  it("says that the inner cell of a merged area takes no total", async () => {
    const file = fileOf(layout("a single row of headings"));
    const [sheet] = file.model.sheets;
    sheet?.setContent(2, 1, { value: null, formula: null });
    sheet?.merge({ top: 1, left: 1, bottom: 2, right: 1 });
    const { preview } = await refresh(file.save(), contratIntegre);
    expect(preview.notes).toEqual([expect.stringMatching(/^Dans une zone fusionnée, .*Budget!B3/)]);
    expect(preview.changes.map(({ cell }) => [cell.row, cell.column])).not.toContainEqual([2, 1]);
  });
});
