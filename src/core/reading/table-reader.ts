// What the readers of the tables do alike: which rows are theirs, which of these they leave aside, which cells they take.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Unite } from "../domain/values/unite";
import type { Cell, LigneIgnoree, LigneNonReconnue, LigneSansChiffre } from "../domain/dossier";
import type { Header } from "./headings/header";
import type { HeadingReader } from "./headings/headings";
import { rowText, type HeadingPlace, type TableZone } from "./headings/table-header";
import type { LabelReader } from "./labels/label-reader";
import { namesAction, type Line, type RowLabel } from "./rows/row-labels";
import { findTitleAction } from "./rows/title-action";
import type { TablesSaid } from "./roles/tables-said";
import { rowsBetween, type GridRow, type SheetGrid } from "./sheet-grid";

/** Who knows the words of the contract. */
export interface Readers {
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  /** What a person said of its unit. */
  readonly unit?: Unite | undefined;
  /** What its readers lack of the tables of the sheet, and what a person said of them. */
  readonly tables: TablesSaid;
}

/** `Columns` are those of the heading that the table is about. */
export abstract class TableReader<Columns> {
  protected readonly grid: SheetGrid;
  protected readonly headings: HeadingReader;
  protected readonly labels: LabelReader;
  protected readonly ignored: LigneIgnoree[] = [];
  protected readonly unknown: LigneNonReconnue[] = [];
  protected readonly bare: LigneSansChiffre[] = [];
  /** The lowest of the rows that were taken. */
  protected bottom: number;
  protected left: number;

  constructor(
    protected readonly header: Header,
    protected readonly columns: Columns,
    protected readonly zone: TableZone,
    { headings, labels }: Readers,
  ) {
    this.headings = headings;
    this.labels = labels;
    this.grid = header.grid;
    this.bottom = header.bottom;
    this.left = header.left;
    this.ignoreRows(rowsBetween(this.grid, zone.titleTop, header.top - 1));
  }

  protected ref({ row, column }: HeadingPlace): CellRef {
    return { sheet: this.grid.sheet, row, column };
  }

  /** The rows that show something within the table's columns. */
  protected shown(rows: readonly GridRow[]): readonly GridRow[] {
    return rows.filter((row) => row.isFilled(this.zone.left, this.zone.right));
  }

  protected ignoreRows(rows: readonly GridRow[]): void {
    for (const row of this.shown(rows)) this.ignored.push({ row: row.row + 1, text: rowText(row, this.zone) });
  }

  protected refuse(label: Cell, pourquoi: string): void {
    this.unknown.push({ label, pourquoi });
  }

  /** What was not understood at first is. */
  protected accept(labels: readonly Cell[]): void {
    const places = new Set(labels.map(({ ref: { row, column } }) => `${row}/${column}`));
    const left = this.unknown.filter(({ label: { ref } }) => !places.has(`${ref.row}/${ref.column}`));
    this.unknown.splice(0, this.unknown.length, ...left);
  }

  protected take({ row, found }: Line): void {
    this.bottom = Math.max(this.bottom, row.row);
    found.forEach(({ column }) => {
      if (column < this.left) this.left = column;
    });
  }

  /** On a sheet per action the title alone names it. */
  protected findTitle(lines: readonly Line[]): RowLabel | null {
    const isNamed = lines.some(({ found }) => found.some(namesAction));
    return isNamed ? null : findTitleAction(this.header, this.zone, this.labels);
  }

  /** What was left aside. */
  protected asides() {
    return {
      lignesIgnorees: this.ignored.sort((a, b) => a.row - b.row),
      ...(this.unknown.length > 0 && { lignesNonReconnues: this.unknown }),
      ...(this.bare.length > 0 && { lignesSansChiffre: this.bare }),
    };
  }
}
