// One cell as the grid shows it.
import type { CSSProperties } from "react";
import type { CellContent } from "xlsx-model/sheet-values";
import type { DrawnChart } from "./chart-picture";

export interface CellView {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly text: string;
  readonly css: CSSProperties;
  /** A conditional format gives it a border. */
  readonly isHighlighted: boolean;
  /** What stands beside the workbook speaks of it now. */
  readonly isMarked: boolean;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Pixels over which a text runs into its empty neighbours; null to stay within the cell. */
  readonly overflow: number | null;
  /** A chart that begins in this cell. */
  readonly chart: DrawnChart | null;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** The text that editing starts with, null when the cell is not being edited. */
  readonly draft: string | null;
}
