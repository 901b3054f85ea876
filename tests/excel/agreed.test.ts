// Through Microsoft's client: what was shown is what is agreed to while a colleague types in the same workbook, and his typing is heard.
import { beforeAll, describe, expect, it } from "vitest";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { watchChanges } from "../../src/excel/watch-changes";
import { openXlsx } from "xlsx-model/open-xlsx";
import { DiffersFromShown } from "../../src/usecases/as-shown";
import { AGREED, allOf, MEANWHILE, NAME, sharedWorkbook, sheetOf } from "../usecases/agreed-actions";
import { settled, simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
let shared: Uint8Array;
beforeAll(async () => {
  shared = await sharedWorkbook();
}, 60_000);

const inExcel = <T>(work: (port: WorkbookPort) => Promise<T>): Promise<T> =>
  runExcel((context) => work(excelWorkbook(context)));

/** Each action with what concerns it most: the file's own test tries all of them. */
const MET: readonly (readonly [string, string])[] = [
  ["saves a reason", "gives a reason to the other one"],
  ["modifies a reason", "accepts the reason"],
  ["accepts a reason", "rewrites the reason"],
  ["accepts a reason", "changes the figure of the other"],
  ["refuses a reason", "begins to refuse the reason"],
  ["applies a correction", "changes another figure of the year"],
  ["takes a correction back", "changes the figure of the one"],
  ["refreshes the totals", "changes the figure of the one"],
  ["replaces the procès-verbal", "signs the procès-verbal"],
  ["inserts an annexe again", "takes the years out of the annexe"],
  ["records an avenant", "registers an avenant of his own"],
];

async function meet(action: string, change: string) {
  excel.host.open(openXlsx(shared, NAME));
  const { model } = excel.host;
  const show = AGREED[action];
  if (!show) throw new Error(action);
  const shown = await inExcel(show);
  let heard = 0;
  const stop = await watchChanges(() => (heard += 1));
  const typed = MEANWHILE[change]?.(model) ?? [];
  for (const { sheet, row, column, value } of typed)
    await excel.host.editCell(sheetOf(model, sheet), row, column, value ?? "", "co-author");
  await settled();
  const before = allOf(model);
  const failure = await inExcel(shown.agree).then(
    () => null,
    (error: unknown) => error,
  );
  await settled();
  await stop();
  return { failure, before, after: allOf(model), heard, typed };
}

describe("a colleague types between what is shown and the click", () => {
  it.each(MET)("%s; the colleague %s: nothing is written over it", async (action, change) => {
    const { failure, before, after, heard, typed } = await meet(action, change);
    expect(failure).toBeInstanceOf(DiffersFromShown);
    expect(after).toBe(before);
    // Our own writes are not heard.
    expect(heard).toBe(typed.length);
  });

  it.each(Object.keys(AGREED))("%s where he does nothing, or types elsewhere", async (action) => {
    const { failure, before, after, heard } = await meet(action, "does nothing");
    expect(failure).toBeNull();
    expect(after).not.toBe(before);
    expect(heard).toBe(0);
  });
});
