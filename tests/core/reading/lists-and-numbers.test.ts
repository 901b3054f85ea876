// Lists and sheets as officers keep them: a nature and a party in each row, totals below years, numbers of axes beside labels.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { run } from "./agents-run";
import { SHORT_LABELS, tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { totalIn, type Grid } from "./figures";
import { actionLabel, euros } from "./layouts";
import type { CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;
type Action = (typeof actions)[number];
const YEARS = [2024, 2025, 2026, 2027];
const PARTS = ["etat", "collectivite", "total"] as const;

const parts = (action: Action, annee: number): number[] => PARTS.map((part) => euros(action, annee, part));
const numbersOf = (table: ReturnType<typeof run>["dossier"]["budget"]) =>
  table?.lignesAction.map(({ action }) => action?.numero ?? null);
const ALL = actions.map(({ numero }) => numero);

describe("a list with a column for the party and one for the nature", () => {
  const list = (slip: Partial<Record<"Prévu" | "Réalisé", number>> = {}): Grid => [
    ["Année", "Axe", "Action", "Financeur", "Type", "Montant", "Commentaire"],
    ...YEARS.flatMap((annee) =>
      actions.flatMap((action) =>
        (["État", "Dijon métropole"] as const).flatMap((party) =>
          (["Prévu", "Réalisé"] as const).flatMap((nature): readonly CellLiteral[][] => {
            if (nature === "Réalisé" && annee > 2024) return [];
            const montant = euros(action, annee, party === "État" ? "etat" : "collectivite");
            const isSlip = action.numero === 6 && annee === 2024 && party === "État";
            const shown = (isSlip ? slip[nature] : undefined) ?? montant;
            return [[annee, `Axe ${action.axe}`, actionLabel(action), party, nature, shown]];
          }),
        ),
      ),
    ),
  ];
  const asOf = "2025-02-01";

  test("is the budget and its execution", () => {
    const { dossier, errors, unread, status } = run({ Base: list() }, asOf);
    expect(numbersOf(dossier.budget)).toEqual(ALL);
    expect(numbersOf(dossier.execution)).toEqual(ALL);
    expect(errors).toEqual([]);
    expect(unread).toEqual([]);
    expect(status("montant-contractualise")).toBe("compliant");
    expect(status("sous-consommation")).toBe("compliant");
  });

  test("shows a slip of each nature at its cell", () => {
    expect(run({ Base: list({ Prévu: 99_999.99 }) }, asOf).ofRule("montant-contractualise")).toMatchObject([
      { id: "montant-contractualise/6/2024/etat", cell: "Base!F22", found: 99_999.99 },
    ]);
    expect(run({ Base: list({ Réalisé: 100_000.01 }) }, asOf).ofRule("cofinancement-execute")).toMatchObject([
      { id: "cofinancement-execute/6/2024/metropole", cell: "Base!F25" },
    ]);
  });
});

describe("a title right above the heading", () => {
  test.each<[string, CellLiteral[]]>([
    ["alone", ["Indicateurs"]],
    ["beside a note", ["Indicateurs", null, null, null, null, null, null, null, "relu le 3 juin"]],
  ])("of indicators names no column: %s", (_, title) => {
    const { dossier, errors } = run({ Budget: tableauBudgetaire, Indicateurs: [title, ...tableauIndicateurs] });
    expect(dossier.indicators?.lignesIndicateur).toHaveLength(11);
    expect(dossier.indicators?.range.top).toBe(1);
    expect(errors).toEqual([]);
  });
});

describe("a sheet for each action with its years, their total and its indicators", () => {
  const sheets = (total = 0) =>
    Object.fromEntries(
      actions.map((action): [string, Grid] => [
        `Suivi ${action.numero}`,
        [
          [`Suivi – action n°${action.numero}`],
          [action.intitule],
          [],
          ["Année", "Part État", "Part Métropole", "Coût total"],
          ...YEARS.map((annee): CellLiteral[] => [annee, ...parts(action, annee)]),
          [
            "Total",
            ...PARTS.map((_, index) => YEARS.reduce((sum, annee) => sum + (parts(action, annee)[index] ?? 0), total)),
          ],
          [],
          ["Indicateurs"],
          ["Indicateur", "T0", ...YEARS],
          ...action.indicateurs.map(({ intitule, t0, cibles }) => [
            intitule,
            t0,
            ...cibles.map(({ valeur }) => valeur),
          ]),
        ],
      ]),
    );
  const read = (total = 0) => run({ ...sheets(total), Indicateurs: [["Voir les feuilles de suivi"]] });

  test("is one table of each kind", () => {
    const { dossier, errors, unread, status } = read();
    expect(numbersOf(dossier.budget)).toEqual(ALL);
    expect(dossier.indicators?.lignesAction.map(({ action }) => action?.numero)).toEqual(ALL);
    expect(errors).toEqual([]);
    expect(unread).toEqual([]);
    expect(status("enveloppe-annuelle")).toBe("compliant");
    expect(status("total-de-la-periode")).toBe("compliant");
    expect(status("cible-contractualisee")).toBe("compliant");
  });

  test("shows each wrong total at its cell", () => {
    const found = read(1).ofRule("total-de-la-periode");
    expect(found).toHaveLength(24);
    expect(found).toContainEqual(expect.objectContaining({ cell: "'Suivi 1'!B9", found: 260_001 }));
  });
});

describe("a total in the column of the years", () => {
  const sheet = (total: number): Grid => [
    ["Exercice", "Action", "Part État", "Part Métropole"],
    ...actions.map((action) => [
      2024,
      actionLabel(action),
      euros(action, 2024, "etat"),
      euros(action, 2024, "collectivite"),
    ]),
    ["Total", null, total, 332_500],
  ];

  test("of one year is that of the year", () => {
    expect(run({ Budget: sheet(332_500) }).ofRule("total-general")).toEqual([]);
    expect(run({ Budget: sheet(332_499.99) }).ofRule("total-general")).toMatchObject([{ cell: "Budget!C10" }]);
  });
});

describe("totals below the years of each action", () => {
  const sheet = (total = 0): Grid => {
    const sumOf = (list: readonly Action[], more: number): number[] =>
      PARTS.map((part) => list.reduce((sum, one) => sum + YEARS.reduce((s, y) => s + euros(one, y, part), 0), more));
    return [
      ["Action", "Année", "Part État", "Part Métropole", "Coût total"],
      ...actions.flatMap((action): Grid => [
        ...YEARS.map((annee, index) => [index === 0 ? actionLabel(action) : null, annee, ...parts(action, annee)]),
        [null, "Total", ...sumOf([action], action.numero === 8 ? total : 0)],
      ]),
      [null, "Total général", ...sumOf(actions, 0)],
    ];
  };

  test("are each the action’s own, and the last one nobody’s: no total of a year adds up to it", () => {
    const { dossier, errors, unread, status } = run({ Budget: sheet() });
    expect(numbersOf(dossier.budget)).toEqual(ALL);
    expect(totalIn(dossier.budget)?.label.text).toBe("Total général");
    expect(errors).toEqual([]);
    expect(unread).toEqual([]);
    expect(status("total-de-la-periode")).toBe("not-checkable");
  });

  test("are found wrong at their cells", () => {
    expect(
      run({ Budget: sheet(1) })
        .ofRule("total-de-la-periode")
        .map(({ id, cell }) => [id, cell]),
    ).toEqual([
      ["total-de-la-periode/8/etat/periode", "Budget!C41"],
      ["total-de-la-periode/8/metropole/periode", "Budget!D41"],
      ["total-de-la-periode/8/total/periode", "Budget!E41"],
    ]);
  });
});

describe("numbers in columns of their own", () => {
  interface Numbers {
    readonly axe?: (action: Action) => CellLiteral;
    readonly action?: (action: Action) => CellLiteral;
    readonly labels?: (action: Action) => string;
    readonly heads?: readonly string[];
  }
  const sheet = ({
    axe = (action) => action.axe,
    action: number = ({ numero }) => numero,
    labels = ({ intitule }) => intitule,
    heads = ["N°", "Axe", "Intitulé"],
  }: Numbers = {}): Grid => [
    [
      ...heads,
      ...YEARS.flatMap((annee) => ["Coût total", "Part État", "Part Métropole"].map((part) => `${part} ${annee}`)),
    ],
    ...actions.map((action) => [
      ...heads.map((head) => (head === "N°" ? number(action) : head === "Axe" ? axe(action) : labels(action))),
      ...YEARS.flatMap((annee) => {
        const [etat = 0, local = 0, total = 0] = parts(action, annee);
        return [total, etat, local];
      }),
    ]),
  ];
  const short = ({ numero }: Action): string => SHORT_LABELS[Number(numero) - 1] ?? "";

  test.each([
    [["N°", "Axe", "Intitulé"]],
    [["Axe", "N°", "Intitulé"]],
    [["Axe", "Intitulé"]],
    [["Intitulé", "Axe"]],
    [["N°", "Intitulé", "Axe"]],
  ])("are the action’s and its axe’s, each under its own heading: %j", (heads) => {
    const { dossier, errors, unread, ofRule, status } = run({ Budget: sheet({ heads, labels: short }) });
    expect(numbersOf(dossier.budget)).toEqual(ALL);
    expect(errors).toEqual([]);
    expect(unread).toEqual([]);
    expect(ofRule("libelle-du-contrat").filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(status("action-dans-son-axe")).toBe("compliant");
  });

  test("that put an action under another axe are told", () => {
    const { ofRule } = run({ Budget: sheet({ axe: (action) => (action.numero === 2 ? 3 : action.axe) }) });
    expect(ofRule("action-dans-son-axe")).toMatchObject([{ id: "action-dans-son-axe/2", cell: "Budget!C3" }]);
  });

  const swapped = (action: Action): number => ({ 1: 2, 2: 1 })[action.numero] ?? Number(action.numero);

  test.each([[["N°", "Intitulé"]], [["N°", "Axe", "Intitulé"]]])(
    "that contradict the words are asked about, and accuse no axe of the missing amounts: %j",
    (heads) => {
      const { errors, status, dossier } = run({ Budget: sheet({ heads, action: swapped }) });
      expect(dossier.questions?.map(({ about, supposed }) => [about, supposed?.action])).toEqual([
        ["row", "1"],
        ["row", "2"],
      ]);
      expect(errors).toEqual([]);
      expect(status("repartition-par-axe")).toBe("not-checkable");
    },
  );
});

describe("an amount reminded of below the table", () => {
  test("is named, and leaves its totals compared", () => {
    const notes: Grid = [[], ["Montant notifié 2024 :", 332_500]];
    const { unread, status } = run({ Budget: [...tableauBudgetaire, ...notes] });
    expect(unread).toMatchObject([{ sheet: "Budget" }]);
    expect(status("total-general")).toBe("compliant");
    expect(status("actions-du-contrat")).toBe("compliant");
  });

  test("is not what an action below the table is", () => {
    const { status } = run({ Budget: [...tableauBudgetaire, [], ["Soutenir les aidants", 10_000, 5_000, 5_000]] });
    expect(status("total-general")).toBe("not-checkable");
  });
});
