// The main job through the real client, on the example workbook: what it costs, and that the file adapter agrees.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { clearHighlights } from "../../src/usecases/clear-highlights";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { describeWorkbook } from "./describe-workbook";
import { protect, settled, simulatedExcel } from "./simulated-excel";
import { DRESSED_AGAIN, DRESSED_ALONE } from "./tested-profile";

const excel = simulatedExcel();
const NAME = "classeur-exemple.xlsx";
const AS_OF = "2026-11-24";
const bytes = new Uint8Array(readFileSync(new URL(`../../exemples/${NAME}`, import.meta.url)));

async function verifyInExcel() {
  excel.host.takeTraffic();
  const result = await runExcel((context) => verifyWorkbook(excelWorkbook(context), contratIntegre, AS_OF));
  await settled();
  return result;
}

describe("Vérifier on the example", () => {
  it("takes five requests, the client's own included, with or without its sheets", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const { verification, refusals } = await verifyInExcel();
    expect(verification.summary.error).toBeGreaterThan(0);
    expect(refusals).toEqual([]);
    expect(excel.host.traffic).toMatchObject({ requests: 5 + DRESSED_ALONE, housekeeping: 0 });
    await verifyInExcel();
    expect(excel.host.traffic).toMatchObject({ requests: 5 + DRESSED_AGAIN, housekeeping: 0 });
  });

  it("finds and writes what the file adapter does, also the second time", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const { port, model } = openFileWorkbook(bytes, NAME);
    for (let run = 0; run < 2; run += 1) {
      const inExcel = await verifyInExcel();
      const onFile = await verifyWorkbook(port, contratIntegre, AS_OF);
      expect(inExcel).toEqual({ ...onFile, refusals: [] });
      expect(onFile.refusals).toEqual([]);
      expect(describeWorkbook(excel.host.model)).toEqual(describeWorkbook(model));
    }
  });

  it("is undone by Effacer but for the result sheets", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const before = describeWorkbook(excel.host.model).sheets;
    await verifyInExcel();
    const count = before.length;
    expect(describeWorkbook(excel.host.model).sheets.slice(0, count)).not.toEqual(before);
    await runExcel((context) => clearHighlights(excelWorkbook(context)));
    expect(describeWorkbook(excel.host.model).sheets.slice(0, count)).toEqual(before);
  });

  it("shows its results all the same when the agent's sheets are protected", async () => {
    const model = openXlsx(bytes, NAME);
    for (const sheet of model.sheets) protect(sheet);
    excel.host.open(model);
    const { verification, refusals } = await verifyInExcel();
    expect(verification.findings.length).toBeGreaterThan(0);
    const ofProtection = refusals.filter((refusal) => /protégée/.test(refusal));
    expect(ofProtection.length).toBeGreaterThan(0);
    expect(refusals.filter((refusal) => !ofProtection.includes(refusal))).toEqual([]);
    expect(model.sheets.map(({ name }) => name)).toContain("Écarts");
  });
});
