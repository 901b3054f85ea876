// Charts in a file: the same series to other readers, in the place of those of an earlier run, beside the agent's own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absoluteRange } from "xlsx-model/cell-ref";
import type { SheetPlan } from "../../src/core/workbook-port";
import type { ChartPlan, GridRange } from "xlsx-model/plan";
import { chartName } from "../../src/core/sheets/parts/marks";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { contratIntegre } from "../../src/contracts/built-in";
import { fixture, partsOf, partText, withParts, type Fixture } from "./fixtures";
import { synthesePlan } from "./plans";
import { computedByLibreOffice } from "../libreoffice";

const folder = mkdtempSync(join(tmpdir(), "graphiques-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface SeenChart {
  readonly title: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly stacked: boolean;
  readonly series: readonly {
    readonly kind: string;
    readonly name: string;
    readonly values: string;
    readonly figures: readonly (number | null)[];
    readonly categories: string;
    readonly labels: readonly (string | null)[];
  }[];
}

function seenByOpenpyxl(bytes: Uint8Array): Readonly<Record<string, readonly SeenChart[]>> {
  const path = join(folder, "lu.xlsx");
  writeFileSync(path, bytes);
  const script = fileURLToPath(new URL("read-charts-with-openpyxl.py", import.meta.url));
  const text = execFileSync("/usr/bin/python3", [script, path], { encoding: "utf8" });
  return JSON.parse(text) as Readonly<Record<string, readonly SeenChart[]>>;
}

async function verified(bytes: Uint8Array): Promise<{ readonly model: WorkbookModel; readonly saved: Uint8Array }> {
  const { port, model, save } = openFileWorkbook(bytes, "classeur.xlsx");
  await verifyWorkbook(port, contratIntegre, "2026-11-24");
  return { model, saved: save() };
}

function sheetNamed(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function cellsOf(sheet: SheetModel, { top, left, bottom, right }: GridRange) {
  const cells: unknown[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push(sheet.content(row, column).value);
  return cells;
}

/** What a reader ought to see of the charts of a sheet. */
function expected(sheet: SheetModel): readonly Pick<SeenChart, "title" | "stacked" | "series">[] {
  return sheet.charts.map(({ plan }) => {
    if (!plan) throw new Error("a chart without plan");
    const address = (range: GridRange) => absoluteRange({ sheet: sheet.name, ...range });
    return {
      title: plan.title,
      stacked: plan.isStacked,
      series: plan.series.map(({ name, kind, values }) => ({
        kind: kind === "columns" ? "barChart" : "lineChart",
        name,
        values: address(values),
        figures: (cellsOf(sheet, values) as number[]).map(rounded),
        categories: address(plan.categories),
        labels: cellsOf(sheet, plan.categories).map(String),
      })),
    };
  });
}

/** LibreOffice writes fifteen figures. */
const rounded = (figure: number | null) => figure && Number(figure.toPrecision(13));

const plain = (charts: readonly SeenChart[] = []) =>
  charts.map(({ title, stacked, series }) => ({
    title,
    stacked,
    series: series.map((each) => ({ ...each, figures: each.figures.map(rounded) })),
  }));

const SYNTHESE = "Synthèse par axe";
const bilan = new Uint8Array(readFileSync(new URL("../../exemples/classeur-bilan.xlsx", import.meta.url)));

describe("the charts of a workbook with two years of execution", () => {
  let model: WorkbookModel;
  let saved: Uint8Array;
  let computed: Uint8Array;

  beforeAll(async () => {
    ({ model, saved } = await verified(bilan));
    computed = computedByLibreOffice(saved);
  }, 120_000);

  it("are one for each year, and one for the execution", () => {
    expect(sheetNamed(model, SYNTHESE).charts.map(({ plan }) => plan?.series.map(({ name }) => name))).toEqual([
      ...Array.from({ length: 4 }, () => ["État", "Métropole", "État au contrat"]),
      ["2024", "2025"],
    ]);
  });

  it("show their series and figures to openpyxl", () => {
    const seen = seenByOpenpyxl(saved)[SYNTHESE] ?? [];
    expect(plain(seen)).toEqual(expected(sheetNamed(model, SYNTHESE)));
    expect(seen[0]?.series[0]?.figures.every((figure) => (figure ?? 0) > 0)).toBe(true);
    const place = sheetNamed(model, SYNTHESE).charts[1]?.plan?.place;
    expect([seen[1]?.from, seen[1]?.to]).toEqual([
      [place?.top, place?.left],
      [(place?.bottom ?? 0) + 1, (place?.right ?? 0) + 1],
    ]);
  });

  it("show the same series and figures to LibreOffice", () => {
    expect(plain(seenByOpenpyxl(computed)[SYNTHESE])).toEqual(expected(sheetNamed(model, SYNTHESE)));
  });

  it("follow the cells: LibreOffice draws what the agent changes afterwards", async () => {
    const changed = openFileWorkbook(saved, "classeur.xlsx").model;
    const synthese = sheetNamed(changed, SYNTHESE);
    const values = synthese.charts[0]?.plan?.series[0]?.values;
    if (!values) throw new Error("no series");
    const formula = synthese.content(values.top, values.left).formula ?? "";
    const [, sheet = "", letter = "", row = ""] = /'?([^'(]+?)'?!([A-Z])(\d+)/.exec(formula) ?? [];
    sheetNamed(changed, sheet).setContent(Number(row) - 1, letter.charCodeAt(0) - 65, { value: 1, formula: null });
    await changed.calculate();
    const kept = seenByOpenpyxl(changed.save())[SYNTHESE]?.[0]?.series[0]?.figures[0];
    expect(kept).toBe(synthese.content(values.top, values.left).value);
    const seen = seenByOpenpyxl(computedByLibreOffice(changed.save()))[SYNTHESE]?.[0]?.series[0];
    expect(seen?.figures[0]).toBeCloseTo(Number(synthese.content(values.top, values.left).value), 6);
    expect(seen?.figures[0]).not.toBeCloseTo(
      Number(sheetNamed(model, SYNTHESE).content(values.top, values.left).value),
      6,
    );
  }, 120_000);

  it("are written again byte for byte by a second run", async () => {
    expect(Buffer.from((await verified(saved)).saved).equals(Buffer.from(saved))).toBe(true);
  });
});

const column = (left: number): GridRange => ({ top: 0, left, bottom: 2, right: left });
const CHART: ChartPlan = {
  name: chartName("essai"),
  title: "L’État & <la> Métropole",
  isStacked: true,
  categories: column(0),
  series: [
    { name: "État", values: column(1), color: "#1B365D", kind: "columns" },
    { name: "Contrat", values: column(1), color: "#D9480F", kind: "line" },
  ],
  valueFormat: '#,##0 "€"',
  minimum: 0,
  place: { top: 5, left: 0, bottom: 20, right: 4 },
};

async function withCharts(bytes: Uint8Array, charts: readonly ChartPlan[]): Promise<Uint8Array> {
  const { port, save } = openFileWorkbook(bytes, "classeur.xlsx");
  const sheet: SheetPlan = { ...synthesePlan(), charts };
  await port.apply({ highlights: null, sheets: [sheet] }, await port.read());
  return save();
}

const paths = (bytes: Uint8Array) => Object.keys(partsOf(bytes)).sort();

describe.each<Fixture>(["dijon", "riche", "excel-fait-main", "prefixe"])("%s", (name) => {
  it("keeps every drawing, chart and picture of the agent's", async () => {
    const before = partsOf(fixture(name));
    const after = partsOf(await withCharts(fixture(name), [CHART]));
    for (const [path, text] of Object.entries(before)) {
      if (/^xl\/(?:drawings|charts|media|worksheets)\//.test(path)) expect(after[path]).toBe(text);
    }
  });

  it("has no part left of a chart that went", async () => {
    // Twice: a formula that goes takes the order of calculation along.
    const without = await withCharts(await withCharts(fixture(name), []), []);
    const once = await withCharts(fixture(name), [CHART, { ...CHART, name: chartName("autre") }]);
    const added = paths(once).filter((path) => !paths(fixture(name)).includes(path));
    expect(added.filter((path) => /chart|drawing/.test(path))).toHaveLength(4);
    const gone = await withCharts(once, []);
    expect(paths(gone)).toEqual(paths(without));
    expect(partText(gone, "[Content_Types].xml")).toBe(partText(without, "[Content_Types].xml"));
  });

  it("takes a chart on a sheet of its own kind", () => {
    const workbook = openXlsx(fixture(name), "classeur.xlsx");
    workbook.sheets[0]?.setChart(CHART);
    const saved = workbook.save();
    expect(openXlsx(saved, "classeur.xlsx").sheets[0]?.charts.at(-1)?.plan).toEqual(CHART);
    const [seen] = Object.values(seenByOpenpyxl(saved));
    expect(seen?.at(-1)?.title).toBe(CHART.title);
  });
});

describe("a chart of the agent's", () => {
  it("is named, and its references follow the sheet's name", () => {
    const workbook = openXlsx(fixture("riche"), "classeur.xlsx");
    const sheet = sheetNamed(workbook, "Graphique");
    expect(sheet.charts).toHaveLength(1);
    sheet.name = "L'autre";
    expect(partText(workbook.save(), "xl/charts/chart1.xml")).toContain("<f>'L''autre'!$B$1:$B$3</f>");
  });

  it("and a picture stay beside ours in one drawing, as they are", async () => {
    const saved = await withCharts(fixture("dijon"), [CHART]);
    const workbook = openXlsx(saved, "classeur.xlsx");
    const drawing = Object.keys(unzipSync(saved)).find((path) => path.startsWith("xl/drawings/drawing")) ?? "";
    const picture =
      "<xdr:oneCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>" +
      '<xdr:ext cx="9" cy="9"/><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="7" name="Note"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:oneCellAnchor>';
    const xml = partText(saved, drawing).replace("</xdr:wsDr>", `${picture}</xdr:wsDr>`);
    const again = await withCharts(withParts(saved, { [drawing]: xml }), [CHART, { ...CHART, name: chartName("b") }]);
    expect(partText(again, drawing)).toContain(picture);
    expect(partText(again, drawing)).toContain(`id="8" name="${chartName("b")}"`);
    const gone = await withCharts(again, []);
    expect(partText(gone, drawing)).toContain(picture);
    expect(workbook.sheets.at(-1)?.charts).toHaveLength(1);
  });
});

describe("our charts", () => {
  it("go with the style and the colours that Excel gave them", async () => {
    const saved = await withCharts(fixture("dijon"), [CHART]);
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
      'Type="http://schemas.microsoft.com/office/2011/relationships/chartStyle" Target="style1.xml"/></Relationships>';
    const types = partText(saved, "[Content_Types].xml");
    const styled = withParts(saved, {
      "xl/charts/_rels/chart1.xml.rels": relationships,
      "xl/charts/style1.xml": "<style/>",
      "[Content_Types].xml": types.replace(
        "</Types>",
        '<Override PartName="/xl/charts/style1.xml" ContentType="application/vnd.ms-office.chartstyle+xml"/></Types>',
      ),
    });
    const gone = await withCharts(styled, []);
    expect(paths(gone).filter((path) => path.includes("chart"))).toEqual([]);
    expect(partText(gone, "[Content_Types].xml")).not.toContain("chart");
  });

  it("go with their sheet", () => {
    const workbook = openXlsx(fixture("dijon"), "classeur.xlsx");
    const sheet = workbook.addSheet("Graphiques");
    sheet.setChart(CHART);
    workbook.removeSheet(sheet.id);
    expect(paths(workbook.save())).toEqual(paths(fixture("dijon")));
  });

  it("point at their sheet whatever its tab is called", async () => {
    const other = openXlsx(fixture("dijon"), "classeur.xlsx");
    other.addSheet("Synthèse par axe").setContent(0, 0, { value: "Celle de l’agent", formula: null });
    const saved = await withCharts(other.save(), [CHART]);
    const chart = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)["xl/charts/chart1.xml"] ?? new Uint8Array());
    expect(chart(saved)).toContain("<c:f>'Synthèse par axe (2)'!$A$1:$A$3</c:f>");
    const fresh = openXlsx(fixture("dijon"), "classeur.xlsx");
    const [first] = fresh.sheets;
    first?.setChart(CHART);
    first?.setContent(1, 1, { value: 123.5, formula: null });
    if (first) first.name = "Autre nom";
    expect(chart(fresh.save())).toContain("<c:f>'Autre nom'!$B$1:$B$3</c:f>");
    expect(chart(fresh.save())).toContain('<c:pt idx="1"><c:v>123.5</c:v></c:pt>');
    const renamed = openXlsx(saved, "classeur.xlsx");
    sheetNamed(renamed, "Synthèse par axe (2)").name = "À moi";
    expect(chart(renamed.save())).toContain("<c:f>'À moi'!$A$1:$A$3</c:f>");
  });
});
