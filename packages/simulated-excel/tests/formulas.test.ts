// Formulas entered through the client: refused, computed and shown as Excel does.
import { describe, expect, it } from "vitest";
import { openXlsx } from "xlsx-model/open-xlsx";
import { simulatedExcel } from "../src/vitest";
import { partText } from "../../../tests/files/fixtures";
import { faultsOf } from "./objects/simulated";

const excel = simulatedExcel({ version: "excel-2021", locale: "fr-FR" });

/** Values of A1:D4 after the work. */
function cellsAfter(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    work(sheet, context);
    const cells = sheet.getRange("A1:D4").load("values");
    await context.sync();
    return cells.values;
  });
}

const enter =
  (...formulas: string[]) =>
  (sheet: Excel.Worksheet) => {
    sheet.getRange(`A1:A${formulas.length}`).formulas = formulas.map((formula) => [formula]);
  };

// Source: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, "Excel specifications and limits", length of formula contents and nested levels of functions
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Represents the formula in A1-style notation."
describe("a formula that Excel refuses", () => {
  it.each([
    ["an open bracket", "=SUM("],
    ["a French separator", "=SUM(B1;B2)"],
    ["a French decimal comma", "=1,5+B1"],
    ["two operators", "=B1*/2"],
    ["too few arguments", "=ROUND(1)"],
    ["too many arguments", "=ABS(1,2)"],
    ["an array whose rows differ", "={1,2;3}"],
    ["a text without an end", '="a'],
    ["functions nested in 65 levels", `=${"SUM(".repeat(65)}1${")".repeat(65)}`],
    ["8193 characters", `=${" ".repeat(8191)}1`],
  ])("is refused: %s", async (_, formula) => {
    await expect(cellsAfter(enter(formula))).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(excel.workbook.activeSheet.usedRange(false)).toBeNull();
  });

  it.each([
    ["functions nested in 64 levels", `=${"SUM(".repeat(64)}1${")".repeat(64)}`],
    ["8192 characters", `=${" ".repeat(8190)}1`],
  ])("is not: %s", async (_, formula) => {
    expect((await cellsAfter(enter(formula)))[0]?.[0]).toBeTypeOf("number");
  });
});

// Source: https://support.microsoft.com/office/b6d54e31-a743-4d7d-9b61-40002a7b4286, "How to correct a #NAME? error"
// Source: https://support.microsoft.com/office/8540bd0f-6e97-4483-bcf7-1b49cd50d123, "Remove or allow a circular reference"
// Source: https://support.microsoft.com/office/822c8e46-e610-4d02-bf29-ec4b8c5ff4be, "How to correct a #REF! error"
describe("what a formula gives", () => {
  it.each<[string, string[], unknown[]]>([
    ["an unknown function", ["=SOMME(1,2)", "=A1+1", '=IFERROR(A1,"non")'], ["#NAME?", "#NAME?", "non"]],
    ["a function newer than this Excel", ["=TOCOL(B1:C2)"], ["#NAME?"]],
    ["an unknown name", ["=Inconnu+1", "=SUM(A1)"], ["#NAME?", "#NAME?"]],
    ["a circle", ["=A1+A2+1", "=A1*2", "=A1+5"], [0, 0, 5]],
    ["a reference to itself", ["=SUM(A1:A3)", "2", "=A2*2"], [0, 2, 4]],
    ["a division by zero", ["=1/0", "=SUM(A1,1)"], ["#DIV/0!", "#DIV/0!"]],
  ])("is Excel's: %s", async (_, formulas, values) => {
    const cells = await cellsAfter(enter(...formulas));
    expect(cells.slice(0, values.length).map(([value]) => value)).toEqual(values);
  });

  it("is 0 in each cell of a circle, those included that were there before the last one", async () => {
    await cellsAfter(enter("=A3+1", "=A1*2", "9"));
    await cellsAfter((sheet) => (sheet.getRange("A3:B3").formulas = [["=A2", "=A3+4"]]));
    const cells = await cellsAfter(() => {});
    expect(cells.slice(0, 3)).toEqual([
      [0, "", "", ""],
      [0, "", "", ""],
      [0, 4, "", ""],
    ]);
  });

  // Source: https://support.microsoft.com/office/822c8e46-e610-4d02-bf29-ec4b8c5ff4be, "How to correct a #REF! error"
  it("is #REF! once the cells that it names are deleted, by a name or on another sheet too", async () => {
    const read = await Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const [sheet, other] = [worksheets.getItem("Feuil1"), worksheets.add("Autre")];
      sheet.getRange("A1:A4").values = [[1], [2], [3], [4]];
      names.add("Nom", sheet.getRange("A3"));
      names.add("Suite", "=Nom+1");
      sheet.getRange("C1").formulas = [["=A3"]];
      const formulas = ["=Feuil1!A3+1", "=SUM(Nom)", "=Suite", "=SUM(Feuil1!A3:A4)"];
      other.getRange("A1:A4").formulas = formulas.map((formula) => [formula]);
      await context.sync();
      sheet.getRange("3:3").delete("Up");
      const [own, far] = [sheet.getRange("C1").load("values"), other.getRange("A1:A4").load("values,formulas")];
      await context.sync();
      return { own: own.values, far: far.values, formulas: far.formulas };
    });
    expect(read.own).toEqual([["#REF!"]]);
    expect(read.far).toEqual([["#REF!"], ["#REF!"], ["#REF!"], [4]]);
    expect(read.formulas[0]).toEqual(["=Feuil1!#REF!+1"]);
  });

  it("that cannot be computed anew has no value from before the change", async () => {
    const before = await cellsAfter((sheet) => {
      enter("1", "2", "3")(sheet);
      sheet.getRange("D1").formulas = [["=SUBTOTAL(109,A1:A3)"]];
    });
    expect(before[0]?.[3]).toBe(6);
    const after = cellsAfter((sheet) => {
      sheet.getRange("2:2").rowHidden = true;
      sheet.getRange("A1").values = [[5]];
    });
    await expect(after).rejects.toMatchObject({ code: "ApiNotImplemented" });
    expect(excel.takeUnsupported()).toHaveLength(1);
  });

  it.each<[string, (table: Excel.Table) => unknown]>([
    ["column", (table) => table.columns.getItemAt(1).delete()],
    ["table", (table) => table.delete()],
    ["table, kept as cells,", (table) => table.convertToRange()],
  ])("over a %s that is gone has no value any more, and says so", async (_, remove) => {
    const before = await cellsAfter((sheet) => {
      sheet.getRange("A1:B3").values = [["n", "v"], ["a", 1], ["b", 2]]; // prettier-ignore
      sheet.tables.add("A1:B3", true).name = "Liste";
      sheet.getRange("D1").formulas = [["=SUM(Liste[v])"]];
    });
    expect(before[0]?.[3]).toBe(3);
    const given = cellsAfter((sheet) => remove(sheet.tables.getItem("Liste")));
    await expect(given).rejects.toMatchObject({ code: "ApiNotImplemented" });
    expect(excel.takeUnsupported()).toHaveLength(1);
  });

  it("is #REF! once the sheet that it names is deleted, and names say so too", async () => {
    const other = excel.workbook.addSheet("L'autre");
    other.setContent(0, 0, { value: 7, formula: null });
    excel.workbook.setName({ name: "Montant", formula: "'L''autre'!$A$1", hidden: false, scope: null });
    expect((await cellsAfter(enter("='L''autre'!A1+1", "=Montant", "=IFERROR('L''autre'!A1,\"perdu\")")))[0]?.[0]).toBe(
      8,
    );
    const cells = await cellsAfter((_, { workbook }) => workbook.worksheets.getItem("L'autre").delete());
    expect(cells.slice(0, 3).map(([value]) => value)).toEqual(["#REF!", "#REF!", "perdu"]);
    const names = await Excel.run(async ({ workbook }) => {
      const named = workbook.names.getItem("Montant").load("formula");
      await named.context.sync();
      return named.formula;
    });
    expect(names).toBe("=#REF!$A$1");
  });

  it("keeps the cells of the deleted sheet under the error, and is taken again as it reads", async () => {
    excel.workbook.addSheet("Feuil2").setContent(0, 0, { value: 7, formula: null });
    await cellsAfter(enter("=Feuil2!A1+A3", "=SUM(Feuil2!$B$1:B4)", "5"));
    await cellsAfter((_, { workbook }) => workbook.worksheets.getItem("Feuil2").delete());
    const formulas = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:A2").load("formulas");
      await context.sync();
      range.formulas = range.formulas;
      range.load("formulas, values, text");
      await context.sync();
      return [range.formulas, range.values];
    });
    expect(formulas).toEqual([
      [["=#REF!A1+A3"], ["=SUM(#REF!$B$1:B4)"]],
      [["#REF!"], ["#REF!"]],
    ]);
    const saved = excel.workbook.save();
    expect(partText(saved, "xl/worksheets/sheet1.xml")).toContain("<f>#REF!A1+A3</f>");
    expect(await faultsOf(excel.workbook)).toEqual([]);
    excel.host.open(openXlsx(saved, "classeur.xlsx"));
    expect((await cellsAfter((sheet) => (sheet.getRange("A3").values = [[6]])))[0]?.[0]).toBe("#REF!");
  });

  it("follows into rules and charts: a renamed sheet under its new name, a deleted one under the error", async () => {
    const other = excel.workbook.addSheet("Feuil2");
    for (const [row, value] of [1, 2, 3].entries()) other.setContent(row, 0, { value, formula: null });
    const read = () => partText(excel.workbook.save(), "xl/worksheets/sheet1.xml");
    await cellsAfter((sheet, { workbook }) => {
      const rule = sheet.getRange("B1:B3").conditionalFormats.add("Custom");
      rule.custom.rule.formula = "=Feuil2!$A$1>1";
      rule.custom.format.fill.color = "#FF0000";
      sheet.getRange("C1").dataValidation.rule = { custom: { formula: "=Feuil2!$A$2>1" } };
      sheet.charts.add("ColumnClustered", workbook.worksheets.getItem("Feuil2").getRange("A1:A3"));
    });
    await cellsAfter((_, { workbook }) => (workbook.worksheets.getItem("Feuil2").name = "Base 2"));
    expect(read()).toContain("<formula>'Base 2'!$A$1&gt;1</formula>");
    expect(read()).toContain("<formula1>'Base 2'!$A$2&gt;1</formula1>");
    await cellsAfter((_, { workbook }) => workbook.worksheets.getItem("Base 2").delete());
    expect(read()).toContain("<formula>#REF!$A$1&gt;1</formula>");
    expect(read()).toContain("<formula1>#REF!$A$2&gt;1</formula1>");
    expect(partText(excel.workbook.save(), "xl/charts/chart1.xml")).toContain("<c:f>#REF!$A$1:$A$3</c:f>");
    expect(await faultsOf(excel.workbook)).toEqual([]);
  });

  it("is computed again when a name that it uses appears or goes", async () => {
    await cellsAfter(enter("=Taux*2", "4"));
    expect((await cellsAfter((sheet, { workbook }) => workbook.names.add("Taux", sheet.getRange("A2"))))[0]?.[0]).toBe(
      8,
    );
    expect((await cellsAfter((_, { workbook }) => workbook.names.getItem("Taux").delete()))[0]?.[0]).toBe("#NAME?");
  });

  it("is never a word of ours: what nobody can compute fails and is listed", async () => {
    await expect(cellsAfter(enter('=CELL("filename")'))).rejects.toMatchObject({ code: "ApiNotImplemented" });
    expect(excel.takeUnsupported()).toEqual(['the value of =CELL("filename")']);
  });
});

// Source: https://support.microsoft.com/office/ce3be07b-0101-4450-a24e-c1c999be2b34, "Implicit intersection operator: @"
describe("the sign @", () => {
  it.each<[string, unknown]>([
    ["=@B1:B3", 20],
    ["=@B1:B3*2", 40],
    ["=SUM(@B1:B3,1)", 21],
    ["=@INDEX(B1:B3,3)", 30],
    ["=@B1:C3", "#VALUE!"],
  ])(
    "takes the one value that stands in its row, now, in the saved file and once that is opened: %s",
    async (formula, value) => {
      const fill = (sheet: Excel.Worksheet) => {
        sheet.getRange("B1:B3").values = [[10], [20], [30]];
        sheet.getRange("A2").formulas = [[formula]];
      };
      expect((await cellsAfter(fill)).map(([first]) => first)).toEqual(["", value, "", ""]);
      const saved = excel.workbook.save();
      expect(partText(saved, "xl/worksheets/sheet1.xml")).toMatch(/<f>[^<@]*_xlfn\.SINGLE\([^<@]*<\/f>/);
      expect(await faultsOf(excel.workbook)).toEqual([]);
      excel.host.open(openXlsx(saved, "classeur.xlsx"));
      expect(excel.workbook.activeSheet.content(1, 0).formula).toBe(formula);
      expect((await cellsAfter((sheet) => (sheet.getRange("B2:B3").values = [[21], [31]])))[1]?.[0]).toBe(
        typeof value === "number" ? value + (formula.includes("*2") ? 2 : 1) : value,
      );
    },
  );
});
