// The annexes in a real file: Vérifier reads them as they stand, LibreOffice and openpyxl agree on formulas and controls.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import { montantFromEuros } from "../../src/core/domain/values/montant";
import { verify } from "../../src/core/verify";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { compareWithLibreOffice } from "../libreoffice";
import { petitContrat } from "../core/rules/petit-contrat";

const NAME = "annexes.xlsx";

function all(choice: boolean): readonly AnnexeRequest[] {
  return [
    { kind: "budget", sousTotaux: choice },
    { kind: "indicateurs", realises: choice },
    { kind: "execution", annee: null },
    { kind: "fiches", action: null },
    { kind: "imputation" },
    { kind: "versements" },
    { kind: "echeancier" },
  ];
}

async function annexes(convention: Convention, asOf: string, requests = all(true)) {
  const workbook = openFileWorkbook(createXlsx(NAME).save(), NAME);
  const [blank] = workbook.model.sheets;
  const { sheetNames: names } = await insertAnnexe(workbook.port, convention, asOf, requests);
  if (blank) workbook.model.removeSheet(blank.id);
  return { ...workbook, names };
}

function sheet(model: WorkbookModel, name: string): SheetModel {
  const found = model.sheets.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

const fiche = {
  objectif: "Aider",
  debut: "2024-07-01",
  fin: "2026-06-30",
  publicCible: "Les habitants",
  nature: "Action nouvelle",
  pilotage: "Département",
  partenaires: "Associations",
  actionsLiees: [],
  axesLies: [],
};
const invented: Convention = { ...petitContrat, actions: petitContrat.actions.map((action) => ({ ...action, fiche })) };

const amended: Convention = {
  ...contratIntegre,
  avenants: [
    {
      numero: 1,
      signeLe: "2025-03-01",
      creditsEtat: [{ annee: 2025, montant: montantFromEuros(345000.5) }],
      montants: [{ action: 1, annee: 2025, partie: "etat", montant: montantFromEuros(60000.5) }],
      actionsNouvelles: [],
      indicateursNouveaux: [],
      actionsTerminees: [{ action: 8, aPartirDe: 2026 }],
      cibles: [{ action: 1, indicateur: 1, annee: 2025, valeur: 470 }],
    },
  ],
};

describe("a workbook made only of annexes", () => {
  /** Asked for by the calendar alone: what only the agents can know or do. */
  const DUE = [
    "avenant-annuel",
    "cible-a-preciser",
    "echeances",
    "execution-renseignee",
    "realise-renseigne",
    "enveloppe-annuelle",
  ];

  it.each([
    ["Dijon's contract", contratIntegre, true],
    ["Dijon's contract, without options", contratIntegre, false],
    ["an invented contract", invented, true],
    ["a contract with an avenant", amended, true],
  ])("has nothing wrong: %s", async (_, convention, choice) => {
    for (const asOf of ["2024-06-30", "2026-11-24"]) {
      const { port } = await annexes(convention, asOf, all(choice));
      const { verification, dossier } = verify(await port.read(), convention, asOf);
      expect(verification.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      const unexpected = verification.findings.filter(
        ({ severity, rule }) => severity === "warning" && !DUE.includes(rule) && rule !== "fiche-complete",
      );
      expect(unexpected).toEqual([]);
      // A fiche lacks what its definition does not have, and nothing else.
      expect(verification.findings.flatMap(({ id, rule }) => (rule === "fiche-complete" ? [id] : []))).toEqual(
        dossier.convention.actions.flatMap(({ numero, fiche }) =>
          fiche?.objectif === undefined ? [`fiche-complete/${numero}`] : [],
        ),
      );
      expect(dossier.absences).toEqual([]);
      expect(dossier.budget?.annees).toHaveLength(convention.annees.length);
      expect(dossier.execution?.annees).toHaveLength(convention.annees.length);
      expect(dossier.indicators?.anneesRealisees).toHaveLength(choice ? convention.annees.length : 0);
      expect(dossier.fiches?.map(({ action }) => action?.numero)).toEqual(
        dossier.convention.actions.map(({ numero }) => numero),
      );
      const codes = dossier.imputation?.lignes.flatMap(({ code }) => code?.text.replaceAll(" ", "") || []);
      expect(codes ?? []).toEqual(convention.imputation.lignes.map(({ code }) => code));
      expect(dossier.echeancier?.lignes.length ?? 0).toBe(convention.echeances.length);
    }
  });

  it("says the contract as the avenants have amended it", async () => {
    const { model } = await annexes(amended, "2026-11-24");
    const budget = sheet(model, "Tableau budgétaire");
    expect([4, 5, 6].map((column) => budget.content(7, column))).toEqual([
      { value: 125000.5, formula: "=F8+G8" },
      { value: 60000.5, formula: null },
      { value: 65000, formula: null },
    ]);
    expect(budget.content(2, 0).value).toContain("modifié par l’avenant n°\u00a01");
    const before = await annexes(amended, "2025-02-28");
    expect(sheet(before.model, "Tableau budgétaire").content(7, 5).value).toBe(65000);
  });
});

describe("a workbook with its own sheet « Contrat »", () => {
  /** The cell that holds this value first. */
  function change(contrat: SheetModel, from: string | number, to: string | number): void {
    const used = contrat.usedRange(true);
    for (let row = 0; row <= (used?.bottom ?? -1); row += 1) {
      for (let column = 0; column <= (used?.right ?? -1); column += 1) {
        if (contrat.content(row, column).value !== from) continue;
        contrat.setContent(row, column, { value: to, formula: null });
        return;
      }
    }
    throw new Error(`no ${from}`);
  }

  async function withContrat(from: string | number, to: string | number) {
    const workbook = openFileWorkbook(createXlsx(NAME).save(), NAME);
    await insertAnnexe(workbook.port, contratIntegre, "2026-11-24", [{ kind: "contrat" }]);
    change(sheet(workbook.model, "Contrat"), from, to);
    return workbook;
  }

  it("gives the annexes of that contract, not of the one that comes with the product", async () => {
    const { port, model } = openFileWorkbook(createXlsx(NAME).save(), NAME);
    await insertAnnexe(port, invented, "2026-11-24", [{ kind: "contrat" }], "given");
    await insertAnnexe(port, contratIntegre, "2026-11-24", [{ kind: "fiches", action: 2 }]);
    const [, second] = invented.actions;
    expect(sheet(model, "Fiche action 2").content(4, 0).value).toBe(`Action n°2 - ${second?.intitule}`);
  });

  it("gives them as they were signed, whatever was typed over since without an avenant", async () => {
    const label = "Garantir un accès aux droits pour tous";
    const { port, model } = await withContrat(label, "Ouvrir un guichet des droits");
    await insertAnnexe(port, contratIntegre, "2026-11-24", [{ kind: "fiches", action: 5 }]);
    expect(sheet(model, "Fiche action 5").content(4, 0).value).toBe(`Action n°5 - ${label}`);
  });

  it("gives none while a parameter is wrong, and says where", async () => {
    const { port, model } = await withContrat("provisionnel", "peut-être");
    const tabs = model.sheets.length;
    await expect(insertAnnexe(port, contratIntegre, "2026-11-24", all(true))).rejects.toThrow(
      /^Les paramètres du contrat comportent une erreur en Contrat![A-Z]+\d+\u00a0: aucune annexe n’a été insérée\. \p{Lu}/u,
    );
    expect(model.sheets).toHaveLength(tabs);
  });
});

describe("formulas and controls of the annexes", () => {
  /** Of an execution, below the rows of axes. */
  const ACTION_ROWS = [7, 8, 11, 12, 15, 16, 19, 20];
  let folder: string;
  let model: WorkbookModel;
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "annexes-"));
    ({ model } = await annexes(contratIntegre, "2026-11-24"));
    const execution = sheet(model, "Exécution 2024");
    execution.setContent(7, 5, { value: 50000.25, formula: null });
    execution.setContent(7, 6, { value: 60000.5, formula: null });
    execution.setContent(8, 5, { value: 0, formula: null });
    for (const row of ACTION_ROWS) {
      sheet(model, "Exécution 2025").setContent(row, 5, { value: 0, formula: null });
      for (const column of [1, 2])
        sheet(model, "Exécution 2026").setContent(row, column, { value: null, formula: null });
    }
    sheet(model, "Exécution 2026").setContent(7, 5, { value: 5, formula: null });
    sheet(model, "Tableau budgétaire").setContent(7, 2, { value: 65000.25, formula: null });
    await model.calculate();
    writeFileSync(at(NAME), model.save());
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("follow what the agent types", () => {
    const execution = sheet(model, "Exécution 2024");
    const row = (number: number) => [3, 5, 6, 7, 8, 9, 10].map((column) => execution.content(number, column).value);
    const total = 110000.75;
    // What the State contracted follows the budget table, where an agent has changed it.
    expect(row(7)).toEqual([130000.25, 50000.25, 60000.5, null, total, 0.8461, total - 130000.25]);
    // A part that lacks leaves no figure, and no figure of its axe: a rate of what is there would be a false one.
    expect(row(8)).toEqual([40000, 0, null, null, "", "", ""]);
    expect(row(9)).toEqual([170000.25, 50000.25, 60000.5, "", total, "", ""]);
    // Nothing executed is not an executed 0: an empty table shows none.
    const lastRow = (name: string) =>
      [4, 5, 6, 7, 8, 9, 10].map((column) => sheet(model, name).content(22, column).value);
    expect(lastRow("Exécution 2027")).toEqual(["", "", "", "", "", "", ""]);
    const budget = sheet(model, "Tableau budgétaire");
    expect([1, 2].map((column) => budget.content(7, column).value)).toEqual([130000.25, 65000.25]);
    expect([9, 22].map((number) => budget.content(number, 1).value)).toEqual([170000.25, 665000.25]);
    expect(budget.content(22, 1).formula).toBe("=SUM(B8:B9,B12:B13,B16:B17,B20:B21)");
  });

  it("give LibreOffice the same results, computed anew", () => {
    const { formulas, ...rest } = compareWithLibreOffice(model);
    expect(rest).toEqual({ uncomputed: [], differing: [] });
    expect(formulas).toBeGreaterThan(150);
  });

  it("are data validations to openpyxl, on the cells that the agent fills in", () => {
    const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[rule.type, rule.operator, str(rule.sqref), rule.formula1, rule.formula2,
  rule.showErrorMessage, rule.errorStyle, rule.allowBlank] for rule in sheet.data_validations.dataValidation] for sheet in book}))`;
    const { stdout } = spawnSync("/usr/bin/python3", ["-c", script, at(NAME)], { encoding: "utf8" });
    const found = JSON.parse(stdout) as Record<string, unknown[][]>;
    expect(found["Tableau budgétaire"]?.[0]).toEqual([
      "decimal",
      "greaterThanOrEqual",
      "C8:D22",
      "0",
      null,
      true,
      null,
      true,
    ]);
    expect(found["Suivi des indicateurs"]).toEqual([
      [
        "custom",
        null,
        "C7:K21",
        expect.stringMatching(/^OR\(AND\(ISNUMBER\(C7\),C7>=0\),TRIM\(C7\)="nd",.*TRIM\(C7\)="\/"\)$/),
        null,
        true,
        null,
        true,
      ],
    ]);
    expect(found["Exécution 2024"]?.map(([, , range]) => range)).toEqual(["B8:C22", "E8:H22"]);
    expect(found["Fiche action 5"]?.[0]?.slice(0, 4)).toEqual([
      "list",
      null,
      "B16",
      '"Action nouvelle,Action existante renforcée"',
    ]);
    expect(found["Échéancier"]?.map((control) => control.slice(0, 5))).toEqual(
      ["C6:C15", "E6:G15"].map((range) => ["date", null, range, "43466", "50405"]),
    );
  });
});
