// The report of the example workbook, as LibreOffice computes its sheets, against a computation that shares no code with ours.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Bilan } from "../../src/core/bilan/bilan";
import type { CellValue } from "../../src/core/workbook-port";
import { openFileWorkbook } from "../../src/files/file-workbook";
import type { SheetModel, WorkbookModel } from "../../src/files/workbook-model";
import { writeBilan } from "../../src/usecases/write-bilan";
import { computedByLibreOffice } from "./through-libreoffice";

const EXAMPLE = fileURLToPath(new URL("../../exemples/classeur-bilan.xlsx", import.meta.url));

/** Contracted and executed of État, métropole and Total, the rate in hundredths of a percent, and what is not consumed. */
type Figures = readonly [...(readonly number[]), number | null, number];

interface Section {
  readonly actions: Readonly<Record<string, Figures>>;
  readonly axes: readonly Figures[];
  readonly total: Figures;
}

interface Independent {
  readonly "2024": Section;
  readonly "2025": Section;
  readonly both: Section;
  readonly indicators: readonly {
    readonly action: number;
    readonly t0: number | null;
    readonly years: readonly (readonly [number | null, number | null, number | null])[];
    readonly sinceT0: number | null;
    readonly sinceYearBefore: number | null;
  }[];
  readonly unexplained: readonly (readonly [number, number])[];
  readonly missing: readonly (readonly [number, string, number])[];
  readonly justifications: readonly (readonly [number, number, string])[];
}

const folder = mkdtempSync(join(tmpdir(), "bilan-"));
let expected: Independent;
let bilan: Bilan;
let written: WorkbookModel;
let computed: WorkbookModel;

beforeAll(async () => {
  const script = fileURLToPath(new URL("compute-bilan.py", import.meta.url));
  expected = JSON.parse(execFileSync("/usr/bin/python3", [script, EXAMPLE], { encoding: "utf8" })) as Independent;
  const workbook = openFileWorkbook(readFileSync(EXAMPLE), "classeur-bilan.xlsx");
  written = workbook.model;
  ({ bilan } = await writeBilan(workbook.port, contratIntegre, { periode: "mi-parcours", asOf: "2026-02-15" }));
  computed = openFileWorkbook(computedByLibreOffice(folder, workbook.save()), "bilan.xlsx").model;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function sheet(model: WorkbookModel, name: string): SheetModel {
  const found = model.sheets.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

function rowsOf(model: WorkbookModel, name: string): readonly (readonly CellValue[])[] {
  const found = sheet(model, name);
  const { bottom, right } = found.usedRange(true) ?? { bottom: -1, right: -1 };
  return Array.from({ length: bottom + 1 }, (_, row) =>
    Array.from({ length: right + 1 }, (_, column) => found.content(row, column).value),
  );
}

/** Amounts in centimes, the rate in hundredths of a percent: whole numbers, but for binary noise far below. */
function figuresOf(row: readonly CellValue[]): number[] {
  const whole = (value: CellValue | undefined, factor: number): number => {
    if (typeof value !== "number") throw new Error(`no figure: ${JSON.stringify(row)}`);
    expect(value * factor).toBeCloseTo(Math.round(value * factor), 5);
    return Math.round(value * factor);
  };
  const amounts = row.slice(1, 7).map((value) => whole(value, 100));
  return [...amounts, whole(row[7], 10_000), whole(row[8], 100)];
}

/** The rows of a section, from its banner to its TOTAL. */
function sectionOf(rows: readonly (readonly CellValue[])[], banner: string): readonly (readonly CellValue[])[] {
  const start = rows.findIndex(([label]) => label === banner);
  const end = rows.findIndex(([label], index) => index > start && String(label).startsWith("TOTAL"));
  if (start < 0 || end < 0) throw new Error(`no section ${banner}`);
  return rows.slice(start + 1, end + 1);
}

const sections = [
  ["Année 2024", "2024"],
  ["Année 2025", "2025"],
  ["Cumul 2024 et 2025", "both"],
] as const;

describe.each(sections)("« Bilan financier », %s", (banner, key) => {
  it("has every action, axe and total to the centime", () => {
    const rows = sectionOf(rowsOf(computed, "Bilan financier"), banner);
    const byAction = new Map(
      rows.flatMap((row) => {
        const [, number] = /^(\d+)\s–/.exec(String(row[0])) ?? [];
        return number === undefined ? [] : [[number, figuresOf(row)] as const];
      }),
    );
    expect(Object.fromEntries(byAction)).toEqual(expected[key].actions);
    expect(byAction.size).toBe(8);
    const axes = rows.filter(([label]) => String(label).startsWith("Sous-total")).map(figuresOf);
    expect(axes).toEqual(expected[key].axes);
    expect(figuresOf(rows.at(-1) ?? [])).toEqual(expected[key].total);
  });
});

describe("what the sheets say beside the amounts", () => {
  it("is each justification, at its action and year, and what is to be justified", () => {
    const rows = rowsOf(computed, "Bilan financier");
    for (const [action, year, text] of expected.justifications) {
      const section = sectionOf(rows, `Année ${year}`);
      expect(section.find(([label]) => String(label).startsWith(`${action}\u00a0–`))?.[9]).toBe(text);
    }
    const alerts = [2024, 2025].flatMap((year) =>
      sectionOf(rows, `Année ${year}`)
        .filter((row) => String(row[9]).startsWith("À justifier"))
        .map(([label]) => [Number.parseInt(String(label), 10), year]),
    );
    expect(alerts).toEqual(expected.unexplained);
  });

  it("is the amounts of each axe over the period", () => {
    const rows = rowsOf(computed, "Bilan par axe");
    const axes = rows.filter(([label]) => /^Axe \d$/.test(String(label)));
    const cents = (value: CellValue | undefined) => Math.round(Number(value) * 100);
    const seen = axes.map((row) => [
      ...[2, 3, 4, 5].map((column) => cents(row[column])),
      Math.round(Number(row[6]) * 1e4),
    ]);
    expect(seen).toEqual(expected.both.axes.map(([, , total, etat, dm, done, rate]) => [total, etat, dm, done, rate]));
  });

  it("is each indicator: T0, target, achieved, rate and trend", () => {
    const rows = rowsOf(computed, "Matrice des indicateurs").filter(([label]) => typeof label === "number");
    const figure = (value: CellValue | undefined) => (typeof value === "number" ? value : null);
    const rate = (value: CellValue | undefined) => (typeof value === "number" ? Math.round(value * 10_000) : null);
    const seen = rows.map((row) => ({
      action: row[0],
      t0: figure(row[2]),
      years: [3, 6].map((column) => [figure(row[column]), figure(row[column + 1]), rate(row[column + 2])]),
      sinceT0: figure(row[9]),
      sinceYearBefore: figure(row[10]),
    }));
    expect(seen).toEqual(
      expected.indicators.map(({ action, t0, years, sinceT0, sinceYearBefore }) => ({
        action,
        t0,
        years,
        sinceT0,
        sinceYearBefore,
      })),
    );
    expect(seen).toHaveLength(11);
  });

  it("is what lacks, and nothing else", () => {
    const lacking = bilan.manques.map(({ kind, texte }) => `${kind} ${texte}`);
    const values = expected.missing.map(([action, , year]) => `realise Réalisé ${year} – Action ${action} `);
    const justifications = expected.unexplained.map(
      ([action, year]) => `justification Justification ${year} – Action ${action}\u00a0`,
    );
    for (const start of [...values, ...justifications, "contrat 2025\u00a0:"]) {
      expect(lacking.filter((line) => line.startsWith(start))).toHaveLength(1);
    }
    expect(lacking).toHaveLength(values.length + justifications.length + 1);
  });
});

describe("the formulas of the report", () => {
  it("give LibreOffice what stands in the cells", () => {
    let compared = 0;
    for (const name of ["Bilan financier", "Matrice des indicateurs", "Bilan par axe", "Écarts du bilan"]) {
      const ours = sheet(written, name);
      const theirs = sheet(computed, name);
      const { bottom, right } = ours.usedRange(true) ?? { bottom: -1, right: -1 };
      for (let row = 0; row <= bottom; row += 1) {
        for (let column = 0; column <= right; column += 1) {
          const { value, formula } = ours.content(row, column);
          if (formula === null) continue;
          compared += 1;
          const other = theirs.content(row, column).value;
          if (typeof value === "number") expect(other).toBeCloseTo(value, 6);
          else expect(other).toBe(value);
        }
      }
    }
    expect(compared).toBeGreaterThan(250);
  });
});
