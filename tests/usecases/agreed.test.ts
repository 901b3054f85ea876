// Each thing that one agrees to, with each thing that a colleague does meanwhile: what was shown is what is agreed to, or nothing is written.
import { beforeAll, describe, expect, it } from "vitest";
import { WorkbookError } from "xlsx-model/plan";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { sample } from "../seeded";
import { AGREED, allOf, MEANWHILE, NAME, sharedWorkbook, sheetOf } from "./agreed-actions";

let shared: Uint8Array;
beforeAll(async () => {
  shared = await sharedWorkbook();
}, 60_000);

const cases = Object.keys(AGREED).flatMap((action) =>
  Object.keys(MEANWHILE).map((change) => [action, change] as const),
);

async function meet(action: string, change: string) {
  const { port, model } = openFileWorkbook(shared, NAME);
  model.addSheet("Notes");
  const shown = await AGREED[action]?.(port);
  const typed = MEANWHILE[change]?.(model);
  if (!shown || !typed) throw new Error(`${action}, ${change}`);
  const seen = shown.witness(model);
  for (const { sheet, row, column, value } of typed)
    sheetOf(model, sheet).setContent(row, column, { value, formula: null });
  await model.calculate();
  const isAsShown = shown.witness(model) === seen;
  const before = allOf(model);
  const failure = await shown.agree(port).then(
    () => null,
    (error: unknown) => error,
  );
  return { failure, isAsShown, before, after: allOf(model), typed };
}

/** One in five in the first tier, by which each action and each change is met. */
const TRIED = sample(cases, 5);

it("meets each action and each change, whatever the tier", () => {
  const met = (at: 0 | 1) => new Set(TRIED.map((one) => one[at]));
  expect([met(0).size, met(1).size]).toEqual([Object.keys(AGREED).length, Object.keys(MEANWHILE).length]);
});

describe("one agrees to what was shown while a colleague works in the same workbook", () => {
  it.each(TRIED)("%s; the colleague %s", async (action, change) => {
    const { failure, isAsShown, before, after, typed } = await meet(action, change);
    if (failure === null) {
      expect(isAsShown).toBe(true);
      expect(after).not.toBe(before);
      for (const { value } of typed) if (value !== null) expect(after).toContain(String(value));
    } else {
      // Refused only where what was shown is no longer so, with a sentence, and nothing written.
      expect(failure).toBeInstanceOf(WorkbookError);
      expect(isAsShown).toBe(false);
      expect(String(failure)).toMatch(/[Rr]ien n’a été/);
      expect(after).toBe(before);
    }
  });
});
