// The order in which Excel last computed a workbook's formulas.
import { removeContentType } from "../package/content-types";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships, removeRelationship } from "../package/relationships";

/** Excel repairs a workbook whose chain names cells without formula, and builds a missing chain by itself. */
export function dropCalculationChain(pack: OpcPackage, workbook: string): void {
  const chain = readRelationships(pack, workbook).find(({ kind }) => kind === "calcChain");
  if (!chain) return;
  removeRelationship(pack, workbook, chain.id);
  removeContentType(pack, chain.target);
  pack.remove(chain.target);
}
