// What the agent copies and pastes: cells among themselves keep their formulas, and any text in lines and tabs comes in.
import { shiftFormula } from "xlsx-model/formula-text/move-formula";
import type { GridRange } from "xlsx-model/plan";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { CellContent } from "xlsx-model/sheet-values";
import { readEntry } from "../formula/typed-content";
import { displayValue } from "../view/display";
import type { Entry } from "./desk";

interface Copied {
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly CellContent[])[];
}

type Maker = (row: number, column: number) => Omit<Entry, "row" | "column">;

export class Clipboard {
  #copied: Copied | null = null;

  /** Answers the text that other programs get. */
  copy(sheet: SheetModel, { top, left, bottom, right }: GridRange): string {
    const rows: CellContent[][] = [];
    const lines: string[] = [];
    for (let row = top; row <= bottom; row++) {
      const cells: CellContent[] = [];
      const texts: string[] = [];
      for (let column = left; column <= right; column++) {
        const content = sheet.content(row, column);
        cells.push(content);
        texts.push(displayValue(content.value, sheet.style(row, column).numberFormat).replaceAll(/[\t\n]/g, " "));
      }
      rows.push(cells);
      lines.push(texts.join("\t"));
    }
    const text = lines.join("\n");
    this.#copied = { text, top, left, rows };
    return text;
  }

  /** From the first cell of the selection; one cell alone fills all of it. */
  paste(text: string, sheet: SheetModel, selection: GridRange): Entry[] {
    const plain = text.replaceAll("\r\n", "\n").replace(/\n$/, "");
    const makers = plain === this.#copied?.text ? copiedMakers(this.#copied) : typedMakers(plain, sheet);
    const [first] = makers;
    const isOne = makers.length === 1 && first?.length === 1;
    const { top, left, bottom, right } = selection;
    const entries: Entry[] = [];
    for (let down = 0; down <= (isOne ? bottom - top : makers.length - 1); down++) {
      const line = isOne ? first : makers[down];
      for (let across = 0; across <= (isOne ? right - left : (line?.length ?? 0) - 1); across++) {
        const make = line?.[isOne ? 0 : across];
        const [row, column] = [top + down, left + across];
        if (make) entries.push({ row, column, ...make(row, column) });
      }
    }
    return entries;
  }
}

function copiedMakers({ rows, top, left }: Copied): Maker[][] {
  return rows.map((cells, down) =>
    cells.map(({ value, formula }, across): Maker => (row, column) => {
      const moved = formula === null ? null : shiftFormula(formula, row - top - down, column - left - across);
      return { content: { value, formula: moved } };
    }),
  );
}

function typedMakers(text: string, sheet: SheetModel): Maker[][] {
  return text.split("\n").map((line) =>
    line.split("\t").map(
      (part): Maker =>
        (row, column) =>
          readEntry(part, sheet.style(row, column)),
    ),
  );
}
