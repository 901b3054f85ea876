// The simulated Excel, asked through Microsoft's real client: it refuses what Excel refuses and hides nothing.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "../src/boot-office-node";
import { createExcelHost } from "../src/excel-host";
import { FAULT } from "../src/fault";
import { requirementSets, type Win32Bridge } from "../src/win32-bridge";

const host = createExcelHost(createXlsx("classeur.xlsx"), { keepLog: true });
let bridge: Win32Bridge;

beforeAll(async () => {
  bridge = await bootOffice(host, { requirementSets: requirementSets("1.14") });
});

beforeEach(() => {
  host.open(createXlsx("classeur.xlsx"));
  host.takeTraffic();
});

afterEach(async () => {
  await settled();
  expect(host.takeUnsupported()).toEqual([]);
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 15));

function run<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T): Promise<T> {
  return Excel.run(async (context) => {
    const result = work(context.workbook.worksheets.getItem("Feuil1"), context);
    await context.sync();
    return result;
  });
}

function protectSheet(): void {
  Object.defineProperty(host.model.activeSheet, "isProtected", { value: true });
}

// Source: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
// Source: https://support.microsoft.com/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9, "Rename a worksheet"
// Source: https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
// Source: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model
describe("what Excel refuses", () => {
  it.each<[string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
    ["values of another shape", "InvalidArgument", (sheet) => (sheet.getRange("A1:B2").values = [[1, 2]])],
    [
      "more rows than the range has",
      "InvalidArgument",
      (sheet) =>
        (sheet.getRange("A1:B2").values = [
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
    ],
    [
      "a cell of a sheet that is not active",
      "InvalidOperation",
      (_, { workbook }) => workbook.worksheets.add().getRange("A1").select(),
    ],
    [
      "many values of another shape, which the client cuts",
      "InvalidArgument",
      (sheet) => (sheet.getRange("A1:B900").values = Array.from({ length: 901 }, () => [1, 2])),
    ],
    ["a sheet that exists", "ItemAlreadyExists", (_, { workbook }) => workbook.worksheets.add("feuil1")],
    ["a slash in a tab name", "InvalidArgument", (_, { workbook }) => workbook.worksheets.add("a/b")],
    ["a tab name of 32 letters", "InvalidArgument", (_, { workbook }) => workbook.worksheets.add("x".repeat(32))],
    ["an apostrophe at a tab name's end", "InvalidArgument", (sheet) => (sheet.name = "état'")],
    ["hiding the last sheet", "InvalidOperation", (sheet) => (sheet.visibility = Excel.SheetVisibility.hidden)],
    ["deleting the last sheet", "InvalidOperation", (sheet) => sheet.delete()],
    ["an address that is none", "InvalidArgument", (sheet) => sheet.getRange("A0").load("values")],
    [
      "a range beyond the sheet",
      "InvalidArgument",
      (sheet) => sheet.getRangeByIndexes(1_048_570, 0, 10, 1).load("values"),
    ],
    [
      "several addresses in one text, whose separator depends on the agent's language",
      "InvalidArgument",
      (sheet) => sheet.getRanges("A1:B2,D4").load("address"),
    ],
    ["a row height beyond Excel's", "InvalidArgument", (sheet) => (sheet.getRange("A1").format.rowHeight = 500)],
    ["a colour that is none", "InvalidArgument", (sheet) => (sheet.getRange("A1").format.fill.color = "rouge")],
    ["a name with a space", "InvalidArgument", (_, { workbook }) => workbook.names.add("mon nom", "=1")],
    [
      "a conditional format that is not there",
      "ItemNotFound",
      (sheet) => sheet.getRange().conditionalFormats.getItem("x").delete(),
    ],
    [
      "a sheet that is not there",
      "ItemNotFound",
      (_, { workbook }) => workbook.worksheets.getItem("Rien").load("name"),
    ],
  ])("refuses %s", async (_, code, work) => {
    await expect(run(work)).rejects.toMatchObject({ code });
    await expect(run(work)).rejects.toBeInstanceOf(OfficeExtension.Error);
  });

  it.each<[string, (sheet: Excel.Worksheet) => unknown]>([
    ["a value", (sheet) => (sheet.getRange("A1").values = [[1]])],
    ["a format", (sheet) => (sheet.getRange("A1").format.font.bold = true)],
    ["a highlight", (sheet) => sheet.getRange("A1").conditionalFormats.add("Custom")],
    ["the page", (sheet) => (sheet.pageLayout.orientation = Excel.PageOrientation.landscape)],
  ])("refuses %s on a protected sheet, and changes nothing", async (_, work) => {
    protectSheet();
    await expect(run(work)).rejects.toMatchObject({ code: "AccessDenied" });
    expect(host.model.activeSheet.usedRange(false)).toBeNull();
    expect(host.model.activeSheet.conditionalFormats).toEqual([]);
  });

  it("refuses sheets in a protected structure", async () => {
    Object.defineProperty(host.model, "isStructureProtected", { value: true });
    await expect(run((_, { workbook }) => workbook.worksheets.add("Autre"))).rejects.toMatchObject({
      code: "AccessDenied",
    });
    await expect(run((sheet) => (sheet.name = "Autre"))).rejects.toMatchObject({ code: "AccessDenied" });
  });

  it("keeps what a batch did before the action that failed", async () => {
    const work = run((sheet) => {
      sheet.getRange("A1").values = [["fait"]];
      sheet.getRange("A1:B1").values = [[1]];
    });
    await expect(work).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(host.model.activeSheet.content(0, 0).value).toBe("fait");
  });

  it("refuses a request and an answer above 5 MB", async () => {
    const text = "x".repeat(30_000);
    const rows = Array.from({ length: 120 }, () => [text]);
    for (const top of [1, 121]) await run((sheet) => (sheet.getRange(`A${top}:A${top + 119}`).values = rows));
    await expect(run((sheet) => sheet.getRange("A1:A240").load("values"))).rejects.toMatchObject({
      code: "ResponsePayloadSizeLimitExceeded",
    });
    const both = run((sheet) => (sheet.getRange("A1:A240").values = [...rows, ...rows]));
    await expect(both).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  });
});

// Source: packages/simulated-excel/README.md, "What it never does"
// Source: https://learn.microsoft.com/office/dev/add-ins/develop/specify-api-requirements-runtime
describe("what the host does not have", () => {
  it.each<[string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
    ["a method", "Range.Group()", (sheet) => sheet.getRange("1:2").group("ByRows")],
    ["a navigation property", "Worksheet.Slicers", (sheet) => sheet.slicers.load("items")],
    ["a property to load", "Workbook.autoSave (load)", (_, { workbook }) => workbook.load("autoSave")],
    ["a property to set", "Worksheet.StandardWidth =", (sheet) => (sheet.standardWidth = 20)],
  ])("fails loudly and lists %s", async (_, name, work) => {
    await expect(run(work)).rejects.toMatchObject({ code: "ApiNotImplemented" });
    expect(host.takeUnsupported()).toEqual([name]);
  });

  it("lists what is left half said", async () => {
    await run((sheet) => sheet.getRange("A1").conditionalFormats.add("Custom"));
    expect(host.takeUnsupported()).toHaveLength(1);
  });

  it("lists methods of the common API", async () => {
    await new Promise((resolve) => Office.context.document.getSelectedDataAsync(Office.CoercionType.Text, resolve));
    expect(host.takeUnsupported()).toEqual([expect.stringMatching(/common API/)]);
  });

  it("answers ApiNotFound above the declared sets, before anything is sent", async () => {
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
    const work = run((sheet) => sheet.getRange("A1").getDependents().load("addresses"));
    await expect(work).rejects.toMatchObject({ code: "ApiNotFound" });
    expect(host.traffic.requests).toBe(0);
  });
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.runoptions "Determines whether Excel will delay the batch request until the user exits cell edit mode."
// Source: packages/simulated-excel/README.md, "Quick start"
describe("faults and cell editing", () => {
  it("refuses just the request that is meant", async () => {
    host.failRequest(FAULT.activityLimit, 1);
    await run((sheet) => sheet.load("name"));
    await expect(run((sheet) => sheet.load("name"))).rejects.toMatchObject({ code: "ActivityLimitReached" });
    await run((sheet) => sheet.load("name"));
  });

  it("refuses calls while a cell is edited, unless they wait for its end", async () => {
    host.beginCellEdit();
    await expect(run((sheet) => sheet.load("name"))).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    let isDone = false;
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load("name");
      await context.sync();
      isDone = true;
    });
    await settled();
    expect(isDone).toBe(false);
    host.endCellEdit();
    await waiting;
    expect(isDone).toBe(true);
  });
});

// Source: https://learn.microsoft.com/javascript/api/excel/excel.range
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
// Source: packages/simulated-excel/README.md, "Quick start"
describe("cells", () => {
  it("computes formulas, within the batch too", async () => {
    const total = await run((sheet) => {
      sheet.getRange("A1:A3").values = [[2], [3], ["=SUM(A1:A2)"]];
      const cell = sheet.getRange("A3").untrack();
      cell.load({ values: true, formulas: true });
      return cell;
    });
    expect([total.values, total.formulas]).toEqual([[[5]], [["=SUM(A1:A2)"]]]);
  });

  it("tells hidden rows and columns, one answer each", async () => {
    await run((sheet) => {
      sheet.getRange("3:3").rowHidden = true;
      sheet.getRange("B:B").columnHidden = true;
    });
    const [rows, columns] = await run((sheet) => {
      const range = sheet.getRange("A2:C4");
      return [range.getRowProperties({ rowHidden: true }), range.getColumnProperties({ columnHidden: true })] as const;
    });
    expect(rows.value).toEqual([{ rowHidden: false }, { rowHidden: true }, { rowHidden: false }]);
    expect(columns.value).toEqual([{ columnHidden: false }, { columnHidden: true }, { columnHidden: false }]);
  });

  it("leaves a cell alone for null", async () => {
    await run((sheet) => (sheet.getRange("A1:B1").values = [["a", "b"]]));
    await run((sheet) => (sheet.getRange("A1:B1").values = [[null, "c"]]));
    expect([0, 1].map((column) => host.model.activeSheet.content(0, column).value)).toEqual(["a", "c"]);
  });

  it("counts requests, bytes and cells, and the client's own requests apart", async () => {
    const kept = host.keptReferences;
    await run(
      (sheet) =>
        (sheet.getRange("A1:B2").values = [
          ["a", 1],
          ["b", 2],
        ]),
    );
    await run((sheet) => sheet.getRange("A1:B2").load("values"));
    await settled();
    const traffic = host.takeTraffic();
    expect(traffic).toMatchObject({ requests: 2, housekeeping: 2, cellsRead: 4, cellsWritten: 4 });
    expect(traffic.bytesSent).toBeGreaterThan(500);
    expect(traffic.bytesReceived).toBeGreaterThan(100);
    expect(host.traffic.requests).toBe(0);
    expect(host.keptReferences).toBe(kept);
  });
});

// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events
// Source: https://learn.microsoft.com/office/dev/add-ins/design/add-in-commands
// Source: https://learn.microsoft.com/javascript/api/excel/excel.eventsource
// Source: https://learn.microsoft.com/javascript/api/excel/excel.eventtriggersource
describe("events and commands", () => {
  it("tells the client about changes, selection and activation, once it listens", async () => {
    const seen: unknown[] = [];
    const handlers = await run((_, { workbook: { worksheets } }) => [
      worksheets.onChanged.add(
        async ({ address, source, triggerSource }) => void seen.push([address, source, triggerSource]),
      ),
      worksheets.onSelectionChanged.add(async ({ address }) => void seen.push(address)),
      worksheets.onActivated.add(async ({ worksheetId }) => void seen.push(worksheetId)),
    ]);
    await host.editCell(host.model.activeSheet, 2, 1, 5);
    await run((sheet) => (sheet.getRange("C3").values = [[1]]));
    const other = host.model.addSheet("Autre");
    host.select(other, { top: 0, left: 0, bottom: 1, right: 1 });
    await settled();
    expect(seen).toEqual([["B3", "Local", "Unknown"], ["C3", "Local", "ThisLocalAddin"], other.id, "A1:B2"]);
    for (const handler of handlers) {
      handler.remove();
      await handler.context.sync();
    }
    await host.editCell(other, 0, 0, 1);
    await settled();
    expect(seen).toHaveLength(4);
  });

  it("tells of a colleague's edit in the same workbook as remote, wherever it comes from there", async () => {
    const seen: unknown[] = [];
    const [handler] = await run((_, { workbook: { worksheets } }) => [
      worksheets.onChanged.add(
        async ({ address, source, triggerSource }) => void seen.push([address, source, triggerSource]),
      ),
    ]);
    await host.editCell(host.model.activeSheet, 2, 1, 5, "co-author");
    await settled();
    expect(seen).toEqual([["B3", "Remote", "Unknown"]]);
    handler?.remove();
    await handler?.context.sync();
  });

  it("tells the page once per change", async () => {
    const onChange = vi.fn();
    const stop = host.onModelChanged(onChange);
    await run((sheet) => sheet.load("name"));
    expect(onChange).not.toHaveBeenCalled();
    await run((sheet) => (sheet.getRange("A1").values = [[1]]));
    await host.editCell(host.model.activeSheet, 0, 0, 2);
    host.select(host.model.activeSheet, { top: 4, left: 4, bottom: 4, right: 4 });
    expect(onChange).toHaveBeenCalledTimes(3);
    stop();
    host.open(createXlsx("autre.xlsx"));
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it("runs a ribbon command until the add-in says that it is completed", async () => {
    const order: string[] = [];
    Office.actions.associate("commande", (event: Office.AddinCommands.Event) => {
      order.push(event.source.id);
      setTimeout(() => {
        order.push("fin");
        event.completed();
      }, 20);
    });
    await bridge.invokeCommand("commande", "Bouton");
    expect(order).toEqual(["Bouton", "fin"]);
    await expect(bridge.invokeCommand("inconnue")).rejects.toThrow(/no function/);
  });

  it("hears the add-in ask for its pane", async () => {
    const shown: boolean[] = [];
    host.onPaneVisibility = (isVisible) => void shown.push(isVisible);
    await Office.addin.showAsTaskpane();
    await Office.addin.hide();
    expect(shown).toEqual([true, false]);
  });

  it("tells the workbook's name and keeps document settings", async () => {
    Office.context.document.settings.set("cle", { a: 1 });
    await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
    expect(bridge.documentSettings.size).toBe(1);
    const url = await new Promise((resolve) =>
      Office.context.document.getFilePropertiesAsync(({ value }) => resolve(value.url)),
    );
    expect(url).toBe("classeur.xlsx");
  });
});
