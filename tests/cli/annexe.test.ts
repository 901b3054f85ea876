// The command as an agent runs it: a real process on real files.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAnnexe } from "../../src/cli/annexe/run-annexe";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { openXlsx } from "xlsx-model/open-xlsx";
import { writeWorkbook } from "./workbook-files";
import { runCls } from "./run-cls";

const PROTECTED = fileURLToPath(new URL("../fixtures/structure-protegee.xlsx", import.meta.url));

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annexe-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(command: "annexe" | "verifier", ...args: string[]) {
  return runCls(command, ...args);
}

/** As another reader of the file finds it. */
const titleOf = (path: string): string =>
  spawnSync(
    "/usr/bin/python3",
    ["-c", "import openpyxl, sys; print(openpyxl.load_workbook(sys.argv[1]).properties.title)", path],
    {
      encoding: "utf8",
    },
  ).stdout.trim();

const tabs = (path: string): string[] => openXlsx(readFileSync(path), "x.xlsx").sheets.map(({ name }) => name);

describe("a new workbook", () => {
  it("holds the annexes alone, and Vérifier reads it without an error", () => {
    const sortie = at("neuf.xlsx");
    expect(run("annexe", "budget", "indicateurs", "--sortie", sortie, "--date", "2024-06-30")).toEqual({
      status: 0,
      stdout: `${sortie}\u00a0: 2 feuilles insérées.\n  – Tableau budgétaire\n  – Suivi des indicateurs\n`,
      stderr: "",
    });
    expect(tabs(sortie)).toEqual(["Tableau budgétaire", "Suivi des indicateurs"]);
    expect(titleOf(sortie)).toBe("Annexes du contrat local des solidarités");
    const verified = run("verifier", sortie, "--date", "2024-06-30");
    expect(verified.status).toBe(0);
    expect(verified.stdout).toMatch(/^0 erreur, 0 avertissement, \d+ informations/m);
  });

  it("follows the contract that is given", () => {
    const contrat = at("contrat.json");
    writeFileSync(contrat, JSON.stringify({ ...dijonMetropole20242027, intitule: "Contrat d’essai" }));
    const sortie = at("essai.xlsx");
    expect(run("annexe", "echeancier", "--sortie", sortie, "--contrat", contrat).status).toBe(0);
    expect(openXlsx(readFileSync(sortie), "x.xlsx").sheets[0]?.content(1, 0).value).toBe("Contrat d’essai");
  });

  it("takes the options of each annexe", () => {
    const sortie = at("options.xlsx");
    const { status, stdout } = run(
      "annexe",
      ...["toutes", "--sous-totaux", "--realises", "--annee", "2025", "--action", "5", "--sortie", sortie],
    );
    expect([status, stdout.split("\n").length]).toEqual([0, 10]);
    expect(tabs(sortie)).toEqual([
      "Tableau budgétaire",
      "Suivi des indicateurs",
      "Exécution 2025",
      "Fiche action 5",
      "Imputation des crédits",
      "Versements",
      "Échéancier",
      "Contrat",
    ]);
    const [budget] = openXlsx(readFileSync(sortie), "x.xlsx").sheets;
    expect(budget?.content(9, 0).value).toBe("Sous-total de l’axe 1");
  });
});

describe("an existing workbook", () => {
  it("keeps its sheets, and gets those that it lacks", () => {
    const classeur = writeWorkbook(at("classeur.xlsx"));
    const before = readFileSync(classeur);
    const sortie = at("complet.xlsx");
    expect(run("annexe", "budget", "fiches", "--action", "5", "--classeur", classeur, "--sortie", sortie).status).toBe(
      0,
    );
    expect(tabs(sortie)).toEqual([...tabs(classeur), "Tableau budgétaire (2)", "Fiche action 5"]);
    expect(readFileSync(classeur)).toEqual(before);
    const rest = at("fiches.xlsx");
    const { stdout } = run("annexe", "fiches", "--classeur", sortie, "--sortie", rest);
    expect(stdout).toContain("7 feuilles insérées");
    expect(stdout).not.toContain("Fiche action 5");
    const again = run("annexe", "fiches", "--classeur", rest, "--sortie", at("rien.xlsx"));
    expect([again.status, again.stdout]).toEqual([2, ""]);
    expect(again.stderr).toMatch(/fiches\.xlsx : Chaque action du contrat a déjà sa fiche/);
  });
});

describe("toutes", () => {
  it("leaves out what the workbook has, so that no second table asks which counts", () => {
    const classeur = fileURLToPath(new URL("../../exemples/classeur-bilan.xlsx", import.meta.url));
    const sortie = at("toutes.xlsx");
    expect(run("annexe", "toutes", "--classeur", classeur, "--sortie", sortie).status).toBe(0);
    const added = tabs(sortie).slice(tabs(classeur).length);
    expect(added.filter((name) => !name.startsWith("Fiche action"))).toEqual([
      "Imputation des crédits",
      "Versements",
      "Échéancier",
      "Contrat",
    ]);
    expect(run("verifier", sortie, "--date", "2026-11-24").stdout).not.toContain("tableaux montrent les mêmes années");
    const again = run("annexe", "toutes", "--classeur", sortie, "--sortie", at("encore.xlsx"));
    expect([again.status, again.stdout]).toEqual([2, ""]);
    expect(again.stderr).toContain("Le classeur a déjà tout ce qui était demandé");
  });
});

describe("--cellule", () => {
  it("inserts at a cell of a sheet, which keeps what it has", () => {
    const classeur = writeWorkbook(at("cellule.xlsx"));
    const [first = ""] = tabs(classeur);
    const sortie = at("place.xlsx");
    const inserted = run(
      "annexe",
      "echeancier",
      "--classeur",
      classeur,
      "--cellule",
      `'${first}'!B60`,
      "--sortie",
      sortie,
    );
    expect([inserted.status, inserted.stderr]).toEqual([0, ""]);
    expect(inserted.stdout).toMatch(
      /place\.xlsx.: annexe insérée en .*!B60\.\nLes colonnes et les lignes déjà occupées gardent leur taille/u,
    );
    expect(tabs(sortie)).toEqual(tabs(classeur));
    const [sheet] = openXlsx(readFileSync(sortie), "x.xlsx").sheets;
    expect(sheet?.content(59, 1).value).toBe("Annexe – Échéancier");
    const over = run("annexe", "budget", "--classeur", sortie, "--cellule", `'${first}'!A60`, "--sortie", at("x.xlsx"));
    expect([over.status, over.stdout]).toEqual([2, ""]);
    expect(over.stderr).toMatch(/n’est pas libre.: la cellule B60 n’est pas vide/u);
    expect(existsSync(at("x.xlsx"))).toBe(false);
  });
});

describe("bad input", () => {
  it.each([
    [[], "Aucune annexe demandée. Annexes acceptées : budget,"],
    [["bilan", "--sortie", "x.xlsx"], "Annexe inconnue : bilan. Annexes acceptées : budget,"],
    [["budget"], "--sortie est nécessaire"],
    [["budget", "--sortie"], "L’option --sortie attend une valeur, par exemple --sortie annexes.xlsx."],
    [["budget", "--sortie", "x.csv"], "--sortie x.csv : le nom doit se terminer par .xlsx"],
    [["budget", "--couleur"], "Option inconnue : --couleur. Options acceptées : --sortie,"],
    [["budget", "--realises=non", "--sortie", "x.xlsx"], "L’option --realises ne prend pas de valeur."],
    [["budget", "--annee", "2025", "--sortie", "x.xlsx"], "--annee ne s’emploie qu’avec l’annexe « execution »."],
    [["execution", "--annee", "deux", "--sortie", "x.xlsx"], "--annee deux : un nombre est attendu"],
    [["execution", "--annee", "2030", "--sortie", "x.xlsx"], "L’année 2030 n’est pas une année du contrat"],
    [["fiches", "--action", "12", "--sortie", "x.xlsx"], "Le contrat n’a pas d’action n° 12"],
    [["budget", "--date", "2026-02-31", "--sortie", "x.xlsx"], "--date 2026-02-31 : ce n’est pas une date."],
    [["budget", "--classeur", "absent.xlsx", "--sortie", "x.xlsx"], "absent.xlsx : ce fichier n’existe pas."],
    [
      ["budget", "--cellule", "B5", "--classeur", PROTECTED, "--sortie", "x.xlsx"],
      "--cellule B5 : ce n’est pas une cellule d’une feuille.",
    ],
    [["budget", "--cellule", "Feuil1!B5", "--sortie", "x.xlsx"], "--cellule ne s’emploie qu’avec --classeur"],
    [
      ["toutes", "--cellule", "Feuil1!B5", "--classeur", PROTECTED, "--sortie", "x.xlsx"],
      "feuilles, qui ne peuvent pas aller à une seule cellule",
    ],
    [
      ["budget", "--cellule", "Absente!B5", "--classeur", PROTECTED, "--sortie", "x.xlsx"],
      "Le classeur n’a pas de feuille « Absente »",
    ],
    [["budget", "--classeur", PROTECTED, "--sortie", "x.xlsx"], "La structure du classeur est protégée"],
  ])("%j is one French line, and nothing is written", async (args, sentence) => {
    const inFolder = args.map((arg) => (arg.startsWith("x.") || arg.startsWith("absent") ? at(arg) : arg));
    const before = readdirSync(folder);
    let [stdout, stderr] = ["", ""];
    const status = await runAnnexe(inFolder, {
      out: (text) => (stdout += text),
      err: (text) => (stderr += text),
      today: () => "2026-11-24",
      styled: false,
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.replaceAll(`${folder}/`, "").replaceAll("\u00a0", " ")).toContain(sentence);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(at("x.xlsx"))).toBe(false);
  });

  it("shows the help when asked", () => {
    const { status, stdout } = run("annexe", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("Usage : cls annexe ANNEXE");
  });
});
