// The command as the two parties run it: the one establishes, the other checks; real processes on real files.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProcesVerbal } from "../../src/cli/proces-verbal/run-proces-verbal";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { openXlsx } from "xlsx-model/open-xlsx";
import { writeWorkbook } from "./workbook-files";
import { runCls } from "./run-cls";
import { runHere } from "./run-here";

const DATE = ["--date", "2026-11-24"] as const;

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "proces-verbal-"));
  writeWorkbook(at("classeur.xlsx"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

function runProcess(...args: string[]) {
  const { status, stdout, stderr } = runCls("proces-verbal", ...args);
  return { status, out: plain(stdout), err: plain(stderr) };
}

const run = (...args: string[]) => runHere(runProcesVerbal, args, "2026-11-24");

/** Changes one amount of the workbook, as the other party might. */
function change(from: string, to: string, value: number): void {
  const workbook = openXlsx(readFileSync(at(from)), to);
  const sheet = workbook.sheets.find(({ name }) => name === "Tableau budgétaire");
  if (!sheet) throw new Error("no budget sheet");
  sheet.setContent(3, 2, { value, formula: null });
  writeFileSync(at(to), workbook.save());
}

describe("the procès-verbal from one party to the other", () => {
  it("is established in a copy, then found identical, then different with the cell, as processes do it", () => {
    const before = readFileSync(at("classeur.xlsx"));
    const established = runProcess(at("classeur.xlsx"), "--sortie", at("signe.xlsx"), ...DATE);
    expect(established.status).toBe(0);
    const [, fingerprint = ""] = /Empreinte des chiffres : ([0-9a-f ]{71})$/m.exec(established.out) ?? [];
    expect(established.out).toBe(
      `${at("signe.xlsx")} : procès-verbal établi, feuille « Procès-verbal ».\nEmpreinte des chiffres : ${fingerprint}\n`,
    );
    expect(fingerprint).toHaveLength(71);
    expect(readFileSync(at("classeur.xlsx")).equals(before)).toBe(true);

    const identical = runProcess(at("signe.xlsx"), "--controler");
    expect([identical.status, identical.err]).toEqual([0, ""]);
    expect(identical.out).toContain(`Empreinte des chiffres : ${fingerprint}\n\nIdentique : les chiffres`);

    change("signe.xlsx", "modifie.xlsx", 65_000.5);
    const different = runProcess(at("modifie.xlsx"), "--controler");
    expect(different.status).toBe(1);
    expect(different.out).toContain("procès-verbal à la date du 24/11/2026\n");
    expect(different.out).toContain(
      "'Tableau budgétaire'!C4 Action 1 – 2024 – part État : 65 000,00 € au procès-verbal, 65 000,50 € à présent.\n",
    );
  });

  it("checks at the procès-verbal's own date, whatever today is", async () => {
    await run(at("classeur.xlsx"), "--sortie", at("mars.xlsx"), "--date", "2025-03-01");
    const checked = await run(at("mars.xlsx"), "--controler");
    expect(checked.status).toBe(0);
    expect(checked.out).toContain("à la date du 01/03/2025");
  });

  it("says that another contract is in force", async () => {
    const contrat = at("contrat.json");
    writeFileSync(contrat, JSON.stringify({ ...dijonMetropole20242027, ordonnateur: "Une autre personne" }));
    await run(at("classeur.xlsx"), "--sortie", at("contrat-signe.xlsx"), ...DATE);
    const checked = await run(at("contrat-signe.xlsx"), "--controler", "--contrat", contrat);
    expect(checked.status).toBe(1);
    expect(checked.out).toContain("Le contrat en vigueur à cette date n’est pas celui du procès-verbal");
  });

  it("replaces a procès-verbal only when asked", async () => {
    await run(at("classeur.xlsx"), "--sortie", at("premier.xlsx"), "--date", "2025-03-01");
    const kept = await run(at("premier.xlsx"), "--sortie", at("second.xlsx"), ...DATE);
    expect([kept.status, kept.out]).toEqual([2, ""]);
    expect(kept.err).toMatch(/^Le classeur a déjà son procès-verbal : .*établi à la date du 01\/03\/2025/);
    expect(existsSync(at("second.xlsx"))).toBe(false);
    expect((await run(at("premier.xlsx"), "--sortie", at("second.xlsx"), "--remplacer", ...DATE)).status).toBe(0);
    expect((await run(at("second.xlsx"), "--controler")).out).toContain("à la date du 24/11/2026");
  });
});

describe("what is wrong is one French sentence, and nothing is written", () => {
  it.each([
    [[], /^Aucun classeur indiqué/],
    [["a.xlsx", "b.xlsx", "--controler"], /^Un seul classeur à la fois/],
    [["a.xlsx"], /^Indiquez --sortie/],
    [["a.xlsx", "--controler", "--date", "2026-01-01"], /^--date ne s’emploie pas avec --controler/],
    [["a.xlsx", "--controler", "--sortie", "b.xlsx"], /^--sortie ne s’emploie pas avec --controler/],
    [["a.xlsx", "--controler", "--remplacer"], /^--remplacer ne s’emploie pas/],
    [["a.xlsx", "--sortie", ""], /^L’option --sortie attend une valeur/],
    [["a.xlsx", "--sortie"], /^L’option --sortie attend une valeur, par exemple --sortie proces-verbal\.xlsx/],
    [["a.xlsx", "--sortie", "b.xlsx", "--date", "2026-02-30"], /^--date 2026-02-30 : ce n’est pas une date/],
    [["a.xlsx", "--pdf"], /^Option inconnue : --pdf\. Options acceptées : --sortie, --controler/],
    [["absent.xlsx", "--controler"], /^absent\.xlsx : ce fichier n’existe pas/],
  ])("%j", async (args, expected) => {
    const { status, out, err } = await run(...args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(expected);
    expect(err.trimEnd()).not.toContain("\n");
  });

  it("for a workbook without procès-verbal, without table, and for a sheet that it does not have", async () => {
    expect(await run(at("classeur.xlsx"), "--controler")).toMatchObject({
      status: 2,
      err: expect.stringContaining("n’a pas de procès-verbal à contrôler"),
    });
    writeFileSync(at("vide.xlsx"), openXlsx(readFileSync(at("classeur.xlsx")), "vide.xlsx").save());
    const empty = openXlsx(readFileSync(at("vide.xlsx")), "vide.xlsx");
    empty.addSheet("Notes");
    for (const { id, name } of [...empty.sheets]) if (name !== "Notes") empty.removeSheet(id);
    writeFileSync(at("vide.xlsx"), empty.save());
    expect(await run(at("vide.xlsx"), "--sortie", at("rien.xlsx"))).toMatchObject({
      status: 2,
      err: expect.stringContaining("il n’y a rien à constater"),
    });
    expect(existsSync(at("rien.xlsx"))).toBe(false);
    expect(await run(at("classeur.xlsx"), "--sortie", at("rien.xlsx"), "--feuille", "Budget 2030")).toMatchObject({
      status: 2,
      err: expect.stringContaining("le classeur n’a pas cette feuille"),
    });
  });

  it("shows its help", async () => {
    const { status, out } = await run("--help");
    expect(status).toBe(0);
    expect(out).toContain("cls proces-verbal CLASSEUR.xlsx --controler");
  });
});
