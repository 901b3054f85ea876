// The only Excel.run: waits for a cell being edited and turns every failure into a sentence that says what to do.
import { excelFailure } from "./excel-failure";

/** How long Excel may stay silent before the agent is told that it waits for the cell being edited. */
const PATIENCE_MS = 1000;

/** Runs one command of the agent. Throws WorkbookError, and nothing else, when Excel refuses or is lost. */
export async function runExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  onWaitingForCell: () => void = () => {},
): Promise<T> {
  try {
    return await Excel.run(runOptions(), async (context) => {
      announceWait(context, onWaitingForCell);
      return work(context);
    });
  } catch (error) {
    throw excelFailure(error);
  }
}

/** Excel undoes a whole command at once where it can (ExcelApi 1.20); elsewhere each request is one step. */
export function runOptions(): Excel.RunOptions {
  const options: Excel.RunOptions = { delayForCellEdit: true };
  return Office.context.requirements.isSetSupported("ExcelApi", "1.20")
    ? { ...options, mergeUndoGroup: true }
    : options;
}

// Excel does not say that it waits; its silence to the first request, which is always a light one, does.
function announceWait(context: Excel.RequestContext, onWaitingForCell: () => void): void {
  const sync = context.sync.bind(context);
  context.sync = async (value) => {
    context.sync = sync;
    const timer = setTimeout(onWaitingForCell, PATIENCE_MS);
    try {
      return await sync(value);
    } finally {
      clearTimeout(timer);
    }
  };
}
