// Which figures are only the sums of others: what answers set aside is counted without them.
import { sheetKey } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import { tablesOf } from "../../facts/fact-tables";
import type { LabelReader } from "../labels/label-reader";
import type { GridRow, SheetGrid } from "../sheet-grid";

export type IsSum = (sheet: string, row: number, column: number) => boolean;

/** It names an axe or a total, and no action. */
const isSumRow = (row: GridRow, labels: LabelReader): boolean => {
  const named = row.texts.map(({ text }) => labels.read(text));
  return named.every(({ action }) => action === null) && named.some(({ axe, total }) => (axe ?? total) !== null);
};

/** Columns of totals, where the parts that they add stand in columns beside them: "sheet/column". */
function sumColumns(dossier: Dossier): ReadonlySet<string> {
  const facts = tablesOf(dossier).amounts.flatMap((table) => table.facts);
  const placeOf = ({ cell: { ref } }: (typeof facts)[number]): string => `${sheetKey(ref.sheet)}/${ref.column}`;
  const isPart = ({ party, year }: (typeof facts)[number]): boolean => party !== "total" && year !== null;
  const parts = new Set(facts.filter(isPart).map(placeOf));
  const sheets = new Set([...parts].map((place) => place.replace(/\/\d+$/, "")));
  const totals = facts.filter((fact) => !isPart(fact) && sheets.has(sheetKey(fact.cell.ref.sheet)));
  return new Set(totals.map(placeOf).filter((place) => !parts.has(place)));
}

export function sumsAside(dossier: Dossier, grids: readonly SheetGrid[], labels: LabelReader): IsSum {
  let columns: ReadonlySet<string> | null = null;
  return (sheet, at, column) => {
    const row = grids.find((grid) => grid.sheet === sheet)?.row(at) ?? null;
    columns ??= sumColumns(dossier);
    return (row !== null && isSumRow(row, labels)) || columns.has(`${sheetKey(sheet)}/${column}`);
  };
}
