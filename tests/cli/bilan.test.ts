// The command as an agent runs it, on the example workbook; and each mistake as one French line that writes nothing.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAnnexe } from "../../src/cli/annexe/run-annexe";
import { runBilan } from "../../src/cli/bilan/run-bilan";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { openXlsx } from "xlsx-model/open-xlsx";
import { runCls } from "./run-cls";
import { runHere } from "./run-here";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const EXAMPLE = join(ROOT, "exemples/classeur-bilan.xlsx");
const SHEETS = ["Bilan financier", "Matrice des indicateurs", "Bilan par axe", "Écarts du bilan"];

function withProtectedStructure(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const part = "xl/workbook.xml";
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  return zipSync({
    ...parts,
    [part]: strToU8(xml.replace(/<bookViews|<sheets/u, '<workbookProtection lockStructure="1"/>$&')),
  });
}

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bilan-"));
  writeFileSync(at("protege.xlsx"), withProtectedStructure(readFileSync(EXAMPLE)));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  const { status, out, err } = await runHere(runBilan, args, "2026-02-15");
  const plain = (text: string) => text.replaceAll(`${folder}/`, "");
  return { status, stdout: plain(out), stderr: plain(err) };
}

const tabs = (path: string): string[] => openXlsx(readFileSync(path), "x.xlsx").sheets.map(({ name }) => name);

describe("a report over one that somebody has typed on", () => {
  it("keeps what was typed, and says where", async () => {
    const [first, second, typed, third] = ["1.xlsx", "2.xlsx", "saisi.xlsx", "3.xlsx"].map(at);
    if (!first || !second || !typed || !third) throw new Error("four files are needed");
    await run(EXAMPLE, "--sortie", first);
    expect((await run(first, "--sortie", second)).stdout).not.toContain("Notes conservées");
    const model = openXlsx(readFileSync(first), "x.xlsx");
    const sheet = model.sheets.find(({ name }) => name === "Bilan par axe");
    sheet?.setContent(3, 1, { value: "Relu avec la DDETS", formula: null });
    writeFileSync(typed, model.save());
    const { stdout, stderr } = await run(typed, "--sortie", third);
    expect(stderr).toBe("");
    expect(stdout).toContain("1 texte saisi dans « Bilan par axe »");
    expect(tabs(third)).toEqual([...tabs(first), "Notes conservées"]);
  });
});

describe("the report of the example", () => {
  it("is written as sheets and as a Word document, and says what lacks", () => {
    const before = readFileSync(EXAMPLE);
    const [xlsx, docx] = [at("bilan.xlsx"), at("bilan.docx")];
    const { status, stdout, stderr } = runCls(
      "bilan",
      EXAMPLE,
      "--sortie",
      xlsx,
      "--sortie",
      docx,
      "--date",
      "2026-02-15",
    );
    expect([status, stderr]).toEqual([1, ""]);
    const text = stdout.replaceAll("\u00a0", " ");
    expect(text).toContain("Bilan d’exécution 2024-2025. Contrat local des solidarités 2024-2027 de Dijon métropole.");
    expect(text).toContain("1 325 612,58 € exécutés pour 1 365 000,00 € contractualisés, soit 97,11 %");
    expect(text).toContain("Prêt à transmettre : non, il manque 1 avenant à enregistrer, 2 réalisés d’indicateur");
    expect(text).toMatch(/^Textes, à rédiger et à relire/m);
    expect(text).toMatch(/^Délibération et transmission\u00a0?.*: non enregistrées/m);
    expect(text).toContain("  – Réalisé 2025 – Action 2 – indicateur 1 : non renseigné. [Indicateurs!I5]");
    expect(tabs(xlsx)).toEqual([...tabs(EXAMPLE), ...SHEETS]);
    expect(Object.keys(unzipSync(readFileSync(docx)))).toContain("word/document.xml");
    expect(readFileSync(EXAMPLE)).toEqual(before);
  });

  it("is ready, with status 0, once nothing lacks", async () => {
    const model = openXlsx(readFileSync(EXAMPLE), "x.xlsx");
    const set = (sheet: string, row: number, column: number, value: string | number) => {
      model.sheets.find(({ name }) => name === sheet)?.setContent(row, column, { value, formula: null });
    };
    set("Indicateurs", 4, 8, 138);
    set("Indicateurs", 16, 8, 51);
    set("Exécution", 15, 4, "Livraison du transformateur reportée à 2025");
    writeFileSync(at("complet.xlsx"), model.save());
    const contrat = at("contrat.json");
    const avenants = [{ numero: 1, signeLe: "2025-01-20", creditsEtat: [{ annee: 2025, montant: 350000 }] }];
    writeFileSync(contrat, JSON.stringify({ ...dijonMetropole20242027, avenants }));
    const { status, stdout } = await run(at("complet.xlsx"), "--sortie", at("pret.docx"), "--contrat", contrat);
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining("Prêt à transmettre : chiffres prêts ; restent les textes et la délibération.\n"),
    ]);
    expect(existsSync(at("pret.docx"))).toBe(true);
  });

  it("covers the years that are asked for", async () => {
    const period = async (text: string) =>
      (await run(EXAMPLE, "--sortie", at("annees.xlsx"), "--periode", text, "--force")).stdout.split(".")[0];
    expect(await period("2025")).toBe("Bilan d’exécution 2025");
    expect(await period("contrat")).toBe("Bilan d’exécution 2024-2027");
    expect(await period("mi-parcours")).toBe("Bilan d’exécution 2024-2025");
  });
});

describe("bad input", () => {
  it.each<[readonly string[], string]>([
    [[], "Aucun classeur indiqué. Usage :"],
    [[EXAMPLE], "Indiquez --sortie et le fichier à écrire"],
    [[EXAMPLE, EXAMPLE, "--sortie", "x.xlsx"], "Un seul classeur à la fois."],
    [[EXAMPLE, "--sortie"], "L’option --sortie attend une valeur, par exemple --sortie bilan.xlsx."],
    [[EXAMPLE, "--sortie", "x.pdf"], "--sortie x.pdf : le nom doit se terminer par .xlsx"],
    [[EXAMPLE, "--sortie", "x.xlsx", "--sortie", "y.xlsx"], "une fois pour le classeur (.xlsx) et une fois"],
    [[EXAMPLE, "--sortie", "x.docx", "--sortie", "y.docx"], "une fois pour le classeur (.xlsx) et une fois"],
    [[EXAMPLE, "--sortie", EXAMPLE], "c’est le fichier lu"],
    [[EXAMPLE, "--sortie", "x.xlsx", "--sortie", "absent/x.docx"], "le dossier absent n’existe pas"],
    [[EXAMPLE, "--sortie", "x.xlsx", "--periode", "l’an dernier"], "ce n’est pas une période. Écrivez 2024-2025"],
    [[EXAMPLE, "--sortie", "x.xlsx", "--periode", "2023-2025"], "La période 2023-2025 n’est pas dans le contrat"],
    [[EXAMPLE, "--sortie", "x.xlsx", "--date", "2026-02-31"], "--date 2026-02-31 : ce n’est pas une date."],
    [[EXAMPLE, "--sortie", "x.xlsx", "--feuille", "Budget"], "--feuille Budget : le classeur n’a pas cette feuille."],
    [["protege.xlsx", "--sortie", "x.xlsx", "--sortie", "x.docx"], "La structure du classeur est protégée"],
    [["absent.xlsx", "--sortie", "x.xlsx"], "absent.xlsx : ce fichier n’existe pas."],
  ])("%j is one French line, and nothing is written", async (args, sentence) => {
    const inFolder = args.map((arg) => (/^(?:x|y|absent|protege)[./]/.test(arg) ? at(arg) : arg));
    const before = readdirSync(folder);
    const { status, stdout, stderr } = await run(...inFolder);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(before);
  });

  /** A workbook with its sheet « Contrat », one cell of which says something else. */
  async function withAlteredContract(name: string, from: string | number, to: string | number): Promise<string> {
    const io = { out: () => {}, err: () => {}, today: () => "2026-02-15", styled: false };
    const classeur = at(name);
    expect(await runAnnexe(["contrat", "--classeur", EXAMPLE, "--sortie", classeur], io)).toBe(0);
    const model = openXlsx(readFileSync(classeur), "x.xlsx");
    const contrat = model.sheets.find(({ name }) => name === "Contrat");
    const { bottom, right } = contrat?.usedRange(true) ?? { bottom: -1, right: -1 };
    for (let row = 0; row <= bottom; row += 1) {
      for (let column = 0; column <= right; column += 1) {
        if (contrat?.content(row, column).value === from) contrat.setContent(row, column, { value: to, formula: null });
      }
    }
    writeFileSync(classeur, model.save());
    return classeur;
  }

  it("a mistake in the sheet « Contrat » is named with its cell, and nothing is written", async () => {
    const classeur = await withAlteredContract("illisible.xlsx", "provisionnel", "peut-être");
    const { status, stderr } = await run(classeur, "--sortie", at("faute.xlsx"));
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(
        /comportent .*erreurs? .*Contrat![A-Z]+\d+ : aucun bilan n’a été établi\. Le statut n’est pas lisible/,
      ),
    ]);
    expect(existsSync(at("faute.xlsx"))).toBe(false);
  });

  it("an amount altered in the sheet « Contrat » changes no figure of the report: what was signed holds", async () => {
    const figures = async (classeur: string, sortie: string) =>
      (await run(classeur, "--sortie", at(sortie))).stdout.split("\n").filter((line) => line.includes("€"));
    // The State's amount of 2024.
    const altered = await withAlteredContract("altere.xlsx", 332_500, 332_501);
    const signed = await figures(EXAMPLE, "signe.xlsx");
    const found = await figures(altered, "altere-bilan.xlsx");
    expect(found.slice(0, -1)).toEqual(signed);
    expect(found.at(-1)).toMatch(/332 501,00 € au lieu de 332 500,00 € au contrat signé\..*\[Contrat!E\d+\]/);
    expect(signed.length).toBeGreaterThan(1);
  });

  it("is not replaced unless --force says so", async () => {
    writeFileSync(at("occupe.docx"), "x");
    expect((await run(EXAMPLE, "--sortie", at("occupe.docx"))).stderr).toContain("occupe.docx : existe déjà");
    expect(readFileSync(at("occupe.docx"), "utf8")).toBe("x");
    expect((await run(EXAMPLE, "--sortie", at("occupe.docx"), "--force")).status).toBe(1);
  });
});

describe("the help", () => {
  it("says every option and status", async () => {
    const { status, stdout } = await run("--help");
    expect(status).toBe(0);
    for (const word of ["--sortie", "--periode", "--date", "--contrat", "--feuille", "--force", "Code de retour"]) {
      expect(stdout).toContain(word);
    }
  });
});
