// Indicators on a sheet for each action, or a small table for each: the title above says whose they are.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { verificationJson } from "../../../../src/core/verification-json";
import { verify } from "../../../../src/core/verify";
import { tableauBudgetaire } from "../annexes";
import { actionLabel } from "../layouts";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];
type Action = (typeof contratIntegre.actions)[number];

const { actions, annees } = contratIntegre;
const YEARS = annees.map(({ annee }) => annee);

const tableOf = ({ indicateurs }: Action, more = 0): Rows => [
  ["Indicateur", "T0", ...YEARS],
  ...indicateurs.map(({ intitule, t0, cibles }) => [
    intitule,
    t0,
    ...cibles.map(({ valeur }) => (typeof valeur === "number" ? valeur + more : valeur)),
  ]),
];

function run(sheets: Readonly<Record<string, Rows>>) {
  const { dossier, verification } = verify(
    rawWorkbook({ Budget: tableauBudgetaire, ...sheets }),
    contratIntegre,
    "2024-06-30",
  );
  const { findings, rules } = verificationJson(verification);
  return {
    actions: dossier.indicators?.lignesAction.map(({ action }) => action?.numero ?? null),
    rule: rules.find(({ rule }) => rule === "cible-contractualisee"),
    errors: findings.filter(({ severity }) => severity === "error").map(({ rule, cells }) => [rule, ...cells]),
  };
}

const sheetPerAction = (title: (action: Action) => string, slipOf?: Action) =>
  Object.fromEntries(
    actions.map((action) => [
      `Fiche ${action.numero}`,
      [[title(action)], [], ...tableOf(action, action === slipOf ? 1 : 0)],
    ]),
  );

describe("a sheet of indicators for each action", () => {
  test.each([
    ["its number and words", actionLabel],
    ["its number", ({ numero }: Action) => `Action n°${numero}`],
    ["words before it", ({ numero }: Action) => `Suivi des indicateurs – action ${numero}`],
  ])("is one table: a title with %s", (_, title) => {
    const { actions: read, rule, errors } = run(sheetPerAction(title));
    expect(read).toEqual(actions.map(({ numero }) => numero));
    expect(errors).toEqual([]);
    expect(rule).toMatchObject({ status: "compliant", coverage: { compared: 44, of: 44 } });
  });

  test("shows a slip at its cell", () => {
    const [slipped] = actions;
    const { errors } = run(sheetPerAction(actionLabel, slipped));
    expect(errors).toEqual(["C4", "D4", "E4", "F4"].map((cell) => ["cible-contractualisee", `'Fiche 1'!${cell}`]));
  });

  test("without a title that says whose it is compares nothing in silence", () => {
    expect(run(sheetPerAction(() => "Suivi des indicateurs")).rule?.status).toBe("not-checkable");
  });

  test("whose title names another action than its rows leaves these unknown", () => {
    const [first, second] = actions;
    if (!first || !second) throw new Error("at least two actions");
    const { rule } = run({ Fiche: [[actionLabel(second)], [], ...tableOf(first)] });
    expect(rule?.status).toBe("not-checkable");
  });
});

test("small tables below each other, each under its action, are one table", () => {
  const stacked = actions.flatMap((action): Rows => [[actionLabel(action)], ...tableOf(action), []]);
  const { actions: read, rule, errors } = run({ Indicateurs: stacked });
  expect(read).toEqual(actions.map(({ numero }) => numero));
  expect(errors).toEqual([]);
  expect(rule?.status).toBe("compliant");
});
