// "Effacer le surlignage": takes our highlights away, and nothing else.
import type { WorkbookPort } from "../core/workbook-port";

/** Answers what could not be cleared, as French sentences. Throws WorkbookError when the workbook cannot be read. */
export async function clearHighlights(workbook: WorkbookPort): Promise<readonly string[]> {
  const marks = await workbook.readMarks();
  const { refusals } = await workbook.apply({ highlights: [], sheets: [] }, marks);
  return refusals;
}
