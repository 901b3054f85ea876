// The report of the example workbook, as LibreOffice computes its sheets, against a computation that shares no code with ours.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { contratDuDepartement } from "../contracts/departement-invente";
import { execution, indicateurs } from "../core/reports/bilan/bilan-workbook";
import { withSlips, type Rows } from "../core/executed-workbook";
import { cellRef } from "../core/rules/dossier-builder";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Bilan } from "../../src/core/reports/bilan/bilan";
import type { CellValue } from "xlsx-model/plan";
import type { Convention } from "../../src/core/contract/convention";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { writeBilan } from "../../src/usecases/write-bilan";
import { computedByLibreOffice, compareWithLibreOffice } from "../libreoffice";

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
  computed = openFileWorkbook(computedByLibreOffice(workbook.save()), "bilan.xlsx").model;
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
    // The last column is hidden: there the sheet keeps what it said.
    Array.from({ length: right }, (_, column) => found.content(row, column).value),
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
      expect(section.find(([label]) => String(label).startsWith(`${action}\u00a0–`))?.at(-1)).toBe(
        // Typed beside the amounts: nobody said who gives it, nor for which party.
        `${text.replace(/\.$/u, "")} – en attente de l’autre partie. Justification incomplète\u00a0: indiquez par qui, pour quelle ` +
          "partie et à quelle date elle est donnée, dans la feuille «\u00a0Écarts\u00a0»\u00a0; sans cela, elle ne peut pas être acceptée",
      );
    }
    const alerts = [2024, 2025].flatMap((year) =>
      sectionOf(rows, `Année ${year}`)
        .filter((row) => String(row.at(-1)).startsWith("À justifier"))
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

/** Thousands of euros, texts, cents beyond the centime, gaps, a Total alone, an unknown row, national indicators. */
function troubledWorkbook(convention: Convention): WorkbookModel {
  const model = createXlsx("troubles.xlsx");
  const [first] = model.sheets;
  if (!first) throw new Error("a new workbook has a sheet");
  first.name = "Exécution";
  const inThousands = (row: Rows[number]) => row.map((value) => (typeof value === "number" ? value / 1000 : value));
  const executed = execution(convention, [2024, 2025]).map((row, index) => (index < 2 ? [...row] : inThousands(row)));
  const slips = {
    B4: "48,2505",
    C5: "voir avec le service",
    C7: null,
    D7: null,
    B9: null,
    C9: null,
    B10: 26.0000049,
    E10: "Départ",
  };
  typeRows(first, withSlips([["Exécution en k€"], ...executed.slice(0, 2), ...executed.slice(2)], {}), 0);
  typeRows(first, [["Fonds d’urgence", 1.5, 2.5, 4]], executed.length + 1);
  for (const [address, value] of Object.entries(slips)) {
    const { row, column } = cellRef("", address);
    first.setContent(row + 1, column, { value, formula: null });
  }
  typeRows(
    model.addSheet("Indicateurs"),
    withSlips(indicateurs(convention), { E4: 1.5, E5: null, G8: "?", G9: 0.1 }),
    0,
  );
  return model;
}

function typeRows(target: SheetModel, rows: Rows, top: number): void {
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const value = cell !== null && typeof cell === "object" ? cell.value : cell;
      if ((value ?? null) !== null) target.setContent(top + row, column, { value, formula: null });
    }
  }
}

describe("the formulas of the report", () => {
  it("give LibreOffice what stands in the cells", () => {
    const { formulas, ...rest } = compareWithLibreOffice(written);
    expect(rest).toEqual({ uncomputed: [], differing: [] });
    expect(formulas).toBeGreaterThan(250);
  });

  it("do so over units, texts, gaps and amounts finer than a centime", async () => {
    const convention = {
      ...contratDuDepartement,
      indicateursNationaux: ["Nombre de familles soutenues", "Taux inconnu"],
    };
    const workbook = openFileWorkbook(troubledWorkbook(convention).save(), "troubles.xlsx");
    const request = { periode: { debut: 2024, fin: 2025 }, asOf: "2026-09-15", source: "given" } as const;
    const { bilan: troubled } = await writeBilan(workbook.port, convention, request);
    const [first] = troubled.financier.groupes[0]?.lignes ?? [];
    expect(first?.annees[0]?.execute).toMatchObject({
      etat: { value: 4_825_050 },
      collectivite: { value: 3_216_700 },
    });
    const raisons = troubled.financier.groupes.flatMap(({ lignes }) =>
      lignes.flatMap(({ annees }) => annees.flatMap(({ execute }) => execute.collectivite.reason ?? [])),
    );
    expect(raisons).toEqual(["unreadable", "missing", "missing"]);
    const { formulas, ...rest } = compareWithLibreOffice(workbook.model);
    expect(rest).toEqual({ uncomputed: [], differing: [] });
    expect(formulas).toBeGreaterThan(300);
  });
});
