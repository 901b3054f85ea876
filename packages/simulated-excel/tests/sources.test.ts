// Each test of what Excel does says where that is documented; what it quotes of Microsoft's definitions stands there, word for word.
// Source: packages/simulated-excel/README.md, "How it is checked"
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = join(root, "packages/simulated-excel/tests");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".test.ts"));

/** Without what only sets it: stars, marks of code, breaks of lines. */
const plain = (text: string) => text.replaceAll(/[`*]|\/\//g, " ").replaceAll(/\s+/g, " ");
const definitions = readFileSync(createRequire(import.meta.url).resolve("@types/office-js/index.d.ts"), "utf8");
const documented = plain(definitions);
const declared = new Set(
  [...definitions.matchAll(/(?:class|interface|enum) (\w+)/g)].map(([, name = ""]) => name.toLowerCase()),
);

interface Source {
  readonly where: string;
  /** What stands after it: a section, a member, a sentence. */
  readonly said: string;
}

/** Each with the lines of comment that follow it. */
function sourcesIn(text: string): Source[] {
  return [...text.matchAll(/^ *\/\/ Source: (\S+)(.*(?:\n *\/\/ (?!Source:).*)*)/gm)].map(
    ([, where = "", said = ""]) => ({
      where: where.replace(/,$/, ""),
      said: plain(said),
    }),
  );
}

/** The tests and groups of tests of a file, each with the comment above it. */
function blocksOf(text: string): string[] {
  const blocks: string[][] = [];
  let comment: string[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("//")) comment.push(line);
    else {
      if (/^(?:describe|it)\b/.test(line)) blocks.push([...comment]);
      comment = [];
      blocks.at(-1)?.push(line);
    }
  }
  return blocks.map((lines) => lines.join("\n"));
}

/** The comments at the top say it for the whole file; else each test or group of tests says it above or within. */
function unsourced(text: string): string[] {
  const [top = ""] = text.split(/^import /m);
  if (sourcesIn(top).length > 0) return [];
  return blocksOf(text).filter((block) => sourcesIn(block).length === 0);
}

const PLACES = [
  /^https:\/\/learn\.microsoft\.com\/(?:javascript\/api|office|openspecs)\/[\w./-]+$/,
  /^https:\/\/support\.microsoft\.com\/office\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  /^https:\/\/github\.com\/OfficeDev\/office-js\/issues\/\d+$/,
  /^https:\/\/techcommunity\.microsoft\.com\/[\w/-]+$/,
  /^ISO\/IEC$/,
  /^(?:docs|packages|src|node_modules)\/[\w./@-]+$/,
];

describe.each(files)("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const sources = sourcesIn(text);

  it("says where the behaviour is documented", () => {
    expect(unsourced(text).map((block) => block.slice(0, 80))).toEqual([]);
  });

  it("names places of Microsoft, of the standard or of the project alone, and classes that there are", () => {
    expect(sources.filter(({ where }) => !PLACES.some((place) => place.test(where)))).toEqual([]);
    const classes = sources.flatMap(({ where }) => /\/(?:excel|officeextension)\.(\w+)$/.exec(where)?.[1] ?? []);
    expect(classes.filter((each) => !declared.has(each))).toEqual([]);
  });

  it("quotes of the definitions what they say", () => {
    const quoted = sources
      .filter(({ where }) => where.includes("/javascript/api/excel/"))
      .flatMap(({ said }) => [...said.matchAll(/(?:^| )"(.{12,}?[.)])"(?= |$)/g)].map(([, sentence = ""]) => sentence));
    expect(quoted.filter((sentence) => !documented.includes(sentence))).toEqual([]);
  });
});

it("is said of no file without a source", () => {
  expect(unsourced('import x from "y";\nit("a", () => {});\n')).toHaveLength(1);
  expect(unsourced('import x from "y";\n// Source: z\nit("a", () => {});\ndescribe("b", () => {});\n')).toHaveLength(1);
  expect(unsourced('// Source: z\nimport x from "y";\nit("a", () => {});\n')).toEqual([]);
});
