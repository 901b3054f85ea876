// Dates as agents type them.
import { describe, expect, it } from "vitest";
import { isRealDate, readDate } from "../../src/taskpane/read-date";

describe("a date as it is typed", () => {
  it.each([
    ["30/06/2024", "2024-06-30"],
    [" 3/4/2026 ", "2026-04-03"],
    ["30.06.2024", "2024-06-30"],
    ["30-06-2024", "2024-06-30"],
    ["30 06 2024", "2024-06-30"],
    ["30062024", "2024-06-30"],
    ["2024-06-30", "2024-06-30"],
    ["29/02/2024", "2024-02-29"],
    ["01/01/1900", "1900-01-01"],
    ["31/12/2099", "2099-12-31"],
  ])("%s is the day first", (typed, iso) => {
    expect(readDate(typed)).toBe(iso);
  });

  it.each([
    "",
    "30/06",
    "30/06/24",
    "06/30/2024",
    "29/02/2023",
    "31/04/2024",
    "00/01/2024",
    "31/12/1899",
    "01/01/2100",
    "hier",
  ])("« %s » is none", (typed) => {
    expect(readDate(typed)).toBeNull();
  });

  it("is a day that exists", () => {
    expect(["2024-02-29", "2024-02-30", "2024-2-3", "0202-06-30"].map(isRealDate)).toEqual([true, false, false, false]);
  });
});
