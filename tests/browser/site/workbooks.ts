// The workbooks that the tests open, as bytes.
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { scaledConvention, workbookOf } from "../../../scripts/bench/scaled-contract";
import { contratsIntegres } from "../../../src/contracts/built-in";
import { constater } from "../../../src/core/reports/tableau-de-bord/constater";
import { etablirTableau } from "../../../src/core/reports/tableau-de-bord/tableau";
import { verify } from "../../../src/core/verify";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { tableauXlsx } from "../../../src/files/tableau-xlsx";
import { insertAnnexe } from "../../../src/usecases/insert-annexe";

export interface WorkbookFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function exampleBytes(): Buffer {
  return readFileSync("exemples/classeur-exemple.xlsx");
}

export function exampleFile(): WorkbookFile {
  return { name: "classeur-exemple.xlsx", mimeType: XLSX, buffer: exampleBytes() };
}

export function compliantFile(): WorkbookFile {
  const name = "classeur-conforme.xlsx";
  return { name, mimeType: XLSX, buffer: readFileSync(`exemples/${name}`) };
}

export function textFile(): WorkbookFile {
  return { name: "notes.xlsx", mimeType: XLSX, buffer: Buffer.from("Ceci n’est pas un classeur.") };
}

/** The example with its first sheet protected, as Excel writes it: right after the cells. */
export function protectedFile(): WorkbookFile {
  const parts = unzipSync(exampleBytes());
  const path = "xl/worksheets/sheet1.xml";
  const sheet = strFromU8(parts[path] ?? new Uint8Array());
  const protectedSheet = sheet.replace("</sheetData>", '</sheetData><sheetProtection sheet="1" objects="1"/>');
  if (protectedSheet === sheet) throw new Error(`no cells in ${path}`);
  return {
    name: "protege.xlsx",
    mimeType: XLSX,
    buffer: Buffer.from(zipSync({ ...parts, [path]: strToU8(protectedSheet) })),
  };
}

/** 8 000 rows under a frozen one. */
export function largeFile(): WorkbookFile {
  const workbook = createXlsx("grand.xlsx");
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("a new workbook has a sheet");
  for (let row = 0; row < 8_000; row++) sheet.setContent(row, 0, { value: `Action ${row + 1}`, formula: null });
  sheet.frozenRows = 1;
  return { name: workbook.name, mimeType: XLSX, buffer: Buffer.from(workbook.save()) };
}

/** Of a contract with ninety times the actions: 720 of them, each year of each with a slip. */
export async function largeContractFile(): Promise<WorkbookFile> {
  const convention = scaledConvention(90);
  const { model, port } = openFileWorkbook(workbookOf(convention, 1), "grand-contrat.xlsx");
  await insertAnnexe(port, convention, "2026-11-24", [{ kind: "contrat" }], "given");
  await model.calculate();
  return { name: "grand-contrat.xlsx", mimeType: XLSX, buffer: Buffer.from(model.save()) };
}

/** The compliant workbook with an old copy of its budget table on a sheet of its own. */
export function twoBudgetsFile(): WorkbookFile {
  const name = "deux-budgets.xlsx";
  const model = openXlsx(new Uint8Array(compliantFile().buffer), name);
  const [budget] = model.sheets;
  const used = budget?.usedRange(true);
  if (!budget || !used) throw new Error("no budget table");
  const old = model.addSheet("Ancien budget");
  for (let row = used.top; row <= used.bottom; row += 1) {
    for (let column = used.left; column <= used.right; column += 1) {
      const content = budget.content(row, column);
      if (content.value !== null || content.formula !== null) old.setContent(row, column, content);
    }
  }
  return { name, mimeType: XLSX, buffer: Buffer.from(model.save()) };
}

/** The compliant workbook as an office heads its columns, with one of its own: each is a question. */
export function unclearFile(): WorkbookFile {
  const name = "suivi-cls.xlsx";
  const model = openXlsx(new Uint8Array(compliantFile().buffer), name);
  const [budget] = model.sheets;
  if (!budget) throw new Error("no budget table");
  const write = (row: number, column: number, value: string | number): void =>
    budget.setContent(row, column, { value, formula: null });
  [2, 5, 8, 11].forEach((column, at) => write(1, column, `BP ${2024 + at} Etat`));
  write(1, 13, "Fonds Barnier");
  for (let row = 3; row < 15; row += 1) {
    if (typeof budget.content(row, 2).value === "number") write(row, 13, 12_000);
  }
  return { name, mimeType: XLSX, buffer: Buffer.from(model.save()) };
}

/** A workbook of another office's, without a word of the contract. */
export function foreignFile(): WorkbookFile {
  const workbook = createXlsx("conges-2026.xlsx");
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("a new workbook has a sheet");
  const rows = [
    ["Agent", "Du", "Au", "Jours"],
    ["Martin", "03/08/2026", "14/08/2026", 10],
    ["Petit", "17/08/2026", "21/08/2026", 5],
  ];
  rows.forEach((cells, row) =>
    cells.forEach((value, column) => sheet.setContent(row, column, { value, formula: null })),
  );
  return { name: workbook.name, mimeType: XLSX, buffer: Buffer.from(workbook.save()) };
}

/** The tableau de bord of the example alone, as the command and the autonomous page make it. */
export async function tableauFile(): Promise<WorkbookFile> {
  const name = "tableau-de-bord.xlsx";
  const { port } = openFileWorkbook(new Uint8Array(exampleBytes()), "classeur-exemple.xlsx");
  const { verification, dossier } = verify(await port.read(), contratsIntegres, "2026-11-24");
  const tableau = etablirTableau([constater(dossier, verification, "classeur-exemple.xlsx")], "2026-11-24", null);
  return { name, mimeType: XLSX, buffer: Buffer.from(await tableauXlsx(tableau, new Map(), name)) };
}

export function emptyFile(): WorkbookFile {
  const workbook = createXlsx("vide.xlsx");
  return { name: workbook.name, mimeType: XLSX, buffer: Buffer.from(workbook.save()) };
}
