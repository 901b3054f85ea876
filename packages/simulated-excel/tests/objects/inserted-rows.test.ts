// Whole rows and columns inserted and deleted: sizes, hiding, links, filters, breaks, comments and notes go with their cells.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-insert
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Deletes the cells associated with the range."
// Source: https://support.microsoft.com/office/6f40e6e4-85af-45e0-b39d-65dd504a3246, "Insert or delete rows and columns"
import { expect, it } from "vitest";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();

const filled = () =>
  run((sheet, { workbook }) => {
    sheet.getRange("A1:C6").values = Array.from({ length: 6 }, (_, row) => [`a${row + 1}`, row, row * 2]);
    sheet.getRange("4:4").format.rowHeight = 40;
    sheet.getRange("5:5").rowHidden = true;
    sheet.getRange("C:C").format.columnWidth = 120;
    sheet.getRange("D:D").columnHidden = true;
    sheet.horizontalPageBreaks.add("A4");
    sheet.verticalPageBreaks.add("C1");
    sheet.pageLayout.setPrintTitleRows("$4:$4");
    sheet.autoFilter.apply(sheet.getRange("A3:C6"));
    workbook.comments.add("Feuil1!B4", "À revoir").replies.add("Fait");
  });

interface Seen {
  readonly heights: readonly (number | null)[];
  readonly hidden: readonly boolean[];
  readonly wide: readonly boolean[];
  readonly breaks: readonly [readonly number[], readonly number[]];
  readonly titles: readonly [number, number] | null | undefined;
  readonly filter: string;
  readonly comments: readonly string[];
}

async function seen(): Promise<Seen> {
  expect(await faultsOf(host.model)).toEqual([]);
  host.open(reopened(host.model));
  const [sheet] = host.model.sheets;
  if (!sheet) throw new Error("no sheet");
  const [rows, columns] = [Array.from({ length: 8 }, (_, at) => at), [0, 1, 2, 3, 4]];
  const { top, left, bottom, right } = sheet.filteredRange ?? { top: -1, left: -1, bottom: -1, right: -1 };
  const notes = sheet.objects.filter(({ kind }) => kind === "comment");
  return {
    heights: rows.map((row) => sheet.rowHeight(row)),
    hidden: rows.map((row) => sheet.isRowHidden(row)),
    wide: columns.map((column) => sheet.columnWidth(column) !== null || sheet.isColumnHidden(column)),
    breaks: [sheet.rowBreaks, sheet.columnBreaks],
    titles: sheet.pageSetup.titleRows,
    filter: [top, left, bottom, right].join(),
    comments: [...sheet.comments.list(), ...notes].map(({ range }) => `${range.top},${range.left}`),
  };
}

const at = (count: number, ...places: number[]) => Array.from({ length: count }, (_, index) => places.includes(index));

it("move along with inserted rows, and back with deleted ones", async () => {
  await filled();
  const before = await seen();
  expect(before.comments.length).toBeGreaterThan(0);
  await run((sheet) => sheet.getRange("2:3").insert("Down"));
  expect(await seen()).toEqual({
    heights: [null, null, null, null, null, 40, null, null],
    hidden: at(8, 6),
    wide: at(5, 2, 3),
    breaks: [[5], [2]],
    titles: [5, 5],
    filter: "4,0,7,2",
    comments: before.comments.map(() => "5,1"),
  });
  await run((sheet) => sheet.getRange("2:3").delete("Up"));
  expect(await seen()).toEqual(before);
});

it("move along with inserted columns, and back with deleted ones", async () => {
  await filled();
  const before = await seen();
  await run((sheet) => sheet.getRange("B:B").insert("Right"));
  const moved = await seen();
  expect([moved.wide, moved.breaks, moved.filter, new Set(moved.comments)]).toEqual([
    at(5, 3, 4),
    [[3], [3]],
    "2,0,5,3",
    new Set(["3,2"]),
  ]);
  expect(moved.heights).toEqual(before.heights);
  await run((sheet) => sheet.getRange("B:B").delete("Left"));
  expect(await seen()).toEqual(before);
});

it("move references to whole rows and columns, in formulas too", async () => {
  const formulas = await run(async (sheet) => {
    sheet.getRange("H9:K9").formulas = [["=SUM(2:3)", "=SUM($B:C)", "=SUM(1:1)", "=SUM(A:A)"]];
    sheet.getRange("2:2").insert("Down");
    sheet.getRange("B:B").insert("Right");
    sheet.getRange("A:A").delete("Left");
    const cells = sheet.getRange("H10:K10").load("formulas");
    await sheet.context.sync();
    return cells.formulas;
  });
  expect(formulas).toEqual([["=SUM(3:4)", "=SUM($B:C)", "=SUM(1:1)", "=SUM(#REF!)"]]);
});

it("go with the rows that are deleted, comments and all", async () => {
  await filled();
  await run((sheet) => sheet.getRange("4:5").delete("Up"));
  const left = await seen();
  expect([left.heights.every((height) => height === null), left.hidden.some(Boolean), left.comments]).toEqual([
    true,
    false,
    [],
  ]);
});

it("stay where only a part of the rows moves", async () => {
  await filled();
  await run((sheet) => sheet.getRange("E1:F2").insert("Down"));
  const { heights, hidden, breaks } = await seen();
  expect([heights[3], hidden[4], breaks]).toEqual([40, true, [[3], [2]]]);
});

it("counts the height of empty rows in where things stand", async () => {
  const top = await run(async (sheet) => {
    sheet.getRange("2:100").format.rowHeight = 30;
    sheet.getRange("101:101").rowHidden = true;
    const cell = sheet.getRange("A102").load("top");
    await sheet.context.sync();
    return cell.top;
  });
  expect(top).toBe(15 + 99 * 30);
});

// Source: https://support.microsoft.com/office/6f40e6e4-85af-45e0-b39d-65dd504a3246, "Insert or delete rows and columns": "Format Same As Above"
it("look like the row above them, the column on their left, the cells before them; hidden ones and those at the edge aside", async () => {
  const seen = await run(async (sheet) => {
    sheet.getRange("A3:B3").format.fill.color = "#FF0000";
    sheet.getRange("3:3").format.rowHeight = 30;
    sheet.getRange("C:C").format.columnWidth = 120;
    sheet.getRange("C:C").format.fill.color = "#00FF00";
    sheet.getRange("E5").format.font.bold = true;
    sheet.getRange("3:3").rowHidden = true;
    sheet.getRange("4:5").insert("Down");
    sheet.getRange("D:D").insert("Right");
    sheet.getRange("F8").insert("Down");
    sheet.getRange("1:1").insert("Down");
    const [row, column, cell, edge] = ["A6", "D9", "F9", "A1"].map((address) => sheet.getRange(address));
    row?.load("rowHidden,format/fill/color,format/rowHeight");
    column?.load("format/fill/color,format/columnWidth");
    cell?.load("format/font/bold");
    edge?.load("format/fill/color");
    await sheet.context.sync();
    return [
      [row?.format.fill.color, row?.format.rowHeight, row?.rowHidden],
      [column?.format.fill.color, column?.format.columnWidth],
      [cell?.format.font.bold, edge?.format.fill.color],
    ];
  });
  expect(seen).toEqual([
    ["#FF0000", 30, false],
    ["#00FF00", 120],
    [true, "#FFFFFF"],
  ]);
  expect(await faultsOf(host.model)).toEqual([]);
});
