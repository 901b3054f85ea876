// Amounts that stand around a table, or in rows and columns of it that are no action's and no year's of the contract: named, and no rule
// that they could change is kept, unless they say again what the table says.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verify } from "../../../src/core/verify";
import { run } from "./agents-run";
import { tableauBudgetaire } from "./annexes";
import type { Grid } from "./figures";
import { actionLabel, euros } from "./layouts";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];

type Cells = readonly CellLiteral[];

const plain = (text: string | undefined): string => (text ?? "").replace(/\s/g, " ");
const told = (sheets: Readonly<Record<string, Grid>>, asOf?: string) => {
  const { unread, errors, status } = run(sheets, asOf);
  return {
    unread: unread.map(({ sheet, range, reason }) => `${sheet}!${range ?? ""} ${plain(reason)}`),
    errors: errors.map(({ id }) => id),
    status: status("montant-contractualise"),
    sums: status("total-general"),
  };
};
const kept = { errors: [], status: "compliant", sums: "compliant" };
/** No accusation, and nothing said to be kept. */
const open = { errors: [], status: "not-checkable", sums: "not-checkable" };

describe("an amount beside words that say of what year it is", () => {
  test.each([
    "Enveloppe État 2024",
    "Total 2024",
    "Part Métropole 2025",
    "Crédits 2026",
    "Total 2024-2027",
    "Budget 2024",
  ])("is named: %s", (label) => {
    expect(told({ Budget: tableauBudgetaire, Synthèse: [["Point"], [label, 12_345]] })).toEqual({
      ...open,
      unread: [`Synthèse!A1:B2 montant lu à côté de « ${label} », non comparé`],
    });
  });

  test.each<[CellLiteral, CellLiteral]>([
    ["Effectifs 2024", 12],
    ["Divers", 12_345],
    ["Enveloppe État 2031", 12_345],
    ["Date de versement 2024", 45_000],
    ["Part 2024 en %", 0.5],
    ["Enveloppe État 2024", "en attente"],
  ])("is not said of %j beside %j", (label, figure) => {
    expect(told({ Budget: tableauBudgetaire, Synthèse: [["Point"], [label, figure]] })).toEqual({
      ...kept,
      unread: [],
    });
  });

  test.each<[string, Grid]>([
    [
      "in a row under its years",
      [
        [null, ...YEARS],
        ["Total du contrat", 1000, 2000, 3000, 4000],
      ],
    ],
    ["in rows, each with its year", [["Année", "Montant"], ...YEARS.map((annee) => [annee, annee + 0.5])]],
    [
      "of two years",
      [
        [null, 2024, 2025],
        ["Total", 1000, 2500],
      ],
    ],
  ])("is named %s", (_, grid) => {
    const { unread, ...said } = told({ Budget: tableauBudgetaire, Synthèse: grid });
    expect(said).toEqual(open);
    expect(unread).toEqual([expect.stringMatching(/^Synthèse!A1:\w\d montants par année lus, non comparés$/)]);
  });

  test.each<[string, Grid]>([
    [
      "of no year of the contract",
      [
        [null, 2022, 2023],
        ["Total", 1000, 2000],
      ],
    ],
    [
      "of no amounts",
      [
        ["Jalon", 2024, 2025],
        ["Réunions", 3, 4],
      ],
    ],
  ])("is not said of figures %s", (_, grid) => {
    expect(told({ Budget: tableauBudgetaire, Synthèse: grid })).toEqual({ ...kept, unread: [] });
  });

  test("right of a table, beyond a blank column, is under none of its headings", () => {
    const rows = tableauBudgetaire.map((row, index): Cells => {
      const own = [...row, ...Array<null>(14 - row.length).fill(null)];
      return index === 3 ? [...own, "Enveloppe État 2024", 1] : index === 4 ? [...own, "Autre", 2] : row;
    });
    expect(told({ Budget: rows })).toEqual({
      ...kept,
      unread: ["Budget!O4:P5 montant lu à côté de « Enveloppe État 2024 », non comparé"],
    });
  });
});

describe("columns of other years than the contract's", () => {
  const rows = (heading: CellLiteral) =>
    tableauBudgetaire.map(([label = null, ...row], index): Cells => {
      const heads = [
        [heading, null],
        ["Etat", "DM"],
      ];
      return [label, ...(heads[index] ?? (row.length > 0 ? [1, 2] : [null, null])), ...row];
    });

  test("are named with all that stands over them, and the contract's are compared nonetheless", () => {
    expect(told({ Budget: rows("CALPAE 2023") })).toEqual({
      ...kept,
      unread: [
        "Budget!B4:B15 colonne « CALPAE 2023 – Etat » : montants lus, mais non comparés",
        "Budget!C4:C15 colonne « CALPAE 2023 – DM » : montants lus, mais non comparés",
      ],
    });
  });

  test("that name one of its years too are not passed over", () => {
    expect(told({ Budget: rows("Solde CALPAE 2023 et 2024") }).status).toBe("not-checkable");
  });
});

describe("the table of an earlier contract", () => {
  const earlier = (last: number): Grid => [
    ["CALPAE"],
    ["Action", last - 1, null, last, null],
    [null, "État", "Métropole", "État", "Métropole"],
    ["1 - Prévenir la rue", 1, 2, 3, 4],
    ["2 - Référent de parcours", 1, 2, 3, 4],
    ["TOTAL", 2, 4, 6, 8],
  ];

  test("beside that of the contract is named, and no more", () => {
    const unread = ["CALPAE!A2:E6 tableau d’années antérieures au contrat, non comparé"];
    expect(told({ Budget: tableauBudgetaire, CALPAE: earlier(2023) })).toEqual({ ...kept, unread });
    const below = told({ Budget: [...tableauBudgetaire, [], [], ...earlier(2023)] });
    expect(below).toEqual({ ...kept, unread: [expect.stringMatching(/^Budget!A19:E23 tableau d’années antérieures/)] });
  });

  test("that shows a year of the contract is not passed over", () => {
    const { questions } = verify(
      rawWorkbook({ Budget: tableauBudgetaire, CALPAE: earlier(2024) }),
      contratIntegre,
      "2024-06-30",
    ).dossier;
    expect(questions).toMatchObject([{ about: "table", key: { path: ["budget", "Budget", "CALPAE"] } }]);
  });

  test("alone is told by its years", () => {
    expect(told({ CALPAE: earlier(2023) }).errors).toContain("annees-du-contrat/2023");
  });
});

describe("a single amount in a column", () => {
  const withOne = (heading: string) =>
    tableauBudgetaire.map((row, index): Cells => {
      const own = [...row, ...Array<null>(13 - row.length).fill(null)];
      return index === 0 ? [...own, heading] : index === 4 ? [...own, 500] : row;
    });

  test.each([
    ["Reste à verser", kept],
    ["Solde", open],
    ["Acompte", open],
    ["Trop-perçu", open],
    ["Divers", open],
  ])("is named as « %s »", (heading, rules) => {
    expect(told({ Budget: withOne(heading) })).toEqual({
      ...rules,
      unread: [`Budget!N5 colonne « ${heading} » : montants lus, mais non comparés`],
    });
  });

  test("is left aside where it could be none: « Date du solde »", () => {
    expect(told({ Budget: withOne("Date du solde") })).toEqual({ ...kept, unread: [] });
  });
});

describe("rows that are no action's", () => {
  const sum = (part: "etat" | "collectivite" | "total", annee: number): number =>
    actions.reduce((all, action) => all + euros(action, annee, part), 0);
  const enveloppe = YEARS.flatMap((annee) => [null, sum("etat", annee), null]);
  const zeros = YEARS.flatMap(() => [0, 0, 0]);
  const [heads = [], parties = [], ...rows] = tableauBudgetaire;

  test.each(["Rappel enveloppe État", "Enveloppe notifiée", "Pour mémoire : crédits notifiés", "Plafond annuel"])(
    "are left aside where they say what the table says, else named, below the TOTAL and above the actions: %s",
    (label) => {
      const grids = (amounts: Cells): readonly Grid[] => [
        [heads, parties, [label, ...amounts], ...rows],
        [...tableauBudgetaire, [label, ...amounts]],
      ];
      for (const grid of grids(enveloppe)) expect(told({ Budget: grid })).toEqual({ ...kept, unread: [] });
      const other = enveloppe.map((amount) => amount && amount + 1);
      const rules = /notifi/.test(label) ? kept : open;
      expect(grids(other).map((grid) => told({ Budget: grid }))).toEqual([
        { ...rules, unread: ["Budget!A3:M3 montants rappelés, ligne 3 : montants lus, mais non comparés"] },
        { ...rules, unread: ["Budget!A16:M16 montants rappelés, ligne 16 : montants lus, mais non comparés"] },
      ]);
    },
  );

  test.each(["Écart", "Écart / contrat", "Contrôle", "Différence État Métropole", "soit en % du total"])(
    "are left out where they check or share: %s",
    (label) => {
      const all = [...tableauBudgetaire, [label, ...zeros.map(() => 1)]];
      expect(told({ Budget: all })).toEqual({ ...kept, unread: [] });
    },
  );

  test.each(["Crédits État", "Part État"])("are its parties' where they name one: %s", (etat) => {
    const parts = ["etat", "collectivite"] as const;
    const grid: Grid = [
      ["Action", ...YEARS],
      ...actions.flatMap((action) => [
        [actionLabel(action)],
        ...parts.map((part): Cells => [
          part === "etat" ? etat : "Crédits Métropole",
          ...YEARS.map((annee) => euros(action, annee, part)),
        ]),
      ]),
    ];
    expect(told({ Budget: grid })).toMatchObject({ errors: [], status: "compliant", unread: [] });
  });

  test.each(["Écart culturel", "Enveloppe solidaire pour les familles"])("are none of those: %s", (label) => {
    const { asked } = run({ Budget: [heads, parties, ...rows.slice(0, 2), [label, ...enveloppe], ...rows.slice(2)] });
    expect(asked).toHaveLength(1);
  });
});
