// Tells when somebody changes the workbook, the agent or a colleague, so that the pane can say that its results are out of date.
import { runExcel } from "./run-excel";

/** Answers the function that stops watching. Our own writes change nothing that was read; a co-author's do, whoever makes them there. */
export async function watchChanges(onChange: () => void): Promise<() => Promise<void>> {
  const registration = await runExcel(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (event) => {
      const isOurs = event.triggerSource === "ThisLocalAddin" && event.source === Excel.EventSource.local;
      if (isOurs) return;
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
