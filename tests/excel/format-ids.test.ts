// Where the id of a conditional format is its place among the others, only ours go, however many there are.
import { describe, expect, it } from "vitest";
import type { WritePlan } from "../../src/core/workbook-port";
import { isHighlightFormula } from "../../src/core/sheets/parts/marks";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { FAULT } from "simulated-excel/fault";
import { clearHighlights } from "../../src/usecases/clear-highlights";
import { cellHighlight } from "./plans";
import { settled, sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel("format-ids-are-priorities");

const OWN = ["A1>10", "B1>10", "C1>10"];
const AREA = { top: 0, left: 0, bottom: 5, right: 5 };

/** A sheet where the agent has three formats of its own. */
function open() {
  const model = workbookOf({ Budget: [["a"]] });
  const sheet = sheetNamed(model, "Budget");
  for (const formula of [...OWN].reverse())
    sheet.addConditionalFormat({ type: "expression", ranges: [AREA], formula, style: { fill: "#00FF00" } });
  excel.host.open(model);
  return sheet;
}

async function apply(plan: WritePlan): Promise<void> {
  await runExcel(async (context) => {
    const workbook = excelWorkbook(context);
    return workbook.apply(plan, await workbook.read());
  });
  await settled();
}

const highlight = (count: number): WritePlan => ({
  highlights: Array.from({ length: count }, (_, at) =>
    cellHighlight("Budget", 3 * at, at, at % 2 ? "error" : "warning"),
  ),
  sheets: [],
});

type Sheet = ReturnType<typeof open>;
const formulas = (sheet: Sheet) => sheet.conditionalFormats.map(({ formula }) => formula ?? "");
const agents = (sheet: Sheet) => formulas(sheet).filter((formula) => !isHighlightFormula(formula));

describe("the agent's formats stay", () => {
  it("when ours are written again, and taken away", async () => {
    const sheet = open();
    for (const count of [3, 5, 1]) {
      await apply(highlight(count));
      expect(agents(sheet)).toEqual(OWN);
      expect(formulas(sheet)).toHaveLength(OWN.length + count);
    }
    await apply(highlight(4));
    await runExcel((context) => clearHighlights(excelWorkbook(context)));
    await settled();
    expect(formulas(sheet)).toEqual(OWN);
  });

  it("where the agent has put some before and between ours", async () => {
    const sheet = open();
    await apply(highlight(3));
    const ids = sheet.conditionalFormats.map(({ id }) => id);
    const [first = "", second = "", third = "", a = "", b = "", c = ""] = ids;
    sheet.conditionalRules.reorder([a, first, b, second, third, c]);
    await apply(highlight(2));
    expect(agents(sheet)).toEqual(OWN);
    expect(formulas(sheet)).toHaveLength(OWN.length + 2);
  });

  it("when a write stopped between a rule and its mark", async () => {
    for (let at = 1; at < 60; at += 1) {
      const sheet = open();
      await apply(highlight(2));
      excel.host.faults.plan({ after: 3, error: "NotImplemented", at });
      await apply(highlight(3)).catch(() => undefined);
      excel.host.faults.clear();
      // What the host holds against a rule without a condition.
      excel.host.takeUnsupported();
      await apply(highlight(3));
      expect(agents(sheet), `stopped at ${at}`).toEqual(OWN);
      expect(formulas(sheet), `stopped at ${at}`).toHaveLength(OWN.length + 3);
    }
  });
});

// A write that was answered by a failure is judged by what is read again, where each id stands again in its place.
describe.each([1, 3])("%d highlights, written over three", (count) => {
  it.each(["before", "after"] as const)("are said to stand, or not, as they do: failed %s", async (at) => {
    const said = new Set<string>();
    for (let after = 0; after < 6; after += 1) {
      const sheet = open();
      await apply(highlight(3));
      const before = formulas(sheet);
      excel.host.faults.plan({ after, error: FAULT.activityLimit, at });
      const failure = await apply(highlight(count)).then(
        () => null,
        (error: unknown) => (error as Error).message,
      );
      excel.host.faults.clear();
      if (failure === null) expect(formulas(sheet)).toHaveLength(OWN.length + count);
      else expect(failure).not.toContain("surlignage");
      const isAsBefore = JSON.stringify(formulas(sheet)) === JSON.stringify(before);
      expect(isAsBefore, `failed ${at} request ${after}`).toBe(failure !== null);
      said.add(failure === null ? "done" : "not done");
    }
    expect([...said].sort()).toEqual(["done", "not done"]);
  });
});
