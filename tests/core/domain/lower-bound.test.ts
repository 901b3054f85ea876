import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBound } from "xlsx-model/lower-bound";

describe("lowerBound", () => {
  it("is the number of those that come before", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 20 })), fc.integer({ min: -7, max: 22 }), (values, value) => {
        const sorted = values.sort((a, b) => a - b);
        expect(lowerBound(sorted, value)).toBe(sorted.filter((each) => each < value).length);
      }),
    );
  });

  it("takes texts by their letters", () => {
    const sorted = ["a", "axe 1", "axe 10", "b"];
    expect(["a", "aa", "axe 10", "c"].map((text) => lowerBound(sorted, text))).toEqual([0, 1, 2, 4]);
    expect(lowerBound([], "a")).toBe(0);
  });
});
