// Other financing that nobody typed shows no amount; planned by the contract, or said « nd », it lacks; typed later, it counts.
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Convention } from "../../../src/core/contract/convention";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import type { CellValue } from "xlsx-model/plan";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { writeBilan } from "../../../src/usecases/write-bilan";
import { bilanDocx } from "../../../src/word/bilan-docx";
import { contratDuDepartement } from "../../contracts/departement-invente";
import { computedByLibreOffice } from "../../libreoffice";

const PLANNED = 2;
const SAID_ND = 3;
const GIVEN = 4;
const HEADINGS = ["Exécuté État", "Exécuté Département", "Autres financeurs", "Exécuté Total"];
/** Columns of « Bilan financier ». */
const [TOTAL, AUTRES, COST] = [6, 9, 10];

const convention: Convention = {
  ...contratDuDepartement,
  autresFinanceurs: [{ nom: "CAF" }],
  actions: contratDuDepartement.actions.map((action) =>
    action.numero === PLANNED
      ? { ...action, autres: [{ financeur: "CAF", annee: 2024, montant: montantFromEuros(0.01) }] }
      : action,
  ),
};
const typed = new Map<number, CellValue>([
  [SAID_ND, "nd"],
  [GIVEN, 500.25],
]);

let written: WorkbookModel;
let bytes: Uint8Array;
let computed: WorkbookModel;
let text: string;
let lacking: readonly string[];

beforeAll(async () => {
  const model = createXlsx("autres.xlsx");
  const [sheet] = model.sheets;
  if (!sheet) throw new Error("no sheet");
  sheet.name = "Exécution 2024";
  const rows = [
    ["Actions", ...HEADINGS],
    ...convention.actions.map(({ numero, intitule }) => [
      `${numero} ${intitule}`,
      1000,
      1000,
      typed.get(Number(numero)) ?? null,
    ]),
  ];
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries())
      if (value !== null) sheet.setContent(row, column, { value, formula: null });
  const workbook = openFileWorkbook(model.save(), "autres.xlsx");
  const periode = { debut: 2024, fin: 2024 };
  const { bilan } = await writeBilan(workbook.port, convention, { periode, asOf: "2025-09-01", source: "given" });
  lacking = bilan.manques.map(({ texte }) => texte);
  ({ model: written } = workbook);
  bytes = workbook.save();
  computed = openFileWorkbook(computedByLibreOffice(bytes), "autres.xlsx").model;
  const document = unzipSync(await bilanDocx(bilan))["word/document.xml"] ?? new Uint8Array();
  text = strFromU8(document)
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/<[^>]+>/g, "|")
    .replace(/\|+/g, "|");
});

function rowOf(model: WorkbookModel, pattern: RegExp): readonly CellValue[] {
  const sheet = model.sheets.find(({ name }) => name === "Bilan financier");
  for (let row = 0; row < 200; row += 1) {
    if (!pattern.test(String(sheet?.content(row, 0).value ?? ""))) continue;
    return [TOTAL, AUTRES, COST].map((column) => sheet?.content(row, column).value ?? null);
  }
  throw new Error(`no row ${String(pattern)}`);
}

const action = (numero: number): RegExp => new RegExp(`^${numero}\\s–`);

describe.each([
  ["as it is written", () => written],
  ["as LibreOffice computes it", () => computed],
])("« Bilan financier », %s", (_, model) => {
  it("shows no amount where nothing was typed and nothing is planned", () => {
    expect(rowOf(model(), action(1))).toEqual([2000, "–", 2000]);
  });
  it("lacks what the contract plans, and what is not known yet", () => {
    expect(rowOf(model(), action(PLANNED))).toEqual([2000, "non renseigné", "non calculable"]);
    expect(rowOf(model(), action(SAID_ND))).toEqual([2000, "non renseigné", "non calculable"]);
  });
  it("adds what was typed", () => {
    expect(rowOf(model(), action(GIVEN))).toEqual([2000, 500.25, 2500.25]);
  });
  it("sums nothing to nothing, and what lacks to no amount", () => {
    expect(rowOf(model(), /^TOTAL 2024/)).toEqual([
      2000 * convention.actions.length,
      "non calculable",
      "non calculable",
    ]);
  });
});

it("is no « 0,00 € » in the Word document either", () => {
  const of = (numero: number): string => {
    const from = text.indexOf(`|Action ${numero} – `, text.indexOf("Bilan action par action"));
    return text.slice(from, text.indexOf("|Indicateurs|", from));
  };
  expect(of(PLANNED)).toContain("non calculable");
  expect(of(GIVEN)).toContain("2 500,25 €");
  for (const numero of [1, PLANNED, SAID_ND, GIVEN]) expect(of(numero)).not.toContain("|0,00 €|");
});

it("is said among what lacks, where it is due", () => {
  const said = lacking.filter((line) => line.includes("autres financeurs (non renseigné)"));
  expect(said.map((line) => /Action (\d+)/.exec(line)?.[1])).toEqual([`${PLANNED}`, `${SAID_ND}`]);
});

it("counts once it is typed", () => {
  const later = openFileWorkbook(bytes, "autres.xlsx");
  const sheet = later.model.sheets.find(({ name }) => name === "Exécution 2024");
  sheet?.setContent(1, 3, { value: 12.34, formula: null });
  sheet?.setContent(PLANNED, 3, { value: 7, formula: null });
  const anew = openFileWorkbook(computedByLibreOffice(later.save()), "autres.xlsx").model;
  expect(rowOf(anew, action(1))).toEqual([2000, 12.34, 2012.34]);
  expect(rowOf(anew, action(PLANNED))).toEqual([2000, 7, 2007]);
});
