// Everything that the product writes through the real client, saved: Microsoft's validator finds nothing wrong with the file, and
// LibreOffice shows in every cell, computed anew, what stands there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openXlsx } from "xlsx-model/open-xlsx";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { writeBilan } from "../../src/usecases/write-bilan";
import { compareWithLibreOffice } from "../libreoffice";
import { validationErrors } from "../microsoft-validator";
import { simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
const AS_OF = "2026-11-24";

it("is a sound file with the same values", async () => {
  const example = path.join(import.meta.dirname, "../../exemples/classeur-exemple.xlsx");
  excel.host.open(openXlsx(readFileSync(example), "classeur.xlsx"));
  await runExcel(async (context) => {
    const workbook = excelWorkbook(context);
    const annexes = [
      { kind: "imputation" },
      { kind: "contrat" },
      { kind: "execution", annee: 2026 },
      { kind: "fiches", action: 5 },
    ] as const;
    await insertAnnexe(workbook, contratIntegre, AS_OF, annexes);
    await verifyWorkbook(workbook, contratIntegre, AS_OF);
    await writeBilan(workbook, contratIntegre, { periode: "mi-parcours", asOf: AS_OF });
    await establishProcesVerbal(workbook, contratIntegre, AS_OF, null);
  });
  const saved = excel.host.model.save();
  const folder = mkdtempSync(path.join(tmpdir(), "saved-"));
  try {
    const file = path.join(folder, "classeur.xlsx");
    writeFileSync(file, saved);
    expect(await validationErrors(file)).toEqual([]);
    const { formulas, ...rest } = compareWithLibreOffice(openXlsx(saved, "classeur.xlsx"));
    expect(rest).toEqual({ uncomputed: [], differing: [] });
    expect(formulas).toBeGreaterThan(500);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
