// "Prévu" and "Réalisé" in rows under each action: the contract's amounts and the executed ones, each compared with what is its own.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { totalIn, type Grid } from "./figures";
import { actionLabel, axeLabel, euros } from "./layouts";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";

const { actions, axes } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];
const PARTS = ["etat", "collectivite", "total"] as const;
type Kind = "planned" | "executed";
/** Of action 6 or of the TOTAL, in the State's column of 2024. */
type Slip = `${Kind}/${"action" | "total"}`;

const amountsOf = (list: typeof actions, kind: Kind, slip: boolean): readonly CellLiteral[] =>
  YEARS.flatMap((annee) =>
    PARTS.map((part) => {
      if (kind === "executed" && annee > 2024) return null;
      const amount = list.reduce((sum, action) => sum + euros(action, annee, part), 0);
      return slip && annee === 2024 && part === "etat" ? amount - 60_000 : amount;
    }),
  );

interface Layout {
  readonly name: string;
  /** Columns of labels. */
  readonly labels: 1 | 2;
  readonly words: Readonly<Record<Kind, string>>;
  /** A third row, that is the difference of the two. */
  readonly more?: string;
}

const LAYOUTS: readonly Layout[] = [
  { name: "in a column of their own", labels: 2, words: { planned: "Prévu", executed: "Réalisé" } },
  { name: "below the action, in its column", labels: 1, words: { planned: "Contractualisé", executed: "Exécuté" } },
  { name: "with their difference", labels: 2, words: { planned: "Prévisionnel", executed: "Consommé" }, more: "Écart" },
];

function sheetOf({ labels, words, more }: Layout, slip: Slip | null): Grid {
  const rowsOf = (label: string, list: typeof actions, own: "action" | "total" | null): Grid => {
    const rows = (["planned", "executed"] as const).map((kind, index) => [
      ...(labels === 2 ? [index === 0 ? label : null] : []),
      words[kind],
      ...amountsOf(list, kind, own !== null && slip === `${kind}/${own}`),
    ]);
    const third = more === undefined ? [] : [[...(labels === 2 ? [null] : []), more, 0, 0, 0]];
    return [...(labels === 1 ? [[label]] : []), ...rows, ...third];
  };
  return [
    ["Action", ...(labels === 2 ? [null] : []), ...YEARS.flatMap((annee) => [annee, null, null])],
    [...Array.from({ length: labels }, () => null), ...YEARS.flatMap(() => ["État", "Métropole", "Total"])],
    ...axes.flatMap(({ numero }) => [
      [axeLabel(numero)],
      ...actions
        .filter(({ axe }) => axe === numero)
        .flatMap((action) => rowsOf(actionLabel(action), [action], action.numero === 6 ? "action" : null)),
    ]),
    ...rowsOf("TOTAL", actions, "total"),
  ];
}

function run(suivi: Grid, budget?: Grid) {
  const sheets = { Suivi: suivi, Indicateurs: tableauIndicateurs, ...(budget && { Budget: budget }) };
  const { verification, dossier } = verify(rawWorkbook(sheets), contratIntegre, "2025-06-30");
  const { findings, unread } = verificationJson(verification);
  const about = findings.filter(
    ({ rule, severity }) => severity !== "info" && !["avenant-annuel", "cible-a-preciser", "echeances"].includes(rule),
  );
  return {
    dossier,
    unread,
    state: verification.verdict.state,
    ids: about.map(({ id, causedBy }) => (causedBy === null ? id : `${id} <-`)),
  };
}

describe.each(LAYOUTS)("$name", (layout) => {
  test("are the budget and what was executed of it", () => {
    const { dossier, ids, unread } = run(sheetOf(layout, null));
    expect(ids).toEqual([]);
    expect(unread).toEqual([]);
    expect(dossier.budget?.lignesAction.map(({ action }) => action?.numero)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(dossier.execution?.lignesAction.map(({ action }) => action?.numero)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([dossier.budget, dossier.execution].map(totalIn).every(Boolean)).toBe(true);
  });

  test.each<[Slip, string]>([
    ["planned/action", "montant-contractualise/6/2024/etat"],
    ["executed/action", "sous-consommation/6/2024/etat"],
    ["planned/total", "total-general/2024/etat"],
    ["executed/total", "total-general/2024/etat/execution"],
  ])("show a slip: %s", (slip, id) => {
    expect(run(sheetOf(layout, slip)).ids).toContain(id);
  });

  test("beside a budget table, what was planned is told again and compared", () => {
    expect(run(sheetOf(layout, null), tableauBudgetaire).ids).toEqual([]);
    expect(run(sheetOf(layout, "planned/action"), tableauBudgetaire).ids).toContain(
      "montant-contractualise/6/2024/etat/repete",
    );
    expect(run(sheetOf(layout, "executed/action"), tableauBudgetaire).ids).toContain("sous-consommation/6/2024/etat");
  });
});

test("rows of three natures are read as none of them", () => {
  const [layout] = LAYOUTS;
  if (!layout) throw new Error("no layout");
  const rows = sheetOf(layout, null).map((row, index) =>
    index === 3 ? [row[0] ?? null, "Modifié", ...row.slice(2)] : row,
  );
  const { ids, state } = run(rows);
  expect(ids).toEqual([]);
  expect(state).not.toBe("conforming");
});
