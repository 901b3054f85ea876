// What one look at the workbook in Excel brings: its cells, or its marks alone.
import type { RawWorkbook } from "../core/workbook-port";
import type { Standing } from "./read-marks";

export interface Reading {
  readonly what: "all" | "marks";
  readonly raw: RawWorkbook;
  /** Hidden names of ours that the workbook has, wherever they point. */
  readonly marks: ReadonlySet<string>;
  /** Our hidden sheets that Excel shows, because a write stopped before it hid them. */
  readonly shown: readonly string[];
  /** By the result sheet's id. */
  readonly standing: ReadonlyMap<string, Standing>;
  /** Tab names of the sheets of which Excel does not tell the conditional formats. */
  readonly unread: readonly string[];
}
