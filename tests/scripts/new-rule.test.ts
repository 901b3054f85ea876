// The files of a new rule, and the identifiers that are refused.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRule } from "../../scripts/new-rule";

let root = "";
const REGISTRY = "src/core/rules/index.ts";
const CATALOGUE = "src/core/rules/rule-id.ts";
const project = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** What the compiler says of files that were created under the root, as if they stood in the project. */
function diagnosticsOf(paths: readonly string[]): readonly string[] {
  const { options } = ts.parseJsonConfigFileContent({ extends: "./tsconfig.json", files: [] }, ts.sys, project);
  const host = ts.createCompilerHost(options);
  const created = (path: string): string => path.replace(project, `${root}/`);
  const isCreated = (path: string): boolean => paths.some((each) => path === join(project, each));
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => isCreated(path) || fileExists(path);
  host.readFile = (path) => readFile(isCreated(path) ? created(path) : path);
  host.getSourceFile = (path, language, ...rest) => {
    if (!isCreated(path)) return getSourceFile(path, language, ...rest);
    return ts.createSourceFile(path, readFileSync(created(path), "utf8"), language);
  };
  const program = ts.createProgram(
    paths.map((path) => join(project, path)),
    options,
    host,
  );
  return paths
    .flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(join(project, path))))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "new-rule-"));
  for (const path of [REGISTRY, CATALOGUE]) cpSync(join(project, path), join(root, path));
});
afterEach(() => rmSync(root, { recursive: true }));

describe("createRule", () => {
  it("creates the rule and its test", () => {
    expect(createRule(root, "une-regle")).toEqual([
      "src/core/rules/une-regle.ts",
      "tests/core/rules/une-regle.test.ts",
      REGISTRY,
      CATALOGUE,
    ]);
    expect(read("src/core/rules/une-regle.ts")).toContain('id: "une-regle"');
  });

  it("creates what compiles", () => {
    const [rule = ""] = createRule(root, "une-regle");
    expect(diagnosticsOf([rule])).toEqual([]);
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
  });

  it("writes nothing behind a rule that is none", () => {
    expect(() => createRule(root, "une-regle", "aucune")).toThrow("is no rule");
    expect(existsSync(join(root, "tests"))).toBe(false);
  });

  it("overwrites nothing", () => {
    createRule(root, "une-regle");
    expect(() => createRule(root, "une-regle")).toThrow("already exists");
  });

  it.each(["", "Une-Regle", "règle", "../regle", "une_regle"])("refuses %j", (id) => {
    expect(() => createRule(root, id)).toThrow("no identifier");
    expect(existsSync(join(root, "tests"))).toBe(false);
  });
});
