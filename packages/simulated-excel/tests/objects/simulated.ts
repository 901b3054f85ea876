// One Office per test file over a new workbook for each test; what is written can be saved, validated and read again by LibreOffice.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect } from "vitest";
import { strFromU8 } from "fflate";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { bootOffice } from "../../src/boot-office-node";
import { createExcelHost, type ExcelHost } from "../../src/excel-host";
import { converted } from "../../../../tests/libreoffice";
import { validationErrors } from "../../../../tests/microsoft-validator";

export interface Simulated {
  readonly host: ExcelHost;
  run<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>): Promise<T>;
}

/** After each test nothing may have been asked for that the host does not have. */
export function simulated(): Simulated {
  const host = createExcelHost(createXlsx("classeur.xlsx"));
  beforeAll(() => bootOffice(host));
  beforeEach(() => host.open(createXlsx("classeur.xlsx")));
  afterEach(async () => {
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(host.takeUnsupported()).toEqual([]);
  });
  return {
    host,
    run: (work) =>
      Excel.run(async (context) => {
        const result = await work(context.workbook.worksheets.getItem("Feuil1"), context);
        await context.sync();
        return result;
      }),
  };
}

async function withFile<T>(model: WorkbookModel, work: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "objects-"));
  try {
    const file = join(folder, "classeur.xlsx");
    writeFileSync(file, model.save());
    return await work(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What Microsoft's validator finds wrong with the saved file. */
export function faultsOf(model: WorkbookModel): Promise<string[]> {
  return withFile(model, validationErrors);
}

/** The first sheet as LibreOffice reads it from the saved file: lines of cells separated by semicolons, up to the last that holds something. */
export function readByLibreOffice(model: WorkbookModel): readonly string[] {
  const text = strFromU8(converted(model.save(), "xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1"));
  return text
    .trimEnd()
    .split(/\r?\n/u)
    .map((line) => line.replace(/;+$/u, ""));
}

/** The workbook as a file that is opened again. */
export function reopened(model: WorkbookModel): WorkbookModel {
  return openXlsx(model.save(), "classeur.xlsx");
}
