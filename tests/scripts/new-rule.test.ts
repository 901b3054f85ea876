// The three files of a new rule, and the identifiers that are refused.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRule } from "../../scripts/new-rule";

let root = "";
const REGISTRY = "src/core/rules/index.ts";
const CATALOGUE = "src/core/rules/rule-id.ts";
const PROBLEMS = "src/taskpane/verify/work/problems.ts";
const project = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "new-rule-"));
  for (const path of [REGISTRY, CATALOGUE, PROBLEMS]) cpSync(join(project, path), join(root, path));
});
afterEach(() => rmSync(root, { recursive: true }));

describe("createRule", () => {
  it("creates the rule, its test and its page", () => {
    expect(createRule(root, "une-regle")).toEqual([
      "src/core/rules/une-regle.ts",
      "tests/core/rules/une-regle.test.ts",
      "docs/regles/une-regle.md",
      REGISTRY,
      CATALOGUE,
      PROBLEMS,
    ]);
    expect(read("src/core/rules/une-regle.ts")).toContain('id: "une-regle"');
    expect(read("docs/regles/une-regle.md")).toMatch(/^# une-regle\n/);
  });

  it("puts it into the registry and the catalogue, at the end or behind the rule that is named", () => {
    createRule(root, "une-regle");
    expect(read(REGISTRY)).toContain("  contratCoherent,\n  uneRegle,\n");
    expect(read(REGISTRY)).toMatch(/import uneRegle from ".\/une-regle";\nimport versementDuContrat/);
    expect(read(CATALOGUE)).toContain('  "contrat-coherent",\n  "une-regle",\n]');
    createRule(root, "zone-inconnue", "total-general");
    expect(read(REGISTRY)).toContain("  totalGeneral,\n  zoneInconnue,\n");
    expect(read(REGISTRY)).toMatch(/import versementDuContrat .*\nimport zoneInconnue from ".\/zone-inconnue";\n\n/);
    expect(read(CATALOGUE)).toContain('  "total-general",\n  "zone-inconnue",\n');
    expect(read(PROBLEMS)).toMatch(/"total-general": .*\n {2}"zone-inconnue": "À rédiger",/);
    expect(read(PROBLEMS)).toMatch(/"contrat-coherent": .*\n {2}"une-regle": "À rédiger",/);
    createRule(root, "autre-regle", "echeances");
    expect(read(PROBLEMS)).toMatch(/echeances: .*\n {2}"autre-regle": /);
  });

  it("writes nothing behind a rule that is none", () => {
    expect(() => createRule(root, "une-regle", "aucune")).toThrow("is no rule");
    expect(existsSync(join(root, "docs"))).toBe(false);
  });

  it("overwrites nothing", () => {
    createRule(root, "une-regle");
    expect(() => createRule(root, "une-regle")).toThrow("already exists");
  });

  it.each(["", "Une-Regle", "règle", "../regle", "une_regle"])("refuses %j", (id) => {
    expect(() => createRule(root, id)).toThrow("no identifier");
    expect(existsSync(join(root, "docs"))).toBe(false);
  });
});
