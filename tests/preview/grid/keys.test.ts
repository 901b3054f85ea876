// The keys that move the active cell.
import { describe, expect, it } from "vitest";
import { moveBy } from "../../../src/preview/grid/keys";
import { Track } from "../../../src/preview/grid/track";

const tracks = { rows: new Track(10, (row) => (row === 4 ? 0 : 20)), columns: new Track(5, () => 64) };
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  moveBy({ key, ctrlKey }, { row, column }, tracks);

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

  it("goes to the first cell with Ctrl+Home, and nowhere with another key", () => {
    expect(press("Home", 3, 3, true)).toEqual({ row: 0, column: 0 });
    expect(press("a", 3, 3)).toBeNull();
  });
});
