// The figures of Dijon's annex in the layouts in which agents keep them, contracted, executed and achieved.
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Action } from "../../../src/core/contract/convention";
import { LayoutSheets, type Tagged } from "./layout-sheets";
import type { CellLiteral } from "./raw-workbook-builder";

const { actions, axes } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];
const COLONNES = ["total", "etat", "collectivite"] as const;

type Colonne = (typeof COLONNES)[number];

/** "5/2025/etat", and "réalisé 5/2025/etat" for what was executed: the same figures. */
const tag = (of: string, annee: number, colonne: string, executed = false): string =>
  `${executed ? "réalisé " : ""}${of}/${annee}/${colonne}`;

export function euros(action: Action, annee: number, colonne: Colonne): number {
  const montants = action.montants.find((one) => one.annee === annee);
  const { etat = 0, collectivite = 0 } = montants ?? {};
  return (colonne === "total" ? etat + collectivite : colonne === "etat" ? etat : collectivite) / 100;
}

export const amounts = (
  action: Action,
  years: readonly number[],
  { executed = false, factor = 1, colonnes = COLONNES as readonly Colonne[] } = {},
): Tagged[] =>
  years.flatMap((annee) =>
    colonnes.map((colonne): Tagged => [
      tag(`${action.numero}`, annee, colonne, executed),
      euros(action, annee, colonne) * factor,
    ]),
  );

export const totals = (years: readonly number[], { executed = false, factor = 1 } = {}): Tagged[] =>
  years.flatMap((annee) =>
    COLONNES.map((colonne): Tagged => [
      tag("total", annee, colonne, executed),
      actions.reduce((sum, action) => sum + euros(action, annee, colonne), 0) * factor,
    ]),
  );

export const actionLabel = ({ numero, intitule }: Action): string => `Action ${numero} - ${intitule}`;
export const axeLabel = (numero: number): string => `Axe ${numero} : ${axes[numero - 1]?.intitule ?? ""}`;

/** Headings, each axe with its actions, TOTAL. */
export function byAxe(
  sheets: LayoutSheets,
  sheet: string,
  row: (action: Action) => readonly (CellLiteral | Tagged)[],
  total: readonly (CellLiteral | Tagged)[],
  suffix = "",
): LayoutSheets {
  for (const { numero } of axes) {
    sheets.row(sheet, [`axe ${numero}${suffix}`, axeLabel(numero)]);
    for (const action of actions.filter(({ axe }) => axe === numero)) {
      sheets.row(sheet, [`action ${action.numero}${suffix}`, actionLabel(action)], ...row(action));
    }
  }
  return sheets.row(sheet, "TOTAL", ...total);
}

const HEADS = ["Total", "État", "DM"];

function executionByYear(years: readonly number[]): LayoutSheets {
  const sheets = new LayoutSheets();
  sheets.row("Exécution", "Exécution du contrat", ...years.flatMap((annee) => [annee, null, null]));
  sheets.row("Exécution", null, ...years.flatMap(() => HEADS));
  return byAxe(
    sheets,
    "Exécution",
    (action) => amounts(action, years, { executed: true }),
    totals(years, { executed: true }),
  );
}

export interface AmountLayout {
  readonly name: string;
  readonly sheets: LayoutSheets;
  /** Euros in one unit of the typed figures; 1 by default. */
  readonly unit?: number;
}

export const budgetLayouts: readonly AmountLayout[] = [
  {
    name: "one sheet per year, named by the sheet",
    sheets: YEARS.reduce((sheets, annee) => {
      const sheet = `Budget ${annee}`;
      sheets
        .row(sheet, "Contrat local des solidarités 2024-2027")
        .row(sheet)
        .row(sheet, "Action", ...HEADS);
      return byAxe(sheets, sheet, (action) => amounts(action, [annee]), totals([annee]), `/${annee}`);
    }, new LayoutSheets()),
  },
  {
    name: "one sheet per year, named by the title",
    sheets: YEARS.reduce((sheets, annee, index) => {
      const sheet = `Feuil${index + 1}`;
      sheets
        .row(sheet, `Tableau budgétaire – exercice ${annee}`)
        .row(sheet)
        .row(sheet, "Action", "Coût total", "Part de l’État", "Cofinancement");
      return byAxe(sheets, sheet, (action) => amounts(action, [annee]), totals([annee]), `/${annee}`);
    }, new LayoutSheets()),
  },
  {
    name: "one sheet per year, named by the heading",
    sheets: YEARS.reduce((sheets, annee, index) => {
      const sheet = `Feuil${index + 1}`;
      sheets.row(sheet, null, annee, null, null).row(sheet, "Action", ...HEADS);
      return byAxe(sheets, sheet, (action) => amounts(action, [annee]), totals([annee]), `/${annee}`);
    }, new LayoutSheets()),
  },
  {
    name: "the years one under the other on one sheet",
    sheets: YEARS.reduce((sheets, annee) => {
      sheets.row("Budget", `Année ${annee}`).row("Budget", "Action", ...HEADS);
      return byAxe(sheets, "Budget", (action) => amounts(action, [annee]), totals([annee]), `/${annee}`).row("Budget");
    }, new LayoutSheets()),
  },
  {
    name: "a flat table by action",
    sheets: actions.reduce(
      (sheets, action) =>
        YEARS.reduce(
          (same, annee) =>
            same.row(
              "Données",
              [`action ${action.numero}/${annee}`, actionLabel(action)],
              annee,
              ...amounts(action, [annee]),
            ),
          sheets,
        ),
      new LayoutSheets().row("Données", "Action", "Année", "Total", "État", "Métropole"),
    ),
  },
  {
    name: "a flat table by year, with the axes",
    sheets: YEARS.reduce(
      (sheets, annee) =>
        actions.reduce(
          (same, action) =>
            same.row(
              "Données",
              axeLabel(action.axe),
              [`action ${action.numero}/${annee}`, actionLabel(action)],
              `${annee}`,
              ...amounts(action, [annee]),
            ),
          sheets,
        ),
      new LayoutSheets().row("Données", "Axe", "Action", "Année", "Total", "État", "Métropole"),
    ),
  },
  {
    name: "a flat table with merged actions",
    sheets: actions.reduce(
      (sheets, action) =>
        YEARS.reduce(
          (same, annee, index) =>
            same.row("Données", index === 0 ? actionLabel(action) : null, annee, ...amounts(action, [annee])),
          sheets,
        ),
      new LayoutSheets().row("Données", "Action", "Exercice", "Coût total", "P304", "Collectivité"),
    ),
  },
  {
    name: "a flat table with merged years and a total of each",
    sheets: YEARS.reduce(
      (sheets, annee) =>
        actions
          .reduce(
            (same, action, index) =>
              same.row("Données", index === 0 ? annee : null, actionLabel(action), ...amounts(action, [annee])),
            sheets,
          )
          .row("Données", annee, "TOTAL", ...totals([annee])),
      new LayoutSheets().row("Données", "Année", "Action", "Total", "État", "Métropole"),
    ),
  },
  {
    name: "a single row of headings",
    sheets: byAxe(
      new LayoutSheets().row(
        "Budget",
        "Action",
        ...YEARS.flatMap((annee) => [`Coût total ${annee}`, `Part État ${annee}`, `Collectivité ${annee}`]),
      ),
      "Budget",
      (action) => amounts(action, YEARS),
      totals(YEARS),
    ),
  },
  {
    name: "amounts in k€",
    sheets: byAxe(
      new LayoutSheets()
        .row("Budget", "Tableau budgétaire (montants en k€)")
        .row("Budget", "Année", ...YEARS.flatMap((annee) => [annee, null, null]))
        .row("Budget", null, ...YEARS.flatMap(() => HEADS)),
      "Budget",
      (action) => amounts(action, YEARS, { factor: 1 / 1000 }),
      totals(YEARS, { factor: 1 / 1000 }),
    ),
    unit: 1000,
  },
  {
    name: "contracted and executed columns in each year",
    sheets: byAxe(
      new LayoutSheets()
        .row("Budget", "Année", ...YEARS.flatMap((annee) => [annee, null, null, null, null, null]))
        .row("Budget", null, ...YEARS.flatMap(() => ["Prévu", null, null, "Réalisé", null, null]))
        .row("Budget", "Action", ...YEARS.flatMap(() => [...HEADS, ...HEADS])),
      "Budget",
      (action) =>
        YEARS.flatMap((annee) => [...amounts(action, [annee]), ...amounts(action, [annee], { executed: true })]),
      YEARS.flatMap((annee) => [...totals([annee]), ...totals([annee], { executed: true })]),
    ),
  },
];

export const executionLayouts: readonly AmountLayout[] = [
  { name: "years over the parties, on a sheet of their own", sheets: executionByYear(YEARS) },
  {
    name: "one sheet per year",
    sheets: [2024, 2025].reduce((sheets, annee) => {
      sheets.row(`Réalisé ${annee}`, "Action", ...HEADS, "Versé");
      return byAxe(
        sheets,
        `Réalisé ${annee}`,
        (action) => [
          ...amounts(action, [annee], { executed: true }),
          [tag(`${action.numero}`, annee, "versé"), euros(action, annee, "etat")],
        ],
        totals([annee], { executed: true }),
        `/réalisé ${annee}`,
      );
    }, new LayoutSheets()),
  },
  {
    name: "a flat table",
    sheets: [2024, 2025].reduce(
      (sheets, annee) =>
        actions.reduce(
          (same, action) =>
            same.row("Exécution", actionLabel(action), annee, ...amounts(action, [annee], { executed: true })),
          sheets,
        ),
      new LayoutSheets().row("Exécution", "Action", "Année", "Total réalisé", "État réalisé", "Métropole réalisée"),
    ),
  },
  {
    name: "a single row of headings",
    sheets: byAxe(
      new LayoutSheets().row(
        "Bilan",
        "Action",
        ...YEARS.flatMap((annee) => [
          `Total réalisé ${annee}`,
          `Réalisé État ${annee}`,
          `Réalisé DM ${annee}`,
          `Versé ${annee}`,
        ]),
      ),
      "Bilan",
      (action) =>
        YEARS.flatMap((annee) => [
          ...amounts(action, [annee], { executed: true }),
          [tag(`${action.numero}`, annee, "versé"), euros(action, annee, "etat")] as const,
        ]),
      YEARS.flatMap((annee) => [...totals([annee], { executed: true }), null]),
    ),
  },
  {
    name: "years that say it",
    sheets: byAxe(
      new LayoutSheets()
        .row("Suivi", "Action", ...YEARS.flatMap((annee) => [`Réalisé ${annee}`, null, null]))
        .row("Suivi", null, ...YEARS.flatMap(() => HEADS)),
      "Suivi",
      (action) => amounts(action, YEARS, { executed: true }),
      totals(YEARS, { executed: true }),
    ),
  },
];
