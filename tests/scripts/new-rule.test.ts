// The three files of a new rule, and the identifiers that are refused.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRule } from "../../scripts/new-rule";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "new-rule-"));
});
afterEach(() => rmSync(root, { recursive: true }));

describe("createRule", () => {
  it("creates the rule, its test and its page", () => {
    expect(createRule(root, "total-en-formule")).toEqual([
      "src/core/rules/total-en-formule.ts",
      "tests/core/rules/total-en-formule.test.ts",
      "docs/regles/total-en-formule.md",
    ]);
    const rule = readFileSync(join(root, "src/core/rules/total-en-formule.ts"), "utf8");
    expect(rule).toContain('id: "total-en-formule"');
    expect(readFileSync(join(root, "docs/regles/total-en-formule.md"), "utf8")).toMatch(/^# total-en-formule\n/);
  });

  it("overwrites nothing", () => {
    createRule(root, "une-regle");
    expect(() => createRule(root, "une-regle")).toThrow("already exists");
  });

  it.each(["", "Une-Regle", "règle", "../regle", "une_regle"])("refuses %j", (id) => {
    expect(() => createRule(root, id)).toThrow("no identifier");
    expect(existsSync(join(root, "src"))).toBe(false);
  });
});
