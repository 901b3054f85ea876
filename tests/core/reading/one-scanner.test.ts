// What stands side by side, in parts, below or nowhere: which figures count, what completes what, and what was not read.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Dossier } from "../../../src/core/domain/dossier";
import { toEuros } from "../../../src/core/domain/values/montant";
import { budgetTable } from "../../../src/core/facts/fact-tables";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { budgetOf, cellIn, cellsIn, figures, place, textsOf, totalIn, understand, type Grid } from "./figures";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";
import { CHANGES_NOTHING } from "../empty-avenant";

const { actions, axes } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];
const labelOf = ({ numero, intitule }: (typeof actions)[number]): string => `${numero} ${intitule}`;
const parts = (index: number, annee: number): { etat: number; dm: number; total: number } => {
  const montants = actions[index]?.montants.find((one) => one.annee === annee);
  const [etat, dm] = [(montants?.etat ?? 0) / 100, (montants?.collectivite ?? 0) / 100];
  return { etat, dm, total: etat + dm };
};
const rows = (write: (index: number) => readonly CellLiteral[]): Grid =>
  actions.map((action, index) => [labelOf(action), ...write(index)]);

describe("plans side by side", () => {
  const grid: Grid = [
    ["Action", 2025, null, null, null, null, null],
    [null, "Prévisionnel", null, "Modifié", null, "Réalisé", null],
    [null, "État", "DM", "État", "DM", "État", "DM"],
    ...rows((index) => {
      const { etat, dm } = parts(index, 2025);
      return [etat, dm, etat + 1, dm + 1, etat + 2, dm + 2];
    }),
  ];
  const first = ({ budget }: Dossier, annee = 2025) => cellIn(budget?.lignesAction[0], annee, "etat");

  test("as long as no avenant is in force, what was planned counts, and is named", () => {
    const { budget, execution } = understand({ Suivi: grid });
    expect(cellIn(budget?.lignesAction[0], 2025, "etat")?.text).toBe("65\u00a0000");
    expect(budget?.notes?.[0]).toContain("« prévisionnel »");
    expect(cellIn(execution?.lignesAction[0], 2025, "etat")?.text).toBe("65\u00a0002");
  });

  test("once an avenant is in force, what it modified counts", () => {
    const empty = {
      ...CHANGES_NOTHING,
    };
    const convention = { ...contratIntegre, avenants: [{ numero: 1, signeLe: "2025-01-15", ...empty }] };
    const dossier = readDossier(rawWorkbook({ Suivi: grid }), convention, "2025-06-30");
    expect(dossier.avenants).toHaveLength(1);
    expect(first(dossier)?.text).toBe("65\u00a0001");
  });
});

test("of the columns that were compared, only those with another beside them are named", () => {
  const grid: Grid = [
    ["Action", 2024, null, 2025, null, null, null],
    [null, "Prévisionnel", null, "Prévisionnel", null, "Modifié", null],
    [null, "État", "DM", "État", "DM", "État", "DM"],
    ...rows((index) => {
      const [first, second] = [parts(index, 2024), parts(index, 2025)];
      return [first.etat, first.dm, second.etat, second.dm, second.etat, second.dm];
    }),
  ];
  const convention = { ...contratIntegre, avenants: [{ numero: 1, signeLe: "2025-01-15", ...CHANGES_NOTHING }] };
  const { budget } = readDossier(rawWorkbook({ Suivi: grid }), convention, "2025-06-30");
  expect(budget?.annees.map(({ annee }) => annee)).toEqual([2024, 2025]);
  expect(budget?.notes?.[0]).toContain("les colonnes « modifié » ont été comparées");
  expect(budget?.notes?.[0]).toContain("les colonnes « prévisionnel » laissées de côté");
});

describe("an execution told in other words", () => {
  test.each<[string, readonly string[]]>([
    ["consommés", ["Crédits consommés État", "Crédits consommés DM"]],
    ["mandatés", ["État mandaté", "DM mandaté"]],
    ["payés", ["Payé État", "Payé DM"]],
    ["liquidés", ["Liquidé État", "Liquidé DM"]],
  ])("%s", (_name, heads) => {
    const grid: Grid = [
      ["Action", 2024, null],
      [null, ...heads],
      ...rows((index) => [parts(index, 2024).etat, parts(index, 2024).dm]),
    ];
    const { budget, execution } = understand({ Suivi: grid });
    expect(budget).toBeNull();
    expect(execution && figures(execution).actions[4]?.montants[2024]).toEqual([null, 47500, 47500]);
  });
});

test("axes above their actions keep them, though the first has no row and the last no action", () => {
  const own = tableauBudgetaire.filter((_, index) => index !== 2 && index < 12);
  const { budget } = understand({ Budget: own });
  const axeOf = (index: number) => budget?.lignesAxe[budget.lignesAction[index]?.ligneAxe ?? -1]?.axe?.numero ?? null;
  expect([0, 1, 2, 3, 4, 5].map(axeOf)).toEqual([null, null, 2, 2, 3, 3]);
});

test("of two totals that are put together, the one that has its amounts counts", () => {
  const [head = [], under = []] = tableauBudgetaire;
  const of = (from: number, to: number): Grid => [head, under, ...tableauBudgetaire.slice(from, to)];
  const total = tableauBudgetaire[14] ?? [];
  const { budget } = understand({
    "Axe 1": [...of(2, 5), [total[0] ?? null]],
    "Autres axes": [...of(5, 14), total],
  });
  expect(budget?.lignesAction).toHaveLength(8);
  expect(cellIn(totalIn(budget), 2024, "total")?.known.reason).toBeNull();
});

test("words alone above a row that the contract does not know leave both where they stand", () => {
  const first = tableauBudgetaire.slice(0, 5);
  const unknown = ["Permis de conduire des jeunes", 2, 1, 1];
  const { budget } = understand({ Budget: [...first, ["Pour mémoire"], unknown, ...tableauBudgetaire.slice(5)] });
  expect(budget?.lignesAction.filter(({ action }) => !action)).toMatchObject([
    { label: { text: unknown[0] }, ligneAxe: 0 },
  ]);
  expect(budget?.lignesAxe).toHaveLength(4);
});

test("other financing is read apart, per year", () => {
  const grid: Grid = [
    ["Action", 2024, null, null, null, null],
    [null, "Coût total", "État", "DM", "CAF", "Autres financeurs"],
    ...rows((index) => [parts(index, 2024).total + 30, parts(index, 2024).etat, parts(index, 2024).dm, 10, 20]),
  ];
  const { budget } = understand({ Budget: grid });
  expect(cellsIn(budget?.lignesAction[0], 2024, "autres").map(({ text }) => text)).toEqual(["10", "20"]);
  expect(
    budget?.lignesAction.flatMap(({ amounts }) => amounts.filter(({ column }) => column === "autres")),
  ).toHaveLength(16);
});

test("a total over the years is read for each row, with its headings", () => {
  const grid: Grid = [
    ["Action", 2024, null, 2025, null, "Total 2024-2027", null],
    [null, "État", "DM", "État", "DM", "État", "DM"],
    ...rows(() => [1, 2, 3, 4, 4, 6]),
  ];
  const { budget } = understand({ Budget: grid });
  expect(budget?.annees.map(({ annee }) => annee)).toEqual([2024, 2025]);
  expect(cellIn(budget?.lignesAction[0], null, "etat")?.ref.column).toBe(5);
  expect(budget?.entetes.map(place)).toEqual(["B2", "C2", "D2", "E2", "F2", "G2"]);
});

test.each([
  ["k€", "k€", 1_000_00],
  ["k€", "€", 1_00],
])("a total over years in %s and %s, of no unit of its own", (first, second, centimes) => {
  const grid: Grid = [
    ["Action", `2024 (${first})`, null, `2025 (${second})`, null, "Total 2024-2025", null],
    [null, "État", "DM", "État", "DM", "État", "DM"],
    ...rows(() => [1, 2, 3, 4, 4, 6]),
  ];
  const { budget } = understand({ Budget: grid });
  expect(cellIn(budget?.lignesAction[0], null, "etat")?.known).toMatchObject({ value: 4 * centimes });
});

test("an axe that stands below its actions is theirs, its row their subtotal", () => {
  const sum = (numero: number, annee: number, part: "etat" | "dm" | "total"): number =>
    actions.reduce((total, action, index) => (action.axe === numero ? total + parts(index, annee)[part] : total), 0);
  const grid: Grid = [
    ...tableauBudgetaire.slice(0, 2),
    ...axes.flatMap(({ numero }) => [
      ...actions.flatMap((action, index): Grid =>
        action.axe === numero
          ? [
              [
                labelOf(action),
                ...YEARS.flatMap((y) => [parts(index, y).total, parts(index, y).etat, parts(index, y).dm]),
              ],
            ]
          : [],
      ),
      [
        `Axe ${numero}`,
        ...YEARS.flatMap((y) => [sum(numero, y, "total"), sum(numero, y, "etat"), sum(numero, y, "dm")]),
      ],
    ]),
    tableauBudgetaire[14] ?? [],
  ];
  const read = figures(budgetOf(grid));
  expect(read.actions).toEqual(figures(budgetOf(tableauBudgetaire)).actions);
  expect(read.axes.map(({ axe, sousTotal }) => [axe, sousTotal?.[2024]?.[1]])).toEqual([
    [1, 85000],
    [2, 45000],
    [3, 147500],
    [4, 55000],
  ]);
});

describe("tables that complete each other are one", () => {
  test("contracted targets on one sheet, achieved values on another", () => {
    const { indicators, absences } = understand({
      Cibles: tableauIndicateurs,
      Réalisé: [
        ["Actions", "Indicateurs", ...YEARS.map((annee) => `Réalisé ${annee}`)],
        ...tableauIndicateurs.slice(1).map((row) => (row.length > 2 ? [...row.slice(0, 2), ...row.slice(3)] : row)),
      ],
    });
    expect(absences.map(({ kind }) => kind)).toEqual(["budget"]);
    expect(indicators?.lignesIndicateur).toHaveLength(11);
    expect(indicators?.lignesIndicateur.every((row) => textsOf(row, "achieved").length === 4)).toBe(true);
  });

  test("indicators, one sheet per axe: each year once", () => {
    const [head = []] = tableauIndicateurs;
    const at = [1, 5, 8, 13, 18];
    const sheets = axes.map(({ numero }) => [
      `Axe ${numero}`,
      [head, ...tableauIndicateurs.slice(at[numero - 1], at[numero])],
    ]);
    const { indicators } = understand(Object.fromEntries(sheets) as Record<string, Grid>);
    expect(indicators?.lignesIndicateur).toHaveLength(11);
    expect(indicators?.annees.map(({ annee }) => annee)).toEqual(YEARS);
  });

  test("two that show the same ask for a choice", () => {
    const { budget, absences } = understand({ A: tableauBudgetaire, B: tableauBudgetaire });
    expect(budget).toBeNull();
    expect(absences[0]).toMatchObject({ kind: "budget", reason: "plusieurs" });
  });
});

describe("what was not read is named", () => {
  const named = (sheets: Readonly<Record<string, Grid>>) =>
    understand({ Budget: tableauBudgetaire, ...sheets }).nonLus?.map(({ range, pourquoi }) => [
      range.sheet,
      place({ row: range.top, column: range.left }),
      place({ row: range.bottom, column: range.right }),
      pourquoi,
    ]);

  test("amounts beside the actions, without parties", () => {
    const suivi: Grid = [["Suivi 2025"], ["Action", "Alloué", "Engagé"], ...rows(() => [1000, 500])];
    expect(named({ "Suivi 2025": suivi })).toEqual([
      ["Suivi 2025", "A1", "C10", "montants lus, colonnes État / Métropole non trouvées"],
    ]);
  });

  test("a recap of the totals of the axes is no rival of the table that it sums up", () => {
    const recap: Grid = [
      ["Récapitulatif", 2024, null],
      [null, "État", "DM"],
      ...axes.map(({ numero }) => [`Axe ${numero}`, 1, 1]),
      ["TOTAL", 4, 4],
    ];
    expect(named({ Récap: recap })).toBeUndefined();
  });

  test("parties over rows of another contract", () => {
    const other: Grid = [
      ["Mesure", "État 2024", "DM 2024"],
      ["Rénover le gymnase", 100, 100],
      ["Planter des arbres", 50, 50],
    ];
    expect(named({ Autre: other })).toEqual([["Autre", "A1", "C3", "montants lus, aucune ligne d’action reconnue"]]);
  });

  test("a leave planning is nothing of the contract", () => {
    expect(
      named({
        Congés: [
          ["Agent", 2024, 2025],
          ["Martin", 12, 14],
          ["Durand", 10, 3],
        ],
      }),
    ).toBeUndefined();
  });
});

test("every figure of the tables is kept with what it is about", () => {
  const { budget, indicators } = understand({ Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs });
  if (!budget || !indicators) throw new Error("both tables are there");
  const { facts: all } = budgetTable(budget);
  expect(all).toHaveLength(9 * 4 * 3);
  const values = indicators.lignesIndicateur.flatMap(({ figures: own }) => own);
  expect(values).toHaveLength(11 * 5);
  const state = all.find(({ subject, year, column }) => subject.action === "5" && year === 2025 && column === "etat");
  expect(state?.cell).toBe(cellIn(budget.lignesAction[4], 2025, "etat"));
  expect(state?.cell.known.reason === null && toEuros(state.cell.known.value)).toBe(60000);
  expect([state?.subject.axe, state?.row.kind]).toEqual(["3", "action"]);
});

test("an account typed as a sentence of article 3", () => {
  const { coordonnees } = understand({
    Article: [
      [
        "La contribution est versée sur le compte IBAN : FR76 3000 1002 3400 0000 0000 123 (BIC : BDFEFRPPCCT) ouvert à la Banque de France.",
      ],
    ],
  });
  const [account] = coordonnees ?? [];
  expect([account?.iban?.compact, account?.bic?.compact]).toEqual(["FR7630001002340000000000123", "BDFEFRPPCCT"]);
});
