// The figures of Dijon's annex where the rows, and not the columns, say whose they are or of which year; and split over tables.
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Action } from "../../../src/core/contract/convention";
import { LayoutSheets, type Tagged } from "./layout-sheets";
import { actionLabel, amounts, axeLabel, byAxe, euros, totals, type AmountLayout } from "./layouts";
import type { CellLiteral } from "./raw-workbook-builder";

const { actions, axes } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];
const PARTS = ["etat", "collectivite", "total"] as const;
const WORDS = { etat: "État", collectivite: "Métropole", total: "Total" };

type Part = (typeof PARTS)[number];

const figure = (of: Action | "total", annee: number, part: Part): Tagged => {
  const list = of === "total" ? actions : [of];
  const value = list.reduce((sum, action) => sum + euros(action, annee, part), 0);
  return [`${of === "total" ? "total" : of.numero}/${annee}/${part}`, value];
};

const overYears = (of: Action | "total", part: Part): Tagged[] => YEARS.map((annee) => figure(of, annee, part));

/** Each axe with its actions, each action with its rows; then the rows of the table's total. */
function rowsOfParts(
  sheets: LayoutSheets,
  write: (of: Action | "total", label: string) => readonly (readonly (CellLiteral | Tagged)[])[],
): LayoutSheets {
  for (const { numero } of axes) {
    sheets.row("Budget", axeLabel(numero));
    for (const action of actions.filter(({ axe }) => axe === numero)) {
      for (const row of write(action, actionLabel(action))) sheets.row("Budget", ...row);
    }
  }
  for (const row of write("total", "TOTAL")) sheets.row("Budget", ...row);
  return sheets;
}

const HEADS = ["Total", "État", "DM"];

const ofAxe = (sheets: LayoutSheets, sheet: string, numero: number): LayoutSheets =>
  actions
    .filter(({ axe }) => axe === numero)
    .reduce((same, action) => same.row(sheet, actionLabel(action), ...amounts(action, YEARS)), sheets);

const yearHeads = YEARS.flatMap((annee) => [annee, null, null]);
const partyHeads = YEARS.flatMap(() => HEADS);

const periode = (of: Action | "total"): Tagged[] =>
  (["total", "etat", "collectivite"] as const).map((part) => [
    `${of === "total" ? "total" : of.numero}/periode/${part}`,
    YEARS.reduce((sum, annee) => sum + Number(figure(of, annee, part)[1]), 0),
  ]);

export const otherLayouts: readonly AmountLayout[] = [
  {
    name: "parties in rows under each action, years in columns",
    sheets: rowsOfParts(new LayoutSheets().row("Budget", "Action", ...YEARS), (of, label) => [
      [label],
      ...PARTS.map((part) => [WORDS[part], ...overYears(of, part)]),
    ]),
  },
  {
    name: "parties in a column of their own, actions merged",
    sheets: rowsOfParts(new LayoutSheets().row("Budget", "Action", "Financeur", ...YEARS), (of, label) =>
      PARTS.map((part, index) => [index === 0 ? label : null, WORDS[part], ...overYears(of, part)]),
    ),
  },
  ...["Total", "Total 2024-2027"].map((heading) => ({
    name: `parties in a column of their own, « ${heading} » right of the years`,
    sheets: rowsOfParts(new LayoutSheets().row("Budget", "Action", "Financeur", ...YEARS, heading), (of, label) =>
      PARTS.map((part, index) => {
        const whole = periode(of).filter(([tag]) => tag.endsWith(`/${part}`));
        return [index === 0 ? label : null, WORDS[part], ...overYears(of, part), ...whole];
      }),
    ),
  })),
  {
    name: "the total on the row of the action, of which its parties below",
    sheets: rowsOfParts(new LayoutSheets().row("Budget", null, ...YEARS), (of, label) => [
      [label, ...overYears(of, "total")],
      ["dont État", ...overYears(of, "etat")],
      ["dont Métropole", ...overYears(of, "collectivite")],
    ]),
  },
  {
    name: "years in rows under each action, parties in columns",
    sheets: rowsOfParts(new LayoutSheets().row("Budget", "Action", "État", "Métropole", "Total"), (of, label) => [
      [label],
      ...YEARS.map((annee) => [annee, ...PARTS.map((part) => figure(of, annee, part))]),
    ]),
  },
  {
    name: "one row per action, year and party",
    sheets: actions.reduce(
      (sheets, action) =>
        YEARS.reduce(
          (same, annee) =>
            PARTS.reduce(
              (one, part) => one.row("Données", actionLabel(action), annee, WORDS[part], figure(action, annee, part)),
              same,
            ),
          sheets,
        ),
      new LayoutSheets().row("Données", "Action", "Année", "Financeur", "Montant"),
    ),
  },
  {
    name: "the headings of a pivot table",
    sheets: byAxe(
      new LayoutSheets().row(
        "TCD",
        "Étiquettes de lignes",
        ...YEARS.flatMap((annee) => [`Somme de Total ${annee}`, `Somme de Etat ${annee}`, `Somme de DM ${annee}`]),
      ),
      "TCD",
      (action) => amounts(action, YEARS),
      totals(YEARS),
    ),
  },
  {
    name: "« Coût total », « Dont État », « Dont Métropole »",
    sheets: byAxe(
      new LayoutSheets()
        .row("Budget", "Action", ...yearHeads)
        .row("Budget", null, ...YEARS.flatMap(() => ["Coût total", "Dont Etat", "Dont Métropole"])),
      "Budget",
      (action) => amounts(action, YEARS),
      totals(YEARS),
    ),
  },
  {
    name: "totals over the period, by party",
    sheets: byAxe(
      new LayoutSheets()
        .row("Budget", "Action", ...yearHeads, "Total 2024-2027", null, null)
        .row("Budget", null, ...partyHeads, ...HEADS),
      "Budget",
      (action) => [...amounts(action, YEARS), ...periode(action)],
      [...totals(YEARS), ...periode("total")],
    ),
  },
  {
    name: "a bare « Total » over the parties of the period",
    sheets: byAxe(
      new LayoutSheets()
        .row("Budget", "Action", ...yearHeads, "TOTAL", null, null)
        .row("Budget", null, ...partyHeads, ...HEADS),
      "Budget",
      (action) => [...amounts(action, YEARS), ...periode(action)],
      [...totals(YEARS), ...periode("total")],
    ),
  },
  {
    name: "k€ told in a note below",
    sheets: byAxe(
      new LayoutSheets().row("Budget", "Action", ...yearHeads).row("Budget", null, ...partyHeads),
      "Budget",
      (action) => amounts(action, YEARS, { factor: 1 / 1000 }),
      totals(YEARS, { factor: 1 / 1000 }),
    )
      .row("Budget")
      .row("Budget", "Montants exprimés en milliers d’euros."),
    unit: 1000,
  },
  {
    name: "k€ told beside the table",
    sheets: byAxe(
      new LayoutSheets().row("Budget", "Action", ...yearHeads).row("Budget", null, ...partyHeads, "(en k€)"),
      "Budget",
      (action) => amounts(action, YEARS, { factor: 1 / 1000 }),
      totals(YEARS, { factor: 1 / 1000 }),
    ),
    unit: 1000,
  },
  {
    name: "one small table per axe under a repeated heading, each with its total",
    sheets: axes.reduce((sheets, { numero }) => {
      sheets
        .row("Budget", axeLabel(numero))
        .row("Budget", "Action", ...yearHeads)
        .row("Budget", null, ...partyHeads);
      return ofAxe(sheets, "Budget", numero).row("Budget");
    }, new LayoutSheets()),
  },
  {
    name: "one sheet per axe",
    sheets: axes.reduce((sheets, { numero }) => {
      const sheet = `Axe ${numero}`;
      sheets.row(sheet, "Action", ...yearHeads).row(sheet, null, ...partyHeads);
      return ofAxe(sheets, sheet, numero);
    }, new LayoutSheets()),
  },
];
