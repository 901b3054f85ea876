// The annex as signed, with slips of an agent's in some of its cells.
import { contratIntegre } from "../../../../src/contracts/built-in";
import { verify } from "../../../../src/core/verify";
import type { FileWorkbook } from "../../../../src/files/file-workbook";
import { tableauBudgetaire, tableauIndicateurs } from "../../reading/annexes";
import type { CellLiteral } from "../../reading/raw-workbook-builder";
import { AS_OF, fileOf } from "../totals/refreshed";

/** By address of the sheet « Budget », what its cells hold instead. */
export const budget = (changes: Changes): FileWorkbook => fileOf({ Budget: changed(tableauBudgetaire, changes) });

/** The same of « Indicateurs », beside the budget. */
export const indicateurs = (changes: Changes): FileWorkbook =>
  fileOf({ Budget: tableauBudgetaire, Indicateurs: changed(tableauIndicateurs, changes) });

type Changes = Readonly<Record<string, CellLiteral>>;

function changed(table: readonly (readonly CellLiteral[])[], changes: Changes): CellLiteral[][] {
  const rows = table.map((row) => [...row]);
  for (const [address, literal] of Object.entries(changes)) {
    const [, column = "A", row = "1"] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    const cells = rows[Number(row) - 1];
    if (cells) cells[column.charCodeAt(0) - 65] = literal;
  }
  return rows;
}

export const findings = async ({ port }: FileWorkbook) =>
  verify(await port.read(), contratIntegre, AS_OF).verification.findings;
