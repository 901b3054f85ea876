// Reads a file's workbook into the plain data that the core understands.
import { parseCellRef } from "../core/domain/cell-ref";
import type { RawWorkbook, ResultSheetKind } from "../core/workbook-port";
import { isHighlightFormula, readChoices, resultSheetOfMark } from "../core/writing/sheets/marks";
import { readBlocks } from "./read-blocks";
import { hiddenWithin } from "./read-hidden";
import type { XlsxSheet } from "./sheet/xlsx-sheet";
import type { DefinedName } from "./workbook-model";
import type { XlsxWorkbook } from "./workbook/xlsx-workbook";

function resultSheets(names: readonly DefinedName[]): ReadonlyMap<string, ResultSheetKind> {
  const found = new Map<string, ResultSheetKind>();
  for (const { name, formula, scope } of names) {
    const kind = scope === null ? resultSheetOfMark(name) : null;
    const cell = kind && parseCellRef(formula);
    if (kind && cell) found.set(cell.sheet.toLowerCase(), kind);
  }
  return found;
}

export function ourHighlights(sheet: XlsxSheet): string[] {
  return sheet.conditionalFormats
    .filter(({ formula }) => formula !== null && isHighlightFormula(formula))
    .map(({ id }) => id);
}

/** "marks" leaves the cells unread: enough to take our highlights away. */
export function readWorkbook(workbook: XlsxWorkbook, what: "all" | "marks"): RawWorkbook {
  const { names } = workbook;
  const kinds = resultSheets(names);
  return {
    name: workbook.name,
    isStructureProtected: workbook.isStructureProtected,
    choices: readChoices(names.filter(({ scope }) => scope === null)),
    sheets: workbook.sheets.map((sheet) => {
      const resultSheet = kinds.get(sheet.name.toLowerCase()) ?? null;
      const isRead = what === "all" && (sheet.visibility === "visible" || resultSheet !== null);
      const blocks = isRead ? readBlocks(sheet) : [];
      return {
        id: sheet.id,
        name: sheet.name,
        visibility: sheet.visibility,
        isProtected: sheet.isProtected,
        resultSheet,
        blocks,
        highlightIds: ourHighlights(sheet),
        ...hiddenWithin(sheet, blocks),
        ...(isRead && sheet.merges.length > 0 && { merges: sheet.merges }),
      };
    }),
  };
}
