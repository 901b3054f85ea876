// What of a sheet is drawn: all of a small one, the window of a large one.
import { describe, expect, it } from "vitest";
import { Track } from "../../../src/grid/view/track";
import { drawnParts } from "../../../src/grid/view/window";

const viewport = { top: 0, left: 0, height: 600, width: 1000 };
const tracks = (rows: number, columns = 20) => ({
  rows: new Track(rows, () => 20),
  columns: new Track(columns, () => 64),
});

describe("drawnParts", () => {
  it("draws a small sheet whole, its frozen rows apart", () => {
    const parts = drawnParts(tracks(100), 3, viewport);
    expect(parts.frozen).toEqual([0, 1, 2]);
    expect(parts.rows).toHaveLength(97);
    expect([parts.above, parts.below, parts.before, parts.after]).toEqual([0, 0, 0, 0]);
  });

  it("draws some rows of a large sheet, and keeps its height", () => {
    const parts = drawnParts(tracks(8_000), 2, { ...viewport, top: 100_000 });
    expect(parts.rows.length).toBeLessThan(80);
    expect(parts.rows).toContain(5_010);
    const drawn = (parts.frozen.length + parts.rows.length) * 20;
    expect(parts.above + drawn + parts.below).toBe(8_000 * 20);
  });

  it("reaches the last row", () => {
    const parts = drawnParts(tracks(8_000), 2, { ...viewport, top: 8_000 * 20 - 600 });
    expect(parts.rows.at(-1)).toBe(7_999);
    expect(parts.below).toBe(0);
  });

  it("draws some columns of a wide sheet, and keeps its width", () => {
    const parts = drawnParts(tracks(100, 16_384), 0, { ...viewport, left: 64_000 });
    expect(parts.columns.length).toBeLessThan(60);
    expect(parts.before + parts.columns.length * 64 + parts.after).toBe(16_384 * 64);
  });
});
