// Lays figures out on sheets, remembering where each one went.
import { formatCellRef } from "xlsx-model/cell-ref";
import type { CellLiteral } from "./raw-workbook-builder";

type Cells = Record<string, readonly (readonly CellLiteral[])[]>;

/** A figure with the name by which it is found again. */
export type Tagged = readonly [tag: string, value: CellLiteral];

export class LayoutSheets {
  private readonly sheets = new Map<string, CellLiteral[][]>();
  private readonly places = new Map<string, { sheet: string; row: number; column: number }>();

  /** Appends a row; a pair is a tag and the value it stands for. */
  row(sheet: string, ...cells: readonly (CellLiteral | readonly [tag: string, value: CellLiteral])[]): this {
    const rows = this.sheets.get(sheet) ?? [];
    this.sheets.set(sheet, rows);
    rows.push(
      cells.map((cell, column) => {
        if (!Array.isArray(cell)) return cell as CellLiteral;
        const [tag, value] = cell as readonly [string, CellLiteral];
        this.places.set(tag, { sheet, row: rows.length, column });
        return value;
      }),
    );
    return this;
  }

  /** "'Budget 2024'!C4". */
  place(tag: string): string {
    const place = this.places.get(tag);
    if (!place) throw new Error(`nothing is tagged ${tag}`);
    return formatCellRef(place);
  }

  /** The grids, with the figure of one tag replaced. */
  cells(replaced: Readonly<Record<string, CellLiteral>> = {}): Cells {
    const grids = Object.fromEntries([...this.sheets].map(([name, rows]) => [name, rows.map((row) => [...row])]));
    for (const [tag, value] of Object.entries(replaced)) {
      const { sheet, row, column } = this.places.get(tag) ?? { sheet: "", row: -1, column: -1 };
      const line = grids[sheet]?.[row];
      if (!line) throw new Error(`nothing is tagged ${tag}`);
      line[column] = value;
    }
    return grids;
  }
}
