// The contract on the command line, as an agent runs it: the sheet in the workbook, and the definition made from one.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConvention } from "../../src/contracts/parse-convention";
import type { Verification } from "../../src/core/verification";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { writeWorkbook } from "./workbook-files";
import { runCls } from "./run-cls";

let folder: string;
let classeur: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "contrat-"));
  classeur = writeWorkbook(at("classeur.xlsx"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(command: "verifier" | "annexe" | "proces-verbal" | "nouveau-contrat", ...args: string[]) {
  return runCls(command, ...args);
}

const verification = (...args: string[]) => JSON.parse(run("verifier", "--json", ...args).stdout) as Verification;

describe("annexe contrat", () => {
  it("adds the sheet to a copy of the workbook, which then serves", () => {
    const output = at("avec-contrat.xlsx");
    const { status, stderr } = run("annexe", "contrat", "--classeur", classeur, "--sortie", output);
    expect([status, stderr]).toEqual([0, ""]);
    const { model } = openFileWorkbook(readFileSync(output), "avec-contrat.xlsx");
    expect(model.sheets.map(({ name }) => name)).toContain("Contrat");
    expect(verification(output, "--date", "2024-06-30").contract.source).toBe("workbook");
    expect(run("verifier", output, "--date", "2024-06-30").stdout).toContain(
      "contrat de la feuille «\u00a0Contrat\u00a0»",
    );
    const again = run("annexe", "contrat", "--classeur", output, "--sortie", at("encore.xlsx"));
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("a déjà sa feuille du contrat");
    expect(existsSync(at("encore.xlsx"))).toBe(false);
  });
});

describe("nouveau-contrat", () => {
  it("writes a definition that serves with --contrat, and lists what is left", () => {
    const output = at("contrat.json");
    const { status, stdout, stderr } = run("nouveau-contrat", classeur, "--sortie", output);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("4 axes, 8 actions, 11 indicateurs, 4 années");
    expect(stderr).toMatch(/^ {2}cofinancement\.seuil\u00a0: /m);
    expect(parseConvention(JSON.parse(readFileSync(output, "utf8")))).toMatchObject({ ok: true });
    const found = verification(classeur, "--contrat", output, "--date", "2024-06-30");
    expect(found.contract.source).toBe("given");
    expect(found.summary).toMatchObject({ error: 0, warning: 0 });
    expect(run("nouveau-contrat", classeur, "--sortie", output).status).toBe(2);
    // Neither the command line nor a sheet certifies anything by it.
    expect(run("verifier", classeur, "--contrat", output, "--date", "2024-06-30").status).toBe(1);
    const sealed = at("scelle.xlsx");
    const refused = [
      run("annexe", "contrat", "--classeur", classeur, "--contrat", output, "--sortie", sealed),
      run("proces-verbal", classeur, "--contrat", output, "--sortie", sealed),
    ];
    expect(refused.map(({ status: refusal }) => refusal)).toEqual([2, 2]);
    expect(existsSync(sealed)).toBe(false);
  });

  it.each<[string, () => string[], string]>([
    ["no workbook", () => [], "Aucun fichier indiqué"],
    ["a file that is no workbook", () => [at("rien.xlsx")], "rien.xlsx"],
    ["a file that does not exist", () => [at("absent.xlsx")], "ce fichier n’existe pas"],
    ["an unknown option", () => [classeur, "--sorti", "x"], "Options acceptées"],
    ["the name of a workbook for a definition", () => [classeur, "--sortie", at("contrat.xlsx")], "fichier JSON"],
    ["the workbook itself as output", () => [classeur, "--sortie", classeur, "--force"], "qui n’est jamais modifié"],
  ])("refuses %s in one line", (_, args, reason) => {
    writeFileSync(at("rien.xlsx"), "rien");
    const { status, stdout, stderr } = run("nouveau-contrat", ...args());
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
