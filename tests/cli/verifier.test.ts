// The command as an agent runs it: a real process on real files.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { empreinteDuSigne } from "../../src/core/contract/signed/sceau";
import { ecartsColumn } from "../../src/core/domain/ecarts-columns";
import type { Verification } from "../../src/core/verification";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { writeWorkbook } from "./workbook-files";
import { CLS, runCls } from "./run-cls";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COFINANCEMENT = "cofinancement-minimum/1/2025/metropole";

let folder: string;
let conforme: string;
let ecart: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verifier-"));
  conforme = writeWorkbook(at("conforme.xlsx"));
  ecart = writeWorkbook(at("écart d’été.xlsx"), { G4: 64999.99 });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function verifier(...args: string[]) {
  return runCls("verifier", ...args);
}

function parse(line: string | undefined): Verification {
  return JSON.parse(line ?? "") as Verification;
}

it("reads a workbook that another program gives, and shows the rules that are asked for without judging less", () => {
  const args = [CLS, "verifier", "-", "--json", "--date", "2026-11-24", "--regle", "total-general"];
  const { status, stdout } = spawnSync(process.execPath, args, { input: readFileSync(ecart), encoding: "utf8" });
  const { findings, rules, summary, only } = JSON.parse(stdout) as Verification & { readonly only: unknown };
  expect([status, only, rules.map(({ rule }) => rule)]).toEqual([1, ["total-general"], ["total-general"]]);
  expect(findings.filter(({ rule }) => rule !== "total-general")).toEqual([]);
  expect(summary.error).toBeGreaterThan(findings.length);
});

describe("a workbook without error", () => {
  it("exits with 0 and says what was read and what could not be checked", () => {
    const { status, stdout, stderr } = verifier(conforme, "--date", "2024-06-30");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^conforme\.xlsx\n/);
    expect(stdout).toContain(
      "Contrat dijon-metropole-2024-2027. Situation au 30/06/2024, contrat signé, sans avenant.",
    );
    expect(stdout).toContain("8 actions, 4 axes, 2024 à 2027, en euros");
    expect(stdout).toMatch(/^0 erreur, 0 avertissement, \d+ informations\u00a0; \d+ règles non vérifiables$/m);
    expect(stdout).toMatch(/^Règles non vérifiables \(\d+\)$/m);
    expect(stdout).toMatch(/^Règles respectées \(\d+\)$/m);
    expect(stdout).not.toContain("\u001b");
  });
});

describe("a workbook with an error", () => {
  it("exits with 1 and gives sentence and cell under the rule", () => {
    const { status, stdout } = verifier(ecart, "--date", "2024-06-30");
    expect(status).toBe(1);
    expect(stdout).toContain(
      "La collectivité apporte au moins la part minimale de chaque action (article 2.2)\u00a0: 1 écart et 3 conséquences\n" +
        "  Erreur – Action 1 – 2025 – part Métropole\u00a0: 64\u00a0999,99\u00a0€ pour un minimum de 65\u00a0000,00\u00a0€ " +
        "(il manque 0,01\u00a0€). Article\u00a02.2.\n    'Tableau budgétaire'!G4\n" +
        "    Entraîne aussi\u00a0:\n      Erreur – Action 1 – 2025 – Total\u00a0: ",
    );
  });

  it("prints the verification alone with --json", () => {
    const { status, stdout, stderr } = verifier(ecart, "--json", "--date", "2024-06-30");
    expect([status, stderr]).toEqual([1, ""]);
    const verification = parse(stdout);
    const keys = [
      "workbook",
      "contract",
      "deadlines",
      "asOf",
      "today",
      "read",
      "unread",
      "rules",
      "verdict",
      "findings",
      "summary",
    ];
    expect(Object.keys(verification).sort()).toEqual(keys.sort());
    expect(verification.workbook).toBe("écart d’été.xlsx");
    expect(verification.contract).toEqual({
      id: "dijon-metropole-2024-2027",
      avenants: [],
      source: "built-in",
      localParty: "Métropole",
      years: [{ year: 2024, status: "firm" }, ...[2025, 2026, 2027].map((year) => ({ year, status: "provisional" }))],
      seal: empreinteDuSigne(contratIntegre),
    });
    expect(verification.findings.find(({ id }) => id === COFINANCEMENT)).toMatchObject({
      rule: "cofinancement-minimum",
      article: "2.2",
      severity: "error",
      cells: ["'Tableau budgétaire'!G4"],
      subject: { axe: 1, action: 1, year: 2025, party: "metropole" },
      found: 64999.99,
      expected: 65000,
      gap: -0.01,
      causedBy: null,
      justification: null,
    });
  });

  it("takes today when no date is given", () => {
    const before = new Date().toLocaleDateString("sv");
    const { asOf } = parse(verifier(ecart, "--json").stdout);
    expect([before, new Date().toLocaleDateString("sv")]).toContain(asOf);
  });
});

describe("several workbooks", () => {
  it("prints one object a line, and goes on after one that cannot be read", () => {
    const broken = at("brisé.xlsx");
    writeFileSync(broken, "PK\u0003\u0004 not a zip");
    const { status, stdout, stderr } = verifier(conforme, broken, at("absent.xlsx"), ecart, "--json");
    expect(status).toBe(2);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => parse(line).workbook)).toEqual(["conforme.xlsx", "écart d’été.xlsx"]);
    const [first, second, ...rest] = stderr.trimEnd().split("\n");
    expect(first).toContain(broken);
    expect(second).toBe(`${at("absent.xlsx")} : ce fichier n’existe pas.`);
    expect(rest).toEqual([]);
  });

  it("exits with 1 when one of them has an error", () => {
    expect(verifier(conforme, ecart, "--date", "2024-06-30").status).toBe(1);
  });
});

describe("bad input", () => {
  it.each<[string, () => string[]]>([
    ["an unknown option", () => [conforme, "--jsn"]],
    ["no file", () => []],
    ["an impossible date", () => [conforme, "--date", "2026-02-30"]],
    ["a folder without a workbook", () => [join(ROOT, "docs", "adr")]],
    ["a text file", () => [join(ROOT, "package.json")]],
    ["a contract that does not exist", () => [conforme, "--contrat", at("absent.json")]],
    ["a contract that is no JSON", () => [conforme, "--contrat", conforme]],
    ["a contract that is no contract", () => [conforme, "--contrat", join(ROOT, "package.json")]],
    ["an output over the input", () => [conforme, "--sortie", conforme, "--force"]],
  ])("%s gives one French line and 2", (_, args) => {
    const before = readFileSync(conforme);
    const { status, stdout, stderr } = verifier(...args());
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^[^\n]+[.?]\n$/);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Incident interne/);
    expect(readFileSync(conforme).equals(before)).toBe(true);
  });

  it("helps in French", () => {
    const { status, stdout } = verifier("--help");
    expect(status).toBe(0);
    for (const option of ["--json", "--date", "--sortie", "--force", "--contrat"]) expect(stdout).toContain(option);
  });
});

describe("--contrat", () => {
  it("verifies against the given contract", () => {
    const path = at("contrat.json");
    const definition = { ...dijonMetropole20242027, id: "autre-contrat", cofinancement: { seuil: 0.6 } };
    writeFileSync(path, `\uFEFF${JSON.stringify(definition)}`);
    const verification = parse(verifier(conforme, "--json", "--contrat", path).stdout);
    expect(verification.contract.id).toBe("autre-contrat");
    expect(verification.findings.filter(({ rule }) => rule === "cofinancement-minimum").length).toBe(32);
  });
});

describe("--sortie", () => {
  it("writes an annotated copy and leaves the input alone", () => {
    const before = readFileSync(ecart);
    const output = at("annoté.xlsx");
    const { status, stderr } = verifier(ecart, "--sortie", output, "--date", "2024-06-30");
    expect([status, stderr]).toEqual([1, ""]);
    expect(readFileSync(ecart).equals(before)).toBe(true);
    const { model } = openFileWorkbook(readFileSync(output), "annoté.xlsx");
    expect(model.sheets.map(({ name }) => name)).toEqual([
      ...["Tableau budgétaire", "Indicateurs", "Écarts", "Synthèse par axe"],
    ]);
    expect(model.sheets[0]?.conditionalFormats.length).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("does not replace an existing file without --force", () => {
    const output = at("existant.xlsx");
    writeFileSync(output, "already there");
    expect(verifier(ecart, "--sortie", output)).toMatchObject({ status: 2, stdout: "" });
    expect(readFileSync(output, "utf8")).toBe("already there");
    expect(verifier(ecart, "--sortie", output, "--force").status).toBe(1);
    expect(readFileSync(output).subarray(0, 2).toString()).toBe("PK");
  });

  it("writes nothing when the workbook cannot be read", () => {
    const broken = at("brisé2.xlsx");
    writeFileSync(broken, "not a workbook");
    expect(verifier(broken, "--sortie", at("rien.xlsx")).status).toBe(2);
    expect(existsSync(at("rien.xlsx"))).toBe(false);
  });

  it("keeps what the agent typed in the annotated file on the next run", async () => {
    const [first, typed, second] = ["un.xlsx", "deux.xlsx", "trois.xlsx"].map(at) as [string, string, string];
    verifier(ecart, "--sortie", first, "--date", "2024-06-30");
    const workbook = openFileWorkbook(readFileSync(first), "un.xlsx");
    const sheet = workbook.model.sheets.find(({ name }) => name === "Écarts");
    const used = sheet?.usedRange(true);
    if (!sheet || !used) throw new Error("no result sheet");
    const rowIn = (ecarts: typeof sheet | undefined): number =>
      Array.from({ length: used.bottom + 1 }, (_, row) => row).find(
        (each) => ecarts?.content(each, ecartsColumn("identifiant")).value === COFINANCEMENT,
      ) ?? -1;
    const row = rowIn(sheet);
    const type = (key: "justification" | "par" | "le", value: string | number): void => {
      sheet.setContent(row, ecartsColumn(key), { value, formula: null });
    };
    type("justification", "=accord du 3 mai");
    type("par", "Mme Durand");
    type("le", 45415);
    await workbook.model.calculate();
    writeFileSync(typed, workbook.save());

    const run = verifier(typed, "--json", "--sortie", second, "--date", "2024-06-30");
    const finding = parse(run.stdout).findings.find(({ id }) => id === COFINANCEMENT);
    expect(finding?.justification).toMatchObject({
      text: "=accord du 3 mai",
      by: "Mme Durand",
      on: "2024-05-03",
      decision: null,
    });
    const again = openFileWorkbook(readFileSync(second), "trois.xlsx").model.sheets.find(
      ({ name }) => name === "Écarts",
    );
    // Under a justified cause the sums that stay wrong come by themselves, before it.
    const kept = rowIn(again);
    expect(again?.content(kept, ecartsColumn("justification"))).toEqual({ value: "=accord du 3 mai", formula: null });
    expect(again?.content(kept, ecartsColumn("le")).value).toBe(45415);
  });
});
