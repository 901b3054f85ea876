// Sheets written cell by cell, remembering what stands where, so that a finding can be expected by what it is about.
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { RawSheet, RawWorkbook } from "../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "../core/reading/raw-workbook-builder";

/** Address of a tagged cell, as a formula on the same sheet writes it. */
type Address = (tag: string) => string;

export interface CellSpec {
  readonly value: CellValue;
  readonly tags?: readonly string[];
  readonly formula?: ((at: Address) => string) | undefined;
  readonly numberFormat?: string | undefined;
}

export type Written = CellSpec | CellValue;

interface Placed extends CellSpec {
  readonly row: number;
  readonly column: number;
}

const isSpec = (cell: Written): cell is CellSpec => cell !== null && typeof cell === "object";

export class Pen {
  row: number;

  constructor(
    readonly sheet: string,
    private readonly top: number,
    private readonly left: number,
    private readonly cells: Placed[],
  ) {
    this.row = top;
  }

  /** The next row; empty cells are null. */
  write(cells: readonly Written[]): void {
    for (const [index, cell] of cells.entries()) {
      if (cell === null) continue;
      const spec = isSpec(cell) ? cell : { value: cell };
      this.cells.push({ ...spec, row: this.row, column: this.left + index });
    }
    this.row += 1;
  }

  skip(rows: number): void {
    this.row += rows;
  }

  /** Whether anything stands above. */
  get isBegun(): boolean {
    return this.row > this.top;
  }
}

export class Canvas {
  private readonly sheets = new Map<
    string,
    { readonly pen: Pen; readonly cells: Placed[]; readonly resultSheet: RawSheet["resultSheet"] }
  >();

  /** The pens of the tables that stand beside others. */
  private readonly replaced = new Map<string, Pen>();

  /** The pen of that sheet, which goes on below what it has written; rows and columns are left empty before. */
  pen(sheet: string, top = 0, left = 0, resultSheet: RawSheet["resultSheet"] = null): Pen {
    const beside = this.replaced.get(sheet);
    if (beside) return beside;
    let known = this.sheets.get(sheet);
    if (!known) {
      const cells: Placed[] = [];
      this.sheets.set(sheet, (known = { pen: new Pen(sheet, top, left, cells), cells, resultSheet }));
    }
    return known.pen;
  }

  /** A pen for another table of that sheet, to the right of what stands there. */
  beside(sheet: string, top: number): Pen {
    const { pen, cells } = this.sheets.get(sheet) ?? { pen: null, cells: [] };
    if (!pen) return this.pen(sheet, top);
    const right = Math.max(0, ...cells.map(({ column }) => column));
    const other = new Pen(sheet, top, right + 3, cells);
    this.replaced.set(sheet, other);
    return other;
  }

  /** `order` puts the sheets in another order than that in which they were begun. */
  finish(order: (names: readonly string[]) => readonly string[] = (names) => names): Workbook {
    const places = new Map<string, CellRef>();
    for (const [sheet, { cells }] of this.sheets) {
      for (const { row, column, tags } of cells) for (const tag of tags ?? []) places.set(tag, { sheet, row, column });
    }
    const literals = order([...this.sheets.keys()]).map((name): [string, SheetLiteral] => {
      const { cells = [], resultSheet = null } = this.sheets.get(name) ?? {};
      return [name, { cells: grid(name, cells, places), resultSheet }];
    });
    return new Workbook(rawWorkbook(Object.fromEntries(literals)), places);
  }
}

function grid(sheet: string, cells: readonly Placed[], places: ReadonlyMap<string, CellRef>): CellLiteral[][] {
  const at: Address = (tag) => {
    const place = places.get(tag);
    if (!place) throw new Error(`nothing is tagged ${tag}`);
    return place.sheet === sheet ? formatLocalCell(place.row, place.column) : formatCellRef(place);
  };
  const height = Math.max(0, ...cells.map(({ row }) => row + 1));
  const rows: CellLiteral[][] = Array.from({ length: height }, () => []);
  for (const { row, column, value, formula, numberFormat } of cells) {
    const line = rows[row];
    if (!line) continue;
    line[column] = { value, ...(formula && { formula: formula(at) }), ...(numberFormat && { numberFormat }) };
  }
  return rows.map((line) => Array.from(line, (cell) => cell ?? null));
}

export class Workbook {
  constructor(
    readonly raw: RawWorkbook,
    private readonly places: ReadonlyMap<string, CellRef>,
  ) {}

  has(tag: string): boolean {
    return this.places.has(tag);
  }

  /** "'Budget 2024'!C4" of the first of these tags that stands in the workbook. */
  at(...tags: readonly string[]): string {
    for (const tag of tags) {
      const place = this.places.get(tag);
      if (place) return formatCellRef(place);
    }
    throw new Error(`nothing is tagged ${tags.join(" or ")}`);
  }

  /** The tags that begin with these words, in the order of their cells. */
  tagged(prefix: string): readonly string[] {
    return [...this.places.keys()].filter((tag) => tag.startsWith(prefix));
  }

  /** The address of each cell of figures with such a tag that holds a typed number, in the order of the sheets. */
  typed(tag: RegExp): readonly string[] {
    const cells = [...this.places].filter(([one, place]) => tag.test(one) && this.isTyped(place));
    const inOrder = ([, left]: (typeof cells)[number], [, right]: (typeof cells)[number]): number =>
      left.sheet.localeCompare(right.sheet) || left.row - right.row || left.column - right.column;
    return cells.sort(inOrder).map(([, place]) => formatCellRef(place));
  }

  private isTyped({ sheet, row, column }: CellRef): boolean {
    const block = this.raw.sheets.find(({ name }) => name === sheet)?.blocks[0];
    return typeof block?.values[row]?.[column] === "number" && block.formulas[row]?.[column] === null;
  }

  /** What stands at each cell, by its address: all the tags that were given to it. */
  names(): ReadonlyMap<string, readonly string[]> {
    const names = new Map<string, string[]>();
    for (const [tag, place] of this.places) {
      const address = formatCellRef(place);
      names.set(address, [...(names.get(address) ?? []), tag]);
    }
    return names;
  }
}
