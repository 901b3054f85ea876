// Tables follow their cells: a heading that is written renames its column, and the first entry makes an empty table's row a row.
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { intersection } from "./address";
import { headingsOf, type Speaker } from "./classes/table-rows";

interface Followed extends Speaker {
  readonly model: Pick<WorkbookModel, "renameTableColumn">;
}

export function followCells(state: Followed, sheet: SheetModel, range: GridRange): void {
  for (const table of sheet.tables.list()) {
    if (!intersection(table.range, range)) continue;
    if (table.isAwaitingRow && intersection(table.body, range) && sheet.usedRangeWithin(table.body, true))
      table.isAwaitingRow = false;
    const headings = { ...table.range, bottom: table.range.top };
    if (table.headerRows === 0 || !intersection(headings, range)) continue;
    const before = table.columns.map(({ name }) => name);
    headingsOf(state, sheet, headings).forEach((name, at) => {
      const old = before[at];
      if (old === undefined || old === name) return;
      table.renameColumn(at, name);
      state.model.renameTableColumn(table.name, old, name);
    });
  }
}
