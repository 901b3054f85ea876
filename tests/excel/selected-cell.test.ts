// The agent's selection as the place of an annexe: its first cell, or one sentence when there is none.
import { describe, expect, it } from "vitest";
import { WorkbookError } from "xlsx-model/plan";
import { runExcel } from "../../src/excel/run-excel";
import { selectedCell } from "../../src/excel/selected-cell";
import { WHOLE_SHEET } from "simulated-excel/address";
import { sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();

const open = () => {
  excel.host.open(workbookOf({ Notes: [["a"]], "Feuille d’après": [["b"]] }));
  return sheetNamed(excel.host.model, "Feuille d’après");
};

describe("the selected cell", () => {
  it.each([
    ["one cell", { top: 4, left: 1, bottom: 4, right: 1 }, 4, 1],
    ["several cells", { top: 4, left: 1, bottom: 9, right: 3 }, 4, 1],
    ["a whole column", { ...WHOLE_SHEET, left: 3, right: 3 }, 0, 3],
    ["a whole row", { ...WHOLE_SHEET, top: 6, bottom: 6 }, 6, 0],
    ["everything", WHOLE_SHEET, 0, 0],
  ])("is the first one of %s", async (_, range, row, column) => {
    excel.host.select(open(), range);
    expect(await runExcel(selectedCell)).toEqual({ sheet: "Feuille d’après", row, column });
  });

  it("is asked for when a drawing or several ranges are selected", async () => {
    open();
    excel.host.selectNoCell();
    const refusal = await runExcel(selectedCell).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(WorkbookError);
    expect((refusal as Error).message).toMatch(/^Aucune cellule n’est sélectionnée.*Cliquez sur la cellule/u);
    excel.host.select(sheetNamed(excel.host.model, "Notes"), { top: 0, left: 0, bottom: 0, right: 0 });
    expect(await runExcel(selectedCell)).toMatchObject({ sheet: "Notes" });
  });
});
