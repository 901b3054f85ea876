// The workbook of an .xlsx file as the core knows it: read, changed in memory, saved to bytes when asked.
import type { WorkbookPort } from "../core/workbook-port";
import { checkCells } from "../core/sheets/parts/check-cells";
import { readWorkbook } from "./read-workbook";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { XlsxWorkbook } from "xlsx-model/workbook/xlsx-workbook";
import { surveyArea } from "./survey-area";
import { removePlaced, removeUnfinished, writeAnnexes, writePlaced } from "./write-annexes";
import { writeCells } from "./write-cells";
import { isOurChart } from "../core/sheets/parts/marks";
import { ecrireRegistre } from "../core/domain/registre";
import { ecrireReponses } from "../core/domain/reponses";
import { ecrireVariantes } from "../core/domain/variante";
import { writeKept } from "./write-kept";
import { writeHighlights } from "./write-highlights";
import { writeResultSheets } from "./write-result-sheets";

export interface FileWorkbook {
  readonly port: WorkbookPort;
  readonly model: WorkbookModel;
  /** The .xlsx as it now is; the bytes that it was opened from are left alone. */
  save(): Uint8Array;
}

/** Throws WorkbookError, with a French sentence, for what is no sound .xlsx. */
export function openFileWorkbook(bytes: Uint8Array, name: string): FileWorkbook {
  const workbook = new XlsxWorkbook(bytes, name);
  workbook.isChartRefreshed = isOurChart;
  const port: WorkbookPort = {
    async read() {
      await workbook.calculate();
      return readWorkbook(workbook, "all");
    },
    readMarks: () => Promise.resolve(readWorkbook(workbook, "marks")),
    survey(area) {
      removePlaced(workbook, readWorkbook(workbook, "marks"));
      return Promise.resolve(surveyArea(workbook, area));
    },
    async apply(plan, read) {
      const cells = plan.cells ?? [];
      checkCells(cells, read);
      removeUnfinished(workbook, read);
      writeCells(workbook, cells);
      const unlit = plan.highlights ? writeHighlights(workbook.sheets, plan.highlights, read) : [];
      const { sheetNames, refused } = writeResultSheets(workbook, plan.sheets, read);
      const annexes = writeAnnexes(workbook, plan.annexes ?? [], read, sheetNames);
      if (plan.seal !== undefined) writeKept(workbook, "seal", plan.seal);
      if (plan.reponses) writeKept(workbook, "reponses", ecrireReponses(plan.reponses));
      if (plan.registre) writeKept(workbook, "registre", ecrireRegistre(plan.registre));
      if (plan.variantes) writeKept(workbook, "variantes", ecrireVariantes(plan.variantes));
      const placed = plan.placed ? [writePlaced(workbook, plan.placed)] : [];
      await workbook.calculate();
      return { refusals: [...unlit, ...refused], sheetNames: [...sheetNames, ...annexes, ...placed] };
    },
  };
  return { port, model: workbook, save: () => workbook.save() };
}
