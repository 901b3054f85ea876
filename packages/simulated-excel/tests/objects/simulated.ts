// One Office per test file over a new workbook for each test; what is written can be saved, validated and read again by LibreOffice.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { bootOffice } from "../../src/boot-office-node";
import { createExcelHost, type ExcelHost } from "../../src/excel-host";
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

/** LibreOffice makes a profile of its own the first time that it starts, which takes most of its time: once for a test file. */
const profile = mkdtempSync(join(tmpdir(), "libreoffice-"));
afterAll(() => {
  rmSync(profile, { recursive: true, force: true });
});

/** The first sheet as LibreOffice reads it from the saved file: lines of cells separated by semicolons. */
export function readByLibreOffice(model: WorkbookModel): Promise<string[]> {
  return withFile(model, async (file, folder) => {
    const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1";
    const options = [
      `-env:UserInstallation=file://${profile}`,
      "--headless",
      "--convert-to",
      filter,
      "--outdir",
      folder,
    ];
    await promisify(execFile)("soffice", [...options, file]);
    return readFileSync(join(folder, "classeur.csv"), "utf8").trimEnd().split("\n");
  });
}

/** The workbook as a file that is opened again. */
export function reopened(model: WorkbookModel): WorkbookModel {
  return openXlsx(model.save(), "classeur.xlsx");
}
