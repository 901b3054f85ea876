// Addresses as Excel's API reads and writes them.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Specifies the range reference in A1-style."
import { expect, it } from "vitest";
import { formatAddress, formatLocal, intersection, WHOLE_SHEET } from "../src/address";

it("writes whole columns and rows as Excel does", () => {
  expect(formatLocal({ top: 0, left: 0, bottom: 1_048_575, right: 1 })).toBe("A:B");
  expect(formatLocal({ top: 1, left: 0, bottom: 2, right: 16_383 })).toBe("2:3");
  expect(formatLocal(WHOLE_SHEET)).toBe("A:XFD");
  expect(formatAddress("Mon tableau", { top: 0, left: 0, bottom: 1, right: 1 })).toBe("'Mon tableau'!A1:B2");
});

it.each([
  ["one row", { top: 4, left: 1, bottom: 9, right: 1 }, { top: 4, left: 1, bottom: 4, right: 1 }],
  ["one column", { top: 0, left: 3, bottom: 9, right: 7 }, { top: 2, left: 3, bottom: 4, right: 3 }],
  ["one corner", { top: 4, left: 3, bottom: 9, right: 7 }, { top: 4, left: 3, bottom: 4, right: 3 }],
  ["no row, next to it", { top: 5, left: 1, bottom: 9, right: 3 }, null],
  ["no column, next to it", { top: 2, left: 4, bottom: 4, right: 7 }, null],
] as const)("has what two ranges share: %s", (_, other, shared) => {
  const range = { top: 2, left: 1, bottom: 4, right: 3 };
  expect(intersection(range, other)).toEqual(shared);
  expect(intersection(other, range)).toEqual(shared);
});
