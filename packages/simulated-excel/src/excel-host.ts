// Where a simulated Excel begins: over a workbook, as one Excel or another.
import type { WorkbookModel } from "xlsx-model/workbook-model";
import type { ExcelHost, ExcelHostOptions } from "./host-interface";
import { SimulatedExcel } from "./simulated-excel";

export type { ExcelHost } from "./host-interface";

export function createExcelHost(model: WorkbookModel, options: ExcelHostOptions = {}): ExcelHost {
  return new SimulatedExcel(model, options);
}
