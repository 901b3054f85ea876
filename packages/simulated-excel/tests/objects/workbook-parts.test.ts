// What stands around the cells: protection, frozen panes, names, the window of a sheet, and what an add-in keeps in the workbook.
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets
// Source: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-workbooks
// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection
// Source: https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes
// Source: https://learn.microsoft.com/javascript/api/excel/excel.nameditem
// Source: https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection
// Source: https://learn.microsoft.com/javascript/api/excel/excel.settingcollection
// Source: https://github.com/OfficeDev/office-js/issues/621, 2 MB of settings
import { describe, expect, it } from "vitest";
import { partText } from "../../../../tests/files/fixtures";
import { faultsOf, reopened, simulated } from "./simulated";

const { host, run } = simulated();
const reopen = () => host.open(reopened(host.model));

describe("protection", () => {
  it("forbids what its options do not allow, by its password, and is kept in the file", async () => {
    await run(({ protection }) =>
      protection.protect({ allowSort: true, allowEditObjects: true, selectionMode: "Unlocked" }, "é3"),
    );
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const read = await run(({ protection }) => protection.load());
    expect(read.protected).toBe(true);
    expect(read.options).toMatchObject({
      allowSort: true,
      allowEditObjects: true,
      allowEditScenarios: false,
      allowFormatCells: false,
      selectionMode: "Unlocked",
    });
    await expect(run((sheet) => (sheet.getRange("A1").values = [[1]]))).rejects.toMatchObject({ code: "AccessDenied" });
    await expect(run(({ protection }) => protection.unprotect("é4"))).rejects.toMatchObject({ code: "AccessDenied" });
    await run((sheet) => {
      sheet.protection.unprotect("é3");
      sheet.getRange("A1").values = [[1]];
    });
    expect(host.model.activeSheet.isProtected).toBe(false);
  });

  it("is refused twice, and of the workbook keeps its sheets as they are", async () => {
    await run((_, { workbook }) => workbook.protection.protect("x"));
    expect(await faultsOf(host.model)).toEqual([]);
    await expect(run((_, { workbook }) => workbook.protection.protect())).rejects.toMatchObject({
      code: "AccessDenied",
    });
    await expect(run((_, { workbook }) => workbook.worksheets.add())).rejects.toMatchObject({ code: "AccessDenied" });
    await run((_, { workbook }) => {
      workbook.protection.unprotect("x");
      workbook.worksheets.add("Ajoutée");
    });
    expect(host.model.sheets.map(({ name }) => name)).toEqual(["Feuil1", "Ajoutée"]);
  });
});

describe("a sheet", () => {
  it.each<[string, (panes: Excel.WorksheetFreezePanes) => void, string | null]>([
    ["rows", (panes) => panes.freezeRows(2), "Feuil1!1:2"],
    ["columns", (panes) => panes.freezeColumns(1), "Feuil1!A:A"],
    ["both", (panes) => panes.freezeAt("A1:B3"), "Feuil1!A1:B3"],
    ["nothing any more", (panes) => panes.unfreeze(), null],
  ])("freezes %s", async (_, freeze, address) => {
    await run(({ freezePanes }) => {
      freezePanes.freezeAt("A1:D9");
      freeze(freezePanes);
    });
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const location = await run(({ freezePanes }) => freezePanes.getLocationOrNullObject().load("address"));
    expect(location.isNullObject ? null : location.address).toBe(address);
  });

  it("says the colour of its tab and what its window shows", async () => {
    await run((sheet) => sheet.set({ tabColor: "orange", showGridlines: false, showHeadings: false }));
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const read = await run((sheet) => sheet.load("tabColor,showGridlines,showHeadings"));
    expect(read.toJSON()).toMatchObject({ tabColor: "#FFA500", showGridlines: false, showHeadings: false });
    const after = await run((sheet) => {
      sheet.set({ tabColor: "", showGridlines: true });
      return sheet.load("tabColor,showGridlines");
    });
    expect(after.toJSON()).toMatchObject({ tabColor: "", showGridlines: true });
  });

  it("leads to the next one and the one before, hidden ones or not", async () => {
    const names = await run(async (sheet, { workbook }) => {
      workbook.worksheets.add("Cachée").visibility = "Hidden";
      const last = workbook.worksheets.add("Dernière");
      const found = [
        sheet.getNext(),
        sheet.getNext(true),
        last.getPrevious(true),
        last.getNextOrNullObject(),
        sheet.getPreviousOrNullObject(),
      ];
      for (const each of found) each.load("name");
      await last.context.sync();
      return found.map((each) => (each.isNullObject ? null : each.name));
    });
    expect(names).toEqual(["Cachée", "Dernière", "Feuil1", null, null]);
    await expect(run((sheet) => sheet.getPrevious().load("name"))).rejects.toMatchObject({ code: "ItemNotFound" });
  });
});

describe("a name", () => {
  it.each<[string, string, unknown]>([
    ["='Feuil1'!$B$2:$C$3", "Range", "Feuil1!$B$2:$C$3"],
    ["=1.5", "Double", 1.5],
    ['="a""b"', "String", 'a"b'],
    ["=TRUE", "Boolean", true],
  ])("tells what it stands for: %s", async (formula, type, value) => {
    const item = await run((sheet) => sheet.names.add("Nom", formula).load("type,value,scope,worksheet/name"));
    expect([item.type, String(item.value).replaceAll("'", ""), item.scope]).toEqual([type, String(value), "Worksheet"]);
    expect(item.worksheet.name).toBe("Feuil1");
    const range = await run((sheet) => sheet.names.getItem("Nom").getRangeOrNullObject().load("address"));
    expect(range.isNullObject ? null : range.address).toBe(type === "Range" ? "Feuil1!B2:C3" : null);
  });
});

describe("what an add-in keeps", () => {
  it("as settings, by key", async () => {
    const read = await run(async (_, context) => {
      const { settings } = context.workbook;
      settings.add("vue", { onglet: 2 });
      settings.add("date", "2024-01-01");
      settings.add("vue", { onglet: 3 });
      const [view, none, all] = [settings.getItem("vue"), settings.getItemOrNullObject("rien"), settings.getCount()];
      view.load("key,value");
      settings.getItem("date").delete();
      settings.load("items/key");
      await context.sync();
      return [view.value, none.isNullObject, all.value, settings.items.map(({ key }) => key)] as unknown[];
    });
    expect(read).toEqual([{ onglet: 3 }, true, 2, ["vue"]]);
  });

  it("as custom XML parts, which stay in the file", async () => {
    const xml = '<c:cls xmlns:c="urn:cls"><annee>2024</annee></c:cls>';
    await run((_, { workbook }) => {
      const part = workbook.customXmlParts.add(xml);
      workbook.customXmlParts.add("<autre/>");
      part.setXml(xml.replace("2024", "2025"));
    });
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const read = await run(async (_, context) => {
      const { customXmlParts } = context.workbook;
      const scoped = customXmlParts.getByNamespace("urn:cls");
      const part = scoped.getOnlyItem().load("id,namespaceUri");
      const [text, count] = [part.getXml(), customXmlParts.getCount()];
      const none = customXmlParts.getByNamespace("urn:x").getOnlyItemOrNullObject();
      customXmlParts.load("items/id");
      await context.sync();
      for (const { id } of customXmlParts.items) customXmlParts.getItem(id).delete();
      const after = customXmlParts.getCount();
      await context.sync();
      return [part.namespaceUri, text.value, count.value, none.isNullObject, after.value];
    });
    expect(read).toEqual(["urn:cls", xml.replace("2024", "2025"), 2, true, 0]);
    expect(await faultsOf(host.model)).toEqual([]);
  });

  it("is refused where it is no XML", async () => {
    await expect(run((_, { workbook }) => workbook.customXmlParts.add("<a>"))).rejects.toMatchObject({
      code: "InvalidArgument",
    });
  });

  it("as settings in the file, each add-in its own", async () => {
    await run((_, { workbook: { settings } }) => {
      settings.add("vue", { onglet: "« Écarts » & \n <1>" });
      settings.add("jour", new Date(Date.UTC(2024, 0, 31)));
      settings.add("liste", [1, true, "x"]);
      settings.add("retiré", 1);
      settings.getItem("retiré").delete();
    });
    expect(await faultsOf(host.model)).toEqual([]);
    const other = { id: "00000000-0000-4000-8000-0000000000ff", version: "2.0.0.0" };
    host.model.addInSettings.write(other, new Map([["vue", '"autre"']]));
    expect(await faultsOf(host.model)).toEqual([]);
    reopen();
    const read = await run(async (_, context) => {
      const { settings } = context.workbook;
      settings.load("items/key,items/value");
      await context.sync();
      return settings.items.map(({ key, value }) => [key, value as unknown]);
    });
    expect(read).toEqual([
      ["vue", { onglet: "« Écarts » & \n <1>" }],
      ["jour", new Date(Date.UTC(2024, 0, 31))],
      ["liste", [1, true, "x"]],
    ]);
    expect([...host.model.addInSettings.read(other)]).toEqual([["vue", '"autre"']]);
    expect(partText(host.model.save(), "xl/webextensions/taskpanes.xml").match(/<wetp:taskpane /g)).toHaveLength(2);
  });

  it("is refused above 2 MB of settings, and the others stay", async () => {
    // The key, and the quotation marks of the text.
    const most = 2 * 1024 * 1024 - "x".length - 2;
    const add = (length: number) => run((_, { workbook }) => workbook.settings.add("x", "y".repeat(length)));
    await add(most - 1);
    await add(most);
    await expect(add(most + 1)).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(run((_, { workbook }) => workbook.settings.add("z", ""))).rejects.toMatchObject({
      code: "InvalidArgument",
    });
    const read = await run((_, { workbook }) => workbook.settings.getItem("x").load("value"));
    expect(String(read.value)).toHaveLength(most);
  });

  it("is refused above the size of a request", async () => {
    const xml = `<a>${"x".repeat(5 * 1024 * 1024)}</a>`;
    await expect(run((_, { workbook }) => workbook.customXmlParts.add(xml))).rejects.toMatchObject({
      code: expect.stringMatching(/./) as string,
    });
  });
});

describe("the application", () => {
  it("calculates when it is asked to, and tells how figures are written", async () => {
    const read = await run((_, { application, workbook }) => {
      workbook.application.calculationMode = "Manual";
      application.calculate("Full");
      application.cultureInfo.load("name,numberFormat/numberDecimalSeparator");
      return application.load("calculationMode,decimalSeparator");
    });
    expect([read.calculationMode, read.decimalSeparator, read.cultureInfo.name]).toEqual(["Manual", ",", "fr-FR"]);
    expect(read.cultureInfo.numberFormat.numberDecimalSeparator).toBe(",");
  });
});

describe("page breaks", () => {
  it("are counted, found in the order of their rows, tell the cell after them, and are deleted one by one", async () => {
    const read = () =>
      run(async (sheet, context) => {
        const breaks = sheet.horizontalPageBreaks;
        const count = breaks.getCount();
        breaks.load("items/$none");
        await context.sync();
        const cells = breaks.items.map((each) => each.getCellAfterBreak().load("address"));
        await context.sync();
        return [count.value, ...cells.map(({ address }) => address)];
      });
    await run((sheet) => {
      sheet.horizontalPageBreaks.add("C9");
      sheet.horizontalPageBreaks.add("A5");
      sheet.horizontalPageBreaks.add("B9");
    });
    expect(await read()).toEqual([2, "Feuil1!A5", "Feuil1!A9"]);
    expect(partText(host.model.save(), "xl/worksheets/sheet1.xml")).toMatch(/<brk id="4" [^>]*><brk id="8" /);
    await run((sheet) => sheet.horizontalPageBreaks.getItem(0).delete());
    expect(await read()).toEqual([1, "Feuil1!A9"]);
    expect(reopened(host.model).activeSheet.rowBreaks).toEqual([8]);
    await expect(run((sheet) => sheet.horizontalPageBreaks.add("A1"))).rejects.toMatchObject({
      code: "InvalidArgument",
    });
    await run((sheet) => sheet.horizontalPageBreaks.removePageBreaks());
    expect(await read()).toEqual([0]);
  });
});
