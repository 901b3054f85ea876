// "Insérer une annexe" through the real client: the same workbook as on the file, or nothing at all.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { refusals } from "../../src/core/sheets/parts/refusals";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { hostErrors } from "simulated-excel/wire";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { describeWorkbook } from "./describe-workbook";
import { fill, protectStructure, sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();
const AS_OF = "2026-11-24";
const ALL: readonly AnnexeRequest[] = [
  { kind: "budget", sousTotaux: true },
  { kind: "budget", sousTotaux: false },
  { kind: "indicateurs", realises: true },
  { kind: "execution", annee: 2025 },
  { kind: "fiches", action: 5 },
  { kind: "imputation" },
  { kind: "versements" },
  { kind: "echeancier" },
];

async function inExcel(requests: readonly AnnexeRequest[]): Promise<readonly string[]> {
  const { sheetNames } = await runExcel((context) =>
    insertAnnexe(excelWorkbook(context), contratIntegre, AS_OF, requests),
  );
  return sheetNames;
}

const agentWorkbook = (): WorkbookModel =>
  workbookOf({ Notes: [["Réunion du 12 mars"]], "tableau BUDGÉTAIRE": [["À garder", 12]] });

describe("inserting annexes", () => {
  it("gives the same workbook in Excel and on the file, and again when it is saved", async () => {
    const bytes = agentWorkbook().save();
    excel.host.open(openXlsx(bytes, "classeur.xlsx"));
    const { port, model } = openFileWorkbook(bytes, "classeur.xlsx");
    const names = await inExcel(ALL);
    expect((await insertAnnexe(port, contratIntegre, AS_OF, ALL)).sheetNames).toEqual(names);
    expect(describeWorkbook(excel.host.model)).toEqual(describeWorkbook(model));
    const saved = openXlsx(excel.host.model.save(), "classeur.xlsx");
    await saved.calculate();
    expect(describeWorkbook(saved)).toEqual(describeWorkbook(model));
    expect(model.activeSheet.name).toBe("Tableau budgétaire (2)");
  });

  it("leaves the agent's sheets as they are, also one that bears an annexe's name", async () => {
    excel.host.open(agentWorkbook());
    const before = describeWorkbook(excel.host.model).sheets;
    expect(await inExcel(ALL.slice(0, 2))).toEqual(["Tableau budgétaire (2)", "Tableau budgétaire (3)"]);
    expect(describeWorkbook(excel.host.model).sheets.slice(0, 2)).toEqual(before);
    // Once inserted it is the agent's: a second time never writes over it.
    sheetNamed(excel.host.model, "Tableau budgétaire (2)").setContent(7, 2, { value: 1, formula: null });
    expect(await inExcel(ALL.slice(0, 1))).toEqual(["Tableau budgétaire (4)"]);
    expect(sheetNamed(excel.host.model, "Tableau budgétaire (2)").content(7, 2).value).toBe(1);
  });

  it("gives each annexe its controls and its own names", async () => {
    excel.host.open(agentWorkbook());
    await inExcel(ALL);
    const { names, sheets } = describeWorkbook(excel.host.model);
    const kinds = sheets.map(({ name, controls }) => [name, [...new Set(controls.map(({ rule }) => rule.kind))]]);
    expect(kinds).toEqual([
      ["Notes", []],
      ["tableau BUDGÉTAIRE", []],
      ["Tableau budgétaire (2)", ["decimal"]],
      ["Tableau budgétaire (3)", ["decimal"]],
      ["Suivi des indicateurs", ["formula"]],
      ["Exécution 2025", ["decimal"]],
      ["Fiche action 5", ["list"]],
      ["Imputation des crédits", ["decimal", "date"]],
      ["Versements", ["date", "decimal", "list"]],
      ["Échéancier", ["date"]],
    ]);
    const total = names.filter(({ name }) => name === "Total_2024").map(({ sheet, formula }) => [sheet, formula]);
    expect(total).toEqual([
      ["Tableau budgétaire (2)", "'Tableau budgétaire (2)'!$B$23"],
      ["Tableau budgétaire (3)", "'Tableau budgétaire (3)'!$B$19"],
    ]);
  });

  it("refuses a workbook whose structure is protected, in one sentence", async () => {
    const model = agentWorkbook();
    protectStructure(model);
    excel.host.open(model);
    const before = describeWorkbook(model);
    await expect(inExcel(ALL)).rejects.toThrow(WorkbookError);
    await expect(inExcel(ALL)).rejects.toThrow(/^La structure du classeur est protégée.*ôtez la protection/u);
    expect(describeWorkbook(model)).toEqual(before);
  });

  it.each([
    ["a sheet cannot be added", "addSheet"],
    ["a sheet cannot be filled", "setColumnWidth"],
  ])("takes away what it began when %s", async (_, what) => {
    const model = agentWorkbook();
    excel.host.open(model);
    const before = describeWorkbook(model).sheets;
    let added = 0;
    const add = model.addSheet.bind(model);
    model.addSheet = (name) => {
      added += 1;
      if (added < 3) return add(name);
      if (what === "addSheet") throw hostErrors.accessDenied();
      const sheet = add(name);
      const refuse = () => {
        throw hostErrors.accessDenied();
      };
      return Object.assign(sheet, { setColumnWidth: refuse });
    };
    await expect(inExcel(ALL)).rejects.toThrow(/^Excel refuse la modification/u);
    expect(describeWorkbook(model).sheets).toEqual(before);
    expect(added).toBe(what === "addSheet" ? 3 : ALL.length);
  });

  it("never takes away a sheet that a co-author gave the same name meanwhile", async () => {
    const model = agentWorkbook();
    excel.host.open(model);
    const insertion = runExcel((context) => {
      const port = excelWorkbook(context);
      const late: WorkbookPort = {
        ...port,
        apply(plan, read) {
          fill(model.addSheet("Échéancier"), [["D’une collègue"]]);
          return port.apply(plan, read);
        },
      };
      return insertAnnexe(late, contratIntegre, AS_OF, [{ kind: "echeancier" }]);
    });
    await expect(insertion).rejects.toThrow(WorkbookError);
    expect(sheetNamed(model, "Échéancier").content(0, 0).value).toBe("D’une collègue");
    expect(model.sheets).toHaveLength(3);
  });

  it("says what of its look Excel refused: the annexe itself is whole", async () => {
    excel.host.open(agentWorkbook());
    for (let after = 5; after < 20; after += 1)
      excel.host.faults.plan({ after, error: "GeneralException", at: "before" });
    const report = await runExcel((context) =>
      insertAnnexe(excelWorkbook(context), contratIntegre, AS_OF, [{ kind: "echeancier" }]),
    );
    excel.host.faults.clear();
    expect(report).toEqual({ sheetNames: ["Échéancier"], refusals: [refusals.undressed("Échéancier")] });
    expect(sheetNamed(excel.host.model, "Échéancier").content(0, 0).value).toBeTruthy();
  });

  it("is one sentence for an action or a year that the contract does not have", async () => {
    excel.host.open(agentWorkbook());
    await expect(inExcel([{ kind: "fiches", action: 9 }])).rejects.toThrow("Le contrat n’a pas d’action n°\u00a09");
    await expect(inExcel([{ kind: "execution", annee: 2028 }])).rejects.toThrow(
      "Ses années sont 2024, 2025, 2026 et 2027",
    );
    expect(excel.host.model.sheets).toHaveLength(2);
  });
});
