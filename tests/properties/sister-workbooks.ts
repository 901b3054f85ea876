// The workbooks of invented sister contracts, changed as hands and old faults change them: what tells whose they are is what is left.
import { definitionOf, inventRegion, YEARS, type RegionContract } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { contratIntegre } from "../../src/contracts/built-in";
import { parseConvention } from "../../src/contracts/parse-convention";
import type { Convention } from "../../src/core/contract/convention";
import type { RawSheet, RawWorkbook } from "../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";

export const REGION = inventRegion(116);

export function conventionOf(contract: RegionContract): Convention {
  const result = parseConvention(definitionOf(contract));
  if (!result.ok) throw new Error(result.message);
  return result.convention;
}

export const readWorkbook = (contract: RegionContract): Promise<RawWorkbook> =>
  openFileWorkbook(workbookOf(contract), "classeur.xlsx").port.read();

/** As the product did once: the sheet of the built-in contract and its seal, in a workbook that is another's. */
export async function withBuiltInSheet(raw: RawWorkbook): Promise<RawWorkbook> {
  const { port } = openFileWorkbook(createXlsx("contrat.xlsx").save(), "contrat.xlsx");
  await insertAnnexe(port, contratIntegre, "2026-11-24", [{ kind: "contrat" }]);
  const { sheets, seal = null } = await port.read();
  return { ...raw, seal, sheets: [...raw.sheets, ...sheets.filter(({ resultSheet }) => resultSheet === "contrat")] };
}

/** Every so many actions bear other words, which no contract has. */
export function retitled(contract: RegionContract, every: number): RegionContract {
  const actions = contract.actions.map((action, index) =>
    index % every === 0 ? { ...action, intitule: `Dispositif local ${action.numero} de quartier` } : action,
  );
  return { ...contract, actions };
}

function mapCells(
  raw: RawWorkbook,
  change: (value: CellValue, column: number, values: RawSheet["blocks"][number]["values"]) => CellValue,
): RawWorkbook {
  const sheets = raw.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      formulas: block.formulas.map((row) => row.map(() => null)),
      values: block.values.map((row) => row.map((value, column) => change(value, column, block.values))),
    })),
  }));
  return { ...raw, sheets };
}

/** The columns of these years are empty, headings and all. */
export function withoutYears(raw: RawWorkbook, gone: readonly number[]): RawWorkbook {
  return mapCells(raw, (value, column, values) => {
    const heading = (values[0] ?? []).filter((cell, at) => at > 0 && at <= column && cell !== null).at(-1) ?? null;
    const year = YEARS.find((each) => String(heading).includes(String(each)));
    return column > 0 && year !== undefined && gone.includes(year) ? null : value;
  });
}

/** The actions of each axe in the other order. */
export function shuffled(contract: RegionContract): RegionContract {
  return { ...contract, actions: [...contract.actions].reverse() };
}

/** Every amount in thousands of euros, which nothing says. */
export const inThousands = (raw: RawWorkbook): RawWorkbook =>
  mapCells(raw, (value) => (typeof value === "number" && value > 2100 ? value / 1000 : value));
