// Catalogue, registry, files and pages agree; every article of the contract is covered by something.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { beyondCalculation } from "../../../src/core/rules/beyond-calculation";
import { rules } from "../../../src/core/rules/index";
import { RULE_IDS } from "../../../src/core/rules/rule-id";

const MACHINERY = [
  "beyond-calculation",
  "collect",
  "coverage",
  "finding",
  "gather-slips",
  "index",
  "compare-amounts",
  "judge-sum",
  "rule",
  "rule-id",
  "run-rules",
  "version",
];
const SECTIONS = [
  "Texte du contrat",
  "Ce qui est vérifié",
  "Exemple conforme",
  "Exemple en écart",
  "Comment corriger",
  "Limites",
];

const root = new URL("../../../", import.meta.url);

function namesIn(folder: string, extension: string, except: readonly string[]): string[] {
  return (
    readdirSync(new URL(folder, root))
      // A rule of several parts has a folder.
      .map((name) => (existsSync(new URL(`${folder}/${name}/index.ts`, root)) ? `${name}${extension}` : name))
      .filter((name) => name.endsWith(extension))
      .map((name) => name.slice(0, -extension.length))
      .filter((name) => !except.includes(name))
      .sort()
  );
}

const available = rules.map(({ meta }) => meta.id);

describe("the catalogue", () => {
  it("is the available rules, in its order", () => {
    expect(available).toEqual(RULE_IDS);
  });

  it("has one file, one test and one page for each available rule, and no other", () => {
    const expected = [...available].sort();
    expect(namesIn("src/core/rules", ".ts", MACHINERY)).toEqual(expected);
    expect(namesIn("docs/regles", ".md", ["README"])).toEqual(expected);
    const tests = namesIn("tests/core/rules", ".test.ts", []);
    expect(expected.filter((id) => !tests.includes(id))).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.meta.id, rule] as const))(
    "finds %s where its identifier says",
    async (id, rule) => {
      const isFolder = existsSync(new URL(`src/core/rules/${id}/index.ts`, root));
      const module: unknown = await (isFolder
        ? import(`../../../src/core/rules/${id}/index.ts`)
        : import(`../../../src/core/rules/${id}.ts`));
      expect(module).toHaveProperty("default", rule);
    },
  );

  it.each(available)("documents %s in every section", (id) => {
    const page = readFileSync(new URL(`docs/regles/${id}.md`, root), "utf8");
    expect(page.split("\n")[0]).toBe(`# ${id}`);
    const sections = page.split(/^## /m).slice(1);
    expect(sections.map((section) => section.split("\n")[0])).toEqual(SECTIONS);
    for (const section of sections) expect(section.split("\n").slice(1).join("").trim().length).toBeGreaterThan(3);
    expect(page).not.toContain("À rédiger");
    expect(rules.find(({ meta }) => meta.id === id)?.meta.title).not.toContain("À rédiger");
  });

  it("covers every article of the contract", () => {
    const covered = new Set(
      [...rules.map(({ meta }) => meta), ...beyondCalculation].flatMap(({ article }) => article.split(", ")),
    );
    expect([...covered].sort()).toEqual(["1", "2.1", "2.2", "2.3", "3", "4", "5", "6", "7", "annexe", "–"]);
  });
});
