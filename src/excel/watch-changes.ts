// Tells when somebody changes the workbook, the agent or a colleague, so that the pane can say that its results are out of date.
import { WorkbookError } from "xlsx-model/plan";
import { forgetOwnSheets, hasOwnAdditions, isOwnAddition, isOwnDeletion } from "./own-sheets";
import { runExcel } from "./run-excel";

/** Answers the function that stops watching. Our own writes change nothing that was read; a co-author's do, whoever makes them there. */
export async function watchChanges(onChange: () => void): Promise<() => Promise<void>> {
  forgetOwnSheets();
  const registrations = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [
      worksheets.onChanged.add(async ({ triggerSource, source }) => {
        if (triggerSource !== "ThisLocalAddin" || !isLocal(source)) onChange();
      }),
      // A sheet that comes may hold amounts, and one that goes held some, though no cell of theirs changes.
      worksheets.onAdded.add(async ({ source, worksheetId }) => {
        if (!isLocal(source) || !(await isOurs(worksheetId))) onChange();
      }),
      worksheets.onDeleted.add(async ({ source, worksheetId }) => {
        if (!isLocal(source) || !isOwnDeletion(worksheetId)) onChange();
      }),
    ];
    await context.sync();
    return handlers;
  });
  return async () => {
    for (const registration of registrations) registration.remove();
    await registrations[0]?.context.sync();
  };
}

const isLocal = (source: string): boolean => source === Excel.EventSource.local;

/** Excel tells of a sheet that has come by its id alone; where it does not answer for its name, results may be out of date. */
async function isOurs(id: string): Promise<boolean> {
  if (!hasOwnAdditions()) return false;
  try {
    const name = await runExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load({ name: true });
      await context.sync();
      return sheet.isNullObject ? null : sheet.name;
    });
    return name !== null && isOwnAddition(name);
  } catch (error) {
    if (error instanceof WorkbookError) return false;
    throw error;
  }
}
