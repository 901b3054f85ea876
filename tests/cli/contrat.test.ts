// The contract on the command line, as an agent runs it: the sheet in the workbook, and the definition made from one.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConvention } from "../../src/contracts/parse-convention";
import type { Verification } from "../../src/core/verification";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { troisPiliers } from "../contracts/invented-counties";
import { textOf } from "../contracts/invented-document";
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

  it("writes what it asks, and takes the answers: the same document again, or the definition that it wrote", () => {
    const [contrat, first, asked] = [at("signe.txt"), at("ebauche.json"), at("questions.json")];
    writeFileSync(contrat, textOf(troisPiliers.lignes));
    expect(run("nouveau-contrat", contrat, "--sortie", first, "--questions", asked).status).toBe(1);
    const questions = JSON.parse(readFileSync(asked, "utf8")) as { key: string; answer: unknown; by: string }[];
    expect(questions.map(({ key }) => key.split("#")[0])).toEqual(
      expect.arrayContaining(["relecture", "actions[].indicateurs", "coordonneesBancaires.titulaire"]),
    );
    const answers = at("reponses.json");
    const answer = (given: (question: (typeof questions)[number]) => object) => {
      writeFileSync(answers, JSON.stringify(questions.map((question) => ({ ...question, ...given(question) }))));
    };
    // Left as they are, nobody has answered.
    answer(() => ({}));
    const nobody = run("nouveau-contrat", contrat, "--reponses", answers, "--sortie", at("personne.json"));
    expect([nobody.status, nobody.stderr]).toEqual([2, expect.stringContaining("« by » doit dire qui répond")]);
    answer((question) => ({
      answer: question.answer ?? (/^(?:coordonnees|imputation)/.test(question.key) ? "Département" : "exact"),
      by: "Claire Martin",
    }));
    const whole = at("repondu.json");
    const { status, stderr } = run("nouveau-contrat", contrat, "--reponses", answers, "--sortie", whole);
    expect([status, stderr]).toEqual([0, expect.not.stringContaining("question")]);
    expect(run("nouveau-contrat", first, "--reponses", answers, "--sortie", at("autre.json")).status).toBe(0);
    expect(readFileSync(at("autre.json"), "utf8")).toBe(readFileSync(whole, "utf8"));
    expect(JSON.parse(readFileSync(whole, "utf8"))).toMatchObject({
      questions: [],
      relecture: { par: "Claire Martin" },
      sources: { "cofinancement/seuil": { article: "4", phrase: expect.stringContaining("au moins 50 %") as string } },
    });
  });

  it.each<[string, () => string[], string]>([
    ["no workbook", () => [], "Aucun fichier indiqué"],
    ["a file that is no workbook", () => [at("rien.xlsx")], "rien.xlsx"],
    ["a file that does not exist", () => [at("absent.xlsx")], "ce fichier n’existe pas"],
    ["an unknown option", () => [classeur, "--sorti", "x"], "Vouliez-vous dire --sortie"],
    [
      "the name of a workbook for a definition",
      () => [classeur, "--sortie", at("contrat.xlsx")],
      "doit se terminer par .json",
    ],
    ["the workbook itself as output", () => [classeur, "--sortie", classeur, "--force"], "qui n’est jamais modifié"],
  ])("refuses %s in one line", (_, args, reason) => {
    writeFileSync(at("rien.xlsx"), "rien");
    const { status, stdout, stderr } = run("nouveau-contrat", ...args());
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
