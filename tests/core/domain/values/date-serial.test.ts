// Dates as Excel counts them.
import fc from "../../../seeded";
import { describe, expect, it } from "vitest";
import { dateSerial, isoDate, timeSerial } from "xlsx-model/values/date-serial";

describe("date serials", () => {
  it.each([
    ["1900-03-01", 61],
    ["2024-02-29", 45351],
    ["2026-03-31", 46112],
    ["9999-12-31", 2_958_465],
  ])("%s is %d and back", (iso, serial) => {
    expect(dateSerial(iso)).toBe(serial);
    expect(isoDate(serial)).toBe(iso);
    expect(isoDate(serial + 0.75)).toBe(iso);
  });

  it("reads no date outside of those that Excel can show", () => {
    expect([60.999, 2_958_466, Number.NaN].map(isoDate)).toEqual([null, null, null]);
    expect(dateSerial("2024-02-30x")).toBeNaN();
  });

  it("counts the hours as parts of a day", () => {
    expect(timeSerial("2026-03-31T18:00:00Z")).toBe(46112.75);
  });

  it("comes back from every day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => dateSerial(isoDate(serial) ?? "") === serial),
    );
  });
});
