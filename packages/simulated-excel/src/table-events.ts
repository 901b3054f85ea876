// Tables whose cells change or are selected, and that come and go, as their listeners are told.
import type { GridRange } from "xlsx-model/plan";
import type { SheetTable } from "xlsx-model/tables/sheet-table";
import type { SheetModel } from "xlsx-model/workbook-model";
import { formatLocal, intersection } from "./address";
import type { EventKey } from "./object-table";

/** Message types of the client library. */
export const TABLE_EVENT = { selectionChanged: 100, changed: 101, added: 102, deleted: 103 } as const;
/** The target of the events of all tables of the workbook, as the client names it. */
const ALL_TABLES = "Workbook";

export class TableEvents {
  /** Tables that the selection stands in. */
  #selected: ReadonlySet<SheetTable> = new Set();

  constructor(private readonly notify: (notice: EventKey & { readonly details: () => unknown }) => void) {}

  changed(sheet: SheetModel, range: GridRange, told: (cells: GridRange) => object): void {
    for (const table of sheet.tables.list()) {
      const within = intersection(table.range, range);
      if (!within) continue;
      this.#tell(TABLE_EVENT.changed, sheet, table, () => told(within), [table.id, ALL_TABLES]);
    }
  }

  /** Told of a table that the selection comes to, moves in, or leaves. */
  selected(sheet: SheetModel, range: GridRange): void {
    const before = this.#selected;
    const tables = sheet.tables.list();
    this.#selected = new Set(tables.filter((table) => intersection(table.range, range)));
    for (const table of tables) {
      const within = intersection(table.range, range);
      if (!within && !before.has(table)) continue;
      const details = { address: within ? formatLocal(within) : "", isInsideTable: within !== null };
      this.#tell(TABLE_EVENT.selectionChanged, sheet, table, () => details, [table.id]);
    }
  }

  added(sheet: SheetModel, table: SheetTable): void {
    this.#tell(TABLE_EVENT.added, sheet, table, () => ({ source: "Local" }), [sheet.id, ALL_TABLES]);
  }

  deleted(sheet: SheetModel, table: SheetTable): void {
    const { name: tableName } = table;
    this.#tell(TABLE_EVENT.deleted, sheet, table, () => ({ source: "Local", tableName }), [sheet.id, ALL_TABLES]);
  }

  #tell(
    type: number,
    sheet: SheetModel,
    { id: tableId }: SheetTable,
    more: () => object,
    targets: readonly string[],
  ): void {
    const details = () => ({ tableId, worksheetId: sheet.id, ...more() });
    for (const target of targets) this.notify({ type, target, details });
  }
}
