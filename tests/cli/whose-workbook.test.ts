// Workbooks of sister contracts, with nothing said of theirs: whatever writes is refused, unless the agent says which contract they follow.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AS_OF, definitionOf, inventRegion, type RegionContract } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { runAnnexe } from "../../src/cli/annexe/run-annexe";
import { runBilan } from "../../src/cli/bilan/run-bilan";
import { runProcesVerbal } from "../../src/cli/proces-verbal/run-proces-verbal";
import { runTableau } from "../../src/cli/tableau-de-bord/run-tableau";
import { runTotaux } from "../../src/cli/totaux/run-totaux";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import type { Verification } from "../../src/core/verification";
import type { VerificationJson } from "../../src/core/verification-json";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
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

  it("has it counted by the tableau de bord, sealed or not; without a word of it, that says what it needs", async () => {
    mkdirSync(at("definitions"));
    writeFileSync(at("definitions/sien.json"), readFileSync(at("sien.json")));
    const board = (workbook: string, ...more: string[]) =>
      runHere(runTableau, [at(workbook), "--sortie", at("region.json"), "--force", ...more], AS_OF);
    const alone = await board("classeur.xlsx");
    expect([alone.status, alone.err]).toEqual([
      2,
      expect.stringMatching(/Pour compter .*: --contrats DOSSIER/) as string,
    ]);
    const given = await board("classeur.xlsx", "--contrats", at("definitions"));
    expect([given.status, given.out]).toEqual([
      0,
      expect.stringContaining("1 classeur sans sceau : classeur.xlsx.") as string,
    ]);
    const sealed = await board("sien.xlsx");
    expect([sealed.status, sealed.err]).toEqual([0, ""]);
    expect(sealed.out).not.toContain("sceau");
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

describe("a workbook of another contract that once got this one's sheet and seal", () => {
  beforeAll(async () => {
    const { port, model, save } = openFileWorkbook(workbookOf(one), "classeur.xlsx");
    for (const sheet of model.sheets) sheet.visibility = "hidden";
    await insertAnnexe(port, contratIntegre, AS_OF, [{ kind: "contrat" }]);
    for (const sheet of model.sheets) sheet.visibility = "visible";
    writeFileSync(at("mal-scelle.xlsx"), save());
  });
  const verified = async (name: string, ...args: string[]) => {
    const { status, out, err } = await runHere(runVerifier, [at(name), "--json", ...args], AS_OF);
    return { status, err, ...(JSON.parse(out) as VerificationJson) };
  };

  it("is asked about with exit 1, the candidates in the JSON, and no copy", async () => {
    const { status, verdict, err } = await verified("mal-scelle.xlsx", "--sortie", at("copie.xlsx"));
    expect([status, verdict.state, existsSync(at("copie.xlsx"))]).toEqual([1, "to-confirm", false]);
    expect(err).toContain("il reste à confirmer quel contrat ce classeur suit");
    expect(verdict.questions).toMatchObject([
      {
        about: "contract",
        key: { kind: "contract", path: [] },
        range: expect.stringMatching(/^'Tableau budgétaire'!A1:/) as string,
        supposed: { role: "contrat", contract: contratIntegre.id },
        answers: [{ contract: contratIntegre.id }, { role: "un autre contrat" }],
      },
    ]);
  });

  it("is judged by the one that the agent names, be it the sealed one or its own", async () => {
    const own = await verified("mal-scelle.xlsx", "--contrat", at("sien.json"));
    expect([own.contract.id, own.verdict.state]).toEqual([one.nom, "to-do"]);
    const sealed = await verified("mal-scelle.xlsx", "--contrat", contratIntegre.id);
    // Its indicators are not those of the contract that was named: they are asked about, and the contract no more.
    expect([sealed.contract.id, sealed.verdict.state]).toEqual([contratIntegre.id, "to-confirm"]);
    expect(new Set(sealed.verdict.questions?.map(({ about }) => about))).toEqual(new Set(["row"]));
  });

  it("gets its own sheet and seal in the place of the other's, once that sheet is deleted", async () => {
    const args = ["contrat", "--classeur", at("mal-scelle.xlsx"), "--contrat", at("sien.json")];
    const { err } = await runHere(runAnnexe, [...args, "--sortie", at("non.xlsx")], AS_OF);
    expect(err).toContain("supprimez-la pour en insérer une nouvelle");
    const { model, save } = openFileWorkbook(read("mal-scelle.xlsx"), "classeur.xlsx");
    const sheet = model.sheets.find(({ name }) => name === "Contrat");
    if (!sheet) throw new Error("no sheet");
    model.removeSheet(sheet.id);
    writeFileSync(at("sans-feuille.xlsx"), save());
    expect((await verified("sans-feuille.xlsx")).verdict.state).toBe("to-confirm");
    args[2] = at("sans-feuille.xlsx");
    expect((await runHere(runAnnexe, [...args, "--sortie", at("rescelle.xlsx")], AS_OF)).status).toBe(0);
    const { contract, verdict } = await verified("rescelle.xlsx");
    expect([contract.id, contract.source, verdict.state]).toEqual([one.nom, "workbook", "to-do"]);
  });
});
