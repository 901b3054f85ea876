// Figures beside those of a table that its heading does not tell: named with their place, and no rule of theirs is kept.
import { cellsIn } from "./figures";
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { actionLabel, euros } from "./layouts";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;
const PARTS = ["total", "etat", "collectivite"] as const;

type Row = readonly CellLiteral[];

function run(sheets: Readonly<Record<string, readonly Row[]>>, asOf: string) {
  const { verification, dossier } = verify(
    rawWorkbook({ Indicateurs: tableauIndicateurs, ...sheets }),
    contratIntegre,
    asOf,
  );
  const json = verificationJson(verification);
  return {
    dossier,
    unread: json.unread.map(({ range, reason }) => `${range ?? ""} ${reason}`),
    status: (rule: string) => json.rules.find((one) => one.rule === rule)?.status,
    found: json.findings.filter(({ severity }) => severity === "error").map(({ id, cells }) => [id, ...cells]),
    ofRule: (rule: string) => json.findings.filter((one) => one.rule === rule).map(({ id, cells }) => [id, ...cells]),
  };
}

/** The annex with one column more, right of the others. */
const withColumn = (heading: CellLiteral, figure: (row: number) => CellLiteral, second: CellLiteral = null) =>
  tableauBudgetaire.map((row, index): Row => {
    const own = [...row, ...Array.from({ length: 13 - row.length }, () => null)];
    if (index === 0) return [...own, heading];
    if (index === 1) return [...own, second];
    return row.length > 1 ? [...own, figure(index)] : row;
  });

describe("a column of figures that no table reads", () => {
  const budget = (heading: CellLiteral, figure: (row: number) => CellLiteral = (row) => 1000 + row) =>
    run({ "Tableau budgétaire": withColumn(heading, figure) }, "2024-06-30");

  test("is named with its heading and its cells", () => {
    const { unread, status } = budget("Reste à payer");
    expect(unread).toEqual(["N4:N15 colonne «\u00a0Reste à payer\u00a0»\u00a0: montants lus, mais non comparés"]);
    expect(status("montant-contractualise")).toBe("compliant");
  });

  test.each(["Engagé État 2024", "Engagements Etat", "Reste à mandater État", "Disponible État", "Notifié Etat 2024"])(
    "is named, and no more, where the contract asks nothing of it: %s",
    (heading) => {
      const { unread, status } = budget(heading);
      expect(unread).toHaveLength(1);
      expect(status("montant-contractualise")).toBe("compliant");
    },
  );

  test.each(["Reste à charge État", "Engin État 2024"])("is not taken for one of those: %s", (heading) => {
    expect(budget(heading).status("montant-contractualise")).toBe("not-checkable");
  });

  test("leaves no rule on amounts kept where it speaks of them", () => {
    const { unread, status } = budget("Autorisation État 2024");
    expect(unread).toHaveLength(1);
    expect(status("montant-contractualise")).toBe("not-checkable");
    expect(status("libelle-du-contrat")).toBe("compliant");
  });

  test.each<[string, CellLiteral, (row: number) => CellLiteral]>([
    ["a gap", "Écart", (row) => row],
    ["a share", "Taux d’exécution", () => 0.5],
    ["a percentage by its format", "Avancement", () => ({ value: 0.5, numberFormat: "0%" })],
    ["a date", "Signature", () => ({ value: 45000, numberFormat: "dd/mm/yyyy" })],
    ["a code", "Chorus", () => 30401000000],
    ["a remark", "Commentaire", () => "à voir"],
    ["nothing but zeros", "Divers", () => 0],
    ["a single figure", "Divers", (row) => (row === 3 ? 12 : null)],
  ])("is not said of %s", (_, heading, figure) => {
    expect(budget(heading, figure).unread).toEqual([]);
  });

  test.each([
    ...[
      "Total sur la durée",
      "Durée",
      "Mois",
      "Contrôle",
      "Ordre",
      "Nombre",
      "Priorités",
      "Évolution",
      "% du total",
      "N°",
    ],
    ...["Taux", "Écart", "Commentaire", "Date", "Divers"],
  ])("leaves no rule on amounts kept where its figures could be amounts, whatever its words: %s", (heading) => {
    const { unread, status, found } = budget(heading, () => 999_999);
    expect([unread.length, status("montant-contractualise"), found]).toEqual([1, "not-checkable", []]);
  });

  test.each<[string, string, number]>([
    ["Durée (mois)", "trop petits", 24],
    ["Nombre d’ETP", "trop petits", 1.5],
    ["Nombre de bénéficiaires", "trop petits", 19_999.99],
  ])("is left aside with a reason where they could be none: %s", (heading, why, figure) => {
    const { unread, status, dossier } = budget(heading, () => figure);
    expect([unread, status("montant-contractualise")]).toEqual([[], "compliant"]);
    expect(dossier.aPart?.map(({ pourquoi }) => pourquoi)).toEqual([expect.stringContaining(why)]);
  });

  test.each([20_000, 20_000.01])("is named from the least amount of the contract on: %d", (figure) => {
    expect(budget("Nombre de bénéficiaires", () => figure).status("montant-contractualise")).toBe("not-checkable");
  });

  test("computed from others is left aside under a word for it, and named under another", () => {
    const formula = (row: number) => ({ formula: `=B${row + 1}*2`, value: 999_999 });
    expect(budget("Contrôle", formula).dossier.aPart?.[0]?.pourquoi).toContain("calculés par formule");
    expect(budget("Durée", formula).status("montant-contractualise")).toBe("not-checkable");
  });

  test("typed as text is an amount too", () => {
    expect(budget("Durée", () => "120 000 €").status("montant-contractualise")).toBe("not-checkable");
  });

  test("without a heading is named where it stands among the others", () => {
    const rows = tableauBudgetaire.map((row, index): Row => {
      if (row.length === 1) return row;
      return [...row.slice(0, 4), index < 2 ? null : 500 + index, ...row.slice(4)];
    });
    expect(run({ "Tableau budgétaire": rows }, "2024-06-30").unread).toEqual([
      "E4:E15 colonne «\u00a02024\u00a0»\u00a0: montants lus, mais non comparés",
    ]);
  });
});

describe("half years beside a year", () => {
  const rows = (slip = 0): readonly Row[] => [
    ["Action", 2024, null, null, "Réalisé 2024 S1", null, "Réalisé 2024 S2", null],
    [null, "Total", "Etat", "DM", "Etat", "DM", "Etat", "DM"],
    ...actions.map((action): Row => {
      const half = [euros(action, 2024, "etat") / 2, euros(action, 2024, "collectivite") / 2];
      return [actionLabel(action), ...PARTS.map((part) => euros(action, 2024, part) + slip), ...half, ...half];
    }),
  ];

  test("are no columns of that year: they are named", () => {
    const { unread, found } = run({ Suivi: rows() }, "2024-06-30");
    expect(unread.map((line) => line.split(" ")[0])).toEqual(["E3:E10", "F3:F10", "G3:G10", "H3:H10"]);
    expect(found.filter(([id]) => !id?.startsWith("annees-du-contrat/202"))).toEqual([]);
    expect(found.map(([id]) => id)).not.toContain("annees-du-contrat/2024/etat");
  });
});

describe("payments of a year", () => {
  const rows = (heads: readonly string[], shares: readonly number[], isMerged: boolean): readonly Row[] => {
    const none = heads.map(() => null);
    return [
      ["Action", "Réalisé 2024", null, null, ...(isMerged ? heads : none)],
      [null, "Total", "Etat", "DM", ...(isMerged ? none : heads)],
      ...actions.map((action): Row => {
        const paid = shares.map((share) => euros(action, 2024, "etat") * share);
        return [actionLabel(action), ...PARTS.map((part) => euros(action, 2024, part)), ...paid];
      }),
    ];
  };
  const paid = (heads: readonly string[], shares: readonly number[], isMerged = false) =>
    run({ "Tableau budgétaire": tableauBudgetaire, Exécution: rows(heads, shares, isMerged) }, "2025-06-30");

  test.each([
    [["Acompte versé", "Solde versé"], true],
    [["Acompte versé", "Solde versé"], false],
    [["1er versement", "Versement n° 2"], false],
  ] as const)("each under words of its own, add up: %j", (heads, isMerged) => {
    const { status, unread, found } = paid(heads, [0.75, 0.25], isMerged);
    expect([status("versement-du-contrat"), unread, found]).toEqual(["compliant", [], []]);
  });

  test("of which one is short are found at both", () => {
    expect(paid(["Acompte versé", "Solde versé"], [0.5, 0.25], true).ofRule("versement-du-contrat")[0]).toEqual([
      "versement-du-contrat/1/2024/etat/verse",
      "Exécution!E3",
      "Exécution!F3",
    ]);
  });

  test("under the same words twice are one payment, and the second is named", () => {
    const { status, unread } = paid(["Versé", "Versé"], [1, 1]);
    expect(unread).toHaveLength(1);
    expect(status("versement-du-contrat")).toBe("not-checkable");
  });

  test("that are still to come are none", () => {
    const { dossier, unread } = paid(["Versé", "Reste à verser"], [1, 0.5]);
    expect(cellsIn(dossier.execution?.lignesAction[0], 2024, "verse")).toHaveLength(1);
    expect(unread).toHaveLength(1);
  });
});

const plain = (text: string): string => text.replace(/\s/g, " ");

describe("a table whose headings nobody understands", () => {
  const sheet = (...heads: Row): readonly Row[] => [
    ["Suivi"],
    ["Action", ...heads],
    ...actions.map((action): Row => [actionLabel(action), ...heads.map(() => euros(action, 2024, "etat"))]),
  ];
  const reason = (...heads: Row) =>
    run({ Budget: tableauBudgetaire, Suivi: sheet(...heads) }, "2024-06-30").unread.map(plain);

  test("is named with its headings", () => {
    expect(reason("État S1 2024", "Métropole S1 2024")).toEqual([
      "A1:C10 montants lus, intitulés de colonnes non compris : « État S1 2024 » et « Métropole S1 2024 »",
    ]);
    expect(reason("Dépenses État", "Dépenses")).toEqual([
      "A1:C10 montants lus, intitulé de colonne non compris : « Dépenses État »",
    ]);
    expect(reason("État T1", "État T2", "État T3", "État T4")).toEqual([
      "A1:E10 montants lus, intitulés de colonnes non compris : « État T1 », « État T2 », « État T3 » et d’autres",
    ]);
  });

  test("is named without them where they speak of nothing of the contract", () => {
    expect(reason("Alloué", "Engagé")).toEqual(["A1:C10 montants lus, colonnes État / Métropole non trouvées"]);
  });
});

describe("a column of figures beside indicators that no measure reads", () => {
  const withAchieved = (heading: string) =>
    tableauIndicateurs.map((row, index): Row => {
      const own = [...row, ...Array.from({ length: 7 - row.length }, () => null)];
      return index === 0 ? [...own, heading] : row.length > 2 ? [...own, 25] : row;
    });
  const unread = (heading: string) =>
    run({ Budget: tableauBudgetaire, Indicateurs: withAchieved(heading) }, "2024-06-30");

  test("is named, and takes nothing from what its targets are", () => {
    const { unread: named, status } = unread("Réalisé S1 2024");
    expect(named.map(plain)).toEqual([
      expect.stringMatching(/^H\d+:H\d+ colonne « Réalisé S1 2024 » : chiffres lus, mais non comparés$/),
    ]);
    expect(status("cible-contractualisee")).toBe("compliant");
  });

  test("leaves no rule on targets kept where it speaks of them", () => {
    const { unread: named, status } = unread("Cible révisée 2025");
    expect([named.length, status("cible-contractualisee")]).toEqual([1, "not-checkable"]);
  });

  test.each(["Taux", "Écart", "N°", "Réalisé 2024"])("is not named as « %s »", (heading) => {
    expect(unread(heading).unread).toEqual([]);
  });
});

describe("an execution of which only a title says so", () => {
  test("has its unread columns on its own account", () => {
    const heads = ["État T1", "État T2", "État", "Métropole"];
    const row = (action: (typeof actions)[number]): Row => {
      const [part, quarter] = [euros(action, 2024, "etat"), euros(action, 2024, "etat") / 4];
      return [actionLabel(action), quarter, quarter, part, part];
    };
    const { unread, status } = run(
      { Budget: tableauBudgetaire, "Exécution 2024": [["Action", ...heads], ...actions.map(row)] },
      "2025-06-30",
    );
    expect(unread).toHaveLength(2);
    expect([status("montant-contractualise"), status("sous-consommation")]).toEqual(["compliant", "not-checkable"]);
  });
});

describe("plans side by side", () => {
  /** "2025 (initial)" beside another plan of that year, `more` above it in each part. */
  const plans = (other: string, more: number) =>
    tableauBudgetaire.map((row, index): Row => {
      if (row.length === 1) return row;
      const amount = (column: number) => Number(row[column]) + more;
      const heads = [
        [other, null, null],
        ["Total", "Etat", "DM"],
      ];
      const added = heads[index] ?? [amount(4) + more, amount(5), amount(6)];
      const year = index === 0 ? "2025 (initial)" : (row[4] ?? null);
      return [...row.slice(0, 4), year, ...row.slice(5, 7), ...added, ...row.slice(7)];
    });
  const told = (other: string, more: number) => {
    const { unread, status, found, dossier } = run({ Budget: plans(other, more) }, "2024-06-30");
    const status2025 = status("montant-contractualise");
    return { unread: unread.map(plain), status: status2025, found, aside: dossier.aPart?.length ?? 0 };
  };

  test("of an avenant that nothing records are a question where they say other amounts", () => {
    expect(told("2025 (avenant 1)", 5000)).toEqual({
      unread: [expect.stringMatching(/^H4:J15 montants modifiés, alors qu’aucun avenant n’est enregistré/)],
      status: "not-checkable",
      found: [],
      aside: 0,
    });
  });

  test.each<[string, number]>([
    ["2025 (avenant 1)", 0],
    ["2025 prévisionnel", 5000],
  ])("are left aside where they change nothing of what is in force: %s", (other, more) => {
    expect(told(other, more)).toEqual({ unread: [], status: "compliant", found: [], aside: 1 });
  });
});

describe("the budget of an action in its fiche", () => {
  const fiche = (amount: number): readonly Row[] => [
    [`Fiche action n°1 : ${actions[0]?.intitule ?? ""}`],
    ["Objectif principal", "Prévenir"],
    ["Public cible", "Jeunes"],
    ["Calendrier", "2024-2027"],
    ["Pilotage", "Métropole"],
    ["Budget 2024", amount],
  ];
  const status = (amount: number) =>
    run({ Budget: tableauBudgetaire, "Fiche 1": fiche(amount) }, "2024-06-30").status("montant-contractualise");

  test("is held against the table's", () => {
    expect([status(130_000), status(130_001)]).toEqual(["compliant", "not-checkable"]);
  });
});
