// Worksheet.copy: all that stands on the sheet and around it, under names of its own where two cannot bear the same.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheet, copy
// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheetpositiontype
// Source: https://support.microsoft.com/office/47207967-bbb2-4e95-9b5c-3c174aa69328, "Move or copy worksheets or worksheet data"
import { describe, expect, it } from "vitest";
import { openXlsx } from "xlsx-model/open-xlsx";
import { partText, withParts } from "../../../../tests/files/fixtures";
import { faultsOf, readByLibreOffice, reopened, simulated } from "./simulated";

const { host, run } = simulated();

async function filled(): Promise<void> {
  await run((sheet, { workbook }) => {
    sheet.getRange("A1:B4").values = [
      ["Axe", "Montant"],
      ["Prévention", 1000],
      ["Accès", 500],
      ["Mobilité", 300],
    ];
    const table = sheet.tables.add("A1:B4", true);
    table.name = "Budget";
    sheet.getRange("D1:D4").formulas = [["=SUM(Budget[Montant])"], ["=Feuil1!B2*2"], ["=Total"], ["=Autre!A1+B3"]];
    workbook.worksheets.add("Autre").getRange("A1:A2").formulas = [[7], ["=Feuil1!B2"]];
    workbook.names.add("Total", sheet.getRange("D1"));
    workbook.names.add("Ailleurs", workbook.worksheets.getItem("Autre").getRange("A1"));
    sheet.names.add("Local", sheet.getRange("B2"));
    sheet.getRange("D1:D4").numberFormat = [["#,##0.00"]];
    sheet.getRange("F1:G2").merge();
    const rule = sheet.getRange("B2:B4").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=$B2>Feuil1!$B$3";
    rule.custom.format.fill.color = "#FF0000";
    sheet.getRange("H2:H9").dataValidation.rule = { list: { inCellDropDown: true, source: "oui,non" } };
    sheet.charts.add("Pie", sheet.getRange("A1:B4")).name = "Parts";
    sheet.shapes.addTextBox("Une note").name = "Encadré";
    sheet.comments.add("Feuil1!B2", "À revoir").replies.add("Fait");
    sheet.freezePanes.freezeRows(1);
    sheet.pageLayout.setPrintArea("A1:D4");
    sheet.tabColor = "#00FF00";
    sheet.protection.protect({ allowSort: true }, "secret");
  });
}

describe("a copied sheet", () => {
  it("has what the sheet has, each under the copy's own names", async () => {
    await filled();
    const name = await run(async (sheet) => {
      const copy = sheet.copy("After", sheet).load("name,position,visibility");
      await sheet.context.sync();
      return [copy.name, copy.position, copy.visibility];
    });
    expect(name).toEqual(["Feuil1 (2)", 1, "Visible"]);
    expect(await faultsOf(host.model)).toEqual([]);
    host.open(reopened(host.model));
    expect(host.model.sheets.map((each) => each.name)).toEqual(["Feuil1", "Feuil1 (2)", "Autre"]);
    const read = await run(async (_, { workbook }) => {
      const copy = workbook.worksheets.getItem("Feuil1 (2)");
      const cells = copy.getRange("D1:D4").load("formulas,values,numberFormat");
      const table = copy.tables.getItemAt(0).load("name");
      const names = copy.names.load("items/name,items/formula");
      const rule = copy.getRange("B3").conditionalFormats.getItemAt(0).custom.rule.load("formula");
      const entry = copy.getRange("H3").dataValidation.load("rule");
      const chart = copy.charts.getItemAt(0).load("name");
      const shape = copy.shapes.getItem("Encadré").textFrame.textRange.load("text");
      const comment = copy.comments.getItemAt(0).load("content,id");
      const replies = comment.replies.getCount();
      const first = workbook.worksheets.getItem("Feuil1").comments.getItemAt(0).load("id");
      const frozen = copy.freezePanes.getLocationOrNullObject().load("address");
      copy.protection.load("protected,options");
      copy.load("tabColor");
      await copy.context.sync();
      return {
        formulas: cells.formulas.flat() as unknown[],
        values: cells.values.flat() as unknown[],
        format: cells.numberFormat[0]?.[0] as unknown,
        table: table.name,
        names: names.items.map((each) => `${each.name} ${String(each.formula)}`).sort(),
        rule: rule.formula,
        list: entry.rule.list?.source,
        chart: chart.name,
        text: shape.text,
        comment: comment.content,
        replies: replies.value,
        isOther: comment.id !== first.id,
        frozen: frozen.address,
        protection: [copy.protection.protected, copy.protection.options.allowSort],
        color: copy.tabColor,
      };
    });
    expect(read).toEqual({
      formulas: ["=SUM(Budget2[Montant])", "='Feuil1 (2)'!B2*2", "=Total", "=Autre!A1+B3"],
      values: [1800, 2000, 1800, 507],
      format: "#,##0.00",
      table: "Budget2",
      names: ["Local ='Feuil1 (2)'!$B$2", "Total ='Feuil1 (2)'!$D$1"],
      rule: "=$B2>'Feuil1 (2)'!$B$3",
      list: "oui,non",
      chart: "Parts",
      text: "Une note",
      comment: "À revoir",
      replies: 1,
      isOther: true,
      frozen: "'Feuil1 (2)'!1:1",
      protection: [true, true],
      color: "#00FF00",
    });
    const copy = host.model.sheets[1];
    expect([copy?.merges, copy?.pageSetup.printArea]).toEqual([
      [{ top: 0, left: 5, bottom: 1, right: 6 }],
      [{ top: 0, left: 0, bottom: 3, right: 3 }],
    ]);
    expect(partText(host.model.save(), "xl/charts/chart2.xml")).toContain("'Feuil1 (2)'!$B$2:$B$4");
    expect(readByLibreOffice(host.model)).toContain('"Prévention";1000;;2,000.00');
  });

  it("is a sheet of its own: what happens to one leaves the other as it is", async () => {
    await filled();
    await run((sheet) => void sheet.copy("End"));
    const [first] = host.model.sheets;
    const before = [first?.content(1, 1), first?.tables.list()[0]?.name, first?.objects.length];
    await run((_, { workbook }) => {
      const copy = workbook.worksheets.getItem("Feuil1 (2)");
      copy.protection.unprotect("secret");
      copy.getRange("B2").values = [[1]];
      copy.charts.getItemAt(0).title.text = "Autre titre";
      copy.shapes.getItem("Encadré").delete();
      copy.tables.getItemAt(0).rows.add(undefined, [["Santé", 9]]);
    });
    const read = await run((_, { workbook }) =>
      workbook.worksheets.getItem("Feuil1 (2)").getRange("D1:D2").load("values"),
    );
    expect(read.values).toEqual([[810], [2]]);
    expect([first?.content(1, 1), first?.tables.list()[0]?.name, first?.objects.length]).toEqual(before);
    expect(first?.content(0, 3).value).toBe(1800);
    expect(await faultsOf(host.model)).toEqual([]);
    await run((_, { workbook }) => workbook.worksheets.getItem("Feuil1 (2)").delete());
    expect(await faultsOf(host.model)).toEqual([]);
    expect(host.model.names.map(({ name }) => name).filter((name) => !name.startsWith("_"))).toEqual([
      "Total",
      "Ailleurs",
      "Local",
    ]);
  });

  it.each<[Excel.WorksheetPositionType | undefined, boolean, readonly string[] | string]>([
    [undefined, false, ["B (2)", "A", "B", "C"]],
    ["None" as Excel.WorksheetPositionType, false, ["B (2)", "A", "B", "C"]],
    ["Beginning" as Excel.WorksheetPositionType, false, ["B (2)", "A", "B", "C"]],
    ["End" as Excel.WorksheetPositionType, false, ["A", "B", "C", "B (2)"]],
    ["Before" as Excel.WorksheetPositionType, true, ["A", "B", "B (2)", "C"]],
    ["After" as Excel.WorksheetPositionType, true, ["A", "B", "C", "B (2)"]],
    ["After" as Excel.WorksheetPositionType, false, "InvalidArgument"],
    ["Before" as Excel.WorksheetPositionType, false, "InvalidArgument"],
  ])("stands where it is asked to: %s", async (position, isBeside, expected) => {
    await run((sheet, { workbook }) => {
      sheet.name = "A";
      for (const name of ["B", "C"]) workbook.worksheets.add(name);
    });
    const copy = Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("B").copy(position, isBeside ? worksheets.getItem("C") : undefined);
      await context.sync();
    });
    if (typeof expected === "string") return expect(copy).rejects.toMatchObject({ code: expected });
    await copy;
    expect(host.model.sheets.map(({ name }) => name)).toEqual(expected);
    expect(host.model.activeSheet.name).toBe("A");
    expect(await faultsOf(host.model)).toEqual([]);
    return undefined;
  });

  it("takes the next free number, and keeps to 31 characters", async () => {
    const long = "Budget prévisionnel du contrat1";
    await run((sheet) => (sheet.name = long));
    const named = () =>
      Excel.run(async (context) => {
        const copy = context.workbook.worksheets.getItem(long).copy("End").load("name");
        await context.sync();
        return copy.name;
      });
    expect(long).toHaveLength(31);
    expect([await named(), await named()]).toEqual([
      "Budget prévisionnel du cont (2)",
      "Budget prévisionnel du cont (3)",
    ]);
  });

  it("is refused where the structure is protected, and told to who listens", async () => {
    const told: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets, protection } = context.workbook;
      worksheets.onAdded.add(({ worksheetId }) => Promise.resolve(void told.push(worksheetId)));
      await context.sync();
      worksheets.getItem("Feuil1").copy();
      await context.sync();
      await new Promise((resolve) => setTimeout(resolve, 10));
      protection.protect();
      await context.sync();
    });
    expect(told).toEqual([host.model.sheets[0]?.id]);
    await expect(run((sheet) => void sheet.copy())).rejects.toMatchObject({ code: "AccessDenied" });
  });

  it("is told as not simulated where something stands that nobody here copies", async () => {
    const rels = "xl/worksheets/_rels/sheet1.xml.rels";
    await run((sheet) => void sheet.shapes.addTextBox("x"));
    const file = host.model.save();
    const slicer =
      '<Relationship Id="rIdSegment" Type="http://schemas.microsoft.com/office/2007/relationships/slicer" Target="../slicers/slicer1.xml"/>';
    const withSlicer = withParts(file, {
      [rels]: partText(file, rels).replace("</Relationships>", `${slicer}</Relationships>`),
      "xl/slicers/slicer1.xml": '<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>',
    });
    host.open(openXlsx(withSlicer, "classeur.xlsx"));
    await expect(run((sheet) => void sheet.copy())).rejects.toMatchObject({ code: "ApiNotImplemented" });
    expect(host.takeUnsupported()).toEqual(["a copy of a part of the kind slicer"]);
    expect(host.model.sheets).toHaveLength(1);
  });
});
