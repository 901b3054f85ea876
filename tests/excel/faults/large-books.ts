// The commands that write most, on workbooks of hundreds or thousands of actions, in as many requests as such ones take.
import { scaledConvention, workbookOf } from "../../../scripts/bench/scaled-contract";
import { ecartsColumn } from "../../../src/core/domain/ecarts-columns";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { applyTotals, previewTotals } from "../../../src/usecases/refresh-totals";
import { verifyWorkbook } from "../../../src/usecases/verify-workbook";
import { sheetNamed } from "../simulated-excel";
import type { Command } from "./commands";

const NAME = "classeur.xlsx";
const AS_OF = "2024-06-30";
const ACTIONS = 8;
/** One row in so many bears a reason. */
const REASON_EVERY = 7;

/** `actions` is rounded to what the contract's own eight can be repeated to; without a budget Excel's own limit holds. */
export async function largeBooks(actions: number, bytesPerRequest?: number): Promise<readonly Command[]> {
  const convention = scaledConvention(Math.max(1, Math.round(actions / ACTIONS)));
  const verifyIt: Command["run"] = async (port) => (await verifyWorkbook(port, convention, AS_OF)).refusals;
  const totals: Command["run"] = async (port) => {
    const preview = await previewTotals(port, convention, AS_OF);
    return (await applyTotals(port, convention, AS_OF, preview)).remarks;
  };
  const plain = workbookOf(convention);
  const { port, model } = openFileWorkbook(plain, NAME);
  await verifyWorkbook(port, convention, AS_OF);
  const sheet = sheetNamed(model, "Écarts");
  const reasons: string[] = [];
  const last = sheet.usedRange(true)?.bottom ?? 0;
  for (let row = 0; row <= last; row += REASON_EVERY) {
    if (!String(sheet.content(row, ecartsColumn("identifiant")).value ?? "").includes("/")) continue;
    const text = `Raison de la ligne ${row}`;
    reasons.push(text);
    sheet.setContent(row, ecartsColumn("justification"), { value: text, formula: null });
  }
  // Some findings go, so that the rows of the others move.
  const budget = sheetNamed(model, "Tableau budgétaire");
  for (let row = 3; row < 8; row += 1) budget.setContent(row, 3, { value: 1, formula: null });
  const size = bytesPerRequest === undefined ? {} : { bytesPerRequest };
  const says = `${convention.actions.length} actions`;
  return [
    { name: `vérifier, première fois, ${says}`, bytes: plain, run: verifyIt, reasons: [], ...size },
    { name: `vérifier de nouveau, ${says}`, bytes: model.save(), run: verifyIt, reasons, ...size },
    { name: `actualiser les totaux, ${says}`, bytes: plain, run: totals, reasons: [], ...size },
  ];
}
