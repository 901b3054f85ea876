// Facts and tables agree: each cell that a table gives an amount or a figure to is exactly one fact, under a key of its own.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../../../src/core/domain/dossier";
import { factsOf, type Facts } from "../../../src/core/facts/facts";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { cleanContent } from "../../properties/content";
import { contracts } from "../../properties/contracts";
import { namedLayouts } from "../../properties/named-layouts";
import type { Disturb } from "../../properties/run";
import { workbookLayouts, writeWorkbook, type WorkbookLayout } from "../../properties/workbook-layout";
import { check, runs } from "../../seeded";
import { check as readAccount, table } from "../reading/execution-account";
import { rawWorkbook } from "../reading/raw-workbook-builder";
import { inOne, ofAxe, rows, sums, total } from "../reading/total-layouts";
import { axeLabel } from "../reading/layouts";

const DATE = "2026-11-24";
const { axes } = contratIntegre;

interface Told {
  readonly ref: CellRef;
  readonly known: unknown;
}

const isTold = (value: object): value is Told => "ref" in value && "known" in value;

/** Cells of words, which the same reader reads: no figures of the table. */
const WORDS: ReadonlySet<string> = new Set([
  "label",
  "labels",
  "justifications",
  "lignesDetail",
  "lignesSommees",
  "lignesNonReconnues",
  "code",
  "reperes",
]);

/** Every cell that says an amount or a figure, in whatever place of the tables it stands, one that nobody has thought of yet too. */
function cellsIn(value: unknown, found: Set<Told> = new Set(), seen: Set<object> = new Set()): ReadonlySet<Told> {
  if (typeof value !== "object" || value === null || seen.has(value)) return found;
  seen.add(value);
  if (isTold(value)) found.add(value);
  else if (value instanceof Map) for (const each of value.values()) cellsIn(each, found, seen);
  else for (const [name, each] of Object.entries(value)) if (!WORDS.has(name)) cellsIn(each, found, seen);
  return found;
}

const tablesIn = ({ budget, execution, recapitulatifs, imputation, indicators }: Dossier): readonly unknown[] => [
  budget,
  execution,
  ...(recapitulatifs ?? []),
  imputation,
  indicators,
];

const listFacts = ({ tables, listed, figures }: Facts) => [
  ...tables.flatMap(({ facts }) => facts),
  ...listed,
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

describe("every kind of column and row", () => {
  const { dossier } = readAccount({
    Exécution: [
      ...table([
        [2024, [2024]],
        [2025, [2025]],
        ["Total 2024-2025", [2024, 2025]],
      ]),
      ["TOTAL", ...Array.from({ length: 21 }, () => 1000)],
    ],
  });

  test("is of as many facts", () => {
    expectAgreement(dossier);
    const columns = new Set(
      factsOf(dossier).tables.flatMap(({ facts }) =>
        facts.map((fact) => [fact.row.kind, fact.year ?? "periode", fact.column].join("/")),
      ),
    );
    for (const column of ["etat", "autres", "verse", "contractualise-etat"]) {
      expect(columns).toContain(`action/2024/${column}`);
      expect(columns).toContain(`action/periode/${column}`);
      expect(columns).toContain(`total/2024/${column}`);
    }
  });

  test("a total of some actions too", () => {
    const budget = inOne(
      axes.flatMap(({ numero }) => [
        [axeLabel(numero)],
        ...ofAxe(numero).flatMap((action) => [
          ...rows([action]),
          [`Sous-total volet ${action.numero}`, ...sums([action])],
        ]),
      ]),
      [total],
    );
    const read = readDossier(rawWorkbook(budget), contratIntegre, DATE, "built-in");
    expectAgreement(read);
    const kinds = new Set(factsOf(read).tables.flatMap(({ facts }) => facts.map(({ row }) => row.kind)));
    expect([...kinds].sort()).toEqual(["action", "groupe", "total"]);
  });
});

test("a generated workbook gives each figure one fact", () => {
  check(
    runs(15, 200),
    fc.property(contracts, workbookLayouts, (convention, layout) => expectAgreement(read(convention, layout))),
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
