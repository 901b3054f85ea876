// The workbook of the running Excel, as the core knows it: to be used within one Excel.run.
import { WorkbookError, type RawWorkbook, type WorkbookPort } from "../core/workbook-port";
import { checkCells } from "../core/writing/sheets/check-cells";
import { writeAnnexes } from "./write-annexes";
import { writeCells } from "./write-cells";
import { writeChoices } from "./choices";
import { excelFailure } from "./excel-failure";
import { writeHighlights } from "./highlights";
import { readWorkbook, type Reading } from "./read-workbook";
import { RequestBudget } from "./request-budget";
import { inOneUndoStep } from "./run-excel";
import { writeResultSheets } from "./result-sheets";
import { surveyArea } from "./survey-area";
import { writePlaced } from "./write-placed";

export function excelWorkbook(context: Excel.RequestContext): WorkbookPort {
  // What the plain data does not carry of a workbook that this port read.
  const readings = new WeakMap<RawWorkbook, Reading>();
  const read = async (what: "all" | "marks") => {
    const reading = await said(readWorkbook(context, what));
    readings.set(reading.raw, reading);
    return reading.raw;
  };
  return {
    read: () => read("all"),
    readMarks: () => read("marks"),
    survey: (area) => said(surveyArea(context, area)),
    async apply(plan, workbook) {
      const reading = readings.get(workbook);
      if (!reading) throw new Error("A plan is applied to the workbook that this port read.");
      const { marks, standing } = reading;
      const cells = plan.cells ?? [];
      checkCells(cells, workbook);
      const budget = new RequestBudget(context);
      const work = async () => {
        if (cells.length > 0) await inOneUndoStep(context, (inGroup) => writeCells(inGroup, cells, workbook));
        await writeChoices(budget, plan.choices ?? [], marks);
        const unlit = plan.highlights ? await writeHighlights(budget, plan.highlights, workbook) : [];
        const { sheetNames, refused } = await writeResultSheets(budget, plan.sheets, workbook, marks, standing);
        const annexes = await writeAnnexes(budget, plan.annexes ?? [], workbook, sheetNames, marks);
        const placed = plan.placed ? [await writePlaced(budget, plan.placed)] : [];
        await budget.send();
        return { sheetNames: [...sheetNames, ...annexes, ...placed], refusals: [...unlit, ...refused] };
      };
      return said(work());
    },
  };
}

/** Failures of Excel as sentences, here already: the verification holds even when nothing can be written. */
async function said<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const failure = excelFailure(error);
    throw failure instanceof WorkbookError ? failure : error;
  }
}
