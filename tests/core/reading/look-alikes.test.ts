// What looks like a heading, a year or a fiche and is none; and headings that are easily missed.
import { describe, expect, test } from "vitest";
import type { Dossier } from "../../../src/core/domain/dossier";
import { figures, place, t0Of, textsOf, understand, type Grid } from "./figures";

const FIRST = "1 Prévenir le décrochage par une prévention spécialisée renforcée";
const PARTIES = ["Action", "Total", "État", "DM"] as const;

const amounts = ({ budget, execution }: Dossier, kind: "budget" | "execution" = "budget") => {
  const table = kind === "budget" ? budget : execution;
  return table && figures(table).actions.map(({ action, montants }) => [action, montants]);
};

describe("tables of one year under one another", () => {
  const stacked = (title: readonly string[], annee: number): Grid => [
    ...title.map((text) => [text]),
    [`Montants ${annee}`],
    [],
    [...PARTIES],
    [FIRST, 130, 65, 65],
    ["TOTAL", 130, 65, 65],
    [],
  ];

  test("each has the unit of its titles, though a blank row stands between", () => {
    const dossier = understand({ Budget: [...stacked(["en k€"], 2024), ...stacked(["en k€"], 2025)] });
    const inEuros = [130_000, 65_000, 65_000];
    expect(amounts(dossier)).toEqual([[1, { 2024: inEuros, 2025: inEuros }]]);
  });

  test("each is what its titles say", () => {
    const dossier = understand({ Suivi: [...stacked(["Exécution"], 2024), ...stacked(["Exécution"], 2025)] });
    expect(dossier.budget).toBeNull();
    expect(dossier.execution?.annees.map(({ annee }) => annee)).toEqual([2024, 2025]);
  });

  test("a note under the first is its unit, and no title of the second", () => {
    const [first, second] = [stacked([], 2024), stacked([], 2025)];
    const dossier = understand({ Budget: [...first.slice(0, -1), ["montants en k€"], [], ...second] });
    expect(dossier.budget?.plages?.map(({ unit }) => unit)).toEqual(["k€", "€"]);
    expect(amounts(dossier)).toEqual([[1, { 2024: [130_000, 65_000, 65_000], 2025: [130, 65, 65] }]]);
  });
});

describe("amounts that could be years", () => {
  const parts = [4049, 2024, 2025];

  test("in the first row under the parties, the year being the sheet's", () => {
    expect(
      amounts(
        understand({
          "Budget 2024": [
            ["Action", "État", "DM"],
            [FIRST, 2025, 2025],
          ],
        }),
      ),
    ).toEqual([[1, { 2024: [null, 2025, 2025] }]]);
  });

  test("in the first row of a flat table", () => {
    const grid: Grid = [
      ["Action", "Année", "État", "DM"],
      [FIRST, 2024, 2025, 2025],
      [null, 2025, 100, 100],
    ];
    expect(amounts(understand({ Données: grid }))).toEqual([[1, { 2024: [null, 2025, 2025], 2025: [null, 100, 100] }]]);
  });

  test("in the TOTAL just above the heading of the next year", () => {
    const table = (annee: number): Grid => [[`Budget ${annee}`], [...PARTIES], [FIRST, ...parts], ["TOTAL", ...parts]];
    const dossier = understand({ Budget: [...table(2024), ...table(2025).slice(1)] });
    expect(dossier.budget?.annees.map(({ annee }) => annee)).toEqual([2024]);
    const titled = understand({ Budget: [...table(2024), ...table(2025)] });
    expect(amounts(titled)).toEqual([[1, { 2024: parts, 2025: parts }]]);
  });
});

test("« Année » over the labels is no column of years", () => {
  const table = (annee: number): Grid => [
    [`Budget ${annee}`],
    ["Année", "Total", "État", "DM"],
    ["Axe 1"],
    [FIRST, null, null, null],
    ["TOTAL", 130, 65, 65],
    [],
  ];
  const dossier = understand({ Budget: [...table(2024), ...table(2025)] });
  expect(dossier.budget?.enLignes).toBeUndefined();
  expect(dossier.budget?.annees.map(({ annee }) => annee)).toEqual([2024, 2025]);
});

test("« Réalisé 2024 » under each party says that the amounts were executed", () => {
  const grid: Grid = [
    [null, "État", null, "DM", null],
    ["Action", "Réalisé 2024", "Réalisé 2025", "Réalisé 2024", "Réalisé 2025"],
    [FIRST, 1, 2, 3, 4],
  ];
  const dossier = understand({ Suivi: grid });
  expect(dossier.budget).toBeNull();
  expect(amounts(dossier, "execution")).toEqual([[1, { 2024: [null, 1, 3], 2025: [null, 2, 4] }]]);
});

describe("indicators in a long form", () => {
  const INDICATEUR = "Nombre de jeunes de moins de 15 ans accompagnés";
  const long = (...rows: Grid): Grid => [["Action", "Indicateur", "Année", "Valeur attendue", "Réalisé"], ...rows];
  const read = (grid: Grid) => {
    const { indicators } = understand({ Indicateurs: grid });
    return indicators?.lignesIndicateur.map((row) => ({
      numero: row.indicateur?.numero,
      t0: t0Of(row)?.text,
      cibles: textsOf(row, "target"),
      labels: [...new Set([row.label, ...(row.labels?.values() ?? [])].map(({ ref }) => place(ref)))],
    }));
  };

  test("« T0 » in the column of years is the year of a row, even above a target of 2025", () => {
    const grid = long([FIRST, INDICATEUR, "Situation T0", 420], [null, null, 2024, 2025], [null, null, 2025, 460]);
    const cibles = [
      [2024, "2 025"],
      [2025, "460"],
    ].map(([annee, text]) => [annee, String(text).replace(" ", "\u00a0")]);
    expect(read(grid)).toEqual([{ numero: 1, t0: "420", cibles, labels: ["B2"] }]);
  });

  test("a row of a year stands, though it is empty", () => {
    const grid = long([FIRST, INDICATEUR, "T0", 420], [null, null, 2024, null], [null, null, 2025, "à voir"]);
    expect(read(grid)?.[0]?.cibles).toEqual([
      [2024, ""],
      [2025, "à voir"],
    ]);
  });

  test("the label of the row of T0 is one of its labels", () => {
    const grid = long([FIRST, INDICATEUR, "T0", 420], [FIRST, INDICATEUR, 2024, 450]);
    expect(read(grid)?.[0]?.labels).toEqual(["B2", "B3"]);
  });
});

test("an indicator table under a budget is no fiche", () => {
  const { fiches, indicators } = understand({
    Budget: [
      ["Action", "État 2024", "DM 2024"],
      [FIRST, 65000, 65000],
      [],
      ["Actions", "Indicateurs", "Situation T0", 2024, null],
      [null, null, null, "Objectif", "Réalisé"],
      ["Axe 1"],
      [FIRST, "Nombre de jeunes de moins de 15 ans accompagnés", 420, 450, 450],
    ],
  });
  expect(indicators?.lignesIndicateur).toHaveLength(1);
  expect(fiches).toBeNull();
});

describe("a budget and indicators side by side", () => {
  const INDICATEUR = "Nombre de jeunes de moins de 15 ans accompagnés";
  const budget: Grid = [
    [null, 2024, null],
    ["Action", "État", "DM"],
    [FIRST, 65, 65],
    ["TOTAL", 65, 65],
  ];
  const indicators: Grid = [
    ["Action", "Indicateur", "T0", 2024, null],
    [null, null, null, "Cible", "Réalisé"],
    [FIRST, INDICATEUR, 420, 450, null],
    [null, null, null, null, null],
  ];
  const beside = (left: Grid, right: Grid, gap: readonly null[]): Grid => [
    ["Contrat local des solidarités (montants en k€)"],
    [],
    ...left.map((row, index) => [...row, ...gap, ...(right[index] ?? [])]),
  ];

  test.each<[string, Grid]>([
    ["the budget first", beside(budget, indicators, [null])],
    ["the indicators first", beside(indicators, budget, [null])],
    ["without a column between them", beside(budget, indicators, [])],
  ])("%s", (_name, grid) => {
    const dossier = understand({ Suivi: grid });
    expect(amounts(dossier)).toEqual([[1, { 2024: [null, 65_000, 65_000] }]]);
    expect(dossier.execution).toBeNull();
    expect(dossier.indicators?.lignesIndicateur.map(({ indicateur }) => indicateur?.numero)).toEqual([1]);
    expect(dossier.indicators?.anneesRealisees.map(({ annee }) => annee)).toEqual([2024]);
  });

  test("an execution beside indicators keeps its own achieved column", () => {
    const execution: Grid = [
      [null, 2024, null, null],
      ["Action", "État", "DM", "Réalisé"],
      [FIRST, 65, 65, 120],
    ];
    const dossier = understand({ Suivi: beside(indicators.slice(0, 3), execution, [null]) });
    expect(dossier.execution?.annees.map(({ colonnes }) => colonnes.total?.column)).toEqual([9]);
  });
});

describe("codes that are no imputation of the contract", () => {
  const imputationOf = (grid: Grid) => understand({ Chorus: grid }).imputation;

  test.each<[string, Grid]>([
    [
      "a nomenclature with its headings",
      [
        ["Code activité", "Intitulé", "Montant"],
        ["030450990101", "Hébergement d’urgence", 1200],
        ["030450990102", "Veille sociale", 3400],
      ],
    ],
    [
      "a list of codes, each with another",
      [
        ["030450990101", "030450990199", "Hébergement d’urgence"],
        ["030450990102", "030450990198", "Veille sociale"],
      ],
    ],
  ])("%s", (_name, grid) => {
    expect(imputationOf(grid)).toBeNull();
  });
});
