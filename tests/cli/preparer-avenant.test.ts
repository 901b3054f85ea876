// The command as an agent runs it on the example workbook, and each mistake as one French line that writes nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runPreparerAvenant } from "../../src/cli/preparer-avenant/run-preparer";
import { openXlsx } from "xlsx-model/open-xlsx";
import { runHere } from "./run-here";

const EXAMPLE = fileURLToPath(new URL("../../exemples/classeur-exemple.xlsx", import.meta.url));
let folder: string;
const at = (name: string): string => join(folder, name);
const run = (...args: string[]) => runHere(runPreparerAvenant, [EXAMPLE, ...args], "2026-11-29");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "avenant-"));
  writeFileSync(at("v1.csv"), "action;état;Métropole;pourquoi\n3;30 000;28 000;Montée en charge\n4;15 000;15 000;\n");
  writeFileSync(at("v2.csv"), "action;état;Métropole\n3;30 000;30 000\n4;15 000;15 000\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("preparer-avenant", () => {
  it("shows the table of the next year, and writes nothing", async () => {
    const { status, out } = await run();
    expect(status).toBe(0);
    expect(out).toMatch(/Avenant 2027/u);
    expect(out).toMatch(/réduction possible : 6 000,00 € sur 2026, motif en attente de l’autre partie/u);
  });

  it("writes the draft, the note and the avenant of a variant, and says what it would break", async () => {
    const files = ["--sortie", at("p.xlsx"), "--note", at("n.docx"), "--projet", at("a.docx")];
    const { status, out, err } = await run("--annee", "2027", "--variante", at("v1.csv"), ...files);
    expect(err).toBe("");
    expect(status).toBe(1);
    expect(out).toMatch(/À régler : 1\n.*28 000,00 € pour un minimum de 30 000,00 €/u);
    const names = openXlsx(readFileSync(at("p.xlsx")), "p.xlsx").sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Contrat", "Note de l’avenant", "Tableau de l’avenant"]));
    const texts = ["n.docx", "a.docx"].map((name) =>
      strFromU8(unzipSync(readFileSync(at(name)))["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/gu, " "),
    );
    expect(texts[0]).toMatch(/Montée en charge/u);
    expect(texts[1]).toMatch(/Article 2 – Contribution de l’État pour 2027/u);
    // The variant that the copy keeps is called by its name.
    const kept = await runHere(runPreparerAvenant, [at("p.xlsx"), "--variante", "v1"], "2026-11-29");
    expect(kept.out).toMatch(/Variante « v1 »/u);
  });

  it("compares several variants", async () => {
    const { status, out } = await run("--variante", at("v1.csv"), "--variante", at("v2.csv"));
    expect(status).toBe(1);
    expect(out).toMatch(/À régler +1 +0\n/u);
  });

  it.each([
    [["--annee", "27"], /--annee 27/u],
    [["--annee", "2031"], /2031 n’est pas une année du contrat/u],
    [["--variante", "inconnue"], /inconnue : ni un fichier, ni une variante gardée pour 2027 \(aucune\)/u],
    [["--note", "n.docx"], /d’après une variante/u],
    [["--variante", "v.csv", "--note", "n.pdf"], /se terminer par \.docx/u],
    [["--force"], /--force/u],
  ])("refuses %j", async (args, why) => {
    const before = readdirSync(folder);
    const { status, err } = await run(...args);
    expect(status).toBe(2);
    expect(err).toMatch(why);
    expect(readdirSync(folder)).toEqual(before);
  });
});
