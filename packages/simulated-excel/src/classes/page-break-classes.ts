// Page breaks before rows and before columns.
import type { SheetModel } from "xlsx-model/workbook-model";
import type { ExcelState } from "../excel-state";
import { hostClass, wholeArgument, type ClassTables } from "../object-table";
import { hostErrors } from "../wire";
import { toRange } from "./objects";
import { rangeObject, type SheetObject } from "./range-object";

type Lines = "rowBreaks" | "columnBreaks";

interface BreaksObject extends SheetObject {
  readonly lines: Lines;
}

interface BreakObject extends BreaksObject {
  readonly at: number;
}

export function breaksObject(sheet: SheetModel, lines: Lines): BreaksObject {
  return { className: "PageBreakCollection", sheet, lines };
}

const pageBreak = ({ sheet, lines }: BreaksObject, at: number): BreakObject => ({
  className: "PageBreak",
  sheet,
  lines,
  at,
});
const breaks = (object: BreaksObject) => object.sheet[object.lines].map((at) => pageBreak(object, at));

function present({ sheet, lines, at }: BreakObject): number {
  if (!sheet[lines].includes(at)) throw hostErrors.itemNotFound();
  return at;
}

export function pageBreakClasses(state: ExcelState): ClassTables {
  return {
    PageBreakCollection: hostClass<BreaksObject>({
      items: breaks,
      index: (collection, index) => breaks(collection)[wholeArgument(index, 0)] ?? null,
      call: {
        // "Adds a page break before the top-left cell of the range specified."
        Add(collection, place) {
          const { sheet, lines } = collection;
          const { range } = toRange(state, sheet, place);
          const at = lines === "rowBreaks" ? range.top : range.left;
          // No page ends before the first row or column.
          if (at === 0) throw hostErrors.invalidArgument();
          state.writable(sheet)[lines] = [...new Set([...sheet[lines], at])].sort((left, right) => left - right);
          return pageBreak(collection, at);
        },
        RemovePageBreaks: ({ sheet, lines }) => void (state.writable(sheet)[lines] = []),
      },
    }),
    PageBreak: hostClass<BreakObject>({
      key: ({ sheet, lines, at }) => ({ _Id: sheet[lines].indexOf(at) }),
      call: {
        Delete(object) {
          const at = present(object);
          state.writable(object.sheet)[object.lines] = object.sheet[object.lines].filter((other) => other !== at);
        },
        GetCellAfterBreak(object) {
          const at = present(object);
          const [row, column] = object.lines === "rowBreaks" ? [at, 0] : [0, at];
          return rangeObject(object.sheet, { top: row, left: column, bottom: row, right: column });
        },
      },
    }),
  };
}
