// A French Excel 2021 with its known bugs, and without the rules of the house.
import { expect, it } from "vitest";
import { simulatedExcel } from "../src/vitest";

const bugs = ["freeze-elsewhere-activates", "address-separator-of-language"] as const;
const excel = simulatedExcel({ version: "excel-2021", locale: "fr-FR", bugs });

// Source: https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets
it("declares its requirement set and its language", () => {
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
  expect(Office.context.displayLanguage).toBe("fr-FR");
});

// Source: https://github.com/OfficeDev/office-js/issues/2196
it("tells that a sheet was activated when its panes are frozen from another one", async () => {
  const other = excel.workbook.addSheet("Autre");
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onActivated.add(async ({ worksheetId }) => void seen.push(worksheetId));
    await context.sync();
    worksheets.getItem("Feuil1").freezePanes.freezeRows(1);
    worksheets.getItem("Autre").freezePanes.freezeRows(1);
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 15));
  expect(seen).toEqual([other.id]);
  expect(excel.workbook.activeSheet.name).toBe("Feuil1");
});

// Source: packages/simulated-excel/README.md, "Profiles"
it("reads the separator of several addresses in the agent's language", async () => {
  const addressOf = (text: string) =>
    Excel.run(async (context) => {
      const areas = context.workbook.worksheets.getItem("Feuil1").getRanges(text).load("address");
      await context.sync();
      return areas.address;
    });
  for (const text of ["A1:B2;D4", "A1:B2; D4"]) expect(await addressOf(text)).toBe("Feuil1!A1:B2,Feuil1!D4");
  await expect(addressOf("A1:B2,D4")).rejects.toMatchObject({ code: "InvalidArgument" });
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Represents the formula in A1-style notation, in the user's language and number-formatting locale."
it("shows formulas, formats and texts in French", async () => {
  const cell = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Feuil1").getRange("A1");
    range.formulasLocal = [["=SOMME(1,5;2)"]];
    range.numberFormat = [["#,##0.00"]];
    range.load("formulas,formulasLocal,values,text,numberFormatLocal");
    await context.sync();
    return range;
  });
  expect([cell.formulas, cell.formulasLocal, cell.values]).toEqual([[["=SUM(1.5,2)"]], [["=SOMME(1,5;2)"]], [[3.5]]]);
  expect([cell.text, cell.numberFormatLocal]).toEqual([[["3,50"]], [["# ##0,00"]]]);
});

// Source: https://support.microsoft.com/office/8e10019e-d5d8-47a1-ba95-db95123d273e, "Format a date the way you want"
// "Date formats that begin with an asterisk (*) respond to changes in regional date and time settings": the built-in 14 and 22.
it("shows typed dates as the agent's country writes them", async () => {
  const cells = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Feuil1").getRange("A1:C1");
    range.values = [["2/1/2024", 45_323.5, 45_323]];
    range.numberFormat = [["m/d/yyyy", "m/d/yyyy h:mm", "d/m/yyyy"]];
    range.load("text,numberFormat,numberFormatLocal");
    await context.sync();
    return range;
  });
  expect(cells.text).toEqual([["01/02/2024", "01/02/2024 12:00", "1/2/2024"]]);
  expect(cells.numberFormat[0]?.slice(0, 2)).toEqual(["m/d/yyyy", "m/d/yyyy h:mm"]);
  expect(cells.numberFormatLocal).toEqual([["jj/mm/aaaa", "jj/mm/aaaa hh:mm", "j/m/aaaa"]]);
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Represents Excel's number format code for the given range."
it("refuses a French format and takes one for a whole range", async () => {
  const format = (given: string[][]) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Feuil1").getRange("A1:B3");
      range.numberFormat = given;
      range.load("numberFormat");
      await context.sync();
      return range.numberFormat as string[][];
    });
  await expect(format([["jj/mm/aaaa"]])).rejects.toMatchObject({ code: "InvalidArgument" });
  expect((await format([["dd/mm/yyyy"]])).flat()).toEqual(Array.from({ length: 6 }, () => "dd/mm/yyyy"));
});

// Source: https://support.microsoft.com/office/5cbd15d5-9375-4540-907f-c673a93fcedf, "Merge and unmerge cells"
it("keeps one value of merged cells, at the corner", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Feuil1").getRange("A1:B2");
    range.values = [
      ["", "premier"],
      ["second", ""],
    ];
    range.merge();
    await context.sync();
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([
      ["premier", ""],
      ["", ""],
    ]);
  });
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheet "Gets the `Range` object, representing a single rectangular block of cells, specified by the address or name."
it("takes a name where an address is accepted", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    context.workbook.names.add("Total_Etat", sheet.getRange("C3:C4"));
    const range = sheet.getRange("total_etat").load("address");
    await context.sync();
    expect(range.address).toBe("Feuil1!C3:C4");
  });
});
