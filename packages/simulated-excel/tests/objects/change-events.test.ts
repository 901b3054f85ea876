// What listeners are told of changed cells: which kind of change, which way cells moved, what one cell held; and when they are told nothing.
import { describe, expect, it } from "vitest";
import { simulated } from "./simulated";

const { host, run } = simulated();
const settled = () => new Promise((resolve) => setTimeout(resolve, 15));

type Told = Partial<Excel.WorksheetChangedEventArgs>;

/** What a listener of the sheet hears of each piece of work, each a request of its own. */
async function heardOf(...works: ((sheet: Excel.Worksheet) => unknown)[]): Promise<Told[]> {
  const heard: Told[] = [];
  await run((sheet) => sheet.onChanged.add((event) => Promise.resolve(void heard.push(event))));
  for (const work of works) await run((sheet) => void work(sheet));
  await settled();
  return heard;
}

// Source: https://learn.microsoft.com/javascript/api/excel/excel.datachangetype
// "`RowInserted` indicates that the data change event is triggered by inserting new rows."
// Source: https://learn.microsoft.com/javascript/api/excel/excel.changedirectionstate
// "If one has a value, then the other will return `undefined`."
it.each<[string, (sheet: Excel.Worksheet) => unknown, string, Partial<Excel.ChangeDirectionState> | undefined]>([
  ["RangeEdited", (sheet) => (sheet.getRange("A1:B1").values = [[1, 2]]), "A1:B1", undefined],
  ["RangeEdited", (sheet) => sheet.getRange("A1:B1").clear(), "A1:B1", undefined],
  ["RowInserted", (sheet) => sheet.getRange("2:3").insert("Down"), "2:3", { insertShiftDirection: "Down" }],
  ["RowDeleted", (sheet) => sheet.getRange("2:3").delete("Up"), "2:3", { deleteShiftDirection: "Up" }],
  ["ColumnInserted", (sheet) => sheet.getRange("B:B").insert("Right"), "B:B", { insertShiftDirection: "Right" }],
  ["ColumnDeleted", (sheet) => sheet.getRange("B:C").delete("Left"), "B:C", { deleteShiftDirection: "Left" }],
  ["CellInserted", (sheet) => sheet.getRange("A2:B3").insert("Down"), "A2:B3", { insertShiftDirection: "Down" }],
  ["CellInserted", (sheet) => sheet.getRange("A2:B3").insert("Right"), "A2:B3", { insertShiftDirection: "Right" }],
  ["CellDeleted", (sheet) => sheet.getRange("A2:B3").delete("Up"), "A2:B3", { deleteShiftDirection: "Up" }],
  ["CellDeleted", (sheet) => sheet.getRange("A2:B3").delete("Left"), "A2:B3", { deleteShiftDirection: "Left" }],
])("a change is told as %s", async (changeType, work, address, direction) => {
  const [told, another] = await heardOf(work);
  expect([told?.changeType, told?.address, told?.triggerSource]).toEqual([changeType, address, "ThisLocalAddin"]);
  expect(told?.changeDirectionState).toEqual(direction);
  expect(another).toBeUndefined();
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs
// "This property can be retrieved when the changed event is triggered on a single cell. If the changed event is triggered on multiple
// cells, this property cannot be retrieved."
it("what one cell held and holds is told, formulas once they are computed, and of several cells nothing", async () => {
  const heard = await heardOf(
    (sheet) => (sheet.getRange("A1").values = [[5]]),
    (sheet) => (sheet.getRange("A1").values = [["a"]]),
    (sheet) => (sheet.getRange("A1").formulas = [["=2*3"]]),
    (sheet) => (sheet.getRange("A1").formulas = [["=1/0"]]),
    (sheet) => sheet.getRange("A1").clear("Contents"),
    (sheet) => (sheet.getRange("A1:A2").values = [[1], [2]]),
    (sheet) => sheet.getRange("A3").copyFrom("A2"),
  );
  await host.editCell(host.model.activeSheet, 0, 0, true);
  await settled();
  expect(
    heard.map(({ details }) =>
      details ? [details.valueBefore, details.valueTypeBefore, details.valueAfter, details.valueTypeAfter] : undefined,
    ),
  ).toEqual([
    ["", "Empty", 5, "Double"],
    [5, "Double", "a", "String"],
    ["a", "String", 6, "Double"],
    [6, "Double", "#DIV/0!", "Error"],
    ["#DIV/0!", "Error", "", "Empty"],
    undefined,
    ["", "Empty", 2, "Double"],
    [1, "Double", true, "Boolean"],
  ]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs
// "Gets the range that represents the changed area of a specific worksheet."
it("the changed cells are asked for as a range", async () => {
  const [told] = await heardOf((sheet) => (sheet.getRange("B2:C2").values = [[8, 9]]));
  const read = await Excel.run(async (context) => {
    const range = told?.getRange?.(context).load("address,values");
    const maybe = told?.getRangeOrNullObject?.(context).load("address");
    await context.sync();
    return [range?.address, range?.values, maybe?.address];
  });
  expect(read).toEqual(["Feuil1!B2:C2", [[8, 9]], "Feuil1!B2:C2"]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.tablechangedeventargs
// "Gets the change type that represents how the changed event is triggered."
it("a table tells of its rows and columns that come and go, each once", async () => {
  const heard: string[] = [];
  await run(async (sheet, context) => {
    sheet.getRange("A1:B3").values = [
      ["a", "b"],
      [1, 2],
      [3, 4],
    ];
    const table = sheet.tables.add("A1:B3", true);
    await context.sync();
    table.onChanged.add(({ changeType, address, details }) =>
      Promise.resolve(void heard.push(`${changeType} ${address} ${String(details?.valueAfter ?? "")}`.trim())),
    );
    await context.sync();
    table.rows.add(undefined, [[5, 6]]);
    await context.sync();
    table.columns.add(undefined, [["c"], [1], [2], [3]]);
    await context.sync();
    table.rows.getItemAt(0).delete();
    await context.sync();
    table.columns.getItemAt(2).delete();
    await context.sync();
    sheet.getRange("B2").values = [[9]];
  });
  await settled();
  expect(heard.map((each) => each.split(" ")[0])).toEqual([
    "RowInserted",
    "ColumnInserted",
    "RowDeleted",
    "ColumnDeleted",
    "RangeEdited",
  ]);
  expect(heard.at(-1)).toBe("RangeEdited B2 9");
});

describe("events of the whole workbook", () => {
  // Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events, "Enable and disable events".
  it("are told no more while the add-in has them off", async () => {
    const heard: string[] = [];
    const enabled = await run(async (sheet, context) => {
      sheet.onChanged.add(({ address }) => Promise.resolve(void heard.push(address)));
      context.runtime.load("enableEvents");
      await context.sync();
      const before = context.runtime.enableEvents;
      context.runtime.enableEvents = false;
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      sheet.getRange("A2").values = [[2]];
      await context.sync();
      return before;
    });
    await settled();
    expect([enabled, heard]).toEqual([true, ["A2"]]);
  });

  // Source: https://learn.microsoft.com/javascript/api/excel/excel.workbook
  // "Occurs when the selection in the document is changed."
  it("tell of each selection, whichever sheet it is on, to Excel's listeners and to those of every Office", async () => {
    const heard: string[] = [];
    await new Promise((resolve) =>
      Office.context.document.addHandlerAsync(
        Office.EventType.DocumentSelectionChanged,
        () => void heard.push("Office"),
        resolve,
      ),
    );
    await run(async (sheet, context) => {
      context.workbook.onSelectionChanged.add(() => Promise.resolve(void heard.push("Excel")));
      await context.sync();
      sheet.getRange("B2").select();
    });
    await settled();
    expect(heard.sort()).toEqual(["Excel", "Office"]);
    host.select(host.model.activeSheet, { top: 4, left: 0, bottom: 4, right: 0 });
    await settled();
    expect(heard).toHaveLength(4);
  });
});
