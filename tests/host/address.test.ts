// Addresses as Excel's API reads and writes them.
// Source: https://learn.microsoft.com/javascript/api/excel/excel.range "Specifies the range reference in A1-style."
import { expect, it } from "vitest";
import { formatAddress, formatLocal, WHOLE_SHEET } from "../../src/host/address";

it("writes whole columns and rows as Excel does", () => {
  expect(formatLocal({ top: 0, left: 0, bottom: 1_048_575, right: 1 })).toBe("A:B");
  expect(formatLocal({ top: 1, left: 0, bottom: 2, right: 16_383 })).toBe("2:3");
  expect(formatLocal(WHOLE_SHEET)).toBe("A:XFD");
  expect(formatAddress("Mon tableau", { top: 0, left: 0, bottom: 1, right: 1 })).toBe("'Mon tableau'!A1:B2");
});
