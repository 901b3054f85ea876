// The text of a cell as its part holds it, and back.
import { describe, expect, it } from "vitest";
import { decodeCellText, encodeCellText } from "../src/xml/escape";

describe("the text of a cell", () => {
  it.each([
    ["%&'", "%&amp;'"],
    [";<=>?", ";&lt;=&gt;?"],
    ['"', '"'],
    ["\t\n", "\t\n"],
    ["\r", "_x000D_"],
    ["\u001f", "_x001F_"],
    ["\ufffe", "_xFFFE_"],
    ["\ud800", "_xD800_"],
    ["😀\ue000\ufffd", "😀\ue000\ufffd"],
    ["_x000D_", "_x005F_x000D_"],
    ["_x00", "_x00"],
  ])("%j", (text, stored) => {
    expect(encodeCellText(text)).toBe(stored);
    expect(decodeCellText(stored)).toBe(text);
  });
});
