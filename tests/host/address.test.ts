// Addresses as Excel's API reads and writes them.
import { describe, expect, it } from "vitest";
import { formatAddress, formatLocal, parseLocal, splitAddress, WHOLE_SHEET } from "../../src/host/address";

describe("parseLocal", () => {
  it.each([
    ["B2", { top: 1, left: 1, bottom: 1, right: 1 }],
    ["$C$3:A1", { top: 0, left: 0, bottom: 2, right: 2 }],
    ["B:A", { top: 0, left: 0, bottom: 1_048_575, right: 1 }],
    ["2:3", { top: 1, left: 0, bottom: 2, right: 16_383 }],
    ["XFD1048576", { top: 1_048_575, left: 16_383, bottom: 1_048_575, right: 16_383 }],
  ])("reads %s", (text, range) => {
    expect(parseLocal(text)).toEqual(range);
  });

  it.each(["", "A", "12", "A0", "XFE1", "A1048577", "A1:B", "A:3", "A1:B2:C3", "Feuil1"])("refuses %j", (text) => {
    expect(parseLocal(text)).toBeNull();
  });
});

it("splits an address at its sheet", () => {
  expect(splitAddress("'L''état'!A1:B2")).toEqual({ sheet: "L'état", local: "A1:B2" });
  expect(splitAddress("Feuil1!A1")).toEqual({ sheet: "Feuil1", local: "A1" });
  expect(splitAddress("A1")).toEqual({ sheet: null, local: "A1" });
});

it("writes whole columns and rows as Excel does", () => {
  expect(formatLocal({ top: 0, left: 0, bottom: 1_048_575, right: 1 })).toBe("A:B");
  expect(formatLocal({ top: 1, left: 0, bottom: 2, right: 16_383 })).toBe("2:3");
  expect(formatLocal(WHOLE_SHEET)).toBe("A:XFD");
  expect(formatAddress("Mon tableau", { top: 0, left: 0, bottom: 1, right: 1 })).toBe("'Mon tableau'!A1:B2");
});
