import { expect, test } from "vitest";
import { conventionSchema, type ConventionDefinition } from "../../../../src/core/contract/convention";
import { readSchema } from "../../../../src/core/contract/definition/read-schema";
import { definitionOf } from "../../../../src/core/contract/signed/sceau";
import { contratAmende } from "../../../contracts/avenants";
import { numerous, rich } from "../../../contracts/contrat-riche";

/** Small, with one of everything. */
const { avenants } = definitionOf(contratAmende) as ConventionDefinition;
const given: ConventionDefinition = { ...rich, actions: numerous.slice(0, 2), avenants };

/** The same, its fields in the order of the model. */
function inOrder(data: unknown, model: unknown): unknown {
  if (Array.isArray(data)) return data.map((each: unknown, index) => inOrder(each, (model as unknown[])[index]));
  if (typeof data !== "object" || data === null) return data;
  const [fields, models] = [data as Record<string, unknown>, model as Record<string, unknown>];
  const keys = Object.keys(models).filter((key) => key in fields);
  return Object.fromEntries(keys.map((key) => [key, inOrder(fields[key], models[key])]));
}

/** What the schema makes of it has its fields in the schema's own order, which a definition is mostly written in. */
const whole = inOrder(given, conventionSchema.parse(given));

type Path = readonly (string | number)[];

/** Each place of the data: its lists, objects, figures and texts. */
function places(data: unknown, path: Path = []): readonly Path[] {
  if (typeof data !== "object" || data === null) return [path];
  const inside = Object.entries(data).flatMap(([key, value]) =>
    places(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
  return [path, ...inside];
}

/** A copy with something else at the place; `undefined` leaves its field out. */
function changed(data: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(data);
  if (Array.isArray(data))
    return data.map((each: unknown, index) => (index === key ? changed(each, rest, change) : each));
  const fields = Object.entries(data as Record<string, unknown>).map(([name, value]) => [
    name,
    name === key ? changed(value, rest, change) : value,
  ]);
  return Object.fromEntries(fields.filter(([name, value]) => name !== key || value !== undefined));
}

const reversed = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value;

const CHANGES: Readonly<Record<string, (value: unknown) => unknown>> = {
  "left out": () => undefined,
  null: () => null,
  "a text with spaces around it": (value) => (typeof value === "string" ? ` ${value} ` : " x "),
  "an empty text": () => "",
  "a negative figure": () => -1,
  "a figure of three decimals": () => 0.125,
  "an empty list": () => [],
  "an empty object": () => ({}),
  "an unknown field": (value) => (typeof value === "object" ? { ...value, inconnu: 1 } : value),
  "a field that says nothing": (value) => (typeof value === "object" ? { ...value, alias: undefined } : value),
  "another order": reversed,
};

test.each(Object.entries(CHANGES))("says what zod says, with %s at each place in turn", (_, change) => {
  for (const path of places(whole)) {
    const data = changed(whole, path, change);
    const [read, zods] = [readSchema(conventionSchema, data), conventionSchema.safeParse(data, { reportInput: true })];
    const place = path.join(".");
    expect({ success: read.success, data: read.data }, place).toStrictEqual({ success: zods.success, data: zods.data });
    expect(read.error?.issues, place).toStrictEqual(zods.error?.issues);
    // The order of the fields too.
    expect(JSON.stringify(read.data)).toBe(JSON.stringify(zods.data));
  }
});

test("leaves the given data as it is", () => {
  const before = structuredClone(whole);
  expect(readSchema(conventionSchema, whole).success).toBe(true);
  expect(whole).toStrictEqual(before);
});

test("gives each its own list where none is given", () => {
  const without = changed(whole, ["avenants"], () => undefined);
  const [one, other] = [readSchema(conventionSchema, without), readSchema(conventionSchema, without)];
  expect(one.data?.avenants).toEqual([]);
  expect(one.data?.avenants).not.toBe(other.data?.avenants);
});
