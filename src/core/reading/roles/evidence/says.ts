// What a piece of evidence says of a column, of a row or of a table.
import type { Nature, Part } from "../../../domain/natures";
import type { Tableau } from "../../gather-tables";

export interface ColumnSays {
  readonly year: number;
  readonly part: Part;
  readonly nature: Nature;
  /** No amount that the contract asks for. */
  readonly aside: boolean;
}

export interface RowSays {
  /** "action 5", "total": what `row-roles.ts` makes an answer of. */
  readonly row: string;
}

export interface LackingSays {
  /** "etat", "2025", "3": what a candidate has as its value. */
  readonly is: string;
}

export interface IndicatorSays {
  readonly measure: "t0" | "target" | "achieved";
  readonly year: number;
}

export interface ListSays {
  /** Whose credits of the State they are. */
  readonly year: number;
  /** Payments of others than the State. */
  readonly aside: boolean;
}

export interface TableSays {
  /** The one to verify. */
  readonly table: Tableau;
}
