// No pattern that parses what somebody typed takes more than its length: a cell may hold 32 767 characters of any kind.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = path.join(import.meta.dirname, "../..");
const FOLDERS = ["src", "packages/xlsx-model/src", "packages/simulated-excel/src"];
/** They are given what Excel bounds itself: formats of at most 255 characters. */
const BOUNDED = new Set(["PLAIN_SECTION", "PLAIN_FIGURE"]);

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
const filled = (before: string, unit: string, after: string, length = LENGTH): string =>
  before + unit.repeat(Math.ceil(length / unit.length)) + after;
const TEXTS = UNITS.flatMap((unit) => AROUND.map(([before, after]) => filled(before, unit, after)));

/** What a pattern itself looks for comes before what repeats, or repeats: "n" and spaces, "000 ", "action action". */
const ownTexts = ({ source }: RegExp): string[] =>
  [...new Set(source.match(/(?<!\\)[\p{L}\d°]+|<[\w!?]*|\\?\[/gu))].flatMap((word) => [
    ...[" ", "\t", "1", "a", "0 "].map((unit) => filled(word, unit, "\u0001\n")),
    // Short: what doubles with each word takes longer than anybody waits.
    ...[word, `${word} `, `${word}'[`].flatMap((unit) => [
      filled("", unit, "\u0001", 22 * unit.length),
      filled("", unit, "\u0001"),
    ]),
  ]);

interface Pattern {
  readonly place: string;
  readonly regex: RegExp;
}

function patternsOf(file: string): Pattern[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), "utf8"), ts.ScriptTarget.Latest, true);
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

/** Those that are put together of parts as their modules begin, told by who calls for them. */
async function composedIn(files: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Real = RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, [source, flags = ""]: [string | RegExp, string?]) {
      const caller = new Error().stack?.split("\n")[2] ?? "";
      const place = files.find((file) => caller.includes(`/${file}:`));
      const regex = new target(source, flags);
      if (place !== undefined) found.push({ place, regex: new target(source, flags.replace(/[gy]/g, "")) });
      return regex;
    },
  });
  try {
    for (const file of files)
      if (readFileSync(path.join(ROOT, file), "utf8").includes("new RegExp("))
        await import(/* @vite-ignore */ path.join(ROOT, file));
  } finally {
    globalThis.RegExp = Real;
  }
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

it("each takes as long as its text, whatever the text", async () => {
  const files = FOLDERS.flatMap((folder) =>
    (readdirSync(path.join(ROOT, folder), { recursive: true }) as string[])
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file.replaceAll("\\", "/"))),
  );
  const patterns = [...files.flatMap(patternsOf), ...(await composedIn(files))];
  expect(patterns.length).toBeGreaterThan(500);
  const slow = patterns.flatMap(({ place, regex }) => {
    const text = [...TEXTS, ...ownTexts(regex)].find((each) => isSlow(regex, each));
    return text === undefined ? [] : [`${place}: ${regex.source}, on ${JSON.stringify(text.slice(0, 12))}`];
  });
  expect(slow).toEqual([]);
});
