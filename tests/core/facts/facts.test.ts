// Facts and tables agree: each cell that a table gives an amount or a figure to is exactly one fact, under a key of its own.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { formatCellRef, type CellRef } from "../../../src/core/domain/cell-ref";
import type { Dossier } from "../../../src/core/domain/dossier";
import { factsOf, type Facts } from "../../../src/core/facts/facts";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { cleanContent } from "../../properties/content";
import { contracts } from "../../properties/contracts";
import { namedLayouts } from "../../properties/named-layouts";
import type { Disturb } from "../../properties/run";
import { workbookLayouts, writeWorkbook, type WorkbookLayout } from "../../properties/workbook-layout";
import { runs } from "../../seeded";

const DATE = "2026-11-24";

interface Told {
  readonly ref: CellRef;
  readonly lu: unknown;
}

const isTold = (value: object): value is Told => "ref" in value && "lu" in value;

/** Every cell that says an amount or a figure, in whatever place of the tables it stands, one that nobody has thought of yet too. */
function cellsIn(value: unknown, found: Set<Told> = new Set(), seen: Set<object> = new Set()): ReadonlySet<Told> {
  if (typeof value !== "object" || value === null || seen.has(value)) return found;
  seen.add(value);
  if (isTold(value)) found.add(value);
  else if (value instanceof Map) for (const each of value.values()) cellsIn(each, found, seen);
  else for (const each of Object.values(value)) cellsIn(each, found, seen);
  return found;
}

const tablesIn = ({ budget, execution, recapitulatifs, imputation, indicators }: Dossier): readonly unknown[] => [
  budget,
  execution,
  ...(recapitulatifs ?? []),
  imputation,
  indicators,
];

const listFacts = ({ tables, imputed, figures }: Facts) => [
  ...tables.flatMap(({ facts }) => facts),
  ...imputed,
  ...figures,
];

function read(convention: Convention, layout: WorkbookLayout, disturb?: Disturb): Dossier {
  const workbook = writeWorkbook(cleanContent(convention, DATE), layout);
  const raw = disturb ? disturb(workbook.raw, workbook) : workbook.raw;
  return readDossier(raw, convention, DATE, "built-in");
}

function expectAgreement(dossier: Dossier): void {
  const facts = listFacts(factsOf(dossier));
  const told = (cells: Iterable<Told>): string[] => [...cells].map(({ ref }) => formatCellRef(ref)).sort();
  // A cell that two tables share is a fact of each of them.
  const shown = tablesIn(dossier).flatMap((table) => [...cellsIn(table)]);
  expect(told(facts.map(({ cell }) => cell))).toEqual(told(shown));
  const keys = facts.map(({ key }) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
}

describe.each(namedLayouts)("$name", ({ layout, disturb }) => {
  test("gives each figure one fact", () => {
    expectAgreement(read(contratIntegre, layout, disturb));
  });
});

test("a generated workbook gives each figure one fact", () => {
  fc.assert(
    fc.property(contracts, workbookLayouts, (convention, layout) => expectAgreement(read(convention, layout))),
    runs(15, 200),
  );
});

test("keys say what a figure is of, and stay where the sheet moves", () => {
  const [named] = namedLayouts;
  if (!named) throw new Error("no layout");
  const keysOf = (dossier: Dossier): string[] => listFacts(factsOf(dossier)).map(({ key }) => key);
  const workbook = writeWorkbook(cleanContent(contratIntegre, DATE), named.layout);
  const renamed = {
    ...workbook.raw,
    sheets: workbook.raw.sheets.map((sheet, index) => ({ ...sheet, name: `Feuille ${index + 1}` })),
  };
  const before = keysOf(readDossier(workbook.raw, contratIntegre, DATE, "built-in"));
  expect(before).toContain("budget/action-1/2025/etat");
  expect(keysOf(readDossier(renamed, contratIntegre, DATE, "built-in"))).toEqual(before);
});
