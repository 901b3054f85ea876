// A contract as the workbook that follows it to the letter: its annexes, so that the rules themselves can judge it.
import type { Convention } from "../contract/convention";
import { composeTableauBudgetaire } from "../sheets/annexes/tableau-budgetaire";
import { composeTableauIndicateurs } from "../sheets/annexes/tableau-indicateurs";
import type { EnVigueur } from "../sheets/annexes/annexe-sheet";
import type { RawSheet, RawWorkbook, SheetLayout } from "../workbook-port";

/** A planned sheet as it reads once it is written. */
export function rawSheetOf({ name, cells }: Pick<SheetLayout, "name" | "cells">): RawSheet {
  return {
    id: name,
    name,
    visibility: "visible",
    isProtected: false,
    resultSheet: null,
    highlightIds: [],
    hiddenRows: [],
    hiddenColumns: [],
    blocks: [
      {
        row: 0,
        column: 0,
        values: cells.map((row) => row.map(({ value }) => value)),
        formulas: cells.map((row) => row.map(({ formula }) => formula ?? null)),
        numberFormats: cells.map((row) => row.map(() => "General")),
      },
    ],
  };
}

export const rawWorkbookOf = (...sheets: readonly RawSheet[]): RawWorkbook => ({
  name: "",
  sheets,
  isStructureProtected: false,
  choices: [],
});

export function classeurDuContrat(convention: Convention, enVigueur: Omit<EnVigueur, "convention">): RawWorkbook {
  const source = { convention, ...enVigueur };
  return rawWorkbookOf(
    rawSheetOf(composeTableauBudgetaire(source, { sousTotaux: false })),
    rawSheetOf(composeTableauIndicateurs(source, { realises: false })),
  );
}
