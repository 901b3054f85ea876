// A table of what was executed over the years goes with the tables of those years; one without them is named.
import type { PlageNonLue, TableauExecution } from "../../domain/dossier";
import { isCumulOnly } from "../../domain/table-rows";
import { namesTheContract, type SheetParts } from "../gather-tables";

export interface JoinedCumuls {
  readonly sheets: readonly SheetParts<TableauExecution>[];
  readonly unread: readonly PlageNonLue[];
}

const SANS_ANNEES = "montants cumulés, sans le tableau de leurs années : non comparés";

export function joinCumuls(sheets: readonly SheetParts<TableauExecution>[]): JoinedCumuls {
  const tables = sheets.flatMap(({ parts }) => parts.map(({ table }) => table)).filter(namesTheContract);
  if (tables.some((table) => !isCumulOnly(table))) return { sheets, unread: [] };
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, parts: sheet.parts.filter(({ table }) => !tables.includes(table)) })),
    unread: tables.map(({ range }) => ({ range, pourquoi: SANS_ANNEES, sujet: "execution" })),
  };
}
