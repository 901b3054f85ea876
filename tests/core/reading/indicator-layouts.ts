// The indicators of Dijon's annex in the layouts in which agents keep them, with achieved values equal to the targets.
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Action, Indicateur } from "../../../src/core/contract/convention";
import { LayoutSheets, type Tagged } from "./layout-sheets";
import { actionLabel as label } from "./layouts";
import type { CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];

const indicatorTag = (action: Action, { numero }: Indicateur, what: string): string =>
  `${action.numero}.${numero}/${what}`;

function target({ cibles }: Indicateur, annee: number): CellLiteral {
  return cibles.find((cible) => cible.annee === annee)?.valeur ?? null;
}

type IndicatorRow = (action: Action, indicateur: Indicateur) => readonly (CellLiteral | Tagged)[];

function indicators(sheets: LayoutSheets, sheet: string, row: IndicatorRow): LayoutSheets {
  for (const action of actions) {
    action.indicateurs.forEach((indicateur, index) => {
      sheets.row(sheet, index === 0 ? label(action) : null, indicateur.intitule, ...row(action, indicateur));
    });
  }
  return sheets;
}

const pair = (action: Action, indicateur: Indicateur, annee: number): Tagged[] => [
  [indicatorTag(action, indicateur, `cible ${annee}`), target(indicateur, annee)],
  [indicatorTag(action, indicateur, `réalisé ${annee}`), target(indicateur, annee)],
];

/** Rows that say what they measure: under the indicator, which has none itself, or beside it. */
function measuresInRows(isBeside: boolean): LayoutSheets {
  const sheets = new LayoutSheets();
  sheets.row("Indicateurs", "Action", "Indicateur", ...(isBeside ? ["Mesure"] : []), "Situation T0", ...YEARS);
  for (const action of actions) {
    action.indicateurs.forEach((indicateur, index) => {
      const named = [index === 0 ? label(action) : null, indicateur.intitule];
      const [targets, achieved] = [0, 1].map((at) =>
        YEARS.flatMap((annee) => pair(action, indicateur, annee).slice(at, at + 1)),
      );
      if (!isBeside) sheets.row("Indicateurs", ...named, indicateur.t0);
      sheets.row(
        "Indicateurs",
        ...(isBeside ? named : [null]),
        "Cible",
        isBeside ? indicateur.t0 : null,
        ...(targets ?? []),
      );
      sheets.row("Indicateurs", null, ...(isBeside ? [null] : []), "Réalisé", null, ...(achieved ?? []));
    });
  }
  return sheets;
}

export const indicatorLayouts: readonly { readonly name: string; readonly sheets: LayoutSheets }[] = [
  { name: "targets and achieved values in rows under each indicator", sheets: measuresInRows(false) },
  { name: "targets and achieved values in rows beside each indicator", sheets: measuresInRows(true) },
  {
    name: "pairs in one row of headings",
    sheets: indicators(
      new LayoutSheets().row(
        "Indicateurs",
        "Action",
        "Indicateur",
        "T0",
        ...YEARS.flatMap((annee) => [`Cible ${annee}`, `Réalisé ${annee}`]),
      ),
      "Indicateurs",
      (action, indicateur) => [indicateur.t0, ...YEARS.flatMap((annee) => pair(action, indicateur, annee))],
    ),
  },
  {
    name: "pairs under merged years",
    sheets: indicators(
      new LayoutSheets()
        .row("Indicateurs", "Action", "Indicateur", "Situation T0", ...YEARS.flatMap((annee) => [annee, null]))
        .row("Indicateurs", null, null, null, ...YEARS.flatMap(() => ["Cible", "Réalisé"])),
      "Indicateurs",
      (action, indicateur) => [indicateur.t0, ...YEARS.flatMap((annee) => pair(action, indicateur, annee))],
    ),
  },
  {
    name: "years under merged targets and achieved values",
    sheets: indicators(
      new LayoutSheets()
        .row("Indicateurs", "Action", "Indicateur", "T0", "Cibles", null, null, null, "Réalisé", null, null, null)
        .row("Indicateurs", null, null, null, ...YEARS, ...YEARS),
      "Indicateurs",
      (action, indicateur) => [
        indicateur.t0,
        ...YEARS.flatMap((annee) => pair(action, indicateur, annee).slice(0, 1)),
        ...YEARS.flatMap((annee) => pair(action, indicateur, annee).slice(1)),
      ],
    ),
  },
  {
    name: "a long form",
    sheets: actions.reduce(
      (sheets, action) => {
        for (const indicateur of action.indicateurs) {
          for (const annee of YEARS) {
            sheets.row(
              "Indicateurs",
              label(action),
              indicateur.intitule,
              annee,
              indicateur.t0,
              ...pair(action, indicateur, annee),
            );
          }
        }
        return sheets;
      },
      new LayoutSheets().row("Indicateurs", "Action", "Indicateur", "Année", "T0", "Cible", "Réalisé"),
    ),
  },
  {
    name: "a long form with merged labels and a row for T0",
    sheets: actions.reduce(
      (sheets, action) => {
        for (const [index, indicateur] of action.indicateurs.entries()) {
          sheets.row("Indicateurs", index === 0 ? label(action) : null, indicateur.intitule, "T0", indicateur.t0);
          for (const annee of YEARS) sheets.row("Indicateurs", null, null, annee, ...pair(action, indicateur, annee));
        }
        return sheets;
      },
      new LayoutSheets().row("Indicateurs", "Action", "Indicateur", "Année", "Valeur cible", "Valeur réalisée"),
    ),
  },
  {
    name: "one sheet per year",
    sheets: YEARS.reduce(
      (sheets, annee) =>
        indicators(
          sheets.row(`Indicateurs ${annee}`, "Action", "Indicateur", "T0", "Cible", "Réalisé"),
          `Indicateurs ${annee}`,
          (action, indicateur) => [indicateur.t0, ...pair(action, indicateur, annee)],
        ),
      new LayoutSheets(),
    ),
  },
  {
    name: "achieved values on a sheet of their own",
    sheets: indicators(
      indicators(
        new LayoutSheets().row("Indicateurs", "Action", "Indicateur", "T0", ...YEARS),
        "Indicateurs",
        (action, indicateur) => [
          indicateur.t0,
          ...YEARS.flatMap((annee) => pair(action, indicateur, annee).slice(0, 1)),
        ],
      ).row("Réalisé", "Action", "Indicateur", ...YEARS),
      "Réalisé",
      (action, indicateur) => YEARS.flatMap((annee) => pair(action, indicateur, annee).slice(1)),
    ),
  },
];
