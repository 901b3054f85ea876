// The hidden names of the workbook against what a plan keeps in them: marks of sheets, texts, and none of a write that ended.
import { ecrireRegistre } from "../../core/domain/registre";
import { ecrireReponses } from "../../core/domain/reponses";
import { ecrireVariantes } from "../../core/domain/variante";
import { planKept } from "../../core/sheets/parts/kept-texts";
import { readUnfinished } from "../../core/sheets/parts/marks";
import type { WritePlan } from "../../core/workbook-port";
import type { Comparison } from "./comparison";
import { isSameFormula } from "./compare-cells";

export interface PlannedName {
  readonly name: string;
  /** Without "=". */
  readonly reference: string;
}

/** The names that hold texts of the plan. */
export const keptNames = ({ seal, reponses, registre, variantes }: WritePlan): readonly PlannedName[] => [
  ...(seal === undefined ? [] : planKept("seal", seal, []).kept),
  ...(reponses ? planKept("reponses", ecrireReponses(reponses), []).kept : []),
  ...(registre ? planKept("registre", ecrireRegistre(registre), []).kept : []),
  ...(variantes ? planKept("variantes", ecrireVariantes(variantes), []).kept : []),
];

export async function compareNames(
  seen: Comparison,
  { workbook }: Excel.RequestContext,
  planned: readonly PlannedName[],
): Promise<void> {
  const { names } = workbook;
  names.load({ name: true, formula: true, visible: true });
  await workbook.context.sync();
  const there = new Map(names.items.map((item) => [item.name.toLowerCase(), item]));
  for (const { name, reference } of planned) {
    const item = there.get(name.toLowerCase());
    seen.see("NamedItemCollection.add", `nom ${name}`, true, item !== undefined);
    if (!item) continue;
    seen.see("NamedItem.formula", `nom ${name}`, `=${reference}`, item.formula, isSameFormula);
    seen.see("NamedItem.visible", `nom ${name}`, false, item.visible);
  }
  const all = names.items.map(({ name, formula }) => ({ name, formula }));
  for (const { mark } of readUnfinished(all)) seen.see("NamedItem.delete", `nom ${mark}`, true, false);
}
