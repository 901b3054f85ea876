// Cells far to the right of a table, left there once: they stand in the table's rows and take nothing of it away.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verify } from "../../../src/core/verify";
import { BLOCK_GAP } from "../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { openFileWorkbook } from "../../../src/files/file-workbook";

const bytes = new Uint8Array(readFileSync(new URL("../../../exemples/classeur-conforme.xlsx", import.meta.url)));

/** The last column of the budget table, and its rows. */
const [LAST, ROWS] = [12, 15];

async function verified(right: number, value: CellValue, rows: readonly number[]) {
  const { port, model } = openFileWorkbook(bytes, "classeur.xlsx");
  const sheet = model.sheets.find(({ name }) => name === "Tableau budgétaire");
  for (const row of rows) sheet?.setContent(row, right, { value, formula: null });
  return verify(await port.read(), contratIntegre, "2026-11-24").verification;
}

const everyRow = Array.from({ length: ROWS }, (_, row) => row);

describe.each([BLOCK_GAP, BLOCK_GAP + 1, BLOCK_GAP + 2, 16_383 - LAST])("%i columns beyond the table", (gap) => {
  it("notes hide nothing of it", async () => {
    const { verdict, read } = await verified(LAST + gap, "note", everyRow);
    expect(verdict.state).toBe("conforming");
    expect(read.map(({ kind, range }) => [kind, range])).toContainEqual(["budget", "A1:M15"]);
  });

  it("a number is told, and the rows around it are read", async () => {
    const { verdict, leftAside, unread } = await verified(LAST + gap, 999_999, [3]);
    expect(verdict.state).toBe("to-do");
    expect([...(leftAside ?? []), ...unread].filter(({ sheet }) => sheet === "Tableau budgétaire")).toHaveLength(1);
  });
});
