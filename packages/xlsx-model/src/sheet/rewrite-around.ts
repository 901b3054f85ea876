// Formulas of a sheet that stand in no cell: those of its charts, and of its rules for formats and entries.
import type { SheetCharts } from "../charts/sheet-charts";
import { rewriteFormulaElements } from "../formulas/rewrite";
import type { XmlPart } from "../xml/xml-part";
import type { ConditionalFormats } from "./conditional-formats";

const WITH_FORMULAS: ReadonlySet<string> = new Set(["conditionalFormatting", "dataValidations", "extLst"]);

export function rewriteAround(
  frame: XmlPart,
  {
    drawnCharts,
    conditionalRules,
  }: { readonly drawnCharts: SheetCharts; readonly conditionalRules: ConditionalFormats },
  change: (formula: string) => string,
): void {
  drawnCharts.rewrite(change);
  conditionalRules.settle();
  for (const element of frame.children)
    if (WITH_FORMULAS.has(element.name)) element.xml = rewriteFormulaElements(element.xml, change);
  conditionalRules.forget();
}
