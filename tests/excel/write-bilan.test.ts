// The report through the real client on the example workbook, and the same workbook from the file adapter.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { computeWorkbookBilan, writeBilan, type BilanRequest } from "../../src/usecases/write-bilan";
import { describeWorkbook } from "./describe-workbook";
import { fill, protect, protectStructure, sheetNamed, simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
const NAME = "classeur-bilan.xlsx";
const bytes = new Uint8Array(readFileSync(new URL(`../../exemples/${NAME}`, import.meta.url)));
const MID_TERM: BilanRequest = { periode: "mi-parcours", asOf: "2026-02-15" };
const SHEETS = ["Bilan financier", "Matrice des indicateurs", "Bilan par axe", "Écarts du bilan"];

const write = (request: BilanRequest = MID_TERM) =>
  runExcel((context) => writeBilan(excelWorkbook(context), contratIntegre, request));

function open(change: (model: WorkbookModel) => void = () => {}): void {
  const model = openXlsx(bytes, NAME);
  change(model);
  excel.host.open(model);
}

describe("the report in Excel", () => {
  it("is what the file adapter writes, also the second time and for another period", async () => {
    open();
    const { port, model } = openFileWorkbook(bytes, NAME);
    for (const request of [MID_TERM, MID_TERM, { ...MID_TERM, periode: { debut: 2025, fin: 2025 } } as const]) {
      const inExcel = await write(request);
      const onFile = await writeBilan(port, contratIntegre, request);
      expect(inExcel).toEqual({ ...onFile, refusals: [] });
      expect(onFile.refusals).toEqual([]);
      expect(inExcel.sheetNames).toEqual(SHEETS);
      expect(describeWorkbook(excel.host.model)).toEqual(describeWorkbook(model));
    }
    expect(excel.host.model.sheets).toHaveLength(3 + SHEETS.length);
  });

  it("leaves the agent's sheets, and its own names where one of his bears the same", async () => {
    open((model) => fill(model.addSheet("Bilan par axe"), [["le mien"]]));
    const before = describeWorkbook(excel.host.model).sheets;
    const { sheetNames } = await write();
    expect(sheetNames[2]).toBe("Bilan par axe (2)");
    expect(describeWorkbook(excel.host.model).sheets.slice(0, before.length)).toEqual(before);
  });

  it("is never read as tables: a verification and a second report are the same with it", async () => {
    open();
    const verify = () => runExcel((context) => verifyWorkbook(excelWorkbook(context), contratIntegre, "2026-02-15"));
    // The first one notes the reasons that are typed in the table.
    await verify();
    const verified = await verify();
    const first = await write();
    const again = await verify();
    expect(again.verification.findings).toEqual(verified.verification.findings);
    expect(again.verification.read).toEqual(verified.verification.read);
    expect((await write()).bilan).toEqual(first.bilan);
  });

  it("follows what the agent types in a cell that was empty", async () => {
    // C7 is the métropole's part of action 2 in 2024.
    open((model) => {
      sheetNamed(model, "Exécution").setContent(6, 2, { value: null, formula: null });
    });
    await write();
    const { model } = excel.host;
    const bilan = sheetNamed(model, "Bilan financier");
    const figures = (start: string) => {
      const [row = -1] = rowsNamed(model, start);
      return [5, 6, 8].map((column) => bilan.content(row, column).value);
    };
    expect(figures("2\u00a0– ")).toEqual(["non renseigné", "non calculable", "non calculable"]);
    expect(figures("TOTAL 2024")).toEqual(Array(3).fill("non calculable"));
    sheetNamed(model, "Exécution").setContent(6, 2, { value: 21_549.99, formula: null });
    await model.calculate();
    expect(figures("2\u00a0– ")).toEqual([21_549.99, 39_999.99, 0.01]);
    expect(figures("TOTAL 2024")[1]).toBeCloseTo(626_984.72, 6);
  });

  it("takes the justification of « Écarts »", async () => {
    open();
    await runExcel((context) => verifyWorkbook(excelWorkbook(context), contratIntegre, "2026-02-15"));
    const ecarts = sheetNamed(excel.host.model, "Écarts");
    const used = ecarts.usedRange(true) ?? { bottom: 0, right: 0 };
    const contents = Array.from({ length: used.bottom + 1 }, (_, row) =>
      Array.from({ length: used.right + 1 }, (_, column) => ecarts.content(row, column).value),
    );
    const heading = contents.findIndex((cells) => cells.includes("Justification"));
    const column = contents[heading]?.indexOf("Justification") ?? -1;
    const row = contents.findIndex((cells) => cells.includes("sous-consommation/8/2024/total"));
    ecarts.setContent(row, column, { value: "Prestataire défaillant", formula: null });
    const { bilan } = await write();
    expect(bilan.manques.map(({ kind }) => kind)).not.toContain("justification");
    expect(bilan.financier.groupes[3]?.lignes[1]?.justifications).toMatchObject([
      { source: "ecarts", text: "Prestataire défaillant", annee: 2024 },
    ]);
  });
});

function rowsNamed(model: WorkbookModel, start: string): readonly number[] {
  const sheet = sheetNamed(model, "Bilan financier");
  const { bottom } = sheet.usedRange(true) ?? { bottom: -1 };
  return Array.from({ length: bottom + 1 }, (_, row) => row).filter((row) =>
    String(sheet.content(row, 0).value).startsWith(start),
  );
}

describe("a report that cannot be written", () => {
  it.each<[string, (model: WorkbookModel) => void, BilanRequest, string]>([
    ["a protected structure", protectStructure, MID_TERM, "La structure du classeur est protégée"],
    [
      "years outside of the contract",
      () => {},
      { ...MID_TERM, periode: { debut: 2028, fin: 2028 } },
      "La période 2028 n’est pas dans le contrat",
    ],
  ])("%s: one sentence, and nothing is written", async (_, change, request, sentence) => {
    open(change);
    const before = describeWorkbook(excel.host.model);
    await expect(write(request)).rejects.toThrow(sentence);
    expect(describeWorkbook(excel.host.model)).toEqual(before);
  });

  it("one of its sheets is protected: the four stay as they are", async () => {
    open();
    await write();
    protect(sheetNamed(excel.host.model, "Bilan par axe"));
    const before = describeWorkbook(excel.host.model);
    const one = { ...MID_TERM, periode: { debut: 2024, fin: 2024 } };
    await expect(write(one)).rejects.toThrow(/Bilan par axe.* est protégée.*le bilan n’a pas été écrit/u);
    expect(describeWorkbook(excel.host.model)).toEqual(before);
    const bilan = await runExcel((context) => computeWorkbookBilan(excelWorkbook(context), contratIntegre, one));
    expect(bilan.annees).toEqual([2024]);
  });
});
