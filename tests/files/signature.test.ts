// A signed package: its copy bears no signature that would not hold, each command says so, and an unchanged one keeps it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAnnexe } from "../../src/cli/annexe/run-annexe";
import { runBilan } from "../../src/cli/bilan/run-bilan";
import { runProcesVerbal } from "../../src/cli/proces-verbal/run-proces-verbal";
import { runTotaux } from "../../src/cli/totaux/run-totaux";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { fixture, partsOf } from "./fixtures";
import { signed } from "./signed-package";

const SIGNATURE = /signature/i;
const signatureParts = (bytes: Uint8Array): string[] =>
  Object.entries(partsOf(bytes))
    .filter(([path, text]) => SIGNATURE.test(path) || (/rels$|Types/.test(path) && /signature|rIdSig/.test(text)))
    .map(([path]) => path);

let folder: string;
let classeur: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "signature-"));
  classeur = join(folder, "signe.xlsx");
  writeFileSync(classeur, signed(new Uint8Array(readFileSync("exemples/classeur-exemple.xlsx"))));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function told(run: typeof runVerifier, ...args: string[]): Promise<{ err: string; copy: Uint8Array }> {
  const err: string[] = [];
  const sortie = join(folder, `copie-${readdirSync(folder).length}.xlsx`);
  const io = { out: () => {}, err: (text: string) => err.push(text), today: () => "2026-11-24", styled: false };
  await run([...args, "--sortie", sortie], io);
  return { err: err.join(""), copy: new Uint8Array(readFileSync(sortie)) };
}

describe("a signed package", () => {
  it("keeps its signature as long as nothing changes", () => {
    const bytes = signed(fixture("dijon"));
    const { model, save } = openFileWorkbook(bytes, "x.xlsx");
    expect(model.isSigned).toBe(true);
    expect(partsOf(save())).toEqual(partsOf(bytes));
  });

  it("loses it whole with the first change, and nothing else", () => {
    const bytes = signed(fixture("dijon"));
    const { model, save } = openFileWorkbook(bytes, "x.xlsx");
    model.sheets[0]?.setContent(40, 0, { value: 1, formula: null });
    const copy = save();
    expect(signatureParts(copy)).toEqual(["[Content_Types].xml"]);
    expect(Object.keys(partsOf(copy)).sort()).toEqual(Object.keys(partsOf(fixture("dijon"))).sort());
    expect(openFileWorkbook(copy, "x.xlsx").model.isSigned).toBe(false);
  });

  it.each<[string, typeof runVerifier, string[]]>([
    ["verifier", runVerifier, []],
    ["totaux", runTotaux, []],
    ["bilan", runBilan, []],
    ["proces-verbal", runProcesVerbal, []],
    ["annexe", runAnnexe, ["contrat", "--classeur"]],
  ])("is told of by %s, which writes none of it", async (_, run, args) => {
    const { err, copy } = await told(run, ...args, classeur);
    expect(err).toContain(`${classeur} : ce classeur porte une signature numérique`);
    expect(signatureParts(copy)).toEqual(["[Content_Types].xml"]);
  });

  it("says nothing where nothing is written, nor of a workbook that has none", async () => {
    const err: string[] = [];
    const io = { out: () => {}, err: (text: string) => err.push(text), today: () => "2026-11-24", styled: false };
    await runVerifier([classeur], io);
    expect(err.join("")).not.toMatch(SIGNATURE);
    expect((await told(runVerifier, "exemples/classeur-exemple.xlsx")).err).not.toMatch(SIGNATURE);
  });
});
