// The keys that move the active cell.
import { describe, expect, it } from "vitest";
import { moveBy } from "../../../src/grid/view/keys";
import { Track } from "../../../src/grid/view/track";

const tracks = { rows: new Track(10, (row) => (row === 4 ? 0 : 20)), columns: new Track(5, () => 64) };
const filled = {
  has: (row: number, column: number) => column === 1 && row !== 3 && row < 8,
  last: { row: 7, column: 1 },
};
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  moveBy({ key, ctrlKey }, { row, column }, tracks, filled);

describe("moveBy", () => {
  it.each([
    ["ArrowDown", 1, 1, 2, 1],
    ["ArrowDown", 3, 1, 5, 1],
    ["ArrowUp", 5, 1, 3, 1],
    ["ArrowUp", 0, 1, 0, 1],
    ["ArrowRight", 0, 4, 0, 4],
    ["ArrowLeft", 2, 2, 2, 1],
    ["PageDown", 2, 0, 9, 0],
    ["Home", 3, 3, 3, 0],
  ])("%s from %i/%i goes to %i/%i", (key, fromRow, fromColumn, row, column) => {
    expect(press(key, fromRow, fromColumn)).toEqual({ row, column });
  });

  it.each([
    ["ArrowDown", 0, 1, 2, 1],
    ["ArrowDown", 2, 1, 5, 1],
    ["ArrowDown", 5, 1, 7, 1],
    ["ArrowDown", 7, 1, 9, 1],
    ["ArrowUp", 7, 1, 5, 1],
    ["ArrowUp", 9, 1, 7, 1],
    ["ArrowRight", 0, 0, 0, 1],
    ["ArrowRight", 0, 1, 0, 4],
    ["ArrowLeft", 0, 4, 0, 1],
    ["End", 0, 0, 7, 1],
  ])("with Ctrl %s from %i/%i runs to %i/%i", (key, fromRow, fromColumn, row, column) => {
    expect(press(key, fromRow, fromColumn, true)).toEqual({ row, column });
  });

  it("goes to the first cell with Ctrl+Home, and nowhere with another key", () => {
    expect(press("Home", 3, 3, true)).toEqual({ row: 0, column: 0 });
    expect(press("a", 3, 3)).toBeNull();
  });
});
