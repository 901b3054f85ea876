// Our stand-in for what turns styles round: nothing is turned.
import { expect, it } from "vitest";
import { convert, convertProperty } from "../../src/taskpane/left-to-right";

it("leaves each property and each style as it is", () => {
  expect(convertProperty("paddingLeft", "4px")).toEqual({ key: "paddingLeft", value: "4px" });
  const frames = { from: { left: "0" }, to: { left: "100%" } };
  expect(convert(frames)).toBe(frames);
});
