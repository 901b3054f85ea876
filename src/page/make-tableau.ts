// The tableau de bord of the workbooks that are open, as one more workbook.
import { contratsIntegres } from "../contracts/built-in";
import type { Constat } from "../core/reports/tableau-de-bord/constat";
import { constater } from "../core/reports/tableau-de-bord/constater";
import { etablirTableau } from "../core/reports/tableau-de-bord/tableau";
import { verify } from "../core/verify";
import { WorkbookError } from "xlsx-model/plan";
import { tableauXlsx } from "../files/tableau-xlsx";
import type { OpenFile } from "./open-files";
import { texts } from "./texts";

/** `asOf` and `today` are ISO dates. A workbook that cannot be verified is in it, with the reason. */
export async function makeTableau(files: readonly OpenFile[], asOf: string, today: string): Promise<File> {
  const constats: Constat[] = [];
  for (const { desk, name } of files) constats.push(await constatOf(desk, name, asOf, today));
  const bytes = await tableauXlsx(etablirTableau(constats, asOf, null), new Map(), texts.tableauName);
  return new File([new Uint8Array(bytes)], texts.tableauName);
}

async function constatOf(desk: OpenFile["desk"], name: string, asOf: string, today: string): Promise<Constat> {
  try {
    return await desk.run(async ({ port }) => {
      const { verification, dossier } = verify(await port.read(), contratsIntegres, asOf, "built-in", { today });
      return constater(dossier, verification, name);
    });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { etat: "illisible", classeur: name, raison: error.message };
  }
}
