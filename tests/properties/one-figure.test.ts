// One figure of a right workbook changed by itself: nobody changes the sums with it, and nothing is then said to conform.
import { expect, test } from "vitest";
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import { readCells } from "../../src/core/reading/account/read-cells";
import { verify } from "../../src/core/verify";
import type { RawWorkbook } from "../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import fc, { check, runs } from "../seeded";
import { cleanContent } from "./content";
import { contracts } from "./contracts";
import { explain, verifyCase } from "./run";
import { EARLY } from "./slips/slip";
import { workbookLayouts } from "./workbook-layout";

/** More than a slip of rounding in thousands of euros, and less than what a word or a unit could explain. */
const CHANGE = 7;

/** A year that a recap shows beside the contract's is told, and nothing is held against it. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 2000 && value <= 2100;

/** Typed figures that a table reads; what a formula gives is its own matter. */
function typedFigures(raw: RawWorkbook, isRead: (cell: CellRef) => boolean): readonly CellRef[] {
  return raw.sheets.flatMap(({ name, blocks, resultSheet }) =>
    blocks.flatMap((block) =>
      block.values.flatMap((values, down) =>
        values.flatMap((value, right) => {
          const cell = { sheet: name, row: block.row + down, column: block.column + right };
          const isTyped =
            typeof value === "number" && !isYear(value) && (block.formulas[down]?.[right] ?? null) === null;
          return isTyped && resultSheet === null && isRead(cell) ? [cell] : [];
        }),
      ),
    ),
  );
}

function withChange(raw: RawWorkbook, { sheet, row, column }: CellRef): RawWorkbook {
  const change = (value: CellValue): CellValue => (typeof value === "number" ? value + CHANGE : value);
  const sheets = raw.sheets.map((one) =>
    one.name !== sheet
      ? one
      : {
          ...one,
          blocks: one.blocks.map((block) => ({
            ...block,
            values: block.values.map((values, down) =>
              values.map((value, right) =>
                block.row + down === row && block.column + right === column ? change(value) : value,
              ),
            ),
          })),
        },
  );
  return { ...raw, sheets };
}

test("one figure changed alone: never « Conforme », unless nothing adds it and the contract welcomes it", () => {
  let tried = 0;
  check(
    runs(30, 170),
    fc.property(contracts, workbookLayouts, fc.nat(), (convention, layout, at) => {
      const content = { ...cleanContent(convention, EARLY), execution: null };
      let changed: CellRef | undefined;
      const verified = verifyCase({
        content,
        layout,
        asOf: EARLY,
        disturb: (raw) => {
          const read = readCells(verify(raw, convention, EARLY).dossier);
          const cells = typedFigures(raw, ({ sheet, row, column }) => read.of(sheet)(row, column));
          changed = cells[at % cells.length];
          return changed ? withChange(raw, changed) : raw;
        },
      });
      if (!changed) return;
      tried += 1;
      const { verdict, findings } = verified.verification;
      const address = formatCellRef(changed);
      const isWelcome = findings.some(({ cells }) => cells.some((cell) => formatCellRef(cell) === address));
      if (verdict.state === "conforming" && !isWelcome) throw new Error(explain(verified, `${address} changed alone`));
    }),
  );
  expect(tried).toBeGreaterThan(10);
});
