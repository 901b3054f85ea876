// Tells when the agent changes the workbook, so that the pane can say that its results are out of date.
import { runExcel } from "./run-excel";

/** Answers the function that stops watching. Our own writes and those of a co-author are not the agent's. */
export async function watchChanges(onChange: () => void): Promise<() => Promise<void>> {
  const registration = await runExcel(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (event) => {
      if (event.triggerSource === "ThisLocalAddin" || event.source === Excel.EventSource.remote) return;
      onChange();
    });
    await context.sync();
    return handler;
  });
  return async () => {
    registration.remove();
    await registration.context.sync();
  };
}
