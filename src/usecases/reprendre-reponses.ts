// Joins the words of another copy of the workbook to those of this one, as they were shown before.
import { checkCells } from "../core/sheets/parts/check-cells";
import type { RawWorkbook, WorkbookPort } from "../core/workbook-port";
import { checkAsShown } from "./as-shown";
import type { Against } from "./compare-workbook";
import { computeHere, type Compute } from "./compute";
import { planReprise, type Derniers, type RepriseMontree } from "./plan-reprise";

const CHANGED =
  "L’un des deux classeurs a changé depuis cet aperçu : il a été relu, et rien n’a été écrit. Relisez, puis recommencez.";

/** `shown` is what was agreed to. Throws WorkbookError, nothing written, where it is no longer that. */
export async function reprendreReponses(
  workbook: WorkbookPort,
  recu: RawWorkbook,
  against: Against,
  shown: RepriseMontree | null,
  choix: Derniers,
  compute: Compute = computeHere,
): Promise<RepriseMontree> {
  const raw = await workbook.read();
  const { montree, cells, registre } = await compute("reprise", planReprise, raw, recu, against, choix);
  if (shown) checkAsShown(shown, montree, CHANGED);
  checkCells(cells, raw);
  await workbook.apply({ highlights: null, sheets: [], cells, registre }, raw);
  return montree;
}
