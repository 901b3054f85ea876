// The rows of a section of the sheet « Contrat », each seen through the columns that its heading names.
import { SECTION_COLUMNS, SECTION_TITLES, type ColumnOf, type TableSection } from "../../domain/contrat/contrat-layout";
import { cite } from "../../domain/words/typographie";
import type { CellRef } from "../../domain/cell-ref";
import type { GridRow } from "../sheet-grid";
import type { ContratCells, Path, Source } from "./contrat-cells";
import { findTableColumns, type NumberedColumn, type Section } from "./contrat-sections";

export class ContratRow<Name extends TableSection> {
  constructor(
    private readonly row: GridRow,
    private readonly columns: ReadonlyMap<string, number>,
    readonly numbered: readonly NumberedColumn[],
  ) {}

  source(column: ColumnOf<Name>, path: Path, parametre: string): Source {
    return { row: this.row, column: this.columns.get(column) ?? null, path, parametre };
  }

  /** Zero-based row of the sheet. */
  get line(): number {
    return this.row.row;
  }

  at({ column }: NumberedColumn, path: Path, parametre: string): Source {
    return { row: this.row, column, path, parametre };
  }

  has(column: ColumnOf<Name>): boolean {
    const at = this.columns.get(column);
    return at !== undefined && this.row.value(at) !== null;
  }

  /** The row's first cell where the sheet has no such column. */
  cell(column: ColumnOf<Name>, sheet: string): CellRef {
    return { sheet, row: this.row.row, column: this.columns.get(column) ?? this.row.left };
  }

  value(column: ColumnOf<Name>): string | number | boolean | null {
    const at = this.columns.get(column);
    return at === undefined ? null : this.row.value(at);
  }

  /** The text of a cell, folded by no one. */
  text(column: ColumnOf<Name>): string | null {
    const at = this.columns.get(column);
    const value = at === undefined ? null : this.row.value(at);
    return value === null ? null : String(value).trim();
  }

  get isEmpty(): boolean {
    const places = [...this.columns.values(), ...this.numbered.map(({ column }) => column)];
    return places.every((column) => this.row.value(column) === null);
  }
}

/** The filled rows of a section; none, and a mistake at its title, where the section or a column of it is not there. */
export function readRows<Name extends TableSection>(
  name: Name,
  section: Section | undefined,
  isRequired: boolean,
  cells: ContratCells,
): readonly ContratRow<Name>[] {
  const title = SECTION_TITLES[name];
  const parametre = `Section « ${title} »`;
  if (!section) {
    if (isRequired)
      cells.fail(
        cells.fallback,
        parametre,
        "elle ne se trouve pas dans la feuille. Rétablissez son titre et ses lignes.",
      );
    return [];
  }
  const table = findTableColumns(name, section);
  if (!table) {
    cells.fail(section.title, parametre, "aucune ligne d’en-tête n’a été reconnue sous ce titre. Rétablissez-la.");
    return [];
  }
  const specified: Readonly<Record<string, { readonly heading: string; readonly required?: boolean }>> =
    SECTION_COLUMNS[name];
  for (const cell of section.again) {
    cells.fail(cell, parametre, "ce titre figure deux fois. Gardez-en un seul, avec ses lignes.");
  }
  for (const { cell, text } of table.again) {
    cells.fail(cell, parametre, `la colonne ${cite(text)} figure deux fois. Gardez-en une seule.`);
  }
  for (const [key, { heading, required }] of Object.entries(specified)) {
    if (!required || table.columns.has(key)) continue;
    cells.fail(table.heading, parametre, `la colonne ${cite(heading)} ne s’y trouve pas. Rétablissez son en-tête.`);
    return [];
  }
  return table.rows
    .map((row) => new ContratRow<Name>(row, table.columns, table.numbered))
    .filter((row) => !row.isEmpty);
}
