// Rows and columns end to end in pixels.
import { describe, expect, it } from "vitest";
import { Track } from "../../../src/grid/view/track";

const track = new Track(5, (index) => [10, 0, 30, 20, 5][index] ?? 0);

describe("Track", () => {
  it("knows where each index begins, and the whole length", () => {
    expect([0, 1, 2, 3, 4, 5].map((index) => track.offset(index))).toEqual([0, 10, 10, 40, 60, 65]);
  });

  it.each([
    [0, 0],
    [9, 0],
    [10, 2],
    [39, 2],
    [40, 3],
    [1000, 4],
  ])("position %i falls on index %i", (position, index) => {
    expect(track.indexAt(position)).toBe(index);
  });

  it("leaves out what is hidden and what does not exist", () => {
    expect(track.shown(-3, 99)).toEqual([0, 2, 3, 4]);
  });
});
