// What the development build tries inside a real Excel passes in the simulated one, and tells a failure from a success.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REPORT_SHEET, runChecks } from "../../src/excel-check/run-checks";
import { openXlsx } from "xlsx-model/open-xlsx";
import { settled, sheetNamed, simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
const bytes = new Uint8Array(readFileSync(new URL("../../exemples/classeur-exemple.xlsx", import.meta.url)));

const AGENT_SHEETS: readonly string[] = openXlsx(bytes, "classeur-exemple.xlsx").sheets.map(({ name }) => name);

const cell = (row: number, column: number) => sheetNamed(excel.host.model, REPORT_SHEET).content(row, column).value;

describe("the checks of a real Excel", () => {
  it("all pass on the example, leave no sheet of theirs but the report, and can be run again", async () => {
    excel.host.open(openXlsx(bytes, "classeur-exemple.xlsx"));
    for (let run = 0; run < 2; run += 1) {
      const outcomes = await runChecks();
      await settled();
      expect(outcomes.filter(({ isPassed }) => !isPassed).map(({ detail }) => detail)).toEqual([]);
      expect(outcomes.length).toBeGreaterThan(9);
      expect(cell(0, 0)).toBe(`Contrôles réussis\u00a0: ${outcomes.length} sur ${outcomes.length}`);
      expect(excel.host.model.sheets.map(({ name }) => name).filter((name) => !AGENT_SHEETS.includes(name))).toEqual([
        "Écarts",
        "Synthèse par axe",
        REPORT_SHEET,
      ]);
    }
  });

  it("say what failed and go on", async () => {
    excel.host.open(openXlsx(bytes, "classeur-exemple.xlsx"));
    const outcomes = await runChecks(undefined, [
      { name: "Faux", run: () => Promise.reject(new Error("vu autrement")) },
      { name: "Vrai", run: () => Promise.resolve("vu") },
    ]);
    await settled();
    expect(outcomes.map(({ isPassed }) => isPassed)).toEqual([false, true]);
    expect([cell(0, 0), cell(2, 1), cell(2, 2), cell(3, 1)]).toEqual([
      "Contrôles réussis\u00a0: 1 sur 2",
      "ÉCHEC",
      "vu autrement",
      "réussi",
    ]);
  });
});
