// Null objects of every collection: they accept every set and every call, and change nothing.
// Source: node_modules/@types/office-js/index.d.ts, by `npm run generate`
// Source: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model
import { describe, expect, it } from "vitest";
import { apiClass, lowerFirst } from "../../src/api/api-members";
import { at, collections, host, openRichWorkbook, type Loaded, type Loose } from "./reached";

openRichWorkbook();

describe("a null object", () => {
  const ofCollections = collections
    .filter(({ className, table }) => table.index && apiClass(className)?.methods["getItemOrNullObject"])
    .map(({ className, ...member }): [string, (context: Excel.RequestContext) => Loaded & Loose, string] => {
      const item = className.replace(/(?:Scoped)?Collection$/, "");
      const get = (context: Excel.RequestContext) =>
        (at(context, { className, ...member })["getItemOrNullObject"] as (key: string) => Loaded & Loose).call(
          at(context, { className, ...member }),
          "Absent",
        );
      return [className, get, item];
    });
  const nullObjects: typeof ofCollections = [
    ...ofCollections,
    ["Range", ({ workbook }) => workbook.worksheets.getItem("Autre").getUsedRangeOrNullObject() as never, "Range"],
  ];

  it("is asked for of most collections that have one", () => {
    expect(nullObjects.length).toBeGreaterThan(7);
  });

  it.each(nullObjects)("accepts every set, before and after sync: %s", async (_, get, item) => {
    const names = Object.keys(host.classes[item]?.set ?? {}).map(lowerFirst);
    const before = host.model.save();
    await Excel.run(async (context) => {
      const object = get(context);
      for (const name of names) object[name] = "rien";
      await context.sync();
      expect(object.isNullObject).toBe(true);
      for (const name of names) object[name] = "rien";
      await context.sync();
    });
    expect(host.takeUnsupported()).toEqual([]);
    expect(host.model.save()).toEqual(before);
  });

  it("accepts every set in each of its parts, however deep, of most classes that the host has", async () => {
    const before = host.model.save();
    const asked = new Set<string>();
    await Excel.run(async (context) => {
      const walk = (object: Loose, className: string, above: readonly string[]) => {
        for (const name of Object.keys(host.classes[className]?.set ?? {})) object[lowerFirst(name)] = "rien";
        asked.add(className);
        for (const part of Object.keys(host.classes[className]?.nav ?? {}).map(lowerFirst)) {
          const type = apiClass(className)?.properties[part]?.type ?? "";
          const leadsBack = above.includes(type) || /^(?:Workbook|Worksheet|Table|Chart|Range)$/.test(type);
          if (!leadsBack && host.classes[type]) walk(object[part] as Loose, type, [...above, type]);
        }
      };
      for (const [, get, item] of nullObjects) walk(get(context), item, [item]);
      await context.sync();
    });
    expect(host.takeUnsupported()).toEqual([]);
    expect(host.model.save()).toEqual(before);
    expect(asked.size).toBeGreaterThan(50);
    for (const name of ["RangeFont", "ChartAxisFormat", "PageLayout", "HeaderFooter", "DataValidation", "ShapeFill"])
      expect([...asked]).toContain(name);
  });

  it.each(nullObjects)("accepts every call, and what follows from it is null: %s", async (_, get, item) => {
    const calls = Object.keys(host.classes[item]?.call ?? {}).filter((name) => !name.startsWith("_"));
    await Excel.run(async (context) => {
      const object = get(context);
      const made: unknown[] = [];
      for (const name of calls) {
        const method = object[lowerFirst(name)];
        const parameters = apiClass(item)?.methods[lowerFirst(name)]?.parameters ?? [];
        const given = parameters.map(([type]) =>
          /number/.test(type)
            ? 0
            : /Range/.test(type)
              ? context.workbook.worksheets.getItem("Feuil1").getRange("A1")
              : /object/.test(type)
                ? {}
                : "A1",
        );
        if (typeof method === "function") made.push((method as (...args: unknown[]) => unknown).apply(object, given));
      }
      await context.sync();
      for (const one of made) {
        if (one instanceof OfficeExtension.ClientObject) expect(one.isNullObject).toBe(true);
        else if (one instanceof OfficeExtension.ClientResult) expect(one.value).toBeNull();
      }
    });
    expect(host.takeUnsupported()).toEqual([]);
  });
});
