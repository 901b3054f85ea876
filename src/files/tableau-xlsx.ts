// A tableau de bord as a workbook of its own.
import type { Tableau } from "../core/reports/tableau-de-bord/tableau";
import { composeTableau, DATA_SHEET } from "../core/sheets/tableau-de-bord/compose-tableau";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "./file-workbook";

/** `links`: where the annotated copy of each workbook stands, from where the tableau will. */
export async function tableauXlsx(
  tableau: Tableau,
  links: ReadonlyMap<string, string>,
  name: string,
): Promise<Uint8Array> {
  const { port, model, save } = openFileWorkbook(createXlsx(name, "Tableau de bord des contrats").save(), name);
  const [blank] = model.sheets;
  await port.apply({ highlights: null, sheets: [], annexes: composeTableau(tableau, links) }, await port.read());
  if (blank) model.removeSheet(blank.id);
  const [first] = model.sheets;
  if (first) model.activeSheet = first;
  for (const sheet of model.sheets) if (sheet.name === DATA_SHEET) sheet.visibility = "hidden";
  return save();
}
