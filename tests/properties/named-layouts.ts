// The layouts in which agents are known to keep their workbooks, each by its name.
import { formatCellRef, parseCellRef, type CellRef } from "xlsx-model/cell-ref";
import type { RawBlock, RawSheet, RawWorkbook } from "../../src/core/workbook-port";
import { PLAIN_AMOUNTS, type AmountLayout } from "./amount-layout";
import { PLAIN_INDICATORS, type IndicatorLayout } from "./indicator-layout";
import { PLAIN_PAGES } from "./pages";
import type { Disturb } from "./run";
import { PLAIN_WORKBOOK, type WorkbookLayout } from "./workbook-layout";
import { PLAIN } from "./wording";

export interface NamedLayout {
  readonly name: string;
  readonly layout: WorkbookLayout;
  readonly disturb?: Disturb;
  /** What the layout itself makes the rules say. */
  readonly also?: readonly string[];
  /** Rules whose slips make no sense in it: no TOTAL row, no subtotals, nothing achieved. */
  readonly without: readonly string[];
}

const amounts = (change: Partial<AmountLayout>): WorkbookLayout => ({
  ...PLAIN_WORKBOOK,
  budget: { ...PLAIN_AMOUNTS, subtotals: "after", ...change },
  execution: { ...PLAIN_WORKBOOK.execution, ...change, sheet: "Exécution" },
  indicators: { ...PLAIN_INDICATORS, form: "pairs" },
});

const indicators = (change: Partial<IndicatorLayout>): WorkbookLayout => ({
  ...amounts({}),
  indicators: { ...PLAIN_INDICATORS, ...change },
});

const mapBlocks = (sheet: RawSheet, map: (block: RawBlock) => RawBlock): RawSheet => ({
  ...sheet,
  blocks: sheet.blocks.map(map),
});

const mapSheets = (raw: RawWorkbook, map: (sheet: RawSheet) => RawSheet): RawWorkbook => ({
  ...raw,
  sheets: raw.sheets.map(map),
});

const hide: Disturb = (raw) => mapSheets(raw, (sheet) => ({ ...sheet, hiddenRows: [3, 4], hiddenColumns: [1, 2] }));

/** Its amounts are not those of the contract. */
const oldCopy = (sheet: RawSheet): RawSheet => ({
  ...mapBlocks(sheet, (block) => ({
    ...block,
    values: block.values.map((row) =>
      row.map((value) => (typeof value === "number" && value > 3000 ? value + 1 : value)),
    ),
  })),
  id: "old",
  name: "Ancien budget",
});

const budgetSheet = (raw: RawWorkbook, heading: CellRef): RawSheet => {
  const sheet = raw.sheets.find(({ name }) => name === heading.sheet);
  if (!sheet) throw new Error(`no sheet ${heading.sheet}`);
  return sheet;
};

const budgetHeading: (workbook: Parameters<Disturb>[1]) => CellRef | null = (workbook) =>
  workbook.has("budget:heading") ? parseCellRef(workbook.at("budget:heading")) : null;

const withHiddenCopy: Disturb = (raw, workbook) => {
  const heading = budgetHeading(workbook);
  if (!heading) return raw;
  const { id, name } = oldCopy(budgetSheet(raw, heading));
  const hidden: RawSheet = { ...budgetSheet(raw, heading), id, name, visibility: "hidden", blocks: [] };
  return { ...raw, sheets: [hidden, ...raw.sheets] };
};

const withChosenCopy: Disturb = (raw, workbook) => {
  const heading = budgetHeading(workbook);
  if (!heading) return raw;
  const copy = oldCopy(budgetSheet(raw, heading));
  return { ...raw, sheets: [copy, ...raw.sheets], choices: [{ kind: "budget", heading }] };
};

/** Cells that were once filled, and spaces, down to the end of the sheet. */
const withPhantoms: Disturb = (raw) =>
  mapSheets(raw, (sheet) => {
    const width = sheet.blocks[0]?.values[0]?.length ?? 1;
    const line = <Value>(value: Value): Value[] => Array.from({ length: width }, () => value);
    const blank = (row: number): RawBlock => ({
      row,
      column: 0,
      values: [line(null), line("  "), line("")],
      formulas: [line(null), line(null), line(null)],
      numberFormats: [line("General"), line("General"), line("General")],
    });
    return { ...sheet, blocks: [...sheet.blocks, blank(20_000), blank(1_048_570)] };
  });

/** The typed amounts and subtotals come from another workbook. */
const linked: Disturb = (raw, workbook) => {
  const names = workbook.names();
  const isLinked = (sheet: string, row: number, column: number): boolean =>
    (names.get(formatCellRef({ sheet, row, column })) ?? []).some((tag) => /:(?:amount|subtotal)\//.test(tag));
  return mapSheets(raw, (sheet) =>
    mapBlocks(sheet, (block) => ({
      ...block,
      formulas: block.formulas.map((line, row) =>
        line.map((formula, column) => {
          const isTyped = formula === null && typeof block.values[row]?.[column] === "number";
          return isTyped && isLinked(sheet.name, row, column)
            ? `='C:\\Contrat\\[Budget.xlsx]Feuil1'!$B$${row + 1}`
            : formula;
        }),
      ),
    })),
  );
};

const SUBTOTALS = ["sous-total-axe"];
const ACHIEVED = ["realise-renseigne", "cible-atteinte", "indicateurs-nationaux"];

export const namedLayouts: readonly NamedLayout[] = [
  { name: "the annex as it is signed", layout: indicators({ form: "targets" }), without: ACHIEVED },
  {
    name: "one sheet per year, named by the sheet",
    layout: amounts({ form: "sheets", yearPlace: "name" }),
    without: [],
  },
  {
    name: "one sheet per year, named by a title",
    layout: amounts({ form: "sheets", yearPlace: "title" }),
    without: [],
  },
  {
    name: "one sheet per year, named by a heading",
    layout: amounts({ form: "sheets", yearPlace: "row" }),
    without: [],
  },
  { name: "the years one under the other", layout: amounts({ form: "stacked", yearPlace: "title" }), without: [] },
  {
    name: "a flat table by action",
    layout: amounts({ form: "flat", flatOrder: "by action", axes: "column" }),
    without: [...SUBTOTALS, "total-general", "total-en-formule", "formule-incomplete"],
  },
  {
    name: "a flat table by year, with totals",
    layout: amounts({
      form: "flat",
      flatOrder: "by year",
      axes: "column",
      areKeysRepeated: false,
      flatColumns: "year, axe, action",
    }),
    without: SUBTOTALS,
  },
  {
    name: "a single row of combined headings",
    layout: amounts({ heads: "one row", words: { etat: 2, collectivite: 2, total: 2 } }),
    without: [],
  },
  {
    name: "« Part de l’État », « Collectivité », « Coût total »",
    layout: amounts({ words: { etat: 3, collectivite: 4, total: 2 } }),
    without: [],
  },
  {
    name: "« P304 », « Cofinancement »",
    layout: amounts({ words: { etat: 5, collectivite: 5, total: 0 } }),
    without: [],
  },
  { name: "« Crédits État »", layout: amounts({ words: { etat: 4, collectivite: 1, total: 4 } }), without: [] },
  { name: "parties over the years", layout: amounts({ heads: "parties over years" }), without: [] },
  { name: "amounts in k€ by the title", layout: amounts({ unit: "k€ in the title" }), without: [] },
  { name: "amounts in k€ by the headings", layout: amounts({ unit: "k€ in the headings" }), without: [] },
  {
    name: "titles, notes and decoration around",
    layout: amounts({
      titles: ["Contrat local des solidarités 2024-2027", "Direction des solidarités"],
      notes: ["* sous réserve du vote du budget", "Source : service des finances"],
      blankRows: 2,
      top: 4,
      left: 2,
      gap: "between the years",
    }),
    without: [],
  },
  {
    name: "subtotals on the headings of the axes, totals in formulas",
    layout: amounts({ subtotals: "on the heading", formulas: "all", totalFormula: "subtotals" }),
    // A typed amount over a formula: where the text of an amount would be ignored by the sums around it.
    without: [],
  },
  {
    name: "the indicators under the budget",
    layout: { ...amounts({}), indicatorsAre: "under" },
    without: [],
  },
  { name: "the indicators beside the budget", layout: { ...amounts({}), indicatorsAre: "beside" }, without: [] },
  { name: "indicators in a long form", layout: indicators({ form: "long" }), without: [] },
  { name: "indicators in a long form, T0 in a row", layout: indicators({ form: "long, T0 in a row" }), without: [] },
  {
    name: "targets and achieved values under each year",
    layout: indicators({ form: "pairs under years" }),
    without: [],
  },
  { name: "targets, then achieved values", layout: indicators({ form: "bands" }), without: [] },
  { name: "indicators on one sheet per year", layout: indicators({ form: "sheets" }), without: [] },
  { name: "achieved values on their own sheet", layout: indicators({ form: "apart" }), without: [] },
  { name: "hidden rows and columns", layout: amounts({}), disturb: hide, without: [] },
  { name: "a hidden old copy", layout: amounts({}), disturb: withHiddenCopy, without: [] },
  { name: "an old copy, and the agent's choice", layout: amounts({}), disturb: withChosenCopy, without: [] },
  { name: "phantom rows to the end of the sheet", layout: amounts({}), disturb: withPhantoms, without: [] },
  {
    name: "labels with line breaks, in capitals",
    layout: {
      ...amounts({ wording: { ...PLAIN, action: "line", letters: "upper", signs: "two lines" } }),
      indicators: { ...PLAIN_INDICATORS, form: "pairs", wording: { ...PLAIN, signs: "two lines" } },
    },
    without: [],
  },
  {
    name: "labels split over two cells",
    layout: amounts({ numbers: "split label" }),
    // Only the contract's own words are put together.
    without: ["libelle-du-contrat"],
  },
  {
    name: "mistyped labels",
    layout: amounts({ wording: { ...PLAIN, letters: "mistyped" } }),
    also: ["libelle-du-contrat"],
    without: ["libelle-du-contrat"],
  },
  {
    name: "fiches in the rows of a table",
    layout: { ...amounts({}), pages: { ...PLAIN_PAGES, answers: "in a row" } },
    without: [],
  },
  {
    name: "fiches in the columns of a table",
    layout: { ...amounts({}), pages: { ...PLAIN_PAGES, answers: "in a column" } },
    without: [],
  },
  { name: "amounts from another workbook", layout: amounts({}), disturb: linked, without: [] },
];
