import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBound } from "../../../src/core/domain/lower-bound";

describe("lowerBound", () => {
  it("is the number of those that come before", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 20 })), fc.integer({ min: -7, max: 22 }), (values, value) => {
        const sorted = values.sort((a, b) => a - b);
        expect(lowerBound(sorted, value)).toBe(sorted.filter((each) => each < value).length);
      }),
    );
  });

  it("takes texts as the language sorts them", () => {
    expect(
      ["a", "axe 1", "axe 10", "b"].map((text, at) => lowerBound(["a", "axe 1", "axe 10", "b"], text) === at),
    ).toEqual([true, true, true, true]);
    expect(lowerBound(["a", "b"], "aa")).toBe(1);
    expect(lowerBound([], "a")).toBe(0);
    expect(lowerBound(["a"], "b")).toBe(1);
  });
});
