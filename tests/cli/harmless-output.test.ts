// Nothing that others wrote steers the terminal: names of files and of sheets, keys of definitions; and what cannot be read stops nothing else.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { runAnnexe } from "../../src/cli/annexe/run-annexe";
import type { ExitStatus, Io } from "../../src/cli/command";
import { runNouveauContrat } from "../../src/cli/nouveau-contrat/run-nouveau-contrat";
import { runTableau } from "../../src/cli/tableau-de-bord/run-tableau";
import { runTotaux } from "../../src/cli/totaux/run-totaux";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import { withParts, withRows } from "../files/fixtures";
import { runHere } from "./run-here";
import { writeWorkbook } from "./workbook-files";

/** Clears the screen, colours, moves up a line by C1 codes, forges a line, turns the direction of what follows. */
const EVIL = "\u001b[2J\u001b[31m\u009b1A\u0007\r\n\u202eConforme";
const STEERING = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const TODAY = "2024-06-30";

type Run = (args: readonly string[], io: Io) => Promise<ExitStatus>;

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inoffensif-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function said(run: Run, ...args: string[]) {
  const { status, out, err } = await runHere(run, args, TODAY);
  expect(out).not.toMatch(STEERING);
  expect(err).not.toMatch(STEERING);
  return { status, out, err, lines: err.trimEnd().split("\n") };
}

describe("a name that steers the terminal", () => {
  it("of a file that is refused is told on one line", async () => {
    const bad = at(`${EVIL}.xlsx`);
    writeFileSync(bad, "rien");
    for (const run of [runVerifier, runTotaux, runNouveauContrat] as const) {
      const { status, lines } = await said(run, bad);
      expect([status, lines.length]).toEqual([2, 1]);
    }
    expect((await said(runVerifier, at(`absent${EVIL}.xlsx`))).lines).toHaveLength(1);
    expect((await said(runVerifier, "--feuille", EVIL, bad)).lines).toHaveLength(1);
    expect((await said(runVerifier, `--${EVIL}`)).lines).toHaveLength(1);
  });

  it("of a file that is read, and of what is written, changes nothing", async () => {
    const good = writeWorkbook(at(`bon${EVIL}.xlsx`));
    expect((await said(runVerifier, good)).status).toBe(0);
    expect((await said(runVerifier, good, "--sortie", at(`copie${EVIL}.xlsx`))).err).toBe("");
    const { out } = await said(runTotaux, good, "--sortie", at(`totaux${EVIL}.xlsx`));
    expect(out.split("\n").some((line) => line.startsWith("Conforme"))).toBe(false);
    const annexe = await said(runAnnexe, "imputation", good, "--sortie", at(`annexe${EVIL}.xlsx`));
    expect(annexe.out.split("\n").some((line) => line.startsWith("Conforme"))).toBe(false);
  });

  it("of a file among others is told in the tableau de bord", async () => {
    const { lines } = await said(runTableau, folder, "--sortie", at("tableau.csv"));
    expect(lines.every((line) => !line.startsWith("Conforme"))).toBe(true);
  });

  it("of a key of a definition, and what is no JSON", async () => {
    const good = writeWorkbook(at("classeur.xlsx"));
    writeFileSync(at("cle.json"), JSON.stringify({ ...contratIntegre, [EVIL]: 1 }));
    writeFileSync(at("texte.json"), EVIL);
    for (const name of ["cle.json", "texte.json"]) {
      const { status, lines } = await said(runVerifier, good, "--contrat", at(name));
      expect([status, lines.length]).toEqual([2, 1]);
    }
  });

  it("of a sheet is the same to who reads the JSON", async () => {
    const { out } = await said(runVerifier, writeWorkbook(at("\u009b1A.xlsx")), "--json");
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });
});

describe("what no character is", () => {
  it.each(["&#x110000;", "&#1114112;", "&#xFFFFFFFFFFFFFFFF;", "&#0;", "&#xD800;", "&#x1B;"])(
    "%s is refused in a French sentence that names the part",
    async (reference) => {
      writeFileSync(
        at("reference.xlsx"),
        withRows(`<row r="1"><c r="A1" t="inlineStr"><is><t>a${reference}</t></is></c></row>`),
      );
      const { status, err } = await said(runVerifier, at("reference.xlsx"));
      expect(status).toBe(2);
      expect(err).toMatch(/est abîmé : les caractères de la partie « xl\/worksheets\/sheet1\.xml » comptent « &#/);
      expect(err).not.toMatch(/incident interne/i);
    },
  );

  it("is refused in any part that is read", async () => {
    const good = withRows('<row r="1"><c r="A1"><v>1</v></c></row>');
    for (const part of ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]) {
      writeFileSync(at("partie.xlsx"), withParts(good, { [part]: '<a b="&#x110000;"/>' }));
      expect((await said(runVerifier, at("partie.xlsx"))).err).not.toMatch(/incident interne/i);
    }
  });

  it.each(["&#x10FFFF;", "&#10;", "&#9;", "&#xE9;", "&#233;"])("%s is one", async (reference) => {
    writeFileSync(
      at("reference.xlsx"),
      withRows(`<row r="1"><c r="A1" t="inlineStr"><is><t>a${reference}</t></is></c></row>`),
    );
    expect((await said(runVerifier, at("reference.xlsx"))).err).toBe("");
  });
});

describe("a folder below that cannot be opened", () => {
  /** Root opens everything. */
  const asNobody = async <T>(work: () => Promise<T>): Promise<T> => {
    if (process.getuid?.() !== 0) return work();
    process.seteuid?.(65_534);
    try {
      return await work();
    } finally {
      process.seteuid?.(0);
    }
  };

  it("is named, and all the others are verified", async () => {
    const given = at("dossier");
    for (const name of ["", "a", "b-ferme", "c"]) mkdirSync(join(given, name), { recursive: true });
    writeWorkbook(join(given, "a", "un.xlsx"));
    writeWorkbook(join(given, "c", "deux.xlsx"));
    writeFileSync(join(given, "b-ferme", "x.xlsx"), strToU8("x"));
    chmodSync(folder, 0o755);
    chmodSync(join(given, "b-ferme"), 0);
    const { status, out, lines } = await asNobody(() => said(runVerifier, given, "--json"));
    expect(status).toBe(2);
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(lines).toEqual([
      `${join(given, "b-ferme")} : ce dossier ne peut pas être ouvert, et aucun classeur qu’il contiendrait n’est traité.`,
    ]);
    const tableau = at("tableau-ouvert.csv");
    chmodSync(folder, 0o777);
    const { err } = await asNobody(() => said(runTableau, given, "--sortie", tableau));
    expect(err).toMatch(/^b-ferme : Ce dossier ne peut pas être ouvert/);
    chmodSync(join(given, "b-ferme"), 0o755);
  });
});
