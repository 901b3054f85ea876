// Tables of a Word document: columns of fixed width, headings repeated on each page, rows that no page break cuts.
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { withoutTurning } from "../core/domain/words/steering";
import { COLORS } from "./styles";

type Align = "left" | "right" | "center";

interface TextCell {
  readonly text: string;
  readonly align?: Align;
  readonly isStrong?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** A cell that a span above or beside it covers is left out. */
export type Cell = string | TextCell;

export interface Row {
  readonly cells: readonly Cell[];
  readonly look?: "line" | "total";
  /** On one page with the row below. */
  readonly keepsNext?: boolean;
}

export interface TablePlan {
  /** Twentieths of a point. */
  readonly widths: readonly number[];
  /** How the texts of each column are aligned; headings are centred. */
  readonly aligns: readonly Align[];
  readonly headings: readonly (readonly Cell[])[];
  readonly rows: readonly Row[];
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: COLORS.line } as const;
const FILLS = { line: null, total: COLORS.total, heading: COLORS.heading } as const;

const ALIGNMENTS = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

function paragraphs(text: string, align: Align, style: string): Paragraph[] {
  const lines = withoutTurning(text).split("\n");
  return lines.map((line) => new Paragraph({ text: line, style, alignment: ALIGNMENTS[align] }));
}

class TableDraft {
  /** How many more rows a cell above still covers, by column. */
  private readonly covered: number[];

  constructor(private readonly plan: TablePlan) {
    this.covered = plan.widths.map(() => 0);
  }

  row(cells: readonly Cell[], look: keyof typeof FILLS, keepNext: boolean): TableRow {
    const { widths, aligns } = this.plan;
    let column = 0;
    const children = cells.map((cell) => {
      while ((this.covered[column] ?? 0) > 0) column += 1;
      const {
        text,
        align,
        isStrong = look !== "line",
        columns = 1,
        rows = 1,
      } = typeof cell === "string" ? { text: cell } : cell;
      const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
      const side = align ?? (look === "heading" ? "center" : (aligns[column] ?? "left"));
      const style = isStrong ? "CelluleForte" : "Cellule";
      const fill = FILLS[look];
      for (let covered = column; covered < column + columns; covered += 1) this.covered[covered] = rows;
      column += columns;
      return new TableCell({
        children: paragraphs(text, side, style),
        width: { size: width, type: WidthType.DXA },
        verticalAlign: look === "heading" ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
        ...(columns > 1 && { columnSpan: columns }),
        ...(rows > 1 && { rowSpan: rows }),
        ...(fill !== null && { shading: { type: ShadingType.CLEAR, fill, color: "auto" } }),
      });
    });
    for (const [index, rows] of this.covered.entries()) this.covered[index] = Math.max(0, rows - 1);
    return new TableRow({ children, cantSplit: true, keepNext, ...(look === "heading" && { tableHeader: true }) });
  }
}

export function dataTable(plan: TablePlan): Table {
  const draft = new TableDraft(plan);
  return new Table({
    rows: [
      ...plan.headings.map((cells) => draft.row(cells, "heading", true)),
      ...plan.rows.map(({ cells, look = "line", keepsNext = false }) => draft.row(cells, look, keepsNext)),
    ],
    columnWidths: plan.widths,
    width: { size: plan.widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: 70, right: 70, marginUnitType: WidthType.DXA },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
  });
}

/** Columns in proportion, as wide as the page. */
export function fitted(widths: readonly number[], page: number): number[] {
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => Math.floor((width * page) / sum));
}
