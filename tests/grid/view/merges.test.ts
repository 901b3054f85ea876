// Merged ranges within a drawn window.
import { describe, expect, it } from "vitest";
import { spansOf } from "../../../src/grid/view/merges";

describe("spansOf", () => {
  it("stretches the first cell and takes the others away", () => {
    const spans = spansOf([{ top: 1, left: 1, bottom: 2, right: 3 }], { rows: [0, 1, 2], columns: [0, 1, 2, 3] });
    expect(spans.get("1/1")).toEqual({ row: 1, column: 1, rowSpan: 2, colSpan: 3 });
    expect(spans.get("2/3")).toBeNull();
    expect(spans.has("0/0")).toBe(false);
    expect(spans.size).toBe(6);
  });

  it("keeps the content of a range that begins above the window, and counts only the rows shown", () => {
    const spans = spansOf([{ top: 0, left: 0, bottom: 9, right: 0 }], { rows: [5, 7], columns: [0, 1] });
    expect(spans.get("5/0")).toEqual({ row: 0, column: 0, rowSpan: 2, colSpan: 1 });
    expect(spans.get("7/0")).toBeNull();
  });

  it("says nothing of a range outside the window", () => {
    expect(spansOf([{ top: 50, left: 0, bottom: 51, right: 0 }], { rows: [1], columns: [0] }).size).toBe(0);
  });
});
