// Catalogue, registry, files and pages agree; every article of the contract is covered by something.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { articleDe } from "../../../src/core/contract/clauses/articles-du-contrat";
import { beyondCalculation } from "../../../src/core/rules/beyond-calculation";
import { severitesOf } from "../../../src/core/rules/describe-rule";
import { rules } from "../../../src/core/rules/index";
import { RULE_IDS } from "../../../src/core/rules/rule-id";

const root = new URL("../../../", import.meta.url);

/** Without their extension. */
function namesIn(folder: string, extension: string): string[] {
  const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(extension));
  return names.map((name) => name.slice(0, -extension.length)).sort();
}

const isRule = (path: string): boolean =>
  readFileSync(new URL(path, root), "utf8").includes("export default defineRule(");

/** A rule of several parts has a folder. */
function rulesInFiles(): string[] {
  const folder = "src/core/rules";
  const alone = namesIn(folder, ".ts").filter((name) => isRule(`${folder}/${name}.ts`));
  const folders = readdirSync(new URL(folder, root)).filter((name) =>
    existsSync(new URL(`${folder}/${name}/index.ts`, root)),
  );
  return [...alone, ...folders.filter((name) => isRule(`${folder}/${name}/index.ts`))].sort();
}

const available = rules.map(({ meta }) => meta.id);

describe("the catalogue", () => {
  it("is the available rules, in its order", () => {
    expect(available).toEqual(RULE_IDS);
  });

  it("has one file, one test and one page for each available rule, and no other", () => {
    const expected = [...available].sort();
    expect(rulesInFiles()).toEqual(expected);
    expect(namesIn("docs/regles", ".md").filter((name) => name !== "README")).toEqual(expected);
    const tests = namesIn("tests/core/rules", ".test.ts");
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

  it.each(rules.map(({ meta }) => [meta.id, meta] as const))("says all of %s in plain French", (_, meta) => {
    const { title, problem, page } = meta;
    const { gravite, contrat, verifie, conforme, corriger, limites } = page;
    for (const text of [title, problem, ...[contrat, verifie, conforme, corriger, limites].flat()]) {
      expect(text.replace(/`[^`]*`/g, "")).toMatch(/^(?!.*(?:['"]|\.\.\.)).+$/);
    }
    // Where it says which severity when, it names those that its messages have, and no other.
    const severites = severitesOf(meta);
    if (gravite === undefined) expect(severites).toHaveLength(1);
    else expect(new Set(gravite.match(/erreur|avertissement|information/g))).toEqual(new Set(severites));
  });

  it("covers every article of the contract", () => {
    const covered = new Set(
      [
        ...rules.map(({ meta }) => articleDe(contratIntegre, meta.articles)),
        ...beyondCalculation(contratIntegre).map(({ article }) => article),
      ].flatMap((article) => article.split(", ")),
    );
    expect([...covered].sort()).toEqual(["1", "2.1", "2.2", "2.3", "3", "4", "5", "6", "7", "annexe", "–"]);
  });
});
