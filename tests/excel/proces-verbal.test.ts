// The procès-verbal through the real client: the same sheet as on the file, checked without changing anything.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Controle } from "../../src/core/reports/proces-verbal/controler";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { checkProcesVerbal } from "../../src/usecases/check-proces-verbal";
import { establishProcesVerbal, type Establishment } from "../../src/usecases/establish-proces-verbal";
import { describeWorkbook } from "./describe-workbook";
import { protect, protectStructure, sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();
const AS_OF = "2026-11-24";
const NAME = "classeur-exemple.xlsx";
const example = () => new Uint8Array(readFileSync(fileURLToPath(new URL(`../../exemples/${NAME}`, import.meta.url))));

const establish = (replace: string | null = null, asOf = AS_OF): Promise<Establishment> =>
  runExcel((context) => establishProcesVerbal(excelWorkbook(context), contratIntegre, asOf, replace));
const check = (): Promise<Controle> => runExcel((context) => checkProcesVerbal(excelWorkbook(context), contratIntegre));

describe("establishing the procès-verbal", () => {
  it("gives the same sheet in Excel and on the file, of which one page prints", async () => {
    excel.host.open(openXlsx(example(), NAME));
    const file = openFileWorkbook(example(), NAME);
    const established = await establish();
    const onFile = await establishProcesVerbal(file.port, contratIntegre, AS_OF, null);
    expect(established).toMatchObject({ kind: "established", sheetName: "Procès-verbal", refusals: [] });
    expect(established).toEqual(onFile);
    expect(describeWorkbook(excel.host.model)).toEqual(describeWorkbook(file.model));
    const sheet = sheetNamed(file.model, "Procès-verbal");
    const { pageSetup } = sheet;
    expect(pageSetup).toMatchObject({
      orientation: "portrait",
      fitTo: { width: 1, height: 1 },
      printArea: [{ top: 0, left: 0, right: 8 }],
    });
    const last = pageSetup.printArea?.[0]?.bottom ?? 0;
    expect(String(sheet.content(last, 0).value)).toContain("Signature");
    expect(sheet.content(last + 2, 0).value).toBe("Écarts constatés");
  });

  it("is replaced only when asked, in place", async () => {
    excel.host.open(openXlsx(example(), NAME));
    await establish(null, "2026-03-01");
    const before = describeWorkbook(excel.host.model);
    const again = await establish();
    if (again.kind !== "exists") throw new Error("replaced without a question");
    expect(again.sentence.replaceAll("\u00a0", " ")).toMatch(
      /^Le classeur a déjà son procès-verbal : feuille « Procès-verbal », établi à la date du 01\/03\/2026, empreinte [0-9a-f]{8}…\. Contrôlez-le, ou demandez qu’il soit remplacé\.$/,
    );
    expect(describeWorkbook(excel.host.model)).toEqual(before);
    expect(await establish(again.standing)).toMatchObject({ kind: "established", sheetName: "Procès-verbal" });
    expect((await check()).situation).toBe(AS_OF);
    expect(excel.host.model.sheets.filter(({ name }) => name.startsWith("Procès-verbal"))).toHaveLength(1);
  });

  it("says what keeps it from being written, and then writes nothing", async () => {
    excel.host.open(openXlsx(example(), NAME));
    protectStructure(excel.host.model);
    expect(await establish()).toMatchObject({ sheetName: null, refusals: [expect.stringContaining("structure")] });
    excel.host.open(workbookOf({ Notes: [["Réunion du 12 mars"]] }));
    await expect(establish()).rejects.toThrow("il n’y a rien à constater");
    expect(excel.host.model.sheets).toHaveLength(1);
  });
});

describe("checking the procès-verbal", () => {
  it("is identical on the workbook that it was drawn up on, saved, reopened, its sheets renamed and moved", async () => {
    excel.host.open(openXlsx(example(), NAME));
    await establish();
    const model = openXlsx(excel.host.model.save(), "reçu par courriel.xlsx");
    sheetNamed(model, "Tableau budgétaire").name = "Budget";
    sheetNamed(model, "Procès-verbal").name = "PV signé";
    model.moveSheet(sheetNamed(model, "PV signé").id, 0);
    excel.host.open(model);
    const before = describeWorkbook(model);
    expect(await check()).toMatchObject({ identique: true, situation: AS_OF, changements: [], differences: [] });
    expect(describeWorkbook(excel.host.model)).toEqual(before);
  });

  it("names the cell that the other party changed, at its place in his workbook", async () => {
    excel.host.open(openXlsx(example(), NAME));
    await establish();
    const sheet = sheetNamed(excel.host.model, "Indicateurs");
    const { value } = sheet.content(4, 2);
    sheet.setContent(4, 2, { value: Number(value) + 1, formula: null });
    const { identique, changements } = await check();
    expect(identique).toBe(false);
    expect(changements).toEqual([
      {
        libelle: expect.stringContaining("T0"),
        cellule: "Indicateurs!C5",
        avant: String(value),
        apres: String(Number(value) + 1),
      },
    ]);
  });

  it("says when there is none, and when its date cannot be read", async () => {
    excel.host.open(openXlsx(example(), NAME));
    await expect(check()).rejects.toThrow("n’a pas de procès-verbal à contrôler");
    await establish();
    const sheet = sheetNamed(excel.host.model, "Procès-verbal");
    const rows = Array.from({ length: 20 }, (_, row) => row);
    const row = rows.find((each) => sheet.content(each, 0).value === "Situation au") ?? 0;
    sheet.setContent(row, 1, { value: "hier", formula: null });
    await expect(check()).rejects.toThrow("date de situation");
  });

  it("reads a protected sheet as any other", async () => {
    excel.host.open(openXlsx(example(), NAME));
    await establish();
    protect(sheetNamed(excel.host.model, "Procès-verbal"));
    expect((await check()).identique).toBe(true);
    const shown = await establish();
    const refused = await establish(shown.kind === "exists" ? shown.standing : null);
    expect(refused).toMatchObject({ sheetName: null, refusals: [expect.stringContaining("protégée")] });
  });
});
