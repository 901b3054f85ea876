// The command `totaux` as an agent runs it: the preview, the copy, and what it refuses.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runTotaux } from "../../src/cli/totaux/run-totaux";
import { openXlsx } from "xlsx-model/open-xlsx";
import { contratDuDepartement } from "../contracts/departement-invente";
import { annexWorkbook } from "../contracts/annex-workbook";
import { fileOf } from "../core/why/totals/refreshed";
import { writeWorkbook } from "./workbook-files";
import { runHere } from "./run-here";

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "totaux-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  const { status, out, err } = await runHere(runTotaux, args, "2026-11-24");
  return { status, stdout: out, stderr: err };
}

const cell = (path: string, row: number, column: number) =>
  openXlsx(readFileSync(path), "x.xlsx").sheets[0]?.content(row, column);

describe("a workbook with typed totals", () => {
  it("shows the preview and writes nothing", async () => {
    const classeur = writeWorkbook(at("saisi.xlsx"), { B4: 130001 });
    const before = [readFileSync(classeur), readdirSync(folder)];
    const { status, stdout, stderr } = await run(classeur, "--apercu");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("44 cellules à modifier, 0 total déjà juste.");
    expect(stdout).toContain(
      "  Action 1 – 2024 – Total, 'Tableau budgétaire'!B4\n    130 001,00 € (saisi) → 130 000,00 € (=C4+D4) ; différence −1,00 €\n",
    );
    expect([readFileSync(classeur), readdirSync(folder)]).toEqual(before);
  });

  it("writes the same changes to a copy, whose totals are then right", async () => {
    const classeur = writeWorkbook(at("classeur.xlsx"), { B15: 1 });
    const before = readFileSync(classeur);
    const sortie = at("totaux.xlsx");
    const { status, stdout } = await run(classeur, "--sortie", sortie);
    expect(status).toBe(0);
    expect(stdout).toContain(
      "    Axe 3 : État 147 500,00 € ; Métropole 147 500,00 € ; Total 295 000,00 € ; part 44,36 %",
    );
    expect(stdout).toMatch(/totaux\.xlsx : 44 cellules modifiées\.\n$/);
    expect(cell(sortie, 14, 1)).toEqual({ value: 665000, formula: "=SUM(B4:B5,B7:B8,B10:B11,B13:B14)" });
    expect(readFileSync(classeur)).toEqual(before);
    const again = await run(sortie, "--sortie", at("encore.xlsx"));
    expect(again.stdout).toContain("Les totaux sont déjà des formules justes (44) : rien à modifier.");
    expect(again.stdout).toContain("encore.xlsx : 0 cellule modifiée.");
    expect((await run(classeur, "--sortie", sortie)).stderr).toContain("existe déjà");
    expect((await run(classeur, "--sortie", sortie, "--force")).status).toBe(0);
  });

  it("says what must be corrected first, by its exit status too", async () => {
    const classeur = writeWorkbook(at("illisible.xlsx"), { C4: "à voir" });
    const { status, stdout } = await run(classeur, "--apercu");
    expect(status).toBe(1);
    expect(stdout).toContain(
      "À corriger d’abord\n  – Action 1 – 2024 – part État ('Tableau budgétaire'!C4) : montant illisible",
    );
  });

  it("follows the contract that is given, and the sheet that counts", async () => {
    const contrat = at("contrat.json");
    writeFileSync(contrat, JSON.stringify(contratDuDepartement));
    const { sheets } = annexWorkbook(contratDuDepartement);
    const rows = sheets[0]?.blocks[0]?.values ?? [];
    const classeur = at("departement.xlsx");
    writeFileSync(classeur, fileOf({ Budget: rows, Ancien: rows }).save());
    expect((await run(classeur, "--apercu", "--contrat", contrat)).stderr).toContain(
      "departement.xlsx : Plusieurs tableaux montrent les mêmes années : « Budget »",
    );
    const sortie = at("departement-totaux.xlsx");
    const { status, stdout } = await run(classeur, "--contrat", contrat, "--feuille", "Ancien", "--sortie", sortie);
    expect([status, /Lu : Tableau budgétaire \(« Ancien »\)/.test(stdout)]).toEqual([0, true]);
    const [budget, old] = openXlsx(readFileSync(sortie), "x.xlsx").sheets;
    expect([budget?.content(3, 1).formula, old?.content(3, 1).formula]).toEqual([null, "=C4+D4"]);
  });
});

describe("bad input", () => {
  it.each([
    [[], "Aucun classeur indiqué. Usage : cls totaux"],
    [["a.xlsx", "b.xlsx", "--apercu"], "Un seul classeur à la fois."],
    [["a.xlsx"], "Indiquez --sortie et le classeur à écrire, par exemple --sortie totaux.xlsx, ou --apercu."],
    [["a.xlsx", "--apercu", "--sortie", "x.xlsx"], "--apercu et --sortie ne vont pas ensemble"],
    [["a.xlsx", "--apercu", "--force"], "--force ne sert qu’avec --sortie"],
    [["a.xlsx", "--sortie", ""], "--sortie attend une valeur"],
    [["a.xlsx", "--sortie"], "L’option --sortie attend une valeur, par exemple --sortie totaux.xlsx."],
    [["a.xlsx", "--apercu=oui"], "L’option --apercu ne prend pas de valeur."],
    [["a.xlsx", "--total"], "Option inconnue : --total. Options acceptées : --sortie,"],
    [["a.xlsx", "--apercu", "--date", "2026-02-31"], "--date 2026-02-31 : ce n’est pas une date."],
    [["absent.xlsx", "--apercu"], "absent.xlsx : ce fichier n’existe pas."],
    [["tests/fixtures/feuille-protegee.xlsx", "--sortie", "x.xlsx"], "feuille-protegee.xlsx : "],
  ])("%j is one French line, and nothing is written", async (args, sentence) => {
    const inFolder = args.map((arg) => (arg.startsWith("x.") ? at(arg) : arg));
    const { status, stdout, stderr } = await run(...inFolder);
    expect([status, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    expect(stderr).toContain(sentence);
    expect(existsSync(at("x.xlsx"))).toBe(false);
  });

  it("offers its help", async () => {
    expect(await run("--help")).toMatchObject({ status: 0, stderr: "" });
  });
});
