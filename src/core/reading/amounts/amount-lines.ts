// The rows under a heading of amounts with their labels: which columns name things, and what a number or a title beside them says.
import { numeroDeValeur, type NumeroAction } from "../../domain/values/numero-action";
import { isHeadingOfYears, isNumbering } from "../headings/heading-cells";
import type { Header } from "../headings/header";
import type { HeadingReader } from "../headings/headings";
import type { TableZone } from "../headings/table-header";
import type { LabelReader } from "../labels/label-reader";
import {
  findMainColumn,
  findRowLabels,
  findTextColumns,
  keepTelling,
  namesTotal,
  type Line,
  type RowLabel,
} from "../rows/row-labels";
import { rowsBetween, type GridRow, type SheetGrid } from "../sheet-grid";
import type { Readers } from "../table-reader";

export class AmountLines {
  readonly rows: readonly GridRow[];
  /** Rows that number the columns. */
  readonly numberings: readonly GridRow[];
  readonly mainColumn: number;
  private readonly textColumns: readonly number[];
  private readonly grid: SheetGrid;
  private readonly headings: HeadingReader;
  private readonly labels: LabelReader;
  private readonly tables: Readers["tables"];

  constructor(
    private readonly header: Header,
    zone: TableZone,
    { headings, labels, tables }: Readers,
  ) {
    this.grid = header.grid;
    this.headings = headings;
    this.labels = labels;
    this.tables = tables;
    const own = rowsBetween(this.grid, header.bottom + 1, zone.end - 1);
    const again = own.findIndex((row) => isHeadingOfYears(row, header.columns, headings));
    const isNumbers = (row: GridRow): boolean => row.row === header.bottom + 1 && isNumbering(row, header.columns);
    this.numberings = own.filter(isNumbers);
    this.rows = (again < 0 ? own : own.slice(0, again)).filter((row) => !isNumbers(row));
    const figures = header.yearColumn ? [...header.columns, header.yearColumn] : header.columns;
    this.textColumns = findTextColumns(figures, this.rows, zone);
    this.mainColumn = findMainColumn(this.rows, this.textColumns, labels, header.actionColumn);
  }

  /** Under a title alone, `findTitle` says of which action the table is. */
  read(shown: readonly GridRow[], findTitle: ((lines: readonly Line[]) => RowLabel | null) | null): readonly Line[] {
    const { header, mainColumn, labels } = this;
    // Text to the right of the amounts is a comment, unless the labels themselves stand there.
    const columns = this.textColumns.filter((column) => column < header.left || column === mainColumn);
    // "Total" under the years.
    const years = header.yearColumn ? [header.yearColumn.column] : [];
    const hasOthers = header.yearColumn !== null || header.axeColumn !== null;
    const lines = shown.map((row) => {
      const own = keepTelling(findRowLabels(row, columns, labels), mainColumn);
      const others = () => [...findRowLabels(row, years, labels).filter(namesTotal), ...this.readAxeNumber(row)];
      return { row, found: hasOthers ? [...own, ...others()] : own, number: this.readNumber(row) };
    });
    const title = findTitle && (findTitle(lines) ?? this.askTitle(lines));
    return title ? lines.map((line) => ({ ...line, found: [title, ...line.found] })) : lines;
  }

  /** Rows that say years and parties only, under no title that names their action: what a person said of them. */
  private askTitle(lines: readonly Line[]): RowLabel | null {
    const { header, grid, labels, headings, tables } = this;
    const saysScope = ({ text, meaning }: RowLabel): boolean => {
      const { annee, part } = headings.read(text);
      return meaning.total !== null || annee !== null || part !== null;
    };
    const row = grid.row(header.top);
    if (!row || labels.actions.length === 0) return null;
    if (lines.some(({ found, number }) => number !== null || !found.every(saysScope))) return null;
    const numero = tables.ask("action", header.top, header.columns)?.action;
    const action = labels.actions.find((one) => `${one.numero}` === numero);
    const [column = header.left] = row.filled();
    return action
      ? {
          at: row,
          column,
          text: row.text(column) ?? "",
          meaning: labels.read(`Action ${action.numero} - ${action.intitule}`),
        }
      : null;
  }

  /** "2" in a column headed « Axe ». */
  private readAxeNumber(row: GridRow): readonly RowLabel[] {
    const column = this.header.axeColumn?.column;
    if (column === undefined || typeof row.value(column) !== "number") return [];
    const text = `Axe ${String(row.value(column))}`;
    return [{ at: row, column, text, meaning: this.labels.read(text) }];
  }

  /** The number of an action in a cell of its own, left of its label and of the number of its axe. */
  private readNumber(row: GridRow): NumeroAction | null {
    const { yearColumn, axeColumn, left } = this.header;
    const column = this.mainColumn - (axeColumn?.column === this.mainColumn - 1 ? 2 : 1);
    const isBeside = column !== yearColumn?.column && column < left;
    return isBeside ? numeroDeValeur(this.labels.actions, row.value(column)) : null;
  }

  /** "Action 99" in a cell of its own, or a number: what its words name not, it says to be an action. */
  isNumbered(row: GridRow): boolean {
    const bearsNumber = row.texts.some(({ text }) => {
      const { label, isNumberOnly } = this.labels.read(text);
      return isNumberOnly && label.kind === "action";
    });
    return bearsNumber || this.readNumber(row) !== null;
  }
}
