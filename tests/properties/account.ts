// Where each figure of a verified workbook went: read by a table or a part, or told to the agent with a range that holds it.
import { formatCellRef, parseLocalRange, type CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../src/core/domain/dossier";
import { readCells } from "../../src/core/reading/account/read-cells";
import type { Verification } from "../../src/core/verification";
import type { RawWorkbook } from "../../src/core/workbook-port";

export interface Accounts {
  isRead(cell: CellRef): boolean;
  isTold(cell: CellRef): boolean;
}

export function accountsOf(dossier: Dossier, { unread, leftAside = [] }: Verification): Accounts {
  const read = readCells(dossier);
  const told = [...unread, ...leftAside].map(({ sheet, range }) => ({
    sheet,
    area: range === undefined ? null : parseLocalRange(range),
  }));
  return {
    isRead: ({ sheet, row, column }) => read.of(sheet)(row, column),
    isTold: ({ sheet, row, column }) =>
      told.some(
        (one) =>
          one.sheet === sheet &&
          (one.area === null ||
            (row >= one.area.top && row <= one.area.bottom && column >= one.area.left && column <= one.area.right)),
      ),
  };
}

/** A date is no figure to anybody, and the years of a heading are what it says. */
const isFigure = (value: unknown, format: string | undefined): boolean =>
  typeof value === "number" &&
  !/[ymd]/i.test(format ?? "") &&
  !(Number.isInteger(value) && value >= 2000 && value <= 2100);

/** The addresses of the figures that nothing was said of. */
export function vanished(raw: RawWorkbook, accounts: Accounts): readonly string[] {
  const sheets = raw.sheets.filter(({ visibility, resultSheet }) => visibility === "visible" && resultSheet === null);
  return sheets.flatMap(({ name, blocks }) =>
    blocks.flatMap((block) =>
      block.values.flatMap((values, down) =>
        values.flatMap((value, right) => {
          const cell = { sheet: name, row: block.row + down, column: block.column + right };
          const isOne = isFigure(value, block.numberFormats[down]?.[right]);
          return isOne && !accounts.isRead(cell) && !accounts.isTold(cell) ? [formatCellRef(cell)] : [];
        }),
      ),
    ),
  );
}
