// What was achieved in a year, on a sheet that says the year's targets again: one table with that of all the years.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { run } from "../agents-run";
import { tableauBudgetaire, tableauIndicateurs } from "../annexes";
import type { Grid } from "../figures";
import { actionLabel } from "../layouts";
import type { CellLiteral } from "../raw-workbook-builder";

const { actions } = contratIntegre;

type Cells = readonly CellLiteral[];

interface Report {
  /** What of the first action is achieved, and what its target is said to be. */
  readonly achieved?: number;
  readonly target?: CellLiteral;
  readonly years?: readonly number[];
  readonly initial?: CellLiteral;
}

const report = ({ achieved = 450, target = 450, years = [2024], initial }: Report = {}): Grid => [
  [
    "Action",
    "Indicateur",
    ...(initial === undefined ? [] : ["T0"]),
    ...years.flatMap((annee) => [`Cible ${annee}`, `Réalisé ${annee}`]),
    "Taux d’atteinte",
  ],
  ...actions.flatMap((action) =>
    action.indicateurs.map(({ intitule, t0, cibles }, index): Cells => {
      const isFirst = action.numero === 1;
      const figures = years.flatMap((annee): Cells => {
        const cible = cibles.find((one) => one.annee === annee)?.valeur ?? null;
        const is2024 = isFirst && annee === 2024;
        return [is2024 ? target : cible, is2024 ? achieved : cible === "nd" ? 1 : cible];
      });
      const first = initial === undefined ? [] : [isFirst ? initial : t0];
      return [index === 0 ? actionLabel(action) : null, intitule, ...first, ...figures, "=1"];
    }),
  ),
];

const both = (of?: Report, asOf = "2025-06-30") => {
  const { errors, asked, ofRule, unread, status, dossier } = run(
    { Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs, "Bilan 2024": report(of) },
    asOf,
  );
  return {
    errors: errors.map(({ id }) => id),
    asked: asked.length,
    atteinte: ofRule("cible-atteinte").map(({ cell }) => cell),
    unread: unread.map(({ sheet, range }) => `${sheet}!${range ?? ""}`),
    targets: status("cible-contractualisee"),
    t0: status("t0-contractualise"),
    achieved: dossier.indicators?.anneesRealisees.map(({ annee }) => annee),
  };
};

const joined = {
  errors: [],
  asked: 0,
  atteinte: [],
  unread: [],
  targets: "compliant",
  t0: "compliant",
  achieved: [2024],
};

describe("a report of one year that says its targets again", () => {
  test("completes the table of the targets", () => {
    expect(both()).toEqual(joined);
    expect(both({ initial: 420 })).toEqual(joined);
    expect(both({ target: null })).toEqual(joined);
  });

  test("is held against the targets", () => {
    expect(both({ achieved: 225 })).toEqual({ ...joined, atteinte: ["'Bilan 2024'!D2"] });
  });

  test("is named where it says other targets, or another initial situation", () => {
    expect(both({ target: 451 })).toMatchObject({ unread: ["Bilan 2024!C2"], targets: "not-checkable" });
    expect(both({ target: "nd" })).toMatchObject({ unread: ["Bilan 2024!C2"], targets: "not-checkable" });
    expect(both({ initial: 421 })).toMatchObject({ unread: ["Bilan 2024!C2"], t0: "not-checkable" });
  });

  test("is asked about where it shows every year of the targets", () => {
    const years = [2024, 2025, 2026, 2027];
    expect(both({ years })).toMatchObject({ errors: [], asked: 1 });
    expect(both({ years: years.slice(1) })).toMatchObject({ ...joined, achieved: [2025, 2026, 2027] });
  });

  test("is asked about beside two tables of the targets", () => {
    const { errors, asked } = run({
      Budget: tableauBudgetaire,
      Indicateurs: tableauIndicateurs,
      Copie: tableauIndicateurs,
      "Bilan 2024": report(),
    });
    expect(errors).toEqual([]);
    expect(asked).toEqual([expect.stringMatching(/tableaux des indicateurs/u)]);
  });
});
