// Workbooks of sister contracts, with nothing said of theirs: whatever writes is refused, unless the agent says which contract they follow.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AS_OF, definitionOf, inventRegion, type RegionContract } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { runAnnexe } from "../../src/cli/annexe/run-annexe";
import { runBilan } from "../../src/cli/bilan/run-bilan";
import { runProcesVerbal } from "../../src/cli/proces-verbal/run-proces-verbal";
import { runTotaux } from "../../src/cli/totaux/run-totaux";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import type { Verification } from "../../src/core/verification";
import { createXlsx } from "../../src/files/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "../../src/files/open-xlsx";
import { contratIntegre } from "../../src/contracts/built-in";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { runHere } from "./run-here";

const [one] = inventRegion(1) as readonly [RegionContract];
let folder: string;
const at = (name: string): string => join(folder, name);
const read = (name: string) => new Uint8Array(readFileSync(at(name)));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "a-qui-"));
  writeFileSync(at("sien.json"), JSON.stringify(definitionOf(one)));
  writeFileSync(at("classeur.xlsx"), workbookOf(one));
  // As the product did once: Dijon's sheet, and its seal, in a workbook that has them not.
  const { port, save } = openFileWorkbook(createXlsx("scelle.xlsx").save(), "scelle.xlsx");
  await insertAnnexe(port, contratIntegre, AS_OF, [{ kind: "contrat" }]);
  writeFileSync(at("scelle-dijon.xlsx"), save());
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const WRITERS = [
  ["annexe contrat", runAnnexe, ["contrat", "--classeur"]],
  ["annexe imputation", runAnnexe, ["imputation", "--classeur"]],
  ["annexe budget", runAnnexe, ["budget", "--classeur"]],
  ["annexe toutes", runAnnexe, ["toutes", "--classeur"]],
  ["totaux", runTotaux, []],
  ["bilan", runBilan, []],
  ["procès-verbal", runProcesVerbal, []],
] as const;

describe.each(WRITERS)("%s, of a workbook of another contract", (_, command, args) => {
  it("is refused in one sentence that says what to do, and writes nothing", async () => {
    const { status, err } = await runHere(command, [...args, at("classeur.xlsx"), "--sortie", at("non.xlsx")], AS_OF);
    expect([status, existsSync(at("non.xlsx"))]).toEqual([2, false]);
    expect(err).toMatch(/Ce classeur n’est pas celui du contrat de Dijon métropole : .*, puis relancez\.\n$/);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("the agent who says which contract the workbook follows", () => {
  it("has its own sheet in it, from which it is known from then on", async () => {
    const args = [
      "contrat",
      "--classeur",
      at("classeur.xlsx"),
      "--contrat",
      at("sien.json"),
      "--sortie",
      at("sien.xlsx"),
    ];
    expect((await runHere(runAnnexe, args, AS_OF)).status).toBe(0);
    const { out } = await runHere(runVerifier, [at("sien.xlsx"), "--json"], AS_OF);
    const { contract, verdict } = JSON.parse(out) as Verification;
    expect([contract.id, contract.source, verdict.state]).toEqual([one.nom, "workbook", "to-do"]);
    const sheets = openXlsx(read("sien.xlsx"), "sien.xlsx").sheets.map(({ name }) => name);
    expect(sheets).toContain("Contrat");
  });
});

describe("a workbook without any amount", () => {
  it("is nobody's: annexes may be inserted", async () => {
    const { model, save } = openFileWorkbook(createXlsx("notes.xlsx").save(), "notes.xlsx");
    model.sheets[0]?.setContent(0, 0, { value: "Ordre du jour", formula: null });
    writeFileSync(at("notes.xlsx"), save());
    const args = ["contrat", "budget", "--classeur", at("notes.xlsx"), "--sortie", at("annexes.xlsx")];
    expect((await runHere(runAnnexe, args, AS_OF)).status).toBe(0);
  });
});
