// A simulated Excel as a test holds it: its workbook, what its user does, what fails, and what it was asked for and does not have.
import { parseLocalRange } from "xlsx-model/cell-ref";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import type { Author } from "./excel-state";
import { createExcelHost, type ExcelHost } from "./excel-host";
import type { Faults } from "./faults";
import type { CellInput } from "./host-interface";
import { excelProfile, type ExcelProfile, type ExcelVersion, type KnownBug } from "./profile";
import type { Traffic } from "./traffic";
import type { Win32Bridge } from "./win32-bridge";

export interface ExcelOptions {
  /** "microsoft-365" by default; "excel-2021" has ExcelApi 1.14 only. */
  readonly version?: ExcelVersion;
  /** The language of Excel and of what its API calls local; "en-US" by default. */
  readonly locale?: ExcelProfile["locale"];
  /** The bytes of an .xlsx; a new workbook by default. */
  readonly file?: Uint8Array;
  /** What the workbook is called. */
  readonly name?: string;
  /** Bugs of real Excels that are to happen; by default those that the version is known for. */
  readonly bugs?: readonly KnownBug[];
  /** Who signed in: the author of comments. */
  readonly userName?: string;
  /** Refuses what Excel takes and a careful add-in avoids; off by default. */
  readonly houseRules?: boolean;
}

/** What a person does in the grid and the ribbon. Sheets by their names, cells as "B2". */
export interface ExcelUser {
  type(sheet: string, cell: string, input: CellInput, by?: Author): Promise<void>;
  select(sheet: string, range: string): void;
  activate(sheet: string): void;
  addSheet(name: string): Promise<void>;
  deleteSheet(name: string): Promise<void>;
  /** Excel refuses requests while somebody types in a cell. */
  beginTyping(): void;
  endTyping(): void;
  /** A click on a ribbon button: ends when the add-in says that its command is completed. */
  clickCommand(functionName: string): Promise<void>;
}

export interface StartedExcel {
  /** The workbook that is open, to be looked at and filled without Office.js. */
  readonly workbook: WorkbookModel;
  /** Opens another workbook in the place of this one: bytes of an .xlsx, or a new one. */
  open(file?: Uint8Array, name?: string): WorkbookModel;
  /** The .xlsx as it would be saved now. */
  save(): Uint8Array;
  readonly user: ExcelUser;
  /** Requests that fail, or that somebody acts before. */
  readonly faults: Faults;
  /** What was asked for and is not simulated, since the last call of `takeUnsupported`: a test expects it to be empty. */
  readonly unsupported: readonly string[];
  takeUnsupported(): string[];
  /** Requests, bytes and cells since the last call. */
  takeTraffic(): Traffic;
  /** For what has no name here. */
  readonly host: ExcelHost;
}

const NEW_NAME = { "en-US": "Book1.xlsx", "fr-FR": "Classeur1.xlsx" } as const;
const FIRST_SHEET = { "en-US": "Sheet1", "fr-FR": "Feuil1" } as const;

export function hostOf(options: ExcelOptions): ExcelHost {
  const { version, locale = "en-US", bugs, userName: user = "User", houseRules = false } = options;
  const profile = excelProfile(version, { locale, user, houseRules, ...(bugs && { bugs }) });
  return createExcelHost(workbookOf(locale, options.file, options.name), { profile });
}

function workbookOf(locale: ExcelProfile["locale"], file?: Uint8Array, name: string = NEW_NAME[locale]): WorkbookModel {
  if (file) return openXlsx(file, name);
  const workbook = createXlsx(name);
  workbook.activeSheet.name = FIRST_SHEET[locale];
  return workbook;
}

export function startedExcel(host: ExcelHost, bridge: () => Win32Bridge): StartedExcel {
  const sheetNamed = (name: string): SheetModel => {
    const sheet = host.model.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!sheet) throw new RangeError(`The workbook has no sheet “${name}”.`);
    return sheet;
  };
  return {
    host,
    get workbook() {
      return host.model;
    },
    open(file, name) {
      host.open(workbookOf(host.profile.locale, file, name));
      return host.model;
    },
    save: () => host.model.save(),
    user: {
      type(sheet, cell, input, by) {
        const { top, left } = rangeOf(cell);
        return host.editCell(sheetNamed(sheet), top, left, input, by);
      },
      select: (sheet, range) => {
        host.select(sheetNamed(sheet), rangeOf(range));
      },
      activate: (sheet) => {
        host.activate(sheetNamed(sheet));
      },
      addSheet: async (name) => {
        await host.addSheet(name);
      },
      deleteSheet: (name) => host.deleteSheet(sheetNamed(name)),
      beginTyping: () => {
        host.beginCellEdit();
      },
      endTyping: () => {
        host.endCellEdit();
      },
      clickCommand: (functionName) => bridge().invokeCommand(functionName),
    },
    faults: host.faults,
    get unsupported() {
      return host.unsupported;
    },
    takeUnsupported: () => host.takeUnsupported(),
    takeTraffic: () => host.takeTraffic(),
  };
}

function rangeOf(address: string): GridRange {
  const range = parseLocalRange(address);
  if (!range) throw new RangeError(`“${address}” is no address of cells.`);
  return range;
}
