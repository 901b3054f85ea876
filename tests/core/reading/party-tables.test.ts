// A table for each party: under its title, on its sheet, or named over each of its years.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { run } from "./agents-run";
import { tableauBudgetaire } from "./annexes";
import type { Grid } from "./figures";
import { actionLabel, euros } from "./layouts";
import type { CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];
const PARTS = ["etat", "collectivite", "total"] as const;

type Cells = readonly CellLiteral[];

describe("a table for each party", () => {
  type Part = (typeof PARTS)[number];
  const NAMES: Readonly<Record<Part, string>> = {
    etat: "Part État",
    collectivite: "Part Métropole",
    total: "Coût total",
  };
  const rowsOf = (part: Part, slip: number, heads: Cells): Grid => [
    ["Action", ...heads],
    ...actions.map((action) => [
      actionLabel(action),
      ...YEARS.map((annee) => euros(action, annee, part) + (action.numero === 3 && annee === 2026 ? slip : 0)),
    ]),
    ["Total", ...YEARS.map((annee) => actions.reduce((sum, action) => sum + euros(action, annee, part), 0))],
  ];
  const dated = (part: Part): Cells => YEARS.map((annee) => `${NAMES[part]} ${annee}`);
  const sheets = (slip: number): Readonly<Record<string, Readonly<Record<string, Grid>>>> => ({
    "under its title": {
      Budget: PARTS.flatMap((part) => [[NAMES[part]], ...rowsOf(part, part === "etat" ? slip : 0, YEARS), []]),
    },
    "under its title, beside a note": {
      Budget: PARTS.flatMap((part) => [
        [NAMES[part], ...YEARS.map(() => null), null, "relu le 3 juin"],
        ...rowsOf(part, part === "etat" ? slip : 0, YEARS),
        [],
      ]),
    },
    "on its sheet": {
      État: rowsOf("etat", slip, YEARS),
      Métropole: rowsOf("collectivite", 0, YEARS),
    },
    "named over each year": {
      Crédits: rowsOf("etat", slip, dated("etat")),
      Autres: rowsOf("collectivite", 0, dated("collectivite")),
    },
  });

  test.each(Object.keys(sheets(0)))("%s, is one", (name) => {
    const right = run(sheets(0)[name] ?? {});
    expect(right.errors).toEqual([]);
    expect(right.unread).toEqual([]);
    expect(right.dossier.budget?.lignesAction).toHaveLength(8);
    const wrong = run(sheets(0.01)[name] ?? {});
    expect(wrong.ofRule("montant-contractualise").map(({ id }) => id)).toEqual(["montant-contractualise/3/2026/etat"]);
    expect(wrong.ofRule("total-general").map(({ id }) => id)).toEqual(["total-general/2026/etat"]);
  });

  test("of one of them alone, the other is missing", () => {
    const { dossier, errors } = run({ Crédits: rowsOf("etat", 0, dated("etat")) });
    expect(dossier.budget?.lignesAction).toHaveLength(8);
    expect(errors.map(({ id }) => id)).toEqual(["annees-du-contrat/metropole/colonnes"]);
  });

  test("stands aside where a table of both shows the same", () => {
    const { dossier, errors } = run({ Budget: tableauBudgetaire, Crédits: rowsOf("etat", 0, dated("etat")) });
    expect(errors).toEqual([]);
    expect(dossier.budget?.notes?.join(" ")).toContain("« Crédits »");
  });

  test("ends where years stand again over figures that nobody understands", () => {
    const { dossier } = run({
      Crédits: [...rowsOf("etat", 0, dated("etat")).slice(0, -1), [], ...rowsOf("etat", 0, YEARS).slice(0, -1)],
    });
    expect(dossier.budget?.lignesAction).toHaveLength(8);
    expect(dossier.nonLus?.map(({ range }) => range.top)).toEqual([10]);
  });

  test("needs a label, a year and figures: a title alone is none", () => {
    const titled = [["Part État 2024"], ...tableauBudgetaire];
    expect(run({ Budget: titled }).errors).toEqual([]);
  });
});
