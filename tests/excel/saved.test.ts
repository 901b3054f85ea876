// Everything that the product writes through the real client, saved: Microsoft's validator finds nothing wrong with the file, and
// LibreOffice computes in every cell what stands there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { RawWorkbook } from "../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { writeBilan } from "../../src/usecases/write-bilan";
import { computedByLibreOffice } from "../files/through-libreoffice";
import { validationErrors } from "../microsoft-validator";
import { simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
const AS_OF = "2026-11-24";

const same = (one: CellValue, other: CellValue): boolean =>
  typeof one === "number" && typeof other === "number"
    ? Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one))
    : (one ?? "") === (other ?? "");

/** What the one says of each cell and the other does not. */
function differing(one: RawWorkbook, other: RawWorkbook): string[] {
  return one.sheets.flatMap(({ name, blocks }) => {
    const cells = new Map<string, CellValue>();
    for (const { row, column, values } of other.sheets.find((sheet) => sheet.name === name)?.blocks ?? [])
      for (const [r, line] of values.entries())
        for (const [c, value] of line.entries()) cells.set(`${row + r}/${column + c}`, value);
    return blocks.flatMap(({ row, column, values }) =>
      values.flatMap((line, r) =>
        line.flatMap((value, c) => {
          const computed = cells.get(`${row + r}/${column + c}`) ?? null;
          return same(value, computed) ? [] : [`${name} ${row + r}/${column + c}: ${value} and ${computed}`];
        }),
      ),
    );
  });
}

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
    const read = (bytes: Uint8Array): Promise<RawWorkbook> => openFileWorkbook(bytes, "classeur.xlsx").port.read();
    const [written, computed] = [await read(saved), await read(computedByLibreOffice(folder, saved))];
    expect(written.sheets.length).toBeGreaterThan(10);
    expect(differing(written, computed)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
