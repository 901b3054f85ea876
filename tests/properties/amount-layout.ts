// The ways in which agents lay out a table of amounts, contracted or executed.
import fc from "fast-check";
import type { Colonne } from "../../src/core/domain/dossier";
import { COLONNES } from "./content";
import { PLAIN, wordings, type Wording } from "./wording";

export interface AmountLayout {
  /** Years side by side, one sheet per year, years one under the other, one row per action and year. */
  readonly form: "columns" | "sheets" | "stacked" | "flat";
  /** Where years stand side by side. */
  readonly heads: "two rows" | "one row" | "parties over years";
  /** Over the first of its columns, over each, over the middle one. */
  readonly yearCells: "merged" | "repeated" | "centred";
  readonly yearWords: "number" | "text" | "word" | "exercice";
  /** Where a table has one year only: the sheet's name, a title, a heading over the parties. */
  readonly yearPlace: "name" | "title" | "row";
  readonly areYearsReversed: boolean;
  readonly order: readonly Colonne[];
  /** Which of the words for each party. */
  readonly words: Readonly<Record<Colonne, number>>;
  readonly hasTotalColumn: boolean;
  /** A last column that totals the years. */
  readonly hasPeriod: boolean;
  readonly corner: string | null;
  /** Where the number of the action stands; or the label itself split over two cells. */
  readonly numbers: "in the label" | "text column" | "number column" | "split label";
  readonly axes: "rows" | "column" | "none";
  readonly isAxeRepeated: boolean;
  readonly subtotals: "none" | "on the heading" | "after" | "after, named";
  readonly totalRow: string | null;
  readonly formulas: "none" | "sums" | "all";
  readonly totalFormula: "range" | "cells" | "subtotals";
  readonly unit: "€" | "k€ in the title" | "k€ in the headings";
  readonly format: string;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly blankRows: number;
  readonly gap: "none" | "after the labels" | "between the years";
  readonly top: number;
  readonly left: number;
  readonly flatOrder: "by action" | "by year";
  readonly flatColumns: "axe, action, year" | "year, axe, action" | "year, amounts, action";
  /** In a flat table, what comes again on each row; else it is written once. */
  readonly areKeysRepeated: boolean;
  readonly says: "title" | "parties" | "years";
  readonly hasPaid: boolean;
  readonly sheet: string;
  readonly wording: Wording;
}

export const PLAIN_AMOUNTS: AmountLayout = {
  form: "columns",
  heads: "two rows",
  yearCells: "merged",
  yearWords: "number",
  yearPlace: "name",
  areYearsReversed: false,
  order: ["total", "etat", "collectivite"],
  words: { etat: 0, collectivite: 0, total: 0 },
  hasTotalColumn: true,
  hasPeriod: false,
  corner: "Action",
  numbers: "in the label",
  axes: "rows",
  isAxeRepeated: false,
  subtotals: "none",
  totalRow: "TOTAL",
  formulas: "none",
  totalFormula: "cells",
  unit: "€",
  format: "General",
  titles: [],
  notes: [],
  blankRows: 0,
  gap: "none",
  top: 0,
  left: 0,
  flatOrder: "by action",
  flatColumns: "axe, action, year",
  areKeysRepeated: true,
  says: "title",
  hasPaid: false,
  sheet: "Budget",
  wording: PLAIN,
};

const ORDERS: readonly (readonly Colonne[])[] = COLONNES.flatMap((first) =>
  COLONNES.filter((second) => second !== first).map((second) => [
    first,
    second,
    ...COLONNES.filter((third) => third !== first && third !== second),
  ]),
);

/**
 * Show what the figures are in another way; "k€" here is decoration: the figures stay euros. None rounds a centime away, in
 * euros or thousands of them: an amount that shows as 0 is a finding.
 */
export const FORMATS = [
  "General",
  "#,##0.#####",
  '#,##0.00###\\ "€"',
  "# ##0.#####",
  '#,##0.00000###,\\ "k€"',
  "0.00###;[Red]-0.00###",
] as const;

export const TITLES = [
  "Contrat local des solidarités 2024-2027",
  "Direction des solidarités",
  "Document de travail, version du 12/03/2026",
  "Les montants sont fixés par le contrat signé.",
] as const;

export const NOTES = [
  "* sous réserve du vote du budget",
  "Source : service des finances",
  "Lecture : les parts sont annuelles.",
] as const;

const choice = <Item>(...items: readonly [Item, ...Item[]]): fc.Arbitrary<Item> => fc.constantFrom(...items);

/** Shrinks towards the plain layout: the first of each choice. */
export const amountLayouts: fc.Arbitrary<AmountLayout> = fc.record({
  form: choice<AmountLayout["form"]>("columns", "columns", "columns", "sheets", "stacked", "flat", "flat"),
  heads: choice<AmountLayout["heads"]>("two rows", "two rows", "one row", "parties over years"),
  yearCells: choice<AmountLayout["yearCells"]>("merged", "repeated", "centred"),
  yearWords: choice<AmountLayout["yearWords"]>("number", "text", "word", "exercice"),
  yearPlace: choice<AmountLayout["yearPlace"]>("name", "title", "row"),
  areYearsReversed: fc.boolean(),
  order: fc.constantFrom(...ORDERS),
  words: fc.record({ etat: fc.nat({ max: 6 }), collectivite: fc.nat({ max: 6 }), total: fc.nat({ max: 4 }) }),
  hasTotalColumn: choice(true, true, true, true, false),
  // Only where a slip asks for it: every other slip would be seen in it too.
  hasPeriod: fc.constant(false),
  corner: choice<string | null>("Action", "Actions", "Intitulé de l’action", "Année", null),
  numbers: choice<AmountLayout["numbers"]>("in the label", "in the label", "text column", "number column"),
  axes: choice<AmountLayout["axes"]>("rows", "rows", "rows", "column", "none"),
  isAxeRepeated: fc.boolean(),
  subtotals: choice<AmountLayout["subtotals"]>("none", "on the heading", "after", "after, named"),
  totalRow: choice<string | null>("TOTAL", "Total général", "Total", "TOTAL GENERAL :", null),
  formulas: choice<AmountLayout["formulas"]>("none", "sums", "all"),
  totalFormula: choice<AmountLayout["totalFormula"]>("cells", "range", "subtotals"),
  unit: choice<AmountLayout["unit"]>("€", "€", "k€ in the title", "k€ in the headings"),
  format: fc.constantFrom(...FORMATS),
  titles: fc.subarray([...TITLES], { maxLength: 3 }),
  notes: fc.subarray([...NOTES], { maxLength: 2 }),
  blankRows: fc.nat({ max: 2 }),
  gap: choice<AmountLayout["gap"]>("none", "none", "after the labels", "between the years"),
  top: fc.nat({ max: 4 }),
  left: fc.nat({ max: 3 }),
  flatOrder: choice<AmountLayout["flatOrder"]>("by action", "by year"),
  flatColumns: choice<AmountLayout["flatColumns"]>("axe, action, year", "year, axe, action", "year, amounts, action"),
  areKeysRepeated: fc.boolean(),
  says: choice<AmountLayout["says"]>("title", "parties", "years"),
  hasPaid: fc.boolean(),
  sheet: choice("Budget", "Tableau budgétaire", "Feuil1", "Maquette d’Anne (v2)"),
  wording: wordings,
});

/** What does not go together: the layout as it can be written. */
export function settle(layout: AmountLayout): AmountLayout {
  const isFlat = layout.form === "flat";
  const isColumns = layout.form === "columns";
  const order = layout.hasTotalColumn ? layout.order : layout.order.filter((colonne) => colonne !== "total");
  const axes = isFlat && layout.axes === "rows" ? "none" : layout.axes;
  const subtotals =
    isFlat ||
    (axes !== "rows" && layout.subtotals === "on the heading") ||
    (axes === "none" && layout.subtotals !== "none")
      ? "none"
      : layout.subtotals;
  const totalFormula = subtotals === "none" && layout.totalFormula === "subtotals" ? "cells" : layout.totalFormula;
  const isCentred =
    isColumns && layout.heads === "two rows" && order.length === 3 && layout.gap !== "between the years";
  return {
    ...layout,
    order,
    axes,
    subtotals,
    hasPeriod: layout.hasPeriod && isColumns && layout.hasTotalColumn && layout.heads !== "parties over years",
    // A range over everything would count subtotals with their actions.
    totalFormula: subtotals !== "none" && totalFormula === "range" ? "subtotals" : totalFormula,
    yearCells: layout.yearCells === "centred" && (!isCentred || layout.hasPaid) ? "merged" : layout.yearCells,
    yearPlace: layout.form === "stacked" && layout.yearPlace === "name" ? "title" : layout.yearPlace,
    says: layout.says === "years" && !(isColumns && layout.heads !== "one row") ? "title" : layout.says,
    corner: isFlat ? (layout.corner ?? "Action") : layout.corner,
  };
}
