// Microsoft's real client over the simulated Excel, for the tests of this folder; a workbook to open in it.
import { afterEach, beforeAll, expect } from "vitest";
import type { CellValue } from "xlsx-model/plan";
import { createXlsx } from "xlsx-model/create-xlsx";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { bootOffice } from "simulated-excel/boot-office-node";
import { createExcelHost, type ExcelHost } from "simulated-excel/excel-host";
import type { Win32Bridge } from "simulated-excel/win32-bridge";
import type { KnownBug } from "simulated-excel/profile";
import { testedProfile } from "./tested-profile";

export interface SimulatedExcel {
  readonly host: ExcelHost;
  readonly bridge: Win32Bridge;
}

/** Boots one Office for the file; after each test nothing may have been asked for that the host does not have. `bugs` are on beside the profile's. */
export function simulatedExcel(...bugs: readonly KnownBug[]): SimulatedExcel {
  const profile = testedProfile();
  const host = createExcelHost(createXlsx("classeur.xlsx"), {
    profile: { ...profile, bugs: new Set([...profile.bugs, ...bugs]) },
  });
  let bridge: Win32Bridge | null = null;
  beforeAll(async () => {
    bridge = await bootOffice(host);
  });
  afterEach(async () => {
    await settled();
    expect(host.takeUnsupported()).toEqual([]);
    expect(host.keptReferences).toBe(0);
  });
  return {
    host,
    get bridge() {
      if (!bridge) throw new Error("Office is not booted yet");
      return bridge;
    },
  };
}

/** Lets the client's own clean-up and the events arrive. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15));
}

export type Cells = readonly (readonly (CellValue | { readonly formula: string })[])[];

/** A workbook of these sheets, in their order. */
export function workbookOf(sheets: Readonly<Record<string, Cells>>, name = "classeur.xlsx"): WorkbookModel {
  const model = createXlsx(name);
  const [first] = model.sheets;
  for (const [index, [sheetName, cells]] of Object.entries(sheets).entries()) {
    const sheet = index === 0 && first ? first : model.addSheet(sheetName);
    if (sheet.name !== sheetName) sheet.name = sheetName;
    fill(sheet, cells);
  }
  return model;
}

export function fill(sheet: SheetModel, cells: Cells, top = 0, left = 0): void {
  for (const [row, line] of cells.entries()) {
    for (const [column, cell] of line.entries()) {
      if (cell === null) continue;
      const content = typeof cell === "object" ? { value: 0, formula: cell.formula } : { value: cell, formula: null };
      sheet.setContent(top + row, left + column, content);
    }
  }
}

export function sheetNamed(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The model has no way to protect; a file or an agent does it. */
export function protect(sheet: SheetModel): void {
  Object.defineProperty(sheet, "isProtected", { value: true });
}

export function protectStructure(model: WorkbookModel): void {
  Object.defineProperty(model, "isStructureProtected", { value: true });
}
