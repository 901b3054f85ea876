// Before it lands a rule has all its words and a slip: the second tier asks for both, so that a rule just begun leaves the first one green.
import { describe, expect, it } from "vitest";
import { TO_WRITE } from "../../scripts/new-rule";
import { rules } from "../../src/core/rules/index";
import { slips } from "./slips/index";

describe("each rule", () => {
  it("has a slip", () => {
    const slipped = new Set(slips.flatMap((slip) => slip.rules));
    expect(rules.map(({ meta }) => meta.id).filter((id) => !slipped.has(id))).toEqual([]);
  });

  it("has nothing left to be written", () => {
    expect(rules.flatMap(({ meta }) => (JSON.stringify(meta).includes(TO_WRITE) ? [meta.id] : []))).toEqual([]);
  });
});
