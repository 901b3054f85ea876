// The contract of the simulated Excel for shapes: a matrix of another size, a list that is none, an object that lacks its parts.
// Source: node_modules/@types/office-js/index.d.ts, by `npm run generate`
// Source: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model
import { describe, expect, it } from "vitest";
import { apiClass, lowerFirst } from "../../src/api/api-members";
import { at, callWith, codeOf, host, openRichWorkbook, reached, type Loose, type Member } from "./reached";

openRichWorkbook();

const settable = reached.flatMap((member) =>
  Object.keys(member.table.set ?? {}).map((set) => {
    const name = lowerFirst(set);
    const type = apiClass(member.className)?.properties[name]?.type ?? "any";
    return [`${member.className}.${name}`, member, name, type] as const;
  }),
);
const ofType = (wanted: RegExp) => settable.filter(([, , , type]) => wanted.test(type));

async function expectRefused(use: (context: Excel.RequestContext, wrong: unknown) => unknown, wrongs: unknown[]) {
  const before = host.model.save();
  for (const wrong of wrongs)
    expect(await codeOf((context) => use(context, wrong)), JSON.stringify(wrong)).toBe("InvalidArgument");
  expect(host.takeUnsupported()).toEqual([]);
  expect(Buffer.from(before).equals(host.model.save()), "the file is as it was").toBe(true);
}

async function read(member: Member, name: string): Promise<unknown> {
  let value: unknown;
  await Excel.run(async (context) => {
    const object = at(context, member);
    object.load(name);
    await context.sync();
    value = object[name];
  });
  return value;
}

/** Of a matrix: a row and a cell more and less, a row that is shorter than the others, a list, a cell that is a list or an object. */
function othersThan(matrix: readonly (readonly unknown[])[]): unknown[] {
  const [first = [], ...rest] = matrix;
  const last = rest.at(-1) ?? first;
  return [
    [],
    [[]],
    matrix.slice(1),
    [...matrix, last],
    matrix.map((row) => row.slice(1)),
    matrix.map((row) => [...row, "x"]),
    [...matrix.slice(0, -1), [...last, "x"]],
    matrix.flat(),
    [matrix],
    [[[first[0]], ...first.slice(1)], ...rest],
    [[{ of: "another type" }, ...first.slice(1)], ...rest],
  ];
}

describe("a matrix", () => {
  const matrices = ofType(/^array$/).filter(([name]) => name !== "IconSetConditionalFormat.criteria");

  it("is asked of each member that has one", () => {
    expect(matrices.map(([name]) => name)).toEqual([
      "Range.formulas",
      "Range.formulasLocal",
      "Range.formulasR1C1",
      "Range.numberFormat",
      "Range.values",
      "TableColumn.values",
      "TableRow.values",
    ]);
  });

  it.each(matrices)("of another shape is refused, and nothing of it stays: %s", async (_, member, name) => {
    const matrix = (await read(member, name)) as unknown[][];
    expect(matrix.flat().length).toBeGreaterThan(1);
    await expectRefused((context, wrong) => ((at(context, member) as Loose)[name] = wrong), othersThan(matrix));
  });

  const added: readonly (readonly [string, unknown[][]])[] = [
    ["TableRowCollection", [["Logement", 1, 2]]],
    ["TableColumnCollection", [["Total"], [1], [2], [3]]],
  ];
  it.each(added)(
    "that is added to a table is refused in another shape, and taken in its own: %s",
    async (name, matrix) => {
      const member = reached.find(({ className }) => className === name);
      const add = (context: Excel.RequestContext, values: unknown) =>
        member && callWith(at(context, member), member, "add", 1, values);
      // One row more is two rows added, and one row less is none.
      const isRow = name === "TableRowCollection";
      const wrongs = othersThan(matrix).filter((_, index) => !isRow || index !== 3);
      await expectRefused(add, wrongs);
      expect(await codeOf((context) => add(context, matrix))).toBeNull();
    },
  );
});

describe("a list", () => {
  const lists = reached.flatMap((member) =>
    Object.keys(member.table.call ?? {}).flatMap((called) => {
      const method = lowerFirst(called);
      const declared = apiClass(member.className)?.methods[method]?.parameters ?? [];
      return declared.flatMap(([type], index) =>
        type === "array" ? [[`${member.className}.${method} ${index + 1}`, member, method, index] as const] : [],
      );
    }),
  );

  it.each(lists)("is refused where it is none, and with what it cannot hold: %s", async (_, member, method, index) => {
    await expectRefused(
      (context, wrong) => callWith(at(context, member), member, method, index, wrong),
      [{}, "text", 12, true, [[]], [3, [4]], [[1], 5]],
    );
  });

  it("of icons has as many as the set has icons", async () => {
    const bound = { type: "Percent", formula: "=33", operator: "GreaterThanOrEqual" };
    const member = reached.find(({ className }) => className === "IconSetConditionalFormat");
    if (!member) throw new Error("no icon set");
    await expectRefused(
      (context, wrong) => ((at(context, member) as Loose)["criteria"] = wrong),
      [[], [bound], [bound, bound], [bound, bound, bound, bound], [1, 2, 3], {}, "text"],
    );
  });
});

/** All their parts may be left out. */
const MAY_BE_EMPTY: readonly string[] = [];

describe("an object", () => {
  it.each(ofType(/^object$/))("that is a list, or has none of its parts, is refused: %s", async (name, member, set) => {
    const empty = MAY_BE_EMPTY.includes(name) ? [] : [{}, { rien: 1 }];
    await expectRefused((context, wrong) => ((at(context, member) as Loose)[set] = wrong), [[], [1], ...empty]);
  });
});
