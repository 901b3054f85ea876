// Reads a file's workbook into the plain data that the core understands.
import { parseCellRef, sheetKey } from "xlsx-model/cell-ref";
import type { NamedRanges } from "xlsx-model/formula-text/plain-formula";
import type { RawSheet, RawWorkbook, ResultSheetKind } from "../core/workbook-port";
import {
  isHighlightFormula,
  isOurName,
  readChoices,
  readUnfinished,
  resultSheetOfMark,
} from "../core/sheets/parts/marks";
import { lireRegistre } from "../core/domain/registre";
import { lireReponses } from "../core/domain/reponses";
import { lireVariantes } from "../core/domain/variante";
import { readKept } from "../core/sheets/parts/kept-texts";
import { withoutUnfinished } from "../core/sheets/parts/unfinished";
import { readBlocks } from "./read-blocks";
import { hiddenWithin } from "./read-hidden";
import type { XlsxSheet } from "xlsx-model/sheet/xlsx-sheet";
import type { DefinedName } from "xlsx-model/workbook-model";
import { WORKBOOK_LIMITS } from "xlsx-model/workbook/check-workbook";
import type { XlsxWorkbook } from "xlsx-model/workbook/xlsx-workbook";

function resultSheets(names: readonly DefinedName[]): ReadonlyMap<string, ResultSheetKind> {
  const found = new Map<string, ResultSheetKind>();
  for (const { name, formula, scope } of names) {
    const kind = scope === null ? resultSheetOfMark(name) : null;
    const cell = kind && parseCellRef(formula);
    if (kind && cell) found.set(sheetKey(cell.sheet), kind);
  }
  return found;
}

export function ourHighlights(sheet: XlsxSheet): string[] {
  return sheet.conditionalFormats
    .filter(({ formula }) => formula !== null && isHighlightFormula(formula))
    .map(({ id }) => id);
}

function named(workbook: XlsxWorkbook): NamedRanges {
  const { tables, ...all } = workbook.namedRanges;
  const names = all.names.filter(({ name }) => !isOurName(name));
  return { ...(names.length > 0 && { names }), ...(tables.length > 0 && { tables }) };
}

/** "marks" leaves the cells unread: enough to take our highlights away. */
export function readWorkbook(workbook: XlsxWorkbook, what: "all" | "marks"): RawWorkbook {
  const { names } = workbook;
  const kinds = resultSheets(names);
  const ownNames = names.filter(({ scope }) => scope === null);
  const unfinished = readUnfinished(ownNames);
  const variantes = lireVariantes(readKept("variantes", ownNames) ?? "");
  let area: number = WORKBOOK_LIMITS.area;
  return {
    name: workbook.name,
    isStructureProtected: workbook.isStructureProtected,
    ...(what === "all" && named(workbook)),
    choices: readChoices(ownNames),
    seal: readKept("seal", ownNames),
    reponses: lireReponses(readKept("reponses", ownNames) ?? ""),
    registre: lireRegistre(readKept("registre", ownNames) ?? ""),
    ...(variantes.length > 0 && { variantes }),
    ...(unfinished.length > 0 && { unfinished }),
    sheets: workbook.sheets.map((sheet) => {
      const resultSheet = kinds.get(sheetKey(sheet.name)) ?? null;
      const isRead = what === "all" && (sheet.visibility === "visible" || resultSheet !== null);
      const blocks = isRead ? readBlocks(sheet, area) : [];
      for (const { values } of blocks) area -= values.length * (values[0]?.length ?? 0);
      const raw: RawSheet = {
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
      return withoutUnfinished(raw, unfinished);
    }),
  };
}
