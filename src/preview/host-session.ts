// The open workbook of the preview: the simulated Excel stands between the grid and the file.
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { createExcelHost, type ExcelHost } from "simulated-excel/excel-host";
import type { Desk } from "../grid/workbook/desk";
import { WorkbookSession } from "../grid/workbook/session";

export class HostSession extends WorkbookSession {
  readonly host: ExcelHost;

  constructor(model: WorkbookModel) {
    const host = createExcelHost(model);
    super(deskOver(host));
    this.host = host;
  }
}

function deskOver(host: ExcelHost): Desk {
  return {
    model: host.model,
    get selection() {
      return host.selection;
    },
    select: (sheet, range) => {
      host.select(sheet, range);
    },
    activate: (sheet) => {
      host.activate(sheet);
    },
    beginEdit: () => {
      host.beginCellEdit();
    },
    endEdit: () => {
      host.endCellEdit();
    },
    async enter(sheet, entries) {
      for (const { row, column, content, numberFormat } of entries) {
        if (numberFormat !== undefined)
          sheet.setStyle({ top: row, left: column, bottom: row, right: column }, { numberFormat });
        await host.editCell(sheet, row, column, hostInput(content));
      }
    },
    onChanged: (listener) => host.onModelChanged(listener),
  };
}

/** The host reads a text as Excel in the United States does: an apostrophe keeps a French text as it is. */
function hostInput({ value, formula }: { value: string | number | boolean | null; formula: string | null }) {
  if (formula !== null) return formula;
  if (value === null) return "";
  return typeof value === "string" ? `'${value}` : value;
}
