// What a write knows before it begins: the plan, the workbook as it stands now, and where each part goes.
import type { WritePlan, AnnexePlan } from "../core/workbook-port";
import type { ResultTargets, SheetTarget } from "../core/sheets/parts/sheet-targets";
import type { Reading } from "./reading";
import type { AddedSheets } from "./result-sheets";
import type { Sizes } from "./write-placed";

export interface Preparation {
  readonly plan: WritePlan;
  /** The workbook as it was looked at just before. */
  readonly now: Reading;
  readonly results: ResultTargets;
  readonly annexes: readonly SheetTarget<AnnexePlan>[];
  /** Heights and widths of the rows and columns that a placed annexe changes. */
  readonly sizes: Sizes | null;
  /** By the write that is going on. */
  readonly added: AddedSheets;
}
