// What a first version of a simulation forgets: the last argument of a method, what was said before, and what follows from it.
import { describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import { partText, withParts } from "../../../../tests/files/fixtures";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();
const SHEET = "xl/worksheets/sheet1.xml";
const reopen = () => host.open(reopened(host.model));

const table = (sheet: Excel.Worksheet) => {
  sheet.getRange("A1:B4").values = [
    ["Axe", "Montant"],
    ["b", 2],
    ["a", 3],
    ["c", 1],
  ];
  return sheet.tables.add("A1:B4", true);
};

// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection
// "If `true`, considers only visible worksheets, skipping over any hidden ones."
it("counts and finds visible sheets alone where it is asked to", async () => {
  const read = await run(async (_, { workbook: { worksheets } }) => {
    worksheets.add("Cachée").visibility = "Hidden";
    worksheets.add("Première").position = 0;
    worksheets.getItem("Première").visibility = "VeryHidden";
    const counts = [worksheets.getCount(true), worksheets.getCount(false), worksheets.getCount()];
    const found = [
      worksheets.getFirst(true),
      worksheets.getFirst(),
      worksheets.getLast(true),
      worksheets.getLast(),
    ].map((sheet) => sheet.load("name"));
    await worksheets.context.sync();
    return [...counts.map(({ value }) => value), ...found.map(({ name }) => name)];
  });
  expect(read).toEqual([1, 3, 3, "Feuil1", "Première", "Feuil1", "Cachée"]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.nameditem "Specifies the comment associated with this name."
it("keeps the comment of a name, given with it or later, in the file", async () => {
  await run((sheet, { workbook: { names } }) => {
    names.add("Total", sheet.getRange("A1"), "Année « 2024 » & suite");
    names.add("Autre", sheet.getRange("A2")).comment = "dit après";
    names.add("Sans", sheet.getRange("A3"), "ôté").comment = "";
  });
  expect(await faultsOf(host.model)).toEqual([]);
  reopen();
  const comments = () =>
    run(async (_, { workbook: { names } }) => {
      names.load("items/comment");
      await names.context.sync();
      return names.items.map(({ comment }) => comment);
    });
  expect(await comments()).toEqual(["Année « 2024 » & suite", "dit après", ""]);
  await run((_, { workbook: { names } }) => (names.getItem("Total").visible = false));
  expect(await comments()).toEqual(["Année « 2024 » & suite", "dit après", ""]);
});

describe("a table", () => {
  // Source: https://learn.microsoft.com/javascript/api/excel/excel.tablesort
  // "Specifies the current conditions used to last sort the table." "Reapplies the current sorting parameters to the table."
  // "Clears the sorting that is currently on the table. While this doesn't modify the table's ordering, it clears the state of the
  // header buttons."
  it("knows what it was sorted by, in the file too, sorts so again, and forgets it", async () => {
    const read = () =>
      run(async (sheet) => {
        const own = sheet.tables.getItemAt(0);
        own.sort.load("fields,matchCase");
        const body = own.getDataBodyRange().load("values");
        await own.context.sync();
        return [own.sort.fields.map(({ key, ascending }) => [key, ascending]), body.values.flat()];
      });
    await run((sheet) => table(sheet).sort.apply([{ key: 1, ascending: false }]));
    expect(await read()).toEqual([[[1, false]], ["a", 3, "b", 2, "c", 1]]);
    await run((sheet) => {
      sheet.getRange("B4").values = [[9]];
      sheet.getRange("1:2").insert("Down");
      sheet.tables.getItemAt(0).rows.add(undefined, [["d", 5]]);
    });
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    await run((sheet) => sheet.tables.getItemAt(0).sort.reapply());
    expect(await read()).toEqual([[[1, false]], ["c", 9, "d", 5, "a", 3, "b", 2]]);
    await run((sheet) => sheet.tables.getItemAt(0).columns.add(0, [["N"], [1], [2], [3], [4]]));
    expect((await read())[0]).toEqual([[2, false]]);
    await run((sheet) => sheet.tables.getItemAt(0).sort.clear());
    expect((await read())[0]).toEqual([]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  // Source: https://learn.microsoft.com/javascript/api/excel/excel.table "Reapplies all the filters currently on the table."
  it("hides by its filters anew when they are applied again, and not before", async () => {
    const hidden = await run(async (sheet, context) => {
      const own = table(sheet);
      own.columns.getItemAt(1).filter.applyCustomFilter(">1");
      await context.sync();
      sheet.getRange("B2").values = [[0]];
      sheet.getRange("B4").values = [[7]];
      const rows = () => [2, 3, 4].map((row) => sheet.getRange(`${row}:${row}`).load("rowHidden"));
      const before = rows();
      await context.sync();
      own.reapplyFilters();
      const after = rows();
      await context.sync();
      return [before, after].map((each) => each.map(({ rowHidden }) => rowHidden));
    });
    expect(hidden).toEqual([
      [false, false, true],
      [true, false, false],
    ]);
  });

  // Source: https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection
  // "If `false`, the new rows will be added below the table."
  it("says that rows below it, and not in it, are not simulated", async () => {
    await expect(run((sheet) => void table(sheet).rows.add(undefined, [["x", 1]], false))).rejects.toMatchObject({
      code: "ApiNotImplemented",
    });
    expect(host.takeUnsupported()).toHaveLength(1);
    await run((sheet) => void sheet.tables.getItemAt(0).rows.add(undefined, [["x", 1]], true));
  });
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatrule
// "The formula, if required, on which to evaluate the conditional format rule in R1C1-style notation."
it("says the formula of a rule in each notation, as it is from the first cell", async () => {
  const rule = await run((sheet) => {
    const added = sheet.getRange("B2:D5").conditionalFormats.add("Custom").custom;
    added.format.font.color = "red";
    added.rule.formulaR1C1 = "=SUM(RC[-1],R1C1)>1";
    return added.rule.load();
  });
  expect([rule.formula, rule.formulaR1C1, rule.formulaLocal]).toEqual([
    "=SUM(A2,$A$1)>1",
    "=SUM(RC[-1],R1C1)>1",
    "=SOMME(A2;$A$1)>1",
  ]);
  await run((sheet) => {
    sheet.getRange("B2").conditionalFormats.getItemAt(0).custom.rule.formulaLocal = "=ET(B2>1;C2<3)";
  });
  const said = await run((sheet) => sheet.getRange("B2").conditionalFormats.getItemAt(0).custom.rule.load("formula"));
  expect(said.formula).toBe("=AND(B2>1,C2<3)");
});

// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation, "List validation rule type": a range is
// the source of every cell, and "Date and time" bounds are given as texts.
it("controls entries by the same cells for each of them, and by times to 15 digits", async () => {
  const rules = await run((sheet) => {
    const [list, time] = [sheet.getRange("A2:A5").dataValidation, sheet.getRange("B1").dataValidation];
    list.rule = { list: { inCellDropDown: true, source: sheet.getRange("E1:E3") } };
    time.rule = { time: { formula1: "09:00", formula2: "17:00:00", operator: "Between" } };
    return [sheet.getRange("A4").dataValidation.load("rule"), time.load("rule")];
  });
  expect(rules.map(({ rule }) => rule)).toEqual([
    { list: { inCellDropDown: true, source: "=Feuil1!$E$1:$E$3" } },
    { time: { formula1: "=0.375", formula2: "=0.708333333333333", operator: "Between" } },
  ]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.calculationmode
// "Calculations only occur when the user or add-in requests them."
it("calculates on request only where it was asked to", async () => {
  const read = await run(async (sheet, { application }) => {
    sheet.getRange("A1:B1").formulas = [[1, "=A1+1"]];
    application.calculationMode = "Manual";
    const value = async () => {
      const cell = sheet.getRange("B1").load("values");
      await sheet.context.sync();
      return cell.values[0]?.[0] as unknown;
    };
    sheet.getRange("A1").values = [[5]];
    const seen = [await value()];
    // What is entered is computed, alone.
    sheet.getRange("C1").formulas = [["=A1*10"]];
    const entered = sheet.getRange("C1").load("values");
    seen.push(await value());
    expect(entered.values).toEqual([[50]]);
    application.calculate("Recalculate");
    seen.push(await value());
    sheet.getRange("A1").values = [[6]];
    seen.push(await value());
    application.calculationMode = "Automatic";
    seen.push(await value());
    return seen;
  });
  expect(read).toEqual([2, 2, 6, 6, 7]);
});

// Source: ISO/IEC 29500-1, 18.3.1.73 (row) and 18.3.1.13 (col): outlineLevel and collapsed are of the row and of the column.
it("keeps groups of rows and columns with them, wherever these go", async () => {
  const file = createXlsx("classeur.xlsx").save();
  const grouped = partText(file, SHEET).replace(
    /<sheetData\/>|<sheetData><\/sheetData>/,
    '<cols><col min="2" max="2" width="10" outlineLevel="1" customWidth="1"/></cols><sheetData>' +
      '<row r="2" outlineLevel="1" hidden="1"><c r="A2"><v>1</v></c></row>' +
      '<row r="3" collapsed="1"><c r="A3"><v>2</v></c></row></sheetData>',
  );
  host.open(openXlsx(withParts(file, { [SHEET]: grouped }), "classeur.xlsx"));
  await run((sheet) => {
    sheet.getRange("A2:A3").values = [[5], [6]];
    sheet.getRange("3:3").format.rowHeight = 30;
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("A:A").insert("Right");
    sheet.getRange().clear();
  });
  expect(await faultsOf(host.model)).toEqual([]);
  const text = partText(host.model.save(), SHEET);
  const said = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, at]) => at);
  expect(said(/<row r="(\d+)"[^>]*outlineLevel="1"/g)).toEqual(["3"]);
  expect(said(/<row r="(\d+)"[^>]*collapsed="1"/g)).toEqual(["4"]);
  expect(said(/<col min="(\d+)"[^>]*outlineLevel="1"/g)).toEqual(["3"]);
});
