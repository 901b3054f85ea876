// Protection of sheets and of the workbook's structure: put on with its options and its password, and taken off.
import type { ExcelState } from "../excel-state";
import { booleanArgument, choiceArgument, hostClass, type ClassTables, type HostObject } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import type { SheetObject } from "./range-object";

/** The file says what is forbidden, except of objects and scenarios, where its word has the same sense. */
const OPTIONS = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowEditObjects: "objects",
  allowEditScenarios: "scenarios",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
} as const;
/** Free unless the file forbids them. */
const FREE_UNLESS_SAID: ReadonlySet<string> = new Set(["objects", "scenarios"]);
const SELECTION = ["Normal", "Unlocked", "None"] as const;

export function protectionClasses(state: ExcelState): ClassTables {
  return {
    WorksheetProtection: hostClass<SheetObject>({
      get: {
        Options: ({ sheet }) => readOptions(sheet.options.protection),
        Protected: ({ sheet }) => sheet.isProtected,
      },
      call: {
        Protect({ sheet }, options, password) {
          if (sheet.isProtected) throw hostErrors.accessDenied();
          sheet.options.protection = writeOptions((options ?? {}) as Readonly<Record<string, unknown>>, password);
          state.isDirty = true;
        },
        Unprotect({ sheet }, password) {
          const { protection } = sheet.options;
          if (!protection) return;
          checkPassword(protection, password);
          sheet.options.protection = null;
          state.isDirty = true;
        },
      },
    }),
    WorkbookProtection: hostClass<HostObject>({
      get: { Protected: () => state.model.isStructureProtected },
      call: {
        Protect(_, password) {
          if (state.model.isStructureProtected) throw hostErrors.accessDenied();
          const said = hashOf(password);
          state.model.protectStructure(
            new Map([["lockStructure", "1"], ...(said === null ? [] : ([["workbookPassword", said]] as const))]),
          );
        },
        Unprotect(_, password) {
          const protection = state.model.structureProtection;
          if (!protection) return;
          checkPassword(protection, password);
          state.model.protectStructure(null);
        },
      },
    }),
  };
}

function readOptions(protection: ReadonlyMap<string, string> | null): Record<string, unknown> | null {
  if (!protection) return null;
  const isOn = (name: string) => /^(?:1|true)$/.test(protection.get(name) ?? (FREE_UNLESS_SAID.has(name) ? "0" : "1"));
  const allowed = Object.entries(OPTIONS).map(([option, name]) => [option, !isOn(name)]);
  const isNoneSelected = /^(?:1|true)$/.test(protection.get("selectLockedCells") ?? "0");
  const isUnlockedOut = /^(?:1|true)$/.test(protection.get("selectUnlockedCells") ?? "0");
  const selectionMode = isUnlockedOut ? "None" : isNoneSelected ? "Unlocked" : "Normal";
  return { ...Object.fromEntries(allowed), selectionMode };
}

function writeOptions(options: Readonly<Record<string, unknown>>, password: unknown): Map<string, string> {
  const attributes = new Map([["sheet", "1"]]);
  const hash = hashOf(password);
  if (hash !== null) attributes.set("password", hash);
  for (const [option, name] of Object.entries(OPTIONS)) {
    const isAllowed = options[option] !== undefined && booleanArgument(options[option]);
    const isForbidden = !isAllowed;
    if (isForbidden === FREE_UNLESS_SAID.has(name)) attributes.set(name, isForbidden ? "1" : "0");
  }
  const mode = choiceArgument(options["selectionMode"] ?? "Normal", SELECTION);
  if (mode !== "Normal") attributes.set("selectLockedCells", "1");
  if (mode === "None") attributes.set("selectUnlockedCells", "1");
  return attributes;
}

/** "The password is wrong": AccessDenied. Newer files keep another hash, which is not computed here. */
function checkPassword(protection: ReadonlyMap<string, string>, password: unknown): void {
  if (protection.has("hashValue") || protection.has("workbookHashValue"))
    throw new NotSimulated("a password that is kept as in newer files");
  const kept = protection.get("password") ?? protection.get("workbookPassword");
  if (kept !== undefined && Number.parseInt(kept, 16) !== Number.parseInt(hashOf(password) ?? "", 16))
    throw hostErrors.accessDenied();
}

/** ECMA-376 part 4, "password": 16 bits of the characters; null for none. */
function hashOf(password: unknown): string | null {
  if (password === undefined || password === null || password === "") return null;
  if (typeof password !== "string") throw hostErrors.invalidArgument();
  const turned = (hash: number) => ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  let hash = 0;
  for (let at = password.length - 1; at >= 0; at -= 1) hash = turned(hash) ^ password.charCodeAt(at);
  hash = turned(hash) ^ password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}
