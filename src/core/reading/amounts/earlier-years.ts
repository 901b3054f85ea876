// A table of the years before the contract, beside one of its own: another contract's, which is named and no more.
import type { PlageNonLue, TableauBudgetaire } from "../../domain/dossier";
import type { SheetParts } from "../gather-tables";

export interface OwnYears {
  readonly sheets: readonly SheetParts<TableauBudgetaire>[];
  readonly unread: readonly PlageNonLue[];
}

/** `first` is the contract's first year. */
export function withoutEarlierYears(sheets: readonly SheetParts<TableauBudgetaire>[], first: number): OwnYears {
  const tables = sheets.flatMap(({ parts }) => parts.map(({ table }) => table));
  const isEarlier = ({ annees }: TableauBudgetaire): boolean =>
    annees.length > 0 && annees.every(({ annee }) => annee < first);
  const earlier = tables.filter(isEarlier);
  if (earlier.length === tables.length) return { sheets, unread: [] };
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, parts: sheet.parts.filter(({ table }) => !earlier.includes(table)) })),
    unread: earlier.map(({ range }) => ({ range, pourquoi: "tableau d’années antérieures au contrat, non comparé" })),
  };
}
