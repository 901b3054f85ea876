// Sheets that the add-in itself adds and deletes: Excel tells of them as of the agent's, without saying whose they are.

/** By name in lower case: an id comes with Excel's answer, perhaps after Excel has told of the sheet. */
const added = new Set<string>();
/** By id. */
const deleted = new Set<string>();

export function addOwnSheet({ workbook }: Excel.RequestContext, name: string): Excel.Worksheet {
  added.add(name.toLowerCase());
  return workbook.worksheets.add(name);
}

export function deleteOwnSheet({ workbook }: Excel.RequestContext, id: string): void {
  deleted.add(id);
  workbook.worksheets.getItem(id).delete();
}

export const hasOwnAdditions = (): boolean => added.size > 0;

/** Whether a sheet that has come is ours, which is told once. */
export const isOwnAddition = (name: string): boolean => added.delete(name.toLowerCase());

/** Whether a sheet that has gone went by our hand, which is told once. */
export const isOwnDeletion = (id: string): boolean => deleted.delete(id);

/** What came and went before anybody listened is told of no more. */
export function forgetOwnSheets(): void {
  added.clear();
  deleted.clear();
}
