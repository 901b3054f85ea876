// The contract of the simulated Excel, asked of every member that it has: what Microsoft's type definitions say, it keeps.
// Source: node_modules/@types/office-js/index.d.ts, by `npm run generate`
// Source: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model
import { describe, expect, it } from "vitest";
import { apiClass, isEvent, isOfLevel, isScalar, lowerFirst } from "../../src/api/api-members";
import {
  at,
  callWith,
  codeOf,
  collections,
  each,
  host,
  openRichWorkbook,
  reached,
  type Loaded,
  type Loose,
  type Member,
} from "./reached";

openRichWorkbook();

type Case = readonly [name: string, member: Member, property: string];
const membersOf = (kind: "get" | "set" | "call") =>
  reached.flatMap((member) =>
    Object.keys(member.table[kind] ?? {})
      .filter((name) => !name.startsWith("_"))
      .map((name): Case => [`${member.className}.${lowerFirst(name)}`, member, lowerFirst(name)]),
  );
const [gettable, settable, callable] = [membersOf("get"), membersOf("set"), membersOf("call")];
const typeOf = ({ className }: Member, name: string) => apiClass(className)?.properties[name]?.type ?? "any";

/** Of the client and not of Excel. */
const SERVICES = ["AddinInternalService", "AppRuntimeService"];

describe("what the contract is asked of", () => {
  it("is every class that the host has", () => {
    const names = new Set(reached.map(({ className }) => className));
    const left = Object.keys(host.classes).filter((name) => !names.has(name));
    expect(left.sort()).toEqual(SERVICES);
  });

  it("is hundreds of members", () => {
    expect(gettable.length).toBeGreaterThan(250);
    expect(settable.length).toBeGreaterThan(180);
    expect(callable.length).toBeGreaterThan(150);
  });
});

describe("load", () => {
  it.each(gettable)("answers one value, which toJSON has: %s", async (_, member, property) => {
    let asked: Loaded | null = null;
    const code = await codeOf((context) => {
      const object = at(context, member);
      expect(() => object[property]).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }) as Error);
      object.load(property);
      asked = object;
    });
    const unsupported = host.takeUnsupported();
    // Where there is no value, Excel says so, and never answers half.
    if (code === "ApiNotImplemented") expect(unsupported).toHaveLength(1);
    else if (code !== null) expect(code).toMatch(/^(?:ItemNotFound|InvalidOperation|InvalidArgument)$/);
    else expect(Object.keys((asked as Loaded | null)?.toJSON() ?? {})).toContain(property);
  });

  // The client gives classes without a value of their own no load.
  const loadable = reached.filter(
    ({ className, table }) =>
      Object.entries(apiClass(className)?.properties ?? {}).some(
        ([name, property]) => isScalar(property) && !isEvent(name),
      ) || table.items,
  );
  it.each(each(loadable))("without arguments loads everything or says what is not simulated: %s", async (_, member) => {
    let asked: Loaded | null = null;
    const code = await codeOf((context) => {
      asked = at(context, member);
      asked.load();
    });
    const unsupported = host.takeUnsupported();
    if (code === "ApiNotImplemented") return expect(unsupported).toHaveLength(1);
    if (code !== null) return expect(code).toMatch(/^(?:ItemNotFound|InvalidOperation)$/);
    const wanted = Object.entries(apiClass(member.className)?.properties ?? {}).flatMap(([name, property]) =>
      isScalar(property) && !isEvent(name) && isOfLevel(property.since) ? name : [],
    );
    const own = asked as unknown as Loose;
    for (const name of wanted) expect(() => own[name], name).not.toThrow();
  });
});

describe("set", () => {
  it.each(settable)("refuses a value of another type: %s", async (_, member, name) => {
    const type = typeOf(member, name);
    if (/any|array/.test(type)) return;
    const wrong = type.includes("object") ? "text" : { of: "another type" };
    // Where the client itself would take an object apart, it is given the value as the wire has it.
    const code = await codeOf((context) => (at(context, member)[name] = wrong));
    host.takeUnsupported();
    expect(code).not.toBeNull();
    expect(code).not.toBe("ApiNotImplemented");
  });

  it.each(
    settable.filter(
      ([, member, name]) => typeOf(member, name).startsWith("'") && !typeOf(member, name).includes("string"),
    ),
  )("refuses a word that is no choice: %s", async (_, member, name) => {
    expect(await codeOf((context) => (at(context, member)[name] = "Aucun de ceux-ci"))).toBe("InvalidArgument");
    expect(host.takeUnsupported()).toEqual([]);
  });

  // What Excel answers it takes; and it is then what it was, before the request ends and after.
  it.each(
    settable.filter(([, member, name]) => Object.keys(member.table.get ?? {}).some((get) => lowerFirst(get) === name)),
  )("takes what it answers, and keeps it: %s", async (_, member, name) => {
    const read = async () => {
      let value: unknown;
      const code = await codeOf(async (context) => {
        const object = at(context, member);
        object.load(name);
        await context.sync();
        value = object[name];
      });
      return code === null ? value : null;
    };
    const before = await read();
    host.takeUnsupported();
    if (before === null || before === undefined || before === "") return;
    const code = await codeOf((context) => (at(context, member)[name] = before));
    const unsupported = host.takeUnsupported();
    if (code === "ApiNotImplemented") return expect(unsupported).toHaveLength(1);
    expect(code).toBeNull();
    expect(await read()).toEqual(before);
  });

  it.each(
    settable
      .filter(([, { className }]) => className === "Range")
      .filter(([, , name]) => /^(?:val|form|numberF)/.test(name)),
  )("refuses another shape than the range's: %s", async (_, member, name) => {
    for (const wrong of [[["a", "b", "c"]], [["a"], ["b"]], [[], []]])
      expect(await codeOf((context) => (at(context, member)[name] = wrong))).toBe("InvalidArgument");
  });
});

describe("call", () => {
  const parameters = ({ className }: Member, name: string) => apiClass(className)?.methods[name]?.parameters ?? [];
  const typed = callable.flatMap(([name, member, method]) =>
    parameters(member, method).flatMap(([type], index) =>
      /any|array|object/.test(type) ? [] : [[`${name}, ${index + 1}`, member, method, index] as const],
    ),
  );

  it.each(typed)("refuses an argument of another type: %s", async (_, member, method, index) => {
    const code = await codeOf((context) =>
      callWith(at(context, member), member, method, index, { of: "another type" }),
    );
    host.takeUnsupported();
    expect(code).not.toBeNull();
    expect(code).not.toBe("ApiNotImplemented");
  });
});

describe("a collection", () => {
  it.each(each(collections))("finds each of its items again, in the next request: %s", async (_, member) => {
    await Excel.run(async (context) => {
      const collection = at(context, member);
      collection.load("items/$none");
      await context.sync();
      const items = collection["items"] as Loaded[];
      for (const item of items) item.load("$none");
      await context.sync();
      for (const item of items) expect(item.isNullObject).toBe(false);
      if (member.table.items && typeof collection["getCount"] === "function") {
        const count = (collection["getCount"] as () => OfficeExtension.ClientResult<number>)();
        await context.sync();
        expect(count.value).toBe(items.length);
      }
    });
    expect(host.takeUnsupported()).toEqual([]);
  });

  it.each(each(collections))("has nothing before its first and after its last item: %s", async (_, member) => {
    const size = await Excel.run(async (context) => {
      const collection = at(context, member);
      collection.load("items/$none");
      await context.sync();
      return (collection["items"] as unknown[]).length;
    });
    for (const index of [-1, size, 1e6]) {
      const code = await codeOf((context) => {
        const get = at(context, member)["getItemAt"] as ((index: number) => Loaded) | undefined;
        get?.call(at(context, member), index).load("$none");
        return context.sync();
      });
      if (apiClass(member.className)?.methods["getItemAt"])
        expect(code, String(index)).toMatch(/^(?:ItemNotFound|InvalidArgument)$/);
    }
    expect(host.takeUnsupported()).toEqual([]);
  });
});
