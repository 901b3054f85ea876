// What authors of add-ins meet first and a simulation gets wrong easily: signs, protection, rules on a part of the cells, events of tables.
import { expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { faultsOf, simulated } from "./simulated";

const { host, run } = simulated();
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));
const list = (sheet: Excel.Worksheet) => {
  sheet.getRange("A1:B3").values = [
    ["a", "b"],
    [1, 2],
    [3, 4],
  ];
  return sheet.tables.add("A1:B3", true);
};

// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "If the returned value starts with a plus ("+"), minus ("-"), or equal sign ("="), Excel interprets this value as a formula."
it("reads a text that begins with a sign as a formula, and refuses one that is none", async () => {
  const cells = await run((sheet) => {
    sheet.getRange("A1:B1").values = [[2, "+A1"]];
    sheet.getRange("C1:D1").values = [["-A1", "-5"]];
    return sheet.getRange("B1:D1").load("values,formulas");
  });
  expect(cells.formulas).toEqual([["=+A1", "=-A1", -5]]);
  expect(cells.values).toEqual([[2, -2, -5]]);
  await expect(run((sheet) => void (sheet.getRange("A1").values = [["- (a"]]))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection
// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionalcellvaluerule
// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionaldatabarrule
it.each(["=SUM(", "=SUM(A1;A2)", "="])(
  "refuses %j for a name and for a bound of a conditional format",
  async (formula) => {
    await expect(run((_, { workbook }) => workbook.names.add("nom", formula))).rejects.toMatchObject({
      code: "InvalidArgument",
    });
    const bound = (sheet: Excel.Worksheet) => {
      const added = sheet.getRange("A1:A3").conditionalFormats.add("CellValue");
      added.cellValue.rule = { formula1: formula, operator: "GreaterThan" };
    };
    await expect(run(bound)).rejects.toMatchObject({ code: "InvalidArgument" });
    const scale = (sheet: Excel.Worksheet) => {
      const added = sheet.getRange("A1:A3").conditionalFormats.add("DataBar");
      added.dataBar.lowerBoundRule = { type: "Formula", formula };
    };
    await expect(run(scale)).rejects.toMatchObject({ code: "InvalidArgument" });
  },
);

// Source: https://support.microsoft.com/office/5026bbd6-04bc-48cd-bf33-80f18b4eae68, "Number format codes": "up to four sections of code"
it.each(["0;0;0;0;0", "[Rouge]0"])("refuses the number format %j", async (format) => {
  await expect(run((sheet) => void (sheet.getRange("A1").numberFormat = [[format]]))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection "Clears all conditional formats active on the current specified range."
it("takes a conditional format from a part of its cells alone, whose rule stays the same", async () => {
  const rules = await run(async (sheet, context) => {
    const added = sheet.getRange("A1:A5").conditionalFormats.add("Custom");
    added.custom.rule.formula = "=$B1>1";
    added.custom.format.font.color = "red";
    await context.sync();
    sheet.getRange("A1").conditionalFormats.clearAll();
    sheet.getRange("A3").clear("Formats");
    const left = sheet
      .getRange("A1:A9")
      .conditionalFormats.load("items/custom/rule/formula,items/custom/format/font/color");
    const cells = added.getRanges().load("address");
    await context.sync();
    return { left, cells };
  });
  expect(rules.cells.address).toBe("Feuil1!A2,Feuil1!A4:A5");
  expect(rules.left.items.map(({ custom }) => [custom.rule.formula, custom.format.font.color])).toEqual([
    ["=$B2>1", "#FF0000"],
  ]);
  expect(await faultsOf(host.model)).toEqual([]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions
// Source: https://support.microsoft.com/office/3179efdb-1285-4d49-a9c3-f4ca36276de6, "Protect a worksheet"
it("lets a protected sheet take what its protection allows, and nothing else", async () => {
  await run(async (sheet, context) => {
    sheet.getRange("A1").format.protection.locked = false;
    sheet.protection.protect({ allowFormatColumns: true });
    await context.sync();
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("B:B").format.columnWidth = 90;
  });
  const refused: ((sheet: Excel.Worksheet) => void)[] = [
    (sheet) => (sheet.getRange("A1:A2").values = [[1], [2]]),
    (sheet) => (sheet.getRange("A1").format.font.bold = true),
    (sheet) => (sheet.getRange("1:1").format.rowHeight = 30),
    (sheet) => sheet.getRange("1:1").insert("Down"),
  ];
  for (const write of refused) await expect(run(write)).rejects.toMatchObject({ code: "AccessDenied" });
});

// Source: https://support.microsoft.com/office/5cbd15d5-9375-4540-907f-c673a93fcedf, "Merge and unmerge cells"
it("cuts no merged area and merges no cells of a table", async () => {
  await expect(
    run((sheet) => {
      sheet.getRange("A1:B2").merge();
      sheet.getRange("A1").insert("Down");
    }),
  ).rejects.toMatchObject({ code: "InvalidOperation" });
  await expect(run((sheet) => list(sheet).getRange().getRow(1).merge())).rejects.toBeDefined();
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.rangecopytype
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-cut-copy-paste
it("copies the values of formulas written just before", async () => {
  const copied = await run((sheet) => {
    sheet.getRange("A1:B1").values = [[2, "=A1*2"]];
    sheet.getRange("C1").copyFrom("B1", "Values");
    return sheet.getRange("C1").load("formulas");
  });
  expect(copied.formulas).toEqual([[4]]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.chart, id
it("gives the number of a deleted chart to no other", async () => {
  const ids = await run(async (sheet, context) => {
    const first = sheet.charts.add("Line", sheet.getRange("A1:B2")).load("id");
    await context.sync();
    first.delete();
    const second = sheet.charts.add("Line", sheet.getRange("A1:B2")).load("id");
    await context.sync();
    return [first.id, second.id];
  });
  expect(new Set(ids).size).toBe(2);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.range, rowHidden
it("hides rows and shows them again", async () => {
  const rows = await run(async (sheet, context) => {
    sheet.getRange("2:4").rowHidden = true;
    sheet.getRange("3:3").rowHidden = false;
    await context.sync();
    return [1, 2, 3, 4, 5].map((row) => sheet.getRange(`${row}:${row}`).load("rowHidden"));
  });
  expect(rows.map(({ rowHidden }) => rowHidden)).toEqual([false, true, false, true, false]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.tablechangedeventargs
// Source: https://learn.microsoft.com/javascript/api/excel/excel.tableselectionchangedeventargs
// Source: https://learn.microsoft.com/javascript/api/excel/excel.tableaddedeventargs
// Source: https://learn.microsoft.com/javascript/api/excel/excel.tabledeletedeventargs
it("tells that tables come, change, are selected and go", async () => {
  const heard: string[] = [];
  await run(async (sheet, context) => {
    const { tables } = context.workbook;
    tables.onAdded.add(() => Promise.resolve(void heard.push("vient")));
    tables.onDeleted.add(({ tableName }) => Promise.resolve(void heard.push(`part ${tableName}`)));
    await context.sync();
    const table = list(sheet);
    table.onChanged.add(({ address }) => Promise.resolve(void heard.push(`change ${address}`)));
    table.onSelectionChanged.add(({ isInsideTable }) => Promise.resolve(void heard.push(`dedans ${isInsideTable}`)));
    await context.sync();
    sheet.getRange("B3:C4").values = [
      [5, 6],
      [7, 8],
    ];
    sheet.getRange("A2").select();
    sheet.getRange("E9").select();
    await context.sync();
    table.delete();
  });
  await settle();
  expect(heard).toEqual(["vient", "change B3", "dedans true", "dedans false", "part Tableau1"]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheet "Note that if the worksheet's visibility is set to "VeryHidden", the delete operation will fail with an `InvalidOperation` exception. You should first change its visibility to hidden or visible before deleting it."
it("deletes no sheet that is very hidden, before it is shown or hidden", async () => {
  await run((_, { workbook }) => void (workbook.worksheets.add("Cache").visibility = "VeryHidden"));
  const deleted = run((_, { workbook }) => workbook.worksheets.getItem("Cache").delete());
  await expect(deleted).rejects.toMatchObject({ code: "InvalidOperation" });
  await run((_, { workbook }) => {
    const sheet = workbook.worksheets.getItem("Cache");
    sheet.visibility = "Hidden";
    sheet.delete();
  });
  expect(host.model.sheets.map(({ name }) => name)).toEqual(["Feuil1"]);
});

// Source: https://support.microsoft.com/office/62d0b95d-2a90-4610-a6ae-2e545c4a4b72, "Sort data in a range or table", default sort orders
it("sorts errors after truth values, texts without their hyphens, and each cell with its format", async () => {
  const rows = [["#N/A"], ["co-op"], [true], ["coop"], ["con"], [""], [2]];
  const read = await run((sheet) => {
    const cells = sheet.getRange("A1:A7");
    cells.values = rows;
    sheet.getRange("A2").format.fill.color = "#FF0000";
    cells.sort.apply([{ key: 0, ascending: true }]);
    return [cells.load("values"), sheet.getRange("A4").format.fill.load("color")] as const;
  });
  expect(read[0].values.flat()).toEqual([2, "con", "coop", "co-op", true, "#N/A", ""]);
  expect(read[1].color).toBe("#FF0000");
});

// Source: https://learn.microsoft.com/office/vba/api/excel.shaperange.lockaspectratio "True if the specified shape retains its original proportions when you resize it."
it("keeps the proportions of a shape that is to keep them", async () => {
  const sizes = await run(async (sheet, context) => {
    const shape = sheet.shapes.addGeometricShape("Octagon");
    shape.set({ width: 50, height: 40 });
    shape.lockAspectRatio = true;
    shape.scaleHeight(1.25, "CurrentSize");
    shape.load("width,height");
    await context.sync();
    const scaled = [shape.width, shape.height];
    shape.width = 100;
    shape.load("width,height");
    await context.sync();
    return [...scaled, shape.width, shape.height];
  });
  expect(sizes).toEqual([62.5, 50, 100, 80]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.rangeformat
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range
it.each<[string, (sheet: Excel.Worksheet) => unknown]>([
  ["the text of a date before 1900", (sheet) => (sheet.getRange("A1").numberFormat = [["m/d/yyyy"]])],
  ["a move of a link", (sheet) => link(sheet) && sheet.getRange("A1").moveTo("C3")],
  ["a copy of a link", (sheet) => link(sheet) && sheet.getRange("C3").copyFrom("A1")],
  ["a sort of a link", (sheet) => link(sheet) && sheet.getRange("A1:A2").sort.apply([{ key: 0 }])],
  ["a move of a merge", (sheet) => [sheet.getRange("A1:B1").merge(), sheet.getRange("A1:B1").moveTo("C3")]],
  ["a sort around hidden rows", (sheet) => [(sheet.getRange("2:2").rowHidden = true), sheet.getRange("A1:A2").sort.apply([{ key: 0 }])]], // prettier-ignore
])("refuses %s", async (_, work) => {
  const asked = run((sheet) => {
    sheet.getRange("A1:A2").values = [[-1], [5]];
    work(sheet);
    return sheet.getRange("A1").load("text,format/rowHeight");
  });
  await expect(asked).rejects.toMatchObject({ code: "ApiNotImplemented" });
  expect(host.takeUnsupported()).toHaveLength(1);
});

const link = (sheet: Excel.Worksheet) => (sheet.getRange("A1").hyperlink = { address: "https://example.org/" });

// Source: https://learn.microsoft.com/javascript/api/excel/excel.runtime "Toggle JavaScript events in the current task pane or content add-in."
it("starts each workbook with events and calculation on", async () => {
  const state = (context: Excel.RequestContext) => [
    context.runtime.load("enableEvents"),
    context.application.load("calculationMode"),
  ];
  await run((_, context) => {
    context.runtime.enableEvents = false;
    context.application.calculationMode = "Manual";
  });
  host.open(createXlsx("classeur.xlsx"));
  const [runtime, application] = await run((_, context) => state(context));
  expect([runtime, application].map((each) => each?.toJSON())).toEqual([
    { enableEvents: true },
    { calculationMode: "Automatic" },
  ]);
});
