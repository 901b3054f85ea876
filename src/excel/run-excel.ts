// The only uses of Excel.run: they wait for a cell being edited and turn every failure into a sentence that says what to do.
import { excelFailure, isTransport } from "./excel-failure";

/** How long Excel may stay silent before the agent is told that it waits for the cell being edited. */
const PATIENCE_MS = 1000;
const RUN_OPTIONS: Excel.RunOptions = { delayForCellEdit: true };

/** Runs one command of the agent. Throws WorkbookError, and nothing else, when Excel refuses or is lost. */
export async function runExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  onWaitingForCell: () => void = () => {},
  patience = PATIENCE_MS,
): Promise<T> {
  try {
    return await Excel.run(RUN_OPTIONS, async (context) => {
      announceWait(context, onWaitingForCell, patience);
      return work(context);
    });
  } catch (error) {
    throw excelFailure(error);
  }
}

/**
 * Writes what Excel is to undo at once, where it can (ExcelApi 1.20). Only for what may be written twice over: Excel refuses
 * a group for one call that it cannot undo, and has refused some without a reason (office-js#6255, #6491, #6711); then the
 * same is written without a group, and a refusal that has another reason comes again.
 */
export async function inOneUndoStep<T>(
  context: Excel.RequestContext,
  write: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.20")) return write(context);
  try {
    return await Excel.run({ ...RUN_OPTIONS, mergeUndoGroup: true }, write);
  } catch (error) {
    if (isTransport(error)) throw error;
    return write(context);
  }
}

// Excel does not say that it waits: its silence to the first request does, which in a large workbook may be mere slowness.
function announceWait(context: Excel.RequestContext, onWaitingForCell: () => void, patience: number): void {
  const sync = context.sync.bind(context);
  context.sync = async (value) => {
    context.sync = sync;
    const timer = setTimeout(onWaitingForCell, patience);
    try {
      return await sync(value);
    } finally {
      clearTimeout(timer);
    }
  };
}
