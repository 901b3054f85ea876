// What a person tries inside a real Excel passes in the simulated one, sees each setter that does nothing, and is replayed from its report.
import { afterEach, describe, expect, it } from "vitest";
import { replayReport, versionOf } from "simulated-excel/replay-report";
import { createXlsx } from "xlsx-model/create-xlsx";
import { CHECKS } from "../../src/excel-check/checks";
import type { Difference } from "../../src/excel-check/compare/comparison";
import { runChecks, type ExcelReport } from "../../src/excel-check/run-checks";
import { protectStructure, simulatedExcel } from "./simulated-excel";
import { BLAMED, UNSEEN } from "./excel-check-members";

const excel = simulatedExcel();
type Kind = "set" | "call";
type Tables = Record<string, Record<Kind, Record<string, (...args: never[]) => unknown>>>;
const tables = excel.host.classes as unknown as Tables;

const undone: (() => void)[] = [];
afterEach(() => {
  for (const undo of undone.splice(0)) undo();
});

/** In the place of a member of the simulated Excel, until the test ends. */
function replace(className: string, kind: Kind, name: string, act: (...args: never[]) => unknown): void {
  const table = tables[className];
  if (!table) throw new Error(`no class ${className}`);
  const before = table[kind];
  undone.push(() => void Object.assign(table, { [kind]: before }));
  Object.assign(table, { [kind]: { ...before, [name]: act } });
}

const BOARD = CHECKS.slice(-1);

/** What stands in the workbook: its sheets, and its names. */
const left = () => [excel.host.model.sheets.map(({ name }) => name), excel.host.model.names.map(({ name }) => name)];

function onBoard(): Promise<ExcelReport> {
  excel.host.open(createXlsx("vide.xlsx"));
  return runChecks({ checks: BOARD });
}

/** What asks, and changes nothing. */
const ASKS = /^(?:Get|Find|_)/;

/** Every member of the simulated Excel that the board of the trial has set or called: "RangeFill.color". */
async function membersUsed(): Promise<readonly (readonly [string, Kind, string])[]> {
  const used = new Map<string, readonly [string, Kind, string]>();
  for (const [className, table] of Object.entries(tables))
    for (const kind of ["set", "call"] as const)
      for (const [name, act] of Object.entries(table[kind] ?? {}))
        if (!ASKS.test(name))
          replace(className, kind, name, (...args) => {
            used.set(memberOf(className, name), [className, kind, name]);
            return act(...args);
          });
  await onBoard();
  for (const undo of undone.splice(0).reverse()) undo();
  return [...used.values()];
}

/** What the trial itself does between its two writes, so that what the product sets anew is seen. */
const GESTURES: Readonly<Record<string, unknown>> = {
  "Range.rowHidden": true,
  "ChartSeries.overlap": 30,
};

function doNothing(className: string, kind: Kind, name: string): (...args: never[]) => unknown {
  const gesture = GESTURES[memberOf(className, name)];
  const act = tables[className]?.[kind][name];
  return (...args) => (gesture !== undefined && args[1] === gesture ? act?.(...args) : null);
}

const memberOf = (className: string, name: string) => `${className}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
const members = ({ differences, refusals }: ExcelReport) => [...differences, ...refusals].map(({ member }) => member);

describe("the checks of a real Excel", () => {
  it("all pass in an empty workbook", async () => {
    excel.host.open(createXlsx("vide.xlsx"));
    const report = await runChecks();
    expect(report.differences).toEqual([]);
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(Object.keys(report.compared).length).toBeGreaterThan(60);
    expect(left()).toEqual([["Feuil1"], []]);
  }, 120_000);

  it("are refused in a workbook that is not empty, which stays as it is; what somebody adds meanwhile stays and is told", async () => {
    excel.host.open(createXlsx("vide.xlsx"));
    const [sheet] = excel.host.model.sheets;
    const { left: told } = await runChecks({
      checks: BOARD,
      onCheck: () => void excel.host.addSheet("Mes notes"),
    });
    expect(told).toEqual(["Mes notes"]);
    expect(left()).toEqual([["Feuil1", "Mes notes"], []]);
    sheet?.setContent(0, 0, { value: "à moi", formula: null });
    const before = excel.host.model.save();
    await expect(runChecks()).rejects.toThrow("n’est pas vide");
    expect(excel.host.model.save()).toEqual(before);
    excel.host.open(createXlsx("vide.xlsx"));
    protectStructure(excel.host.model);
    await expect(runChecks()).rejects.toThrow("est protégé");
  });

  it("name each member of Excel that does nothing, one at a time, of all that the product writes with", async () => {
    const used = await membersUsed();
    expect(used.length).toBeGreaterThan(60);
    const unseen: string[] = [];
    for (const [className, kind, name] of used) {
      const sabotaged = memberOf(className, name);
      if (sabotaged in UNSEEN) continue;
      replace(className, kind, name, doNothing(className, kind, name));
      const named = members(await onBoard());
      for (const undo of undone.splice(0)) undo();
      excel.host.takeUnsupported();
      if (!named.includes(BLAMED[sabotaged] ?? sabotaged))
        unseen.push(`${sabotaged}: ${[...new Set(named)].join(", ")}`);
    }
    expect(unseen).toEqual([]);
  }, 300_000);

  it("say what failed and go on", async () => {
    excel.host.open(createXlsx("vide.xlsx"));
    const { checks } = await runChecks({
      checks: [
        { name: "Faux", run: () => Promise.reject(new Error("vu autrement")) },
        { name: "Vrai", run: () => Promise.resolve("vu") },
      ],
    });
    expect(checks.map(({ passed, seen }) => [passed, seen])).toEqual([
      [false, "vu autrement"],
      [true, "vu"],
    ]);
  });
});

describe("a report that was sent back", () => {
  it("is replayed: what that Excel kept in the place of a value is read again, and told again", async () => {
    const differences: readonly Difference[] = [
      { member: "RangeFill.color", planned: "#E8EDF4", read: "#FFFFFF", where: ["Essai"], times: 12, of: 12 },
      { member: "Range.numberFormat", planned: '#,##0.00 "€"', read: "General", where: ["Essai"], times: 9, of: 9 },
      { member: "RangeFont.size", planned: 16, read: 10, where: ["Essai"], times: 1, of: 3 },
    ];
    const excelFacts = { platform: "Mac", version: "16.90", excelApi: "1.17", language: "fr-FR" };
    expect(versionOf({ excel: excelFacts, differences, refusals: [] })).toBe("mac");
    for (const [className, kind, name] of [
      ["RangeFill", "set", "Color"],
      ["Range", "set", "NumberFormat"],
    ] as const)
      replace(className, kind, name, tables[className]?.[kind][name] ?? (() => undefined));
    // What came only at times is not made a rule.
    expect(replayReport(excel.host, { excel: excelFacts, differences, refusals: [] })).toEqual(["RangeFont.size"]);
    const report = await onBoard();
    const told = report.differences.map(({ member, planned, read }) => [member, planned, read]);
    expect(told).toEqual(
      expect.arrayContaining(differences.slice(0, 2).map(({ member, planned, read }) => [member, planned, read])),
    );
    expect(new Set(members(report))).toEqual(new Set(["RangeFill.color", "Range.numberFormat"]));
  });
});
