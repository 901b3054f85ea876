// Our stand-in for Fluent's tokens against theirs.
import { tokens as fluentTokens } from "@fluentui/react-components";
import { expect, it } from "vitest";
import { tokens } from "../../src/taskpane/fluent-tokens";

it("answers for each name what Fluent's own list does", () => {
  const names = Object.keys(fluentTokens) as (keyof typeof fluentTokens)[];
  expect(names.length).toBeGreaterThan(400);
  expect(Object.fromEntries(names.map((name) => [name, tokens[name]]))).toEqual(fluentTokens);
});
