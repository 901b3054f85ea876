// The one Excel.run: French sentences for failures, and patience while a cell is edited.
import { afterEach, describe, expect, it, vi } from "vitest";
import { WorkbookError } from "xlsx-model/plan";
import { runExcel } from "../../src/excel/run-excel";
import { FAULT } from "simulated-excel/fault";
import { simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();

afterEach(() => {
  vi.restoreAllMocks();
});

async function touch(context: Excel.RequestContext): Promise<string> {
  context.workbook.load({ name: true });
  await context.sync();
  return context.workbook.name;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe("failures", () => {
  it.each([
    [FAULT.cellEditMode, /en cours de saisie.*validez-la/],
    [FAULT.session, /liaison avec Excel est perdue.*rouvrez-le/],
    [FAULT.activityLimit, /trop sollicité.*Attendez/],
    [FAULT.requestTooLarge, /trop volumineux pour être écrit/],
    [FAULT.responseTooLarge, /trop volumineux pour être lu/],
    [FAULT.accessDenied, /protégé.*Révision/],
    [5001, /^Excel n’a pas pu terminer l’opération\. [^A-Z]*Enregistrez le classeur/],
  ])("says what %i means and what to do", async (status, sentence) => {
    excel.host.failRequest(status);
    const failure = await failureOf(runExcel(touch));
    expect(failure).toBeInstanceOf(WorkbookError);
    expect((failure as Error).message).toMatch(sentence);
    expect((failure as Error).message).not.toMatch(/[^\u00a0][:;?!»]|«[^\u00a0]/);
  });

  it.each(["InactiveWorkbook", "InvalidSelection"])(
    "says that another workbook came to the front: %s",
    async (code) => {
      excel.host.failRequest(code);
      await expect(runExcel(touch)).rejects.toThrow(/autre classeur est passé au premier plan.*Revenez/);
    },
  );

  it("says that a sheet vanished", async () => {
    const work = runExcel(async (context) => {
      context.workbook.worksheets.getItem("Disparue").load({ name: true });
      await context.sync();
    });
    await expect(work).rejects.toThrow(/supprimée ou renommée/);
  });

  it("says that Excel is too old for what the declared sets lack", async () => {
    const work = runExcel(async (context) => {
      context.workbook.linkedWorkbooks.load("items");
      await context.sync();
    });
    await expect(work).rejects.toThrow(/trop ancienne/);
  });

  it("lets a sentence of ours through, and does not disguise a programming error", async () => {
    const sentence = new WorkbookError("Une phrase.");
    expect(await failureOf(runExcel(() => Promise.reject(sentence)))).toBe(sentence);
    const slip = new TypeError("x is not a function");
    expect(await failureOf(runExcel(() => Promise.reject(slip)))).toBe(slip);
  });
});

describe("a cell being edited", () => {
  it("is waited for, and told after a second", async () => {
    const told = vi.fn();
    excel.host.beginCellEdit();
    const work = runExcel(touch, told);
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), { timeout: 20_000 });
    excel.host.endCellEdit();
    expect(await work).toBe("classeur.xlsx");
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("is not spoken of when Excel answers at once", async () => {
    const told = vi.fn();
    await runExcel(touch, told);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(told).not.toHaveBeenCalled();
  });
});
