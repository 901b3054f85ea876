// The table of the simulated object model holds only names that Microsoft's library has.
// Source: node_modules/@microsoft/office-js/dist/excel-win32-16.01.js, the classes and members of the library
import { beforeAll, describe, expect, it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { bootOffice } from "../src/boot-office-node";
import { createExcelHost, type ExcelHost } from "../src/excel-host";
import { inventedNames } from "../src/invented-names";
import { hostClass, type ClassTable } from "../src/object-table";

describe("the object table against the library", () => {
  let host: ExcelHost;
  let namespaces: object[];

  beforeAll(async () => {
    host = createExcelHost(createXlsx("vide.xlsx"));
    await bootOffice(host);
    namespaces = [Excel, Reflect.get(globalThis, "OfficeCore") as object];
  });

  it("invents nothing", () => {
    expect(Object.keys(host.classes).length).toBeGreaterThan(25);
    // The library calls this one through its low-level interface, without a method of its own.
    expect(inventedNames(host.classes, namespaces)).toEqual(["AddinInternalService.NotifyActionHandlerReady"]);
  });

  it.each<[string, ClassTable, string]>([
    ["a class", { get: {} }, "Worksheeet"],
    ["a property", { get: { Nam: () => "" } }, "Worksheet.Nam"],
    ["a property that cannot be set", { set: { Id: () => {} } }, "Worksheet.Id"],
    ["a navigation property", { nav: { Pane: () => null } }, "Worksheet.Pane"],
    ["a method", { call: { GetRang: () => null } }, "Worksheet.GetRang"],
    ["an event", { events: { ChangedEvent: () => ({ type: 1, target: "" }) } }, "Worksheet.ChangedEvent"],
    ["a collection", { items: () => [] }, "Worksheet.items"],
    ["an indexer", { index: () => null }, "Worksheet.getItem"],
  ])("catches %s", (_, table, name) => {
    const classes = { [name.split(".")[0] ?? ""]: hostClass(table) };
    expect(inventedNames(classes, namespaces)).toEqual([name]);
  });
});
