// The annex tables of the signed contract as a workbook, with the slips that a test asks for, verified and composed.
import { contratIntegre } from "../../../src/contracts/built-in";
import { verify } from "../../../src/core/verify";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { composeVerification } from "../../../src/core/sheets/compose-verification";
import { tableauBudgetaire, tableauIndicateurs } from "../reading/annexes";
import { rawWorkbook, type CellLiteral } from "../reading/raw-workbook-builder";
import { columnIndex } from "xlsx-model/local-cell";

/** "D7" → value, in the budget table. */
export type Slips = Readonly<Record<string, CellLiteral>>;

export const BUDGET = "Tableau budgétaire";

export function annexesWorkbook(slips: Slips = {}): RawWorkbook {
  const cells = tableauBudgetaire.map((row) => [...row]);
  for (const [address, literal] of Object.entries(slips)) {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const row = cells[Number(digits) - 1];
    if (!row) throw new Error(`no row for ${address}`);
    row[columnIndex(letters)] = literal;
  }
  return rawWorkbook({ [BUDGET]: cells, Indicateurs: tableauIndicateurs });
}

export function composeFor(raw: RawWorkbook, asOf = "2024-06-30", convention = contratIntegre) {
  const { verification, dossier } = verify(raw, convention, asOf);
  const plan = composeVerification(verification, dossier, raw);
  const [ecarts, synthese] = ["ecarts", "synthese"].map((kind) => plan.sheets.find((sheet) => sheet.kind === kind));
  if (!ecarts || !synthese) throw new Error("a result sheet is missing");
  return { verification, dossier, plan, ecarts, synthese };
}
