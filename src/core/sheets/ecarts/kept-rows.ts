// What must not be lost of an « Écarts » sheet while it is written again: the rows on which somebody typed, with their headings.
import { placeSaisies, type RowSaisie } from "../../domain/justification-saisie";
import type { KeptRows, RawWorkbook } from "../../workbook-port";

/** Null when nobody typed anything. */
export function keptRows({ sheets }: RawWorkbook): KeptRows | null {
  const rows: RowSaisie[] = [];
  const seen = new Set<string>();
  for (const { blocks } of sheets.filter(({ resultSheet }) => resultSheet === "ecarts")) {
    let above: RowSaisie | null = null;
    for (const { row, headings } of placeSaisies(blocks)) {
      // What an earlier write kept, and did not end, stands there twice.
      const key = JSON.stringify([headings.values, row.values]);
      if (seen.has(key)) continue;
      seen.add(key);
      if (headings !== above) rows.push(headings);
      above = headings;
      rows.push(row);
    }
  }
  if (rows.length === 0) return null;
  const width = Math.max(...rows.map(({ values }) => values.length));
  return {
    values: rows.map(({ values }) => filled(values, width, null)),
    numberFormats: rows.map(({ numberFormats }) => filled(numberFormats, width, "General")),
  };
}

function filled<T>(cells: readonly T[], width: number, filling: T): T[] {
  return [...cells, ...Array<T>(width - cells.length).fill(filling)];
}
