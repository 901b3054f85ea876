// What a session remembers saves requests, and nothing else: whatever the agent does between two runs, what is read and written is the same.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { SessionMemory } from "../../src/excel/session-memory";
import { RESULT_SHEET_MARKS } from "../../src/core/sheets/parts/marks";
import { refusals } from "../../src/core/sheets/parts/refusals";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { situateWorkbook } from "../../src/usecases/situate-workbook";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { describeWorkbook } from "./describe-workbook";
import { settled, sheetNamed, simulatedExcel } from "./simulated-excel";
import { DRESSED_ALONE } from "./tested-profile";

const excel = simulatedExcel();
const NAME = "classeur-exemple.xlsx";
const AS_OF = "2026-11-24";
const bytes = new Uint8Array(readFileSync(new URL(`../../exemples/${NAME}`, import.meta.url)));

async function verifyWith(memory: SessionMemory) {
  excel.host.takeTraffic();
  const result = await runExcel((context) => verifyWorkbook(excelWorkbook(context, { memory }), contratIntegre, AS_OF));
  await settled();
  return { result, requests: excel.host.takeTraffic().requests };
}

const readWith = (memory: SessionMemory) => runExcel((context) => excelWorkbook(context, { memory }).read());

describe("a session", () => {
  it("verifies in five requests first, and in three from then on", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const memory = new SessionMemory();
    const counts: number[] = [];
    for (let run = 0; run < 3; run += 1) counts.push((await verifyWith(memory)).requests);
    expect(counts).toEqual([5 + DRESSED_ALONE, 3, 3]);
  });

  it("verifies in four requests after the pane has said what the workbook is", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const memory = new SessionMemory();
    excel.host.takeTraffic();
    await runExcel((context) => situateWorkbook(excelWorkbook(context, { memory }), contratIntegre, AS_OF));
    await settled();
    const counts = [excel.host.takeTraffic().requests];
    for (let run = 0; run < 2; run += 1) counts.push((await verifyWith(memory)).requests);
    expect(counts).toEqual([2, 4 + DRESSED_ALONE, 3]);
  });

  it("writes the page of a sheet again that was deleted, and not of one that stands", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const memory = new SessionMemory();
    await verifyWith(memory);
    const wanted = describeWorkbook(excel.host.model);
    const { model } = excel.host;
    model.removeSheet(sheetNamed(model, "Écarts").id);
    await verifyWith(memory);
    const byName = ({ sheets }: typeof wanted) => [...sheets].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(byName(describeWorkbook(model))).toEqual(byName(wanted));
  });

  /** What the agent, or another run, may have done since. */
  const CHANGES: Readonly<Record<string, (model: WorkbookModel) => void>> = {
    nothing: () => {},
    "a figure typed": (model) => sheetNamed(model, "Tableau budgétaire").setContent(4, 3, { value: 1, formula: null }),
    "a sheet added": (model) => model.addSheet("Autre").setContent(0, 0, { value: "x", formula: null }),
    "a sheet deleted": (model) => model.removeSheet(sheetNamed(model, "Indicateurs").id),
    "a sheet renamed": (model) => {
      sheetNamed(model, "Indicateurs").name = "Suivi";
    },
    "a sheet hidden": (model) => {
      sheetNamed(model, "Indicateurs").visibility = "hidden";
    },
    "a hidden sheet shown": (model) => {
      sheetNamed(model, "Masquée").visibility = "visible";
    },
    "a sheet replaced": (model) => {
      model.removeSheet(sheetNamed(model, "Indicateurs").id);
      model.addSheet("Indicateurs").setContent(2, 2, { value: "y", formula: null });
    },
    "a result sheet made an agent's own": (model) => {
      for (const { name, scope } of [...model.names])
        if (name === RESULT_SHEET_MARKS.ecarts) model.removeName(name, scope);
    },
    "a result sheet moved": (model) => model.moveSheet(sheetNamed(model, "Écarts").id, 0),
  };

  it.each(Object.entries(CHANGES))("reads the same as one that begins, after %s", async (_, change) => {
    const model = openXlsx(bytes, NAME);
    const hidden = model.addSheet("Masquée");
    hidden.setContent(1, 1, { value: "sous", formula: null });
    hidden.visibility = "hidden";
    excel.host.open(model);
    const memory = new SessionMemory();
    await verifyWith(memory);
    change(model);
    expect(await readWith(memory)).toEqual(await readWith(new SessionMemory()));
    // And once more, from what it remembers now.
    expect(await readWith(memory)).toEqual(await readWith(new SessionMemory()));
  });

  it("asks again for what stands on a sheet that has become ours", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const memory = new SessionMemory();
    await verifyWith(memory);
    const mark = excel.host.model.names.find(({ name }) => name === RESULT_SHEET_MARKS.synthese);
    excel.host.model.removeName(RESULT_SHEET_MARKS.synthese, null);
    await readWith(memory);
    if (mark) excel.host.model.setName(mark);
    // As many requests as if nothing were remembered: the sheet's charts and filter were not asked for with the others.
    excel.host.takeTraffic();
    await readWith(memory);
    expect(excel.host.takeTraffic().requests).toBe(3);
  });

  // Of the page and the frozen rows, as of whatever else the figures can do without.
  it("says to run again once, then that this Excel refuses, then no more; and anew once it was taken", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const memory = new SessionMemory();
    const toldWhere = async (first: number) => {
      for (let after = first; after < first + 12; after += 1)
        excel.host.faults.plan({ after, error: "GeneralException", at: "before" });
      const { result } = await verifyWith(memory);
      excel.host.faults.clear();
      return result.refusals;
    };
    const said = (sentence: (sheet: string) => string) => ["Écarts", "Synthèse par axe"].map(sentence);
    expect(await toldWhere(4)).toEqual(said(refusals.undressed));
    expect(await toldWhere(3)).toEqual(said(refusals.neverDressed));
    expect(await toldWhere(3)).toEqual([]);
    expect((await verifyWith(memory)).result.refusals).toEqual([]);
    memory.forgetDressed({ id: sheetNamed(excel.host.model, "Écarts").id });
    expect(await toldWhere(3)).toEqual([refusals.undressed("Écarts")]);
  });

  it("asks for another workbook as if there had been none", async () => {
    excel.host.open(openXlsx(bytes, NAME));
    const memory = new SessionMemory();
    await readWith(memory);
    const other = new Uint8Array(readFileSync(new URL("../../exemples/classeur-bilan.xlsx", import.meta.url)));
    excel.host.open(openXlsx(other, "autre.xlsx"));
    expect(await readWith(memory)).toEqual(await readWith(new SessionMemory()));
  });
});
