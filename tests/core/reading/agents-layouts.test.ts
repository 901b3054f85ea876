// Workbooks as agents lay them out, each of which once was misread: what is read, what is said, and a slip at its cell.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { run } from "./agents-run";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { cellsIn, budgetOf, figures, type Grid } from "./figures";
import { actionLabel, euros } from "./layouts";
import type { CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];
const PARTS = ["etat", "collectivite", "total"] as const;

type Cells = readonly CellLiteral[];

/** The annex with another row in the place of that of an action. */
const withRows = (numero: number, rows: (label: CellLiteral, amounts: Cells) => readonly Cells[]): Grid =>
  tableauBudgetaire.flatMap((row) => {
    const [label = null, ...amounts] = row;
    return typeof label === "string" && label.startsWith(`${numero} `) ? rows(label, amounts) : [row];
  });

const times = (amounts: Cells, factor: number): Cells => amounts.map((amount) => Number(amount) * factor);

const amountsOf = (table: Parameters<typeof figures>[0]) => figures(table).actions.map(({ montants }) => montants);

const executedSheet = (heads: Cells, row: (annee: number, action: (typeof actions)[number]) => Cells): Grid => [
  ["Action", 2024, ...heads.slice(1).map(() => null)],
  [null, ...heads],
  ...actions.map((action) => [actionLabel(action), ...row(2024, action)]),
];

const parts = (action: (typeof actions)[number], annee: number): number[] =>
  PARTS.map((part) => euros(action, annee, part));

describe("a sheet for each action, its years in rows", () => {
  const sheets = (slip: number, title = (label: string) => `Fiche financière - ${label}`) =>
    Object.fromEntries(
      actions.map((action) => [
        `Fiche ${action.numero}`,
        [
          [title(actionLabel(action))],
          [],
          ["Année", "Part État", "Part Métropole", "Coût total"],
          ...YEARS.map((annee): Cells => {
            const [etat = 0, local = 0, total = 0] = parts(action, annee);
            const isSlip = action.numero === 3 && annee === 2026;
            return [annee, etat, isSlip ? slip : local, total];
          }),
        ],
      ]),
    );

  test("is one table", () => {
    const { dossier, errors, ofRule } = run(sheets(25_000));
    expect(dossier.budget?.lignesAction).toHaveLength(8);
    expect(errors).toEqual([]);
    expect(ofRule("libelle-du-contrat")).toEqual([]);
  });

  test("is one table too where the title is the action’s label alone", () => {
    const { dossier } = run(sheets(25_000, (label) => label.replace(/^\D*\d+\W*/, "")));
    expect(dossier.budget?.lignesAction.map(({ action }) => action?.numero)).toEqual(
      actions.map(({ numero }) => numero),
    );
  });

  test("shows a slip at its cell", () => {
    expect(run(sheets(24_999.99)).ofRule("cofinancement-minimum")).toEqual([
      { id: "cofinancement-minimum/3/2026/metropole", severity: "error", cell: "'Fiche 3'!C6", found: 24_999.99 },
    ]);
  });

  test("without any title is asked about, not guessed", () => {
    const { dossier } = run(sheets(25_000, () => "Fiche financière"));
    expect(dossier.budget).toBeNull();
  });
});

describe("rows under an action that name nothing of the contract", () => {
  test("are its operators where it shows no amount itself", () => {
    const split = withRows(1, (label, amounts) => [
      [label],
      ["ADEFO", ...times(amounts, 0.25)],
      ["Acodège", ...times(amounts, 0.75)],
    ]);
    const { dossier, errors } = run({ Budget: split });
    expect(errors).toEqual([]);
    expect(
      dossier.budget?.lignesAction.map(({ action, operateur }) => [action?.numero, operateur]).slice(0, 3),
    ).toEqual([
      [1, "ADEFO"],
      [1, "Acodège"],
      [2, undefined],
    ]);
  });

  test("are its detail where they make up its amounts", () => {
    const rows = (part: number) =>
      withRows(1, (label, amounts) => [
        [label, ...amounts],
        ["ADEFO", ...times(amounts, 0.25)],
        ["Acodège", ...times(amounts, 0.75).map((amount, index) => Number(amount) + (index === 0 ? part : 0))],
      ]);
    const { dossier, errors, unread } = run({ Budget: rows(0) });
    expect([errors, unread]).toEqual([[], []]);
    expect(dossier.budget?.lignesDetail?.map(({ text }) => text)).toEqual(["ADEFO", "Acodège"]);
    expect(dossier.aPart?.map(({ pourquoi }) => pourquoi.slice(0, 27))).toContain("détail de l’action du dessu");
    // One centime more, and nobody knows what they are.
    const doubtful = run({ Budget: rows(0.01) });
    expect(doubtful.asked.map((text) => text.slice(0, 5))).toEqual(["Ligne", "Ligne"]);
    expect(doubtful.errors).toEqual([]);
  });

  test.each(["6.1 Volet|6.2 Volet", "6a Volet|6b Volet", "6-1 Volet|6-2 Volet"])(
    "may be numbered as its parts: %s",
    (two) => {
      const rows = (part: number) =>
        withRows(6, (label, amounts) => [
          [label, ...amounts],
          ...two
            .split("|")
            .map((own, index) => [
              own,
              ...times(amounts, 0.5).map((amount, at) => Number(amount) + (index === 0 && at === 0 ? part : 0)),
            ]),
        ]);
      const { dossier, errors } = run({ Budget: rows(0) });
      expect(errors).toEqual([]);
      expect(dossier.budget?.lignesDetail).toHaveLength(2);
      expect(run({ Budget: rows(0.01) }).ofRule("actions-du-contrat").length).toBe(2);
    },
  );

  test("numbered as parts of another action are none of its own", () => {
    const strange = withRows(6, (label, amounts) => [
      [label, ...amounts],
      ["9.1 Volet", ...times(amounts, 0.5)],
      ["9.2 Volet", ...times(amounts, 0.5)],
    ]);
    expect(run({ Budget: strange }).ofRule("actions-du-contrat").length).toBe(2);
  });
});

test("a lone word that one label has only is that action, with a doubt", () => {
  const { dossier, errors, ofRule } = run({ Budget: withRows(7, (_, amounts) => [["Mobilité", ...amounts]]) });
  expect(errors).toEqual([]);
  expect(dossier.budget?.lignesAction[6]?.reconnaissance).toBeDefined();
  expect(ofRule("libelle-du-contrat").map(({ cell }) => cell)).toEqual(["Budget!A13"]);
});

test("an indicator in other words is the one that it resembles under its action", () => {
  const shortened = tableauIndicateurs.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell.replace(/^Nombre de personnes/, "Nb de pers.") : cell)),
  );
  const { ofRule, status } = run({ Budget: tableauBudgetaire, Indicateurs: shortened });
  expect(ofRule("indicateurs-du-contrat")).toEqual([]);
  expect(status("cible-contractualisee")).toBe("compliant");
  expect(ofRule("libelle-du-contrat").length).toBe(4);
});

test("« S/T Axe 1 » below its actions is a subtotal, whose label is nothing to correct", () => {
  const byAxe = (axe: number) => actions.filter((action) => action.axe === axe);
  const sums = (list: typeof actions): number[] =>
    YEARS.flatMap((annee) =>
      (["total", "etat", "collectivite"] as const).map((part) =>
        list.reduce((sum, action) => sum + euros(action, annee, part), 0),
      ),
    );
  const grid: Grid = [
    ...tableauBudgetaire.slice(0, 2),
    ...[1, 2, 3, 4].flatMap((axe) => [
      ...byAxe(axe).map((action): Cells => [actionLabel(action), ...sums([action])]),
      [`S/T Axe ${axe}`, ...sums(byAxe(axe))],
    ]),
    ["TOTAL", ...sums(actions)],
  ];
  const { errors, ofRule, status } = run({ Budget: grid });
  expect(errors).toEqual([]);
  expect(status("sous-total-axe")).toBe("compliant");
  expect(ofRule("libelle-du-contrat")).toEqual([]);
});

describe("headings", () => {
  const headed = (heads: Cells, years: Cells = tableauBudgetaire[0] ?? []): Grid => [
    years,
    [null, ...YEARS.flatMap(() => heads)],
    ...tableauBudgetaire.slice(2),
  ];

  test.each([
    ["Budget total", "Subvention DDETS", "Fonds propres Métropole"],
    ["Coût total", "Préfecture", "Part de la collectivité"],
    ["Total", "DDETSPP", "Dijon métropole"],
  ])("%s, %s, %s", (...heads) => {
    const { budget } = run({ Budget: headed(heads) }).dossier;
    expect(budget && amountsOf(budget)).toEqual(amountsOf(budgetOf(tableauBudgetaire)));
  });

  test("before and after an avenant side by side: that of the contract in force, and no indicators", () => {
    const grid: Grid = [
      ["Action", "2025 initial", null, null, "2025 après avenant n°1", null, null],
      [null, "Total", "État", "DM", "Total", "État", "DM"],
      ...actions.map((action): Cells => {
        const [etat = 0, local = 0, total = 0] = parts(action, 2025);
        return [actionLabel(action), total, etat, local, total + 2, etat + 1, local + 1];
      }),
    ];
    const { dossier, ofRule } = run({ Budget: grid });
    expect(dossier.indicators?.range.sheet).toBe("Indicateurs");
    expect(dossier.budget?.notes?.join(" ")).toContain("modifié » laissées de côté");
    expect(ofRule("montant-contractualise")).toEqual([]);
    expect(ofRule("annees-du-contrat").map(({ id }) => id)).not.toContain("annees-du-contrat/2025/etat");
  });
});

describe("executed amounts", () => {
  test("beside other financing whose headings do not say that it is executed", () => {
    const heads = ["Réalisé État", "Réalisé Métropole", "CAF", "FSE+", "Coût total réalisé"];
    const sheet = (caf: CellLiteral, total: number) =>
      executedSheet(heads, (annee, action) => {
        const [etat = 0, local = 0, sum = 0] = parts(action, annee);
        const isFirst = action.numero === 1;
        return [etat, local, isFirst ? caf : null, null, sum + (isFirst ? total : 0)];
      });
    const executed = (caf: CellLiteral, total: number) =>
      run({ Budget: tableauBudgetaire, Exécution: sheet(caf, total) }, "2025-02-01");
    const { dossier, errors, ofRule } = executed(1000, 1000);
    expect(dossier.budget?.range.sheet).toBe("Budget");
    expect(cellsIn(dossier.execution?.lignesAction[0], 2024, "autres")).toHaveLength(2);
    expect(errors).toEqual([]);
    // What the parties executed is the Total less what others paid: one centime below, at it, and above.
    expect([999.99, 1000, 1000.01].map((total) => executed(1000, total).ofRule("sur-execution").length)).toEqual([
      0, 0, 1,
    ]);
    expect(ofRule("sur-execution")).toEqual([]);
    expect(executed(1000, 1000.01).ofRule("execution-coherente")).toHaveLength(1);
    // A word in their place is said where it stands, and what needs it is not compared.
    const unreadable = executed("à confirmer", 0);
    expect(unreadable.ofRule("montant-lisible").map(({ id, cell }) => [id, cell])).toEqual([
      ["montant-lisible/1/2024/autres-execution", "Exécution!D3"],
    ]);
    expect(unreadable.status("sur-execution")).toBe("not-checkable");
    expect(executed("nd", 0).status("sur-execution")).toBe("not-checkable");
  });

  test("of half a year each are no year: named, not taken for it", () => {
    const grid: Grid = [
      ["Action", "Réalisé 2024 S1", null, "Réalisé 2024 S2", null],
      [null, "État", "Métropole", "État", "Métropole"],
      ...actions.map((action): Cells => {
        const [etat = 0, local = 0] = parts(action, 2024);
        return [actionLabel(action), etat / 2, local / 2, etat / 2, local / 2];
      }),
    ];
    const { dossier, ofRule, unread } = run({ Budget: tableauBudgetaire, Exécution: grid }, "2025-02-01");
    expect(dossier.execution).toBeNull();
    expect(ofRule("sous-consommation")).toEqual([]);
    expect(unread.map(({ sheet, range }) => [sheet, range])).toEqual([["Exécution", "A1:E10"]]);
  });

  test("with the same part twice in a year: said, at the second", () => {
    const heads = ["Réalisé État", "Réalisé État", "Réalisé Métropole", "Total réalisé"];
    const grid = executedSheet(heads, (annee, action) => {
      const [etat = 0, local = 0, total = 0] = parts(action, annee);
      return [etat, etat, local, total];
    });
    const { ofRule } = run({ Budget: tableauBudgetaire, Exécution: grid }, "2025-02-01");
    expect(ofRule("annees-du-contrat").map(({ id, cell }) => [id, cell])).toEqual([
      ["annees-du-contrat/2024/etat/execution", "Exécution!C2"],
    ]);
  });

  test("with a running total after each year: no total of the period", () => {
    const heads = ["Réalisé État", "Réalisé Métropole", "Total réalisé", "Cumul réalisé"];
    const grid: Grid = [
      ["Action", 2024, null, null, null, 2025, null, null, null],
      [null, ...heads, ...heads],
      ...actions.map((action): Cells => {
        const [first, second] = [parts(action, 2024), parts(action, 2025)];
        return [actionLabel(action), ...first, first[2] ?? 0, ...second, (first[2] ?? 0) + (second[2] ?? 0)];
      }),
    ];
    const { errors, dossier } = run({ Budget: tableauBudgetaire, Exécution: grid }, "2026-02-01");
    expect(errors).toEqual([]);
    expect(dossier.execution?.lignesAction.flatMap(({ amounts }) => amounts).every(({ year }) => year !== null)).toBe(
      true,
    );
  });
});

test("a total over years whose headings say k€ is in k€ too", () => {
  const grid: Grid = [
    ["Action", 2024, null, null, 2025, null, null, null],
    [null, ...[2024, 2025].flatMap(() => ["État (k€)", "DM (k€)", "Total (k€)"]), "Total de la période"],
    ...actions.map((action): Cells => {
      const years = [parts(action, 2024), parts(action, 2025)];
      const sum = (years[0]?.[2] ?? 0) + (years[1]?.[2] ?? 0);
      return [actionLabel(action), ...[...years.flat(), sum].map((amount) => amount / 1000)];
    }),
  ];
  const { ofRule, status } = run({ Budget: grid });
  expect(ofRule("total-de-la-periode")).toEqual([]);
  expect(status("total-de-la-periode")).toBe("compliant");
});

describe("columns numbered below their heading", () => {
  const [years = [], heads = [], ...rows] = tableauBudgetaire;
  const numbered = (from: number, label: CellLiteral = null): Grid => [
    years,
    heads,
    [label, ...Array.from({ length: 12 }, (_, index) => from + index)],
    ...rows,
  ];

  test.each([
    [1, null],
    [2, "(1)"],
  ])("from %i are no amounts", (from, label) => {
    const { dossier, errors } = run({ Budget: numbered(from, label) });
    expect(errors).toEqual([]);
    expect(dossier.budget?.lignesIgnorees.map(({ row }) => row)).toContain(3);
  });

  test("are amounts where they are larger, or one of them is missing", () => {
    expect(run({ Budget: numbered(1000) }).errors).not.toEqual([]);
    const grid = numbered(1).map((row, index) => (index === 2 ? [...row.slice(0, 12), 99] : row));
    expect(run({ Budget: grid }).errors).not.toEqual([]);
  });
});
