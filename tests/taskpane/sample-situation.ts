// A workbook as the pane knows it before a verification; each test changes what it is about.
import { contratIntegre } from "../../src/contracts/built-in";
import { situate, type Situation } from "../../src/core/situation/situation";
import { annexesWorkbook } from "../core/sheets/annexes-workbook";

/** Of the annex tables of the signed contract, never verified. */
export function situation(changes: Partial<Situation> = {}): Situation {
  return { ...situate(annexesWorkbook(), contratIntegre, changes.asOf ?? "2026-11-24"), ...changes };
}
