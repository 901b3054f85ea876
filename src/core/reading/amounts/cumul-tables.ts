// A table of what was executed over the years goes with the tables of those years; another one, or one without them, is named.
import type { PlageNonLue, TableauExecution } from "../../domain/dossier";
import { isCumulOnly } from "../../domain/lines/cumuls";
import { namesTheContract, type SheetParts } from "../gather-tables";

export interface JoinedCumuls {
  readonly sheets: readonly SheetParts<TableauExecution>[];
  readonly unread: readonly PlageNonLue[];
}

const SANS_ANNEES = "montants cumulés, sans le tableau de leurs années : non comparés";
const AUTRE_CUMUL = "un autre cumul des mêmes années : montants lus, mais non comparés";

export function joinCumuls(sheets: readonly SheetParts<TableauExecution>[]): JoinedCumuls {
  const tables = sheets.flatMap(({ parts }) => parts.map(({ table }) => table)).filter(namesTheContract);
  const years = tables.filter((table) => !isCumulOnly(table));
  const isCumulated = years.some(({ periode }) => periode !== undefined);
  const [first] = years.length > 0 && !isCumulated ? tables.filter(isCumulOnly) : [];
  const isLeftOut = (table: TableauExecution): boolean => isCumulOnly(table) && table !== first;
  const pourquoi = years.length > 0 ? AUTRE_CUMUL : SANS_ANNEES;
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, parts: sheet.parts.filter(({ table }) => !isLeftOut(table)) })),
    unread: tables.filter(isLeftOut).map(({ range }) => ({ range, pourquoi, sujet: "execution" })),
  };
}
