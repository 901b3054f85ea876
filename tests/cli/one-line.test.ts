// What a label may hold, on one line of a terminal.
import { describe, expect, it } from "vitest";
import { oneLine } from "../../src/cli/one-line";

describe("a text on one line", () => {
  it.each([
    ["plain words", "plain words"],
    ["  at both ends ", "at both ends"],
    ["two  spaces", "two spaces"],
    ["a tab\tand\nlines\r\nmore", "a tab and lines more"],
    ["\u001b[31mred", "[31mred"],
    ["\u0007\u0000", ""],
    ["12\u202f345,00\u00a0€", "12\u202f345,00\u00a0€"],
    ["no-break\u00a0\u202ftwice", "no-break\u00a0\u202ftwice"],
    ["no-break\u00a0 and plain", "no-break and plain"],
    ["line\u2028separator\u2029here", "line separator here"],
    ["em\u2003space", "em space"],
    ["c1\u0085control", "c1 control"],
  ])("%j", (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });
});
