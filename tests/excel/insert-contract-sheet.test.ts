// The sheet « Contrat »: inserted on request, the agent's from then on, in Excel as on the file.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { empreinteDuSigne, sceller } from "../../src/core/contract/signed/sceau";
import type { Verification } from "../../src/core/verification";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { tableauBudgetaire, tableauIndicateurs } from "../core/reading/annexes";
import { describeWorkbook } from "./describe-workbook";
import { protectStructure, sheetNamed, simulatedExcel, workbookOf, type Cells } from "./simulated-excel";

const excel = simulatedExcel();
const NAME = "classeur.xlsx";
const AS_OF = "2025-06-30";

const agentWorkbook = (): Uint8Array =>
  workbookOf({ Budget: tableauBudgetaire as Cells, Indicateurs: tableauIndicateurs as Cells }, NAME).save();

interface Opened {
  readonly use: <T>(work: (port: WorkbookPort) => Promise<T>) => Promise<T>;
  readonly model: WorkbookModel;
}

const ADAPTERS: readonly (readonly [string, (bytes: Uint8Array) => Opened])[] = [
  [
    "in Excel",
    (bytes) => {
      excel.host.open(openXlsx(bytes, NAME));
      return { use: (work) => runExcel((context) => work(excelWorkbook(context))), model: excel.host.model };
    },
  ],
  [
    "on the file",
    (bytes) => {
      const { port, model } = openFileWorkbook(bytes, NAME);
      return { use: (work) => work(port), model };
    },
  ],
];

const sealOf = async ({ use }: Opened) => (await use((port) => port.read())).seal;
const insert = ({ use }: Opened) => use((port) => insertAnnexe(port, contratIntegre, AS_OF, [{ kind: "contrat" }]));
const verify = async ({ use }: Opened): Promise<Verification> =>
  (await use((port) => verifyWorkbook(port, contratIntegre, AS_OF))).verification;

/** The cells of the sheet whose row begins with that text. */
function rowOf(model: WorkbookModel, sheetName: string, text: string | number, from = 0): number {
  const sheet = sheetNamed(model, sheetName);
  for (let row = from; row < 200; row += 1) if (sheet.content(row, 0).value === text) return row;
  throw new Error(`no row ${text}`);
}

describe.each(ADAPTERS)("%s", (_, open) => {
  it("is inserted once, and serves from then on without any mistake", async () => {
    const opened = open(agentWorkbook());
    expect((await verify(opened)).contract.source).toBe("built-in");
    expect((await insert(opened)).sheetNames).toEqual(["Contrat"]);
    expect(opened.model.activeSheet.name).toBe("Contrat");
    const { contract, findings, rules } = await verify(opened);
    const seal = empreinteDuSigne(contratIntegre);
    expect(contract).toMatchObject({
      id: contratIntegre.id,
      avenants: [],
      source: "workbook",
      localParty: "Métropole",
      seal,
      years: [
        { year: 2024, status: "firm" },
        { year: 2025, status: "provisional" },
        { year: 2026, status: "provisional" },
        { year: 2027, status: "provisional" },
      ],
    });
    expect(rules.find(({ rule }) => rule === "contrat-signe")?.status).toBe("compliant");
    expect(await sealOf(opened)).toBe(sceller(contratIntegre).texte);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(rules.find(({ rule }) => rule === "contrat-coherent")?.status).toBe("compliant");
    await expect(insert(opened)).rejects.toThrow(WorkbookError);
    expect(opened.model.sheets.filter(({ name }) => name.startsWith("Contrat"))).toHaveLength(1);
  });

  it("keeps what the agent writes in it, wherever it goes, through verifications", async () => {
    const opened = open(agentWorkbook());
    const { model } = opened;
    await insert(opened);
    const sheet = sheetNamed(model, "Contrat");
    sheet.name = "Notre contrat";
    const line = rowOf(model, "Notre contrat", "Avenant n°") + 1;
    const typed = { 0: 1, 1: 45698, 4: 2025, 10: 350000 };
    for (const [column, value] of Object.entries(typed))
      sheet.setContent(line, Number(column), { value, formula: null });
    const due = (found: Verification) => found.findings.filter(({ rule }) => rule === "avenant-annuel");
    const found = await verify(opened);
    expect(found.contract.avenants).toEqual([1]);
    // Signed after its year had begun, which is a remark.
    expect(due(found)).toMatchObject([{ severity: "info", subject: { year: 2025 } }]);
    await verify(opened);
    for (const [column, value] of Object.entries(typed)) {
      expect(sheetNamed(model, "Notre contrat").content(line, Number(column)).value).toBe(value);
    }
  });

  it("shows a mistake at its cell, highlighted in the sheet itself", async () => {
    const opened = open(agentWorkbook());
    await insert(opened);
    const sheet = sheetNamed(opened.model, "Contrat");
    const line = rowOf(opened.model, "Contrat", 2025);
    sheet.setContent(line, 4, { value: "à venir", formula: null });
    const { findings, rules } = await verify(opened);
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { id: "contrat-coherent/credits-de-l-etat-2025", cells: [{ sheet: "Contrat", row: line, column: 4 }] },
    ]);
    // What was signed is known all the same.
    expect(rules.find(({ rule }) => rule === "montant-contractualise")?.status).toBe("compliant");
    const lit = sheetNamed(opened.model, "Contrat").conditionalFormats.flatMap(({ ranges }) => ranges);
    expect(lit).toContainEqual({ top: line, left: 4, bottom: line, right: 4 });
  });

  it("is refused, with the reason, where the structure is protected", async () => {
    const opened = open(agentWorkbook());
    protectStructure(opened.model);
    await expect(insert(opened)).rejects.toThrow(/^La structure du classeur est protégée/u);
    expect(opened.model.sheets.map(({ name }) => name)).toEqual(["Budget", "Indicateurs"]);
  });
});

it("is the same sheet through both", async () => {
  const sheets = [];
  for (const [, open] of ADAPTERS) {
    const opened = open(agentWorkbook());
    await insert(opened);
    sheets.push(describeWorkbook(opened.model));
  }
  expect(sheets[0]).toEqual(sheets[1]);
});
