// What stood in the workbook before the trial, and what the trial added to it: sheets and names, which go again afterwards.
import { runExcel } from "../excel/run-excel";
import type { Comparison } from "./compare/comparison";

export interface Stood {
  readonly isEmpty: boolean;
  /** No sheet can be added. */
  readonly isProtected: boolean;
  readonly sheetIds: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export function whatStands(onWaitingForCell?: () => void): Promise<Stood> {
  return runExcel(async (context) => {
    const { workbook } = context;
    const { worksheets, names } = workbook;
    workbook.protection.load({ protected: true });
    worksheets.load({ id: true });
    names.load({ name: true });
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject());
    for (const range of used) range.load({ address: true });
    await context.sync();
    return {
      isEmpty: used.every((range) => range.isNullObject),
      isProtected: workbook.protection.protected,
      sheetIds: new Set(worksheets.items.map(({ id }) => id)),
      names: new Set(names.items.map(({ name }) => name)),
    };
  }, onWaitingForCell);
}

/** Removes the sheets called so and the names that are new; answers the new sheets that are left, a person's among them. */
export async function removeOwn(seen: Comparison, before: Stood, own: ReadonlySet<string>): Promise<readonly string[]> {
  try {
    return await runExcel(async (context) => {
      const there = await added(context, before);
      // Before the sheets: what pointed at them still can be found by its name.
      for (const item of there.names) item.delete();
      for (const sheet of there.sheets) if (own.has(sheet.name)) sheet.delete();
      await context.sync();
      const left = await added(context, before);
      for (const { name } of left.names) seen.see("NamedItem.delete", `nom ${name}`, true, false);
      for (const { name } of left.sheets) if (own.has(name)) seen.see("Worksheet.delete", name, true, false);
      return left.sheets.map(({ name }) => name);
    });
  } catch {
    // A protected workbook keeps them, and who reads that can close it without saving.
    return [...own];
  }
}

async function added({ workbook }: Excel.RequestContext, before: Stood) {
  const { worksheets, names } = workbook;
  worksheets.load({ id: true, name: true });
  names.load({ name: true });
  await workbook.context.sync();
  return {
    sheets: worksheets.items.filter(({ id }) => !before.sheetIds.has(id)),
    names: names.items.filter(({ name }) => !before.names.has(name)),
  };
}
