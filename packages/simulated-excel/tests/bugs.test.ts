// Each known bug of a real Excel as a switch: what happens with it, and what happens without.
// Source: packages/simulated-excel/src/profile.ts, the issue of github.com/OfficeDev/office-js beside each bug
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "../src/boot-office-node";
import { createExcelHost } from "../src/excel-host";
import { excelProfile, KNOWN_BUGS, type KnownBug } from "../src/profile";

const switches = new Set<KnownBug>();
const host = createExcelHost(createXlsx("classeur.xlsx"), {
  profile: { ...excelProfile("microsoft-365"), bugs: switches },
});

beforeAll(() => bootOffice(host));

beforeEach(() => {
  switches.clear();
  host.open(createXlsx("classeur.xlsx"));
});

type Work = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>;

const code = (error: unknown) => (error instanceof OfficeExtension.Error ? error.code : String(error));
const run = (work: Work): Promise<unknown> =>
  Excel.run((context) => work(context.workbook.worksheets.getItem("Feuil1"), context)).catch(code);

/** What each case answers without the bug, and with it. */
const CASES: Readonly<Record<KnownBug, readonly [without: unknown, withIt: unknown, work: Work]>> = {
  "freeze-elsewhere-activates": [
    [],
    ["Feuil2"],
    async (_, context) => {
      const seen: string[] = [];
      const { worksheets } = context.workbook;
      worksheets.add("Feuil2");
      const listener = worksheets.onActivated.add(async ({ worksheetId }) => {
        seen.push(host.model.sheets.find(({ id }) => id === worksheetId)?.name ?? "");
      });
      await context.sync();
      worksheets.getItem("Feuil2").freezePanes.freezeRows(1);
      await context.sync();
      await new Promise((resolve) => setTimeout(resolve, 15));
      listener.remove();
      await context.sync();
      return seen;
    },
  ],
  "freeze-elsewhere-fails": [
    1,
    "GeneralException",
    async (_, context) => {
      context.workbook.worksheets.add("Feuil2").freezePanes.freezeRows(1);
      await context.sync();
      return host.model.sheets[1]?.frozenRows;
    },
  ],
  "address-separator-of-language": [
    "Feuil1!A1,Feuil1!C3",
    "InvalidArgument",
    async (sheet, context) => {
      const areas = sheet.getRanges("A1,C3").load("address");
      await context.sync();
      return areas.address;
    },
  ],
  "filtered-rows-shift-values": [
    [1, 2, 3, ""],
    [1, "b", 2, 3],
    async (sheet, context) => {
      sheet.getRange("A1:A4").values = [["titre"], ["a"], ["b"], ["c"]];
      sheet.autoFilter.apply("A1:A4");
      await context.sync();
      const [model] = host.model.sheets;
      model?.setRowHidden(2, true);
      sheet.getRange("A2:A4").values = [[1], [2], [3]];
      const read = sheet.getRange("A2:A5").load("values");
      await context.sync();
      return read.values.flat() as unknown[];
    },
  ],
  "second-condition-is-lost": [
    ["LessThan", "GreaterThan"],
    "ItemNotFound",
    async (sheet, context) => {
      const { conditionalFormats } = sheet.getRange("A1:B2");
      for (const operator of ["GreaterThan", "LessThan"] as const)
        conditionalFormats.add("CellValue").cellValue.rule = { formula1: "=1", operator };
      await context.sync();
      conditionalFormats.load("items/cellValueOrNullObject/rule");
      await context.sync();
      return conditionalFormats.items.map(({ cellValueOrNullObject: { rule } }) => rule.operator);
    },
  ],
  "format-ids-are-priorities": [
    [false, 2],
    [true, 1],
    async (sheet, context) => {
      const { conditionalFormats } = sheet.getRange("A1:B2");
      for (const formula of ["=1", "=2", "=3"]) conditionalFormats.add("Custom").custom.rule.formula = formula;
      conditionalFormats.load("items/id");
      await context.sync();
      const [first = "", second = ""] = conditionalFormats.items.map(({ id }) => id);
      conditionalFormats.getItem(first).delete();
      await context.sync();
      const next = conditionalFormats.getItem(second).load("custom/rule/formula");
      await context.sync();
      return [first === "0", Number(next.custom.rule.formula.slice(1))];
    },
  ],
  "table-column-fills": [
    ["", "=A3*2", ""],
    ["=A2*2", "=A3*2", "=A4*2"],
    async (sheet, context) => {
      sheet.getRange("A1:A4").values = [["Montant"], [1], [2], [3]];
      sheet.tables.add("A1:B4", true);
      sheet.getRange("B3").formulas = [["=A3*2"]];
      const read = sheet.getRange("B2:B4").load("formulas");
      await context.sync();
      return read.formulas.flat() as unknown[];
    },
  ],
  "formula-takes-format": [
    ["General", "General", "0%"],
    ["#,##0.00", "General", "0%"],
    async (sheet, context) => {
      sheet.getRange("A1:A2").numberFormat = [["#,##0.00"], ["0.0"]];
      sheet.getRange("B3").numberFormat = [["0%"]];
      sheet.getRange("B1:B3").formulas = [["=SUM(A1:A2)"], ["=1+1"], ["=A1"]];
      const read = sheet.getRange("B1:B3").load("numberFormat");
      await context.sync();
      return read.numberFormat.flat() as unknown[];
    },
  ],
  "fit-to-pages-ignored": [
    { width: 1, height: 0 },
    null,
    async (sheet, context) => {
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      await context.sync();
      return host.model.activeSheet.pageSetup.fitTo;
    },
  ],
  "custom-xml-over-1-mb-fails": [
    [true, true],
    [true, "GeneralException"],
    async (_, context) => {
      const { customXmlParts } = context.workbook;
      const add = async (bytes: number) => {
        const part = customXmlParts.add(`<a>${"x".repeat(bytes - "<a></a>".length)}</a>`).load("id");
        try {
          await context.sync();
          return part.id !== "";
        } catch (error) {
          return (error as OfficeExtension.Error).code;
        }
      };
      return [await add(1024 * 1024), await add(1024 * 1024 + 1)];
    },
  ],
  "marker-style-fails": [
    "Diamond",
    "GeneralException",
    async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const series = sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns").series.getItemAt(0);
      series.markerStyle = "Diamond";
      series.load("markerStyle");
      await context.sync();
      return series.markerStyle;
    },
  ],
};

describe.each(Object.keys(KNOWN_BUGS) as KnownBug[])("%s", (bug) => {
  const [without, withIt, work] = CASES[bug];

  it("changes what Excel does when it is on, and only then", async () => {
    expect(await run(work)).toEqual(without);
    host.open(createXlsx("classeur.xlsx"));
    switches.add(bug);
    expect(await run(work)).toEqual(withIt);
    expect(host.takeUnsupported()).toEqual([]);
  });
});
