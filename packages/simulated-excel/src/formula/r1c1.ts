// "=RC[-1]*2" as it is said from a cell.
import { translateFormulaToA1 } from "@borgar/fx";
import { hostErrors } from "../wire";

export function fromR1C1(formula: string, cell: string): string {
  try {
    return translateFormulaToA1(formula, cell);
  } catch {
    throw hostErrors.invalidArgument();
  }
}
