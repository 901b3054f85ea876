// Which of the figures that a person sets aside are sums of the others: they are no more amounts.
import { isSameSheet } from "../../domain/cell-ref";
import type { QuestionKind } from "../../domain/question";
import type { Figure } from "../account/figure-cells";
import type { HeadingReader } from "../headings/headings";
import type { LabelReader } from "../labels/label-reader";
import type { SheetGrid } from "../sheet-grid";
import { headedColumns } from "./headed-columns";
import { hintOf } from "./suppose";

/** Of a column the rows of totals and axes; of a row the columns of totals beside those of the parties. */
export function sumsOf(grids: readonly SheetGrid[], labels: LabelReader, headings: HeadingReader) {
  const totals = new Map<SheetGrid, ReadonlySet<number>>();
  const totalsOf = (grid: SheetGrid): ReadonlySet<number> => {
    const known = totals.get(grid);
    if (known) return known;
    const parts = headedColumns(grid).map(({ column, path }) => ({ column, said: hintOf(path, headings).parts }));
    const isOfParties = parts.some(({ said }) => said.includes("etat") || said.includes("collectivite"));
    const own = parts.filter(({ said }) => isOfParties && said.length === 1 && said[0] === "total");
    const columns = new Set(own.map(({ column }) => column));
    totals.set(grid, columns);
    return columns;
  };
  return (sheet: string, { row, column }: Figure, kind: QuestionKind): boolean => {
    const grid = grids.find((one) => isSameSheet(one.sheet, sheet));
    if (!grid) return false;
    if (kind === "row") return totalsOf(grid).has(column);
    const said =
      grid
        .row(row)
        ?.textsIn(0, column - 1)
        .map(({ text }) => labels.read(text)) ?? [];
    return said.every(({ action }) => action === null) && said.some(({ total, axe }) => (total ?? axe) !== null);
  };
}
