// A placement whose connection is lost half-way is written whole by the next run: what the first left is ours, and no colleague's.
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { WorkbookError } from "xlsx-model/plan";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openXlsx } from "xlsx-model/open-xlsx";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { describeWorkbook } from "./describe-workbook";
import { simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();
const NAME = "classeur.xlsx";
const CELL = { sheet: "Notes", row: 5, column: 2 };

function openNotes() {
  excel.host.open(openXlsx(workbookOf({ Notes: [["à garder"], [12]] }, NAME).save(), NAME));
  return excel.host.model;
}

const place = () =>
  runExcel((context) =>
    insertAnnexe(excelWorkbook(context), contratIntegre, "2024-06-30", [{ kind: "echeancier" }], "built-in", {
      cell: CELL,
    }),
  );

it("is written whole by the next run, and leaves no mark", async () => {
  const whole = openNotes();
  await place();
  const wanted = describeWorkbook(whole);

  const broken = openNotes();
  excel.host.faults.plan({ after: 6, at: 120, error: "InvalidOperation", isLost: true });
  await expect(place()).rejects.toBeInstanceOf(WorkbookError);
  excel.host.faults.clear();
  // A batch that stops in the middle leaves formats said in part: the simulation lists them.
  excel.host.takeUnsupported();
  expect(broken.names.some(({ name }) => name.includes("en_cours"))).toBe(true);
  await place();
  expect(describeWorkbook(broken)).toEqual(wanted);
});
