// The rows of a section of the sheet « Contrat », each seen through the columns that its heading names.
import {
  columnsOf,
  motsDe,
  type ColumnOf,
  type Columns,
  SECTION_COLUMNS,
  type TableSection,
} from "../../contract/clauses/sections";
import { REQUIRED_SECTIONS } from "../../contract/clauses/section-titles";
import { SECTION_TITLES } from "../../contract/clauses/section-titles";
import { type ContratSection } from "../../contract/clauses/section-titles";
import { cite } from "../../domain/words/typographie";
import type { CellRef } from "xlsx-model/cell-ref";
import type { GridRow } from "../sheet-grid";
import { MAY_BE_EMPTY, type Values } from "./cell-kinds";
import type { ContratCells, Path, Source } from "./contrat-cells";
import { describeLost, findLost, type LostColumn } from "./lost-columns";
import {
  findTableColumns,
  type NumberedColumn,
  type Section,
  type Sections,
  type TableColumns,
} from "./contrat-sections";

type Lu<Column> = Column extends { readonly mots: Readonly<Record<infer Mot extends string, string>> }
  ? Mot | null
  : Column extends { readonly genre: infer Genre extends keyof Values }
    ? Values[Genre]
    : never;
type LuDe<Name extends TableSection, Column extends ColumnOf<Name>> = Lu<(typeof SECTION_COLUMNS)[Name][Column]>;

type ColumnsLike<Name extends TableSection, What> = {
  [Each in ColumnOf<Name>]: (typeof SECTION_COLUMNS)[Name][Each] extends What ? Each : never;
}[ColumnOf<Name>];
/** Those that state nothing by themselves, and those that may be left out. */
type Mute<Name extends TableSection> = ColumnsLike<Name, { readonly nomme: true } | { readonly sansClause: true }>;
type Libre<Name extends TableSection> = ColumnsLike<Name, { readonly mots: unknown } | { readonly genre: "libre" }>;
type Stated<Name extends TableSection, Other> = {
  readonly [Each in Exclude<ColumnOf<Name>, Other | Mute<Name> | Libre<Name>>]: LuDe<Name, Each>;
} & {
  readonly [Each in Exclude<Libre<Name>, Other | Mute<Name>>]?: NonNullable<LuDe<Name, Each>>;
};

interface Reading<Value> {
  /** In the place of the column's own words. */
  readonly parametre?: string;
  /** In the place of the field that the column gives. */
  readonly champ?: PropertyKey;
  /** In the place of what cannot be read. */
  readonly neutral?: Value;
}

export class ContratRow<Name extends TableSection> {
  constructor(
    private readonly name: Name,
    private readonly row: GridRow,
    private readonly table: TableColumns & { readonly lost: readonly LostColumn[] },
    readonly cells: ContratCells,
    readonly path: Path = [],
    readonly nom = "",
    private readonly cle?: string,
  ) {}

  /** As part of the definition, called by these words; `cle` begins the key of what of it may be left out. */
  at(path: Path, nom = "", cle?: string): ContratRow<Name> {
    return new ContratRow(this.name, this.row, this.table, this.cells, path, nom, cle);
  }

  /** The same row, whose mistakes others hear. */
  heardBy(cells: ContratCells): ContratRow<Name> {
    return new ContratRow(this.name, this.row, this.table, cells);
  }

  /** Zero-based row of the sheet. */
  get line(): number {
    return this.row.row;
  }

  get numbered(): readonly NumberedColumn[] {
    return this.table.numbered;
  }

  get isEmpty(): boolean {
    const places = [...this.table.columns.values(), ...this.numbered.map(({ column }) => column)];
    return places.every((column) => this.row.value(column) === null);
  }

  has(column: ColumnOf<Name>): boolean {
    return this.value(column) !== null;
  }

  value(column: ColumnOf<Name>): string | number | boolean | null {
    const at = this.table.columns.get(column);
    return at === undefined ? null : this.row.value(at);
  }

  /** The text of a cell, folded by no one. */
  text(column: ColumnOf<Name>): string | null {
    const value = this.value(column);
    return value === null ? null : String(value).trim();
  }

  /** The row's first cell where the sheet has no such column. */
  cell(column: ColumnOf<Name>): CellRef {
    return this.cells.ref(this.source(column));
  }

  /** The cells that say what it is of. */
  get numeros(): readonly CellRef[] {
    const naming = columnsOf(this.name).filter(([, { nomme }]) => nomme);
    return naming.map(([column]) => this.cell(column as ColumnOf<Name>));
  }

  source(column: ColumnOf<Name>, { parametre, champ }: Omit<Reading<unknown>, "neutral"> = {}): Source {
    const specified = this.specified(column);
    const { heading = "", champ: own = column } = specified;
    return {
      row: this.row,
      column: this.table.columns.get(column) ?? null,
      path: [...this.path, champ ?? own],
      parametre: parametre ?? (this.nom === "" ? heading : `${this.nom} – ${motsDe({ heading, ...specified })}`),
    };
  }

  /** By the kind of the column. */
  read<Column extends ColumnOf<Name>>(column: Column, reading: Reading<LuDe<Name, Column>> = {}): LuDe<Name, Column> {
    const { genre = "libre", mots, cle = column } = this.specified(column);
    const source = this.source(column, reading);
    const mayBeEmpty = mots !== undefined || MAY_BE_EMPTY.includes(genre);
    if (this.cle !== undefined && mayBeEmpty) this.cells.noteEmpty(`${this.cle}/${cle}`, source);
    const read = mots ? this.cells.mot(source, mots) : this.cells.read(source, genre, reading.neutral as never);
    return read as LuDe<Name, Column>;
  }

  /** What may be left out, as fields of the definition. */
  optional<Column extends ColumnOf<Name>>(
    ...columns: readonly Column[]
  ): { readonly [Each in Column]?: NonNullable<LuDe<Name, Each>> } {
    const read = columns.map((column) => [column, this.read(column)] as const);
    return Object.fromEntries(read.filter(([, value]) => value !== null)) as never;
  }

  /** What the columns of the section state but for `others`, as fields of the definition; what may be left out is, in an empty cell. */
  stated<Other extends ColumnOf<Name> = never>(...others: readonly Other[]): Stated<Name, Other> {
    const names = columnsOf(this.name).flatMap(([name, { nomme, sansClause, genre, mots }]) =>
      nomme || sansClause || others.some((other) => other === name)
        ? []
        : [{ name, mayLack: mots !== undefined || genre === "libre" }],
    );
    const read = names.map(({ name, mayLack }) => ({
      name,
      mayLack,
      value: this.read(name as ColumnOf<Name>) as unknown,
    }));
    return Object.fromEntries(
      read.flatMap(({ name, mayLack, value }) => (mayLack && value === null ? [] : [[name, value]])),
    ) as never;
  }

  /** As another kind than its column's. */
  readAs<Kind extends keyof Values>(column: ColumnOf<Name>, kind: Kind, reading: Reading<never> = {}): Values[Kind] {
    return this.cells.read(this.source(column, reading), kind);
  }

  /** One of the words of another column. */
  readMot<Mot extends string>(
    column: ColumnOf<Name>,
    mots: Readonly<Record<Mot, string>>,
    champ: PropertyKey,
  ): Mot | null {
    return this.cells.mot(this.source(column, { champ }), mots);
  }

  fail(column: ColumnOf<Name>, message: string, reading: Reading<never> = {}): void {
    this.cells.failAt(this.source(column, reading), message);
  }

  /** Remembers that the cell gives a part of the definition, whatever it holds. */
  place(column: ColumnOf<Name>, reading: Reading<never> = {}): void {
    this.cells.place(this.source(column, reading));
  }

  /** Under a heading that depends on the contract. */
  readUnder<Kind extends keyof Values>(column: NumberedColumn, kind: Kind, path: Path, words: string): Values[Kind] {
    const parametre = `${this.nom} – ${words}`;
    return this.cells.read({ row: this.row, column: column.column, path: [...this.path, ...path], parametre }, kind);
  }

  isFilled({ column }: Pick<NumberedColumn, "column">): boolean {
    return this.row.value(column) !== null;
  }

  /** The filled columns that no heading of the section is over, while one of the section's own is not there. */
  get lost(): readonly LostColumn[] {
    return this.table.lost.filter((column) => this.isFilled(column));
  }

  failLost(lost: LostColumn): void {
    const cell = this.cells.ref({ row: this.row, column: lost.column, path: [], parametre: "" });
    this.cells.fail(cell, this.nom, describeLost(lost), { colonne: { cell: lost.heading, texte: lost.text } });
  }

  /** Remembers the cell of a statement that a contract may leave open, where it is empty. */
  noteEmpty({ column }: NumberedColumn, cle: string): void {
    this.cells.noteEmpty(cle, { row: this.row, column, path: [], parametre: "" });
  }

  /** The filled ones of the columns with these words, all of which a contract may leave open. */
  filled(words: string, cleOf: (number: number) => string): readonly NumberedColumn[] {
    const columns = this.numbered.filter((column) => column.words === words);
    for (const column of columns) this.noteEmpty(column, cleOf(column.number));
    return columns.filter((column) => this.isFilled(column));
  }

  private specified(column: ColumnOf<Name>): Partial<Columns[string]> {
    const columns: Columns = SECTION_COLUMNS[this.name];
    return columns[column] ?? {};
  }
}

const titleOf = (name: ContratSection): string => `Section « ${SECTION_TITLES[name]} »`;

export function failAbsent(name: ContratSection, cells: ContratCells): void {
  const message = "elle ne se trouve pas dans la feuille. Rétablissez son titre et ses lignes.";
  cells.fail(cells.fallback, titleOf(name), message);
}

export function failAgain(name: ContratSection, { again }: Section, cells: ContratCells): void {
  for (const cell of again) {
    cells.fail(cell, titleOf(name), "ce titre figure deux fois. Gardez-en un seul, avec ses lignes.");
  }
}

export type RowsOf = <Name extends TableSection>(name: Name) => readonly ContratRow<Name>[];

/** The filled rows of a section; none, and a mistake at its title, where the section or a column of it is not there. */
export function readRows<Name extends TableSection>(
  name: Name,
  sections: Sections,
  cells: ContratCells,
): readonly ContratRow<Name>[] {
  const parametre = titleOf(name);
  const section = sections.get(name);
  if (!section) {
    if (REQUIRED_SECTIONS.includes(name)) failAbsent(name, cells);
    return [];
  }
  const table = findTableColumns(name, sections);
  if (!table) {
    cells.fail(section.title, parametre, "aucune ligne d’en-tête n’a été reconnue sous ce titre. Rétablissez-la.");
    return [];
  }
  failAgain(name, section, cells);
  for (const { cell, text } of table.again) {
    cells.fail(cell, parametre, `la colonne ${cite(text)} figure deux fois. Gardez-en une seule.`);
  }
  const [missing] = columnsOf(name).filter(([column, { required }]) => required && !table.columns.has(column));
  if (missing) {
    const message = `la colonne ${cite(missing[1].heading)} ne s’y trouve pas. Rétablissez son en-tête.`;
    cells.fail(table.heading, parametre, message);
    return [];
  }
  const lost = findLost(name, table);
  // A line of the register loses its effect with its column: it is told of each line.
  if (name !== "avenants") for (const one of lost) cells.fail(one.heading, parametre, describeLost(one));
  return table.rows.map((row) => new ContratRow(name, row, { ...table, lost }, cells)).filter((row) => !row.isEmpty);
}
