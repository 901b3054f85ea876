// One file under the grid and under the pane: turns, failures, and what the page knows of unsaved work.
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { WorkbookError } from "xlsx-model/plan";
import { openXlsx } from "xlsx-model/open-xlsx";
import { WorkbookSession } from "../../src/grid/workbook/session";
import { FileDesk } from "../../src/page/file-desk";

const bytes = new Uint8Array(readFileSync("exemples/classeur-conforme.xlsx"));
const HIGHLIGHT = {
  severity: "error",
  range: { sheet: "Tableau budgétaire", top: 0, left: 0, bottom: 0, right: 0 },
} as const;

let desk: FileDesk;
let grid: WorkbookSession;

beforeEach(() => {
  desk = new FileDesk(bytes, "classeur.xlsx");
  grid = new WorkbookSession(desk);
  desk.onWritten(() => {
    grid.forgetHistory();
  });
});

const value = (row: number, column: number) => desk.model.activeSheet.content(row, column).value;
const write = () =>
  desk.run(async ({ port }) => port.apply({ highlights: [HIGHLIGHT], sheets: [] }, await port.read()));
const formats = () =>
  desk.model.sheets.find(({ name }) => name === "Tableau budgétaire")?.conditionalFormats.length ?? 0;

async function type(row: number, column: number, text: string): Promise<void> {
  grid.select(row, column);
  grid.startEditing("");
  grid.commit(text, "down");
  // The turn of the entry is over when the next one comes.
  await desk.run(() => Promise.resolve());
}

describe("the agent's entries", () => {
  it("are told to who watches, and are unsaved until a copy is kept", async () => {
    let edits = 0;
    await desk.watchChanges(() => (edits += 1));
    expect(desk.unsaved).toBe("nothing");
    await type(40, 0, "12,5");
    expect([value(40, 0), edits, desk.unsaved]).toEqual([12.5, 1, "changes"]);
    const copy = await desk.copy();
    expect(desk.unsaved).toBe("changes");
    desk.settle(copy, "kept");
    expect(desk.unsaved).toBe("nothing");
    expect(openXlsx(copy.bytes, "x.xlsx").activeSheet.content(40, 0).value).toBe(12.5);
  });

  it("are in no copy that was made before them, and a download settles nothing by itself", async () => {
    await type(40, 0, "1");
    const copy = await desk.copy();
    desk.settle(copy, "downloaded");
    expect(desk.unsaved).toBe("downloaded");
    await type(40, 0, "2");
    expect(desk.unsaved).toBe("changes");
    for (const as of ["downloaded", "kept"] as const) {
      desk.settle(copy, as);
      expect(desk.unsaved).toBe("changes");
    }
  });

  it("are no edits of his when the pane writes", async () => {
    let edits = 0;
    await desk.watchChanges(() => (edits += 1));
    await write();
    expect([edits, desk.unsaved]).toEqual([0, "changes"]);
  });

  it("can be taken back, but not past what the pane wrote", async () => {
    await type(40, 0, "1");
    grid.undo();
    await desk.run(() => Promise.resolve());
    expect(value(40, 0)).toBeNull();
    await type(40, 0, "2");
    await write();
    grid.undo();
    await desk.run(() => Promise.resolve());
    expect(value(40, 0)).toBe(2);
  });

  it("wait for the job that runs", async () => {
    const seen: unknown[] = [];
    const job = desk.run(async ({ port }) => {
      await port.read();
      seen.push(value(40, 0));
    });
    const entry = type(40, 0, "7");
    await Promise.all([job, entry]);
    expect([...seen, value(40, 0)]).toEqual([null, 7]);
  });
});

describe("a job of the pane", () => {
  it("that fails after it wrote leaves the workbook as it was, and the next one works", async () => {
    const before = formats();
    await type(40, 0, "9");
    const failing = desk.run(async ({ port }) => {
      await port.apply({ highlights: [HIGHLIGHT], sheets: [] }, await port.read());
      throw new Error("in the middle");
    });
    await expect(failing).rejects.toThrow("in the middle");
    expect([formats(), value(40, 0)]).toEqual([before, 9]);
    await write();
    expect(formats()).toBe(before + 1);
    // The grid goes on with the workbook that came back.
    await type(40, 0, "10");
    expect(value(40, 0)).toBe(10);
  });

  it("goes to a cell, and says when its sheet is gone or hidden", async () => {
    const go = (sheet: string) => desk.run(({ selectCell }) => selectCell({ sheet, row: 6, column: 3 }));
    await go("Indicateurs");
    expect([desk.selection.sheet.name, desk.selection.range.top]).toEqual(["Indicateurs", 6]);
    await expect(go("Perdue")).rejects.toThrow(WorkbookError);
    const [budget] = desk.model.sheets;
    if (budget) budget.visibility = "hidden";
    await expect(go(budget?.name ?? "")).rejects.toThrow(/masquée/);
  });
});
