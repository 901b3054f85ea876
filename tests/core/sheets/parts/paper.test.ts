// How wide columns are on paper: a figure never shows as "###", and words take what the figures leave of one page.
import { expect, it } from "vitest";
import { choosePaper, figureWidth, widthLeft } from "../../../../src/core/sheets/parts/paper";

const across = (widths: readonly number[]) =>
  choosePaper({ widths, smallest: 10, orientation: "landscape", titleColumns: 1, starts: [1] }).across;

it("counts a digit whole, a space and a comma not half", () => {
  expect(figureWidth("1 382 500,00 €")).toBeCloseTo(14 - 0.55 * 4 + 0.5);
  expect(figureWidth("57 123 456,78 €")).toBeLessThan(13.5);
});

it.each([1, 2])("leaves %i columns of words just what one page of seven points holds", (columns) => {
  const figures = Array<number>(10).fill(12);
  const words = widthLeft(figures, { least: 1, most: 200, columns });
  const beside = (each: number) => [...Array<number>(columns).fill(each), ...figures];
  expect(across(beside(words))).toBeUndefined();
  expect(across(beside(words + 0.3))).toBeDefined();
});

it("keeps to the bounds, and to A4 on several pages where they do not allow one", () => {
  const figures = Array<number>(16).fill(13);
  expect(widthLeft(figures, { least: 24, most: 40 })).toBe(24);
  expect(widthLeft([10], { least: 24, most: 40 })).toBe(40);
  const { paper, across: several } = choosePaper({
    widths: [24, ...figures],
    smallest: 10,
    orientation: "landscape",
    titleColumns: 1,
    starts: [1, 5, 9, 13],
  });
  expect([paper, several]).toEqual(["A4", { scale: 70, titleColumns: 1, breaks: [13] }]);
});
