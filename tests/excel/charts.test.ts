// Charts of a plan: the same through both adapters, in the place of those of an earlier run, beside those of the agent.
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { SheetPlan, WorkbookPort, WritePlan } from "../../src/core/workbook-port";
import type { ChartPlan, GridRange } from "xlsx-model/plan";
import { chartName } from "../../src/core/sheets/parts/marks";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { describeWorkbook } from "./describe-workbook";
import { ecartsPlan } from "./plans";
import { sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";
import { DRESSED_ALONE, hasBug } from "./tested-profile";

const excel = simulatedExcel();

const column = (left: number): GridRange => ({ top: 1, left, bottom: 3, right: left });
const CELLS = [
  ["Axe", "État", "Métropole", "Contrat"],
  ["Axe 1", 85000, 85000, 85000],
  ["Axe 2", 45000, 44000, 45000],
  ["Axe 3", 147500, 147500, 140000],
].map((row) => row.map((value) => ({ value })));

const PARTS: ChartPlan = {
  name: chartName("parts_2024"),
  title: "Parts de 2024 : État & Métropole",
  isStacked: false,
  categories: column(0),
  series: [
    { name: "État", values: column(1), color: "#1B365D", kind: "columns" },
    { name: "Métropole", values: column(2), color: "#BFD0E6", kind: "columns" },
    { name: "État au contrat", values: column(3), color: "#D9480F", kind: "marks" },
  ],
  valueFormat: '#,##0 "€"',
  minimum: 0,
  place: { top: 6, left: 0, bottom: 25, right: 3 },
};
const YEARS: ChartPlan = {
  ...PARTS,
  name: chartName("annees"),
  title: "Toutes les années",
  isStacked: true,
  series: [
    { name: "État", values: column(1), color: "#1B365D", kind: "columns" },
    { name: "Contrat", values: column(3), color: "#000000", kind: "line" },
  ],
  minimum: null,
  place: { top: 6, left: 4, bottom: 25, right: 9 },
};

function planOf(charts: readonly ChartPlan[] | undefined): WritePlan {
  const sheet: SheetPlan = {
    ...ecartsPlan(),
    kind: "synthese",
    name: "Synthèse par axe",
    cells: CELLS,
    styles: [],
    merges: [],
    rowHeights: [],
    ...(charts && { charts }),
  };
  return { highlights: null, sheets: [sheet] };
}

type Runs = readonly (readonly ChartPlan[] | undefined)[];

async function run(port: WorkbookPort, runs: Runs): Promise<void> {
  for (const charts of runs) await port.apply(planOf(charts), await port.read());
}

async function inExcel(bytes: Uint8Array, runs: Runs): Promise<WorkbookModel> {
  excel.host.open(openXlsx(bytes, "classeur.xlsx"));
  await runExcel((context) => run(excelWorkbook(context), runs));
  return excel.host.model;
}

async function onFile(bytes: Uint8Array, runs: Runs): Promise<WorkbookModel> {
  const { port, model } = openFileWorkbook(bytes, "classeur.xlsx");
  await run(port, runs);
  return model;
}

const blank = workbookOf({ Budget: [[3, 4]] }).save();
const chartsOf = (model: WorkbookModel) => sheetNamed(model, "Synthèse par axe").charts;
const plansOf = (model: WorkbookModel) => chartsOf(model).map(({ plan }) => plan);

const RUNS: Readonly<Record<string, { readonly runs: Runs; readonly left: readonly ChartPlan[] }>> = {
  "a first run": { runs: [[PARTS, YEARS]], left: [PARTS, YEARS] },
  "the same run again": {
    runs: [
      [PARTS, YEARS],
      [PARTS, YEARS],
    ],
    left: [PARTS, YEARS],
  },
  "fewer series": {
    runs: [[PARTS], [{ ...PARTS, series: PARTS.series.slice(0, 1) }]],
    left: [{ ...PARTS, series: PARTS.series.slice(0, 1) }],
  },
  "more series, another kind, another place": {
    runs: [
      [YEARS],
      [{ ...PARTS, name: YEARS.name, title: "Autre titre", place: { top: 30, left: 1, bottom: 40, right: 2 } }],
    ],
    left: [{ ...PARTS, name: YEARS.name, title: "Autre titre", place: { top: 30, left: 1, bottom: 40, right: 2 } }],
  },
  "a chart that is not planned any more": { runs: [[PARTS, YEARS], [YEARS]], left: [YEARS] },
  "no charts any more": { runs: [[PARTS, YEARS], undefined], left: [] },
};

describe.each(Object.entries(RUNS))("%s", (_, { runs, left }) => {
  it("leaves the same charts in Excel and on a file", async () => {
    const [first, second] = [await inExcel(blank, runs), await onFile(blank, runs)];
    expect(plansOf(second)).toEqual(left);
    if (hasBug("fit-to-pages-ignored")) {
      const page = { ...sheetNamed(second, "Synthèse par axe").pageSetup, fitTo: null };
      sheetNamed(second, "Synthèse par axe").pageSetup = page;
    }
    expect(describeWorkbook(first)).toEqual(describeWorkbook(second));
  });

  it("leaves them in the saved file", async () => {
    for (const model of [await inExcel(blank, runs), await onFile(blank, runs)]) {
      expect(plansOf(openXlsx(model.save(), "classeur.xlsx"))).toEqual(left);
    }
  });
});

describe("a chart of the agent's on our sheet", () => {
  it.each(["Mon graphique", "Graphique 1"])("named %s, stays, and ours go", async (name) => {
    const own: ChartPlan = { ...YEARS, name, title: "À moi" };
    const written = await onFile(blank, [[PARTS]]);
    sheetNamed(written, "Synthèse par axe").setChart(own);
    const bytes = written.save();
    for (const apply of [inExcel, onFile]) {
      expect(plansOf(await apply(bytes, [[PARTS, YEARS]]))).toEqual([PARTS, own, YEARS]);
      expect(plansOf(await apply(bytes, [undefined]))).toEqual([own]);
    }
  });
});

describe("in Excel", () => {
  it("keeps the marks of its series when it is written again", async () => {
    const marks = async (runs: Runs) =>
      Object.entries(unzipSync((await inExcel(blank, runs)).save()))
        .filter(([path]) => /charts\/chart\d+\.xml$/.test(path))
        .map(([, bytes]) => strFromU8(bytes).match(/symbol val="\w+"/g));
    const once = await marks([[PARTS, YEARS]]);
    // An Excel that refuses the look of marks draws the points of its own choice, the second time as the first.
    if (!hasBug("marker-style-fails")) expect(JSON.stringify(once)).toContain("symbol");
    expect(
      await marks([
        [PARTS, YEARS],
        [PARTS, YEARS],
      ]),
    ).toEqual(once);
  });

  it("costs no round trip more than a run without charts", async () => {
    const count = async (charts: readonly ChartPlan[]) => {
      excel.host.open(openXlsx(blank, "classeur.xlsx"));
      excel.host.takeTraffic();
      await runExcel((context) => run(excelWorkbook(context), [charts, charts]));
      return excel.host.takeTraffic().requests;
    };
    // The port remembers from the first of both runs that marks are refused.
    expect(await count([PARTS, YEARS])).toBe((await count([])) + DRESSED_ALONE);
  });

  it("says nothing of marks that it does not take, which no other run would bring, and writes all the rest", async () => {
    excel.host.open(openXlsx(blank, "classeur.xlsx"));
    const plan = planOf([PARTS, YEARS]);
    const { refusals: told } = await runExcel(async (context) => {
      const port = excelWorkbook(context);
      return port.apply(plan, await port.read());
    });
    expect(told).toEqual([]);
    expect(chartsOf(excel.host.model).map(({ plan }) => plan?.title)).toEqual([PARTS.title, YEARS.title]);
  });
});
