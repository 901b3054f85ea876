// The contract of the simulated Excel for arguments: no method leaves out one that the type definitions declare, as if nobody had said it.
// Source: node_modules/@types/office-js/index.d.ts, the parameters of each method, by `npm run generate`
import { expect, it } from "vitest";
import { apiClass, isOfLevel, lowerFirst } from "../../src/api/api-members";
import { host } from "./reached";

/** What makes no difference here, and why. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  "Worksheet.calculate": "all that is to be calculated is, whether it is marked or not",
};

/** Made of a function of their own, and each argument of theirs is held at its bounds in `out-of-range.test.ts`. */
const BOUNDED =
  /^Range\.get(?:AbsoluteResizedRange|Cell|Columns?(?:After|Before)?|OffsetRange|ResizedRange|Rows?(?:Above|Below)?)$/;

/** Of its parameters after the object itself; one that takes the rest takes all. */
function parametersOf(method: (...args: never[]) => unknown): number {
  const head = /^[^{]*?=>|^[^{]*\{/.exec(method.toString())?.[0] ?? "";
  return head.includes("...") ? Infinity : method.length - 1;
}

const methods = Object.entries(host.classes).flatMap(([className, table]) =>
  Object.entries(table.call ?? {}).flatMap(([called, method]) => {
    const declared = apiClass(className)?.methods[lowerFirst(called)];
    return declared && isOfLevel(declared.since) && declared.parameters.length > 0
      ? [[`${className}.${lowerFirst(called)}`, declared.parameters.length, parametersOf(method)] as const]
      : [];
  }),
);

it("is asked of dozens of methods", () => {
  expect(methods.length).toBeGreaterThan(100);
});

it.each(methods)("%s declares %i parameters, and takes each", (name, declared, taken) => {
  if (!(name in WITHOUT_EFFECT) && !BOUNDED.test(name)) expect(taken).toBeGreaterThanOrEqual(declared);
});
