// No pattern that parses what somebody typed takes more than its length: a cell may hold 32 767 characters of any kind.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const SRC = path.join(import.meta.dirname, "../../src");
const FOLDERS = /^(?:core|contracts|files|cli|usecases|word|grid)\//;
/** They are given what Excel bounds itself: formats of at most 255 characters. */
const BOUNDED = new Set(["PLAIN_SECTION"]);

const LENGTH = 6000;
/** A pattern that looks twice at each character of such a text takes ten times as long. */
const MOST_MILLISECONDS = 4;
const UNITS = [
  ..."1 a é - + . , : ; / \\ ( [ { « \" ' * # € = _ % <".split(" "),
  ..." |\u00a0|a |1 |1.|2024-|12 345 678 |axe |a\n|: |a=|* |1% |total |n°|< ".split("|"),
];
const AROUND = [
  ["", "\u0001x"],
  ["a ", "\u0001"],
  ["1 ", "x"],
] as const;
const TEXTS = UNITS.flatMap((unit) =>
  AROUND.map(([before, after]) => before + unit.repeat(Math.ceil(LENGTH / unit.length)) + after),
);

interface Pattern {
  readonly place: string;
  readonly regex: RegExp;
}

function patternsOf(file: string): Pattern[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(SRC, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    const isBounded = ts.isVariableDeclaration(node) && BOUNDED.has(node.name.getText());
    if (isBounded) return;
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern = "", flags = ""] = /^\/([^]*)\/([a-z]*)$/.exec(node.text) ?? [];
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ place: `${file}:${line}`, regex: new RegExp(pattern, flags.replace(/[gy]/g, "")) });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function milliseconds(regex: RegExp, text: string): number {
  const before = process.cpuUsage();
  regex.exec(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A collection of garbage may fall into one run, not into four. */
const isSlow = (regex: RegExp, text: string): boolean =>
  [1, 2, 3, 4].every(() => milliseconds(regex, text) > MOST_MILLISECONDS);

it("each takes as long as its text, whatever the text", () => {
  const files = (readdirSync(SRC, { recursive: true }) as string[])
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => FOLDERS.test(file) && /\.tsx?$/.test(file));
  const patterns = files.flatMap(patternsOf);
  expect(patterns.length).toBeGreaterThan(500);
  const slow = patterns.flatMap(({ place, regex }) => {
    const text = TEXTS.find((each) => isSlow(regex, each));
    return text === undefined ? [] : [`${place}: ${regex.source}, on ${JSON.stringify(text.slice(0, 12))}`];
  });
  expect(slow).toEqual([]);
});
