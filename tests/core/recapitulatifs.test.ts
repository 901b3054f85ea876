// Totals per axe on a sheet of their own, or below the table: compared with the actions that they sum up, and named where they are not.
import { describe, expect, it, test } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./reading/annexes";
import { rawWorkbook } from "./reading/raw-workbook-builder";
import { AXES, contracted, recap, verifySheets, WORDS, wrongAt, YEARS, type Row, type Typed } from "./recap-workbook";

const ruleOf = (verification: ReturnType<typeof verifySheets>, id: string) =>
  verification.rules.find(({ rule }) => rule === id);

const SUMS = ["sous-total-axe", "total-general", "total-de-la-periode"];
const wrongSums = ({ findings }: ReturnType<typeof verifySheets>) =>
  findings
    .filter(({ rule }) => SUMS.includes(rule))
    .map(({ id, cells, found, expected }) => ({ id, cells, found, expected }));

describe("a recapitulation on a sheet of its own", () => {
  it("holds, and every one of its cells was compared", () => {
    const verification = verifySheets({ Synthèse: recap() });
    expect(wrongSums(verification)).toEqual([]);
    expect(verification.unread).toEqual([]);
    expect(ruleOf(verification, "sous-total-axe")).toMatchObject({
      status: "compliant",
      coverage: { compared: 32, of: 32 },
    });
    expect(ruleOf(verification, "total-general")).toMatchObject({ status: "compliant", coverage: { of: 12 + 8 } });
    expect(verification.read).toContainEqual(
      expect.objectContaining({ kind: "budget", sheet: "Synthèse", range: "A1:I6", actions: 0, axes: 4 }),
    );
  });

  it.each([
    ["an axe", wrongAt(2, 2025, "etat"), "sous-total-axe/axe-2/2025/etat/recapitulatif", "Synthèse!D3", 45_000],
    [
      "the TOTAL",
      wrongAt(null, 2027, "collectivite"),
      "total-general/2027/metropole/recapitulatif",
      "Synthèse!I6",
      350_000,
    ],
  ] as const)("is wrong in %s", (_, typed, id, cell, expected) => {
    const verification = verifySheets({ Synthèse: recap({ typed }) });
    expect(wrongSums(verification)).toEqual([{ id, cells: [cell], found: expected + 5000, expected }]);
    const [finding] = verification.findings.filter(({ rule }) => SUMS.includes(rule));
    expect(finding).toMatchObject({ severity: "error", article: "2.2", fix: [{ cell, value: expected }] });
    expect(finding?.message).toMatch(/^Récapitulatif de la feuille «\u00a0Synthèse\u00a0», (?:Axe 2|TOTAL) – /);
  });

  it("of one part only, under the name of its sheet", () => {
    const rows = recap({
      colonnes: ["etat"],
      word: (_colonne, annee) => `${annee}`,
      typed: wrongAt(1, 2024, "etat"),
    });
    expect(wrongSums(verifySheets({ "Part État": rows }))).toMatchObject([{ cells: ["'Part État'!B2"] }]);
  });

  it("with totals that the table does not show is held against both parts", () => {
    const headings = ["Actions", ...YEARS.flatMap((annee) => [`État ${annee}`, `Métropole ${annee}`])];
    const amounts = tableauBudgetaire
      .slice(2)
      .map((row) => row.filter((_, column) => column === 0 || column % 3 !== 1));
    const onlyParts = [headings, ...amounts];
    const rows = recap({ colonnes: ["total", "etat", "collectivite"], typed: wrongAt(1, 2024, "total") });
    expect(wrongSums(verifySheets({ Synthèse: rows }, onlyParts))).toEqual([
      {
        id: "sous-total-axe/axe-1/2024/total/recapitulatif",
        cells: ["Synthèse!B2"],
        found: 175_000,
        expected: 170_000,
      },
    ]);
  });

  it("is held against the actions as they stand: what one of them changes is its consequence", () => {
    const budget = tableauBudgetaire.map((row, index) =>
      index === 3 ? row.map((value, column) => (column === 5 ? 60_000 : value)) : row,
    );
    const verification = verifySheets({ Synthèse: recap() }, budget);
    const [wrong, ...others] = verification.findings.filter(({ id }) => id.endsWith("recapitulatif"));
    expect(wrong).toMatchObject({
      id: "sous-total-axe/axe-1/2025/etat/recapitulatif",
      found: 85_000,
      expected: 80_000,
    });
    expect([wrong, ...others].map((finding) => finding?.causedBy)).toEqual([
      "montant-contractualise/1/2025/etat",
      "montant-contractualise/1/2025/etat",
    ]);
  });

  it("of formulas is given the one that adds the actions", () => {
    const typed: Typed = (axe, annee, colonne, sum) =>
      axe === 2 && annee === 2024 && colonne === "etat" ? { formula: "=Budget!C7", value: 25_000 } : sum;
    const { findings } = verifySheets({ Synthèse: recap({ typed }) });
    expect(findings.find(({ rule }) => rule === "sous-total-axe")?.fix).toEqual([
      { cell: "Synthèse!B3", formula: "=SUM(Budget!C7:C8)" },
    ]);
  });

  it("of the executed amounts is held against the execution table", () => {
    const executed = [
      ["Actions", "État exécuté 2024", "Métropole exécutée 2024"],
      ...contratIntegre.actions.map(({ numero, montants: [year] }) => [
        `Action ${numero}`,
        (year?.etat ?? 0) / 100 - 1000,
        (year?.collectivite ?? 0) / 100,
      ]),
    ];
    const rows = recap({
      annees: [2024],
      hasTotal: false,
      word: (colonne, annee) => `${WORDS[colonne]} exécuté ${annee}`,
      typed: (axe, _annee, colonne, sum) => (colonne === "etat" && axe !== 3 ? sum - 2000 : sum),
    });
    expect(wrongSums(verifySheets({ Exécution: executed, Bilan: rows }))).toEqual([
      { id: "sous-total-axe/axe-3/2024/etat/recapitulatif", cells: ["Bilan!B4"], found: 147_500, expected: 145_500 },
    ]);
  });

  it("with totals over the years holds them against its own years", () => {
    const rows = recap({ hasTotal: false }).map((row, index) => [
      ...row,
      index === 0 ? "Total État 2024-2027" : YEARS.reduce((sum, annee) => sum + contracted(index, annee, "etat"), 0),
    ]);
    const sound = verifySheets({ Synthèse: rows });
    expect(ruleOf(sound, "total-de-la-periode")).toMatchObject({ status: "compliant", coverage: { of: 4 } });
    const wrong = rows.map((row, index) => (index === 2 ? [...row.slice(0, -1), 181_000] : row));
    expect(wrongSums(verifySheets({ Synthèse: wrong }))).toMatchObject([
      { id: "total-de-la-periode/axe-2/etat/periode-recapitulatif", cells: ["Synthèse!J3"], expected: 180_000 },
    ]);
  });

  it("a second one has an identity of its own", () => {
    const rows = recap({ typed: wrongAt(2, 2025, "etat") });
    expect(wrongSums(verifySheets({ Synthèse: rows, Bilan: rows })).map(({ id }) => id)).toEqual([
      "sous-total-axe/axe-2/2025/etat/recapitulatif",
      "sous-total-axe/axe-2/2025/etat/recapitulatif-2",
    ]);
  });

  describe("beside an action whose axe nothing tells", () => {
    const unheaded = tableauBudgetaire.filter(([label]) => typeof label !== "string" || !label.startsWith("Axe «"));
    const festival = ["Festival de rue", ...YEARS.flatMap(() => [2000, 1000, 1000])];
    const budget = [...unheaded.slice(0, -1), festival, ...unheaded.slice(-1)];

    it.each([
      [-0.01, "discrepancy"],
      [0, "not-checkable"],
      [1000, "not-checkable"],
      [1000.01, "discrepancy"],
    ])("%d € more may be that action, or is wrong", (more, status) => {
      const typed = wrongAt(2, 2025, "etat", more);
      const verification = verifySheets({ Synthèse: recap({ typed }) }, budget);
      expect(ruleOf(verification, "sous-total-axe")?.status).toBe(status);
    });
  });

  it.each([
    [1000.5, "not-checkable"],
    [1000.51, "discrepancy"],
  ])("in thousands, %d thousand more may be an action of unknown axe, rounded", (more, status) => {
    const unheaded = tableauBudgetaire.filter(([label]) => typeof label !== "string" || !label.startsWith("Axe «"));
    const works = ["Travaux de voirie", ...YEARS.flatMap(() => [2_000_000, 1_000_000, 1_000_000])];
    const typed: Typed = (axe, annee, colonne, sum) =>
      sum / 1000 + (axe === 2 && annee === 2025 && colonne === "etat" ? more : 0);
    const rows = recap({ typed, word: (colonne, annee) => `${WORDS[colonne]} ${annee} (k€)` });
    const budget = [...unheaded.slice(0, -1), works, ...unheaded.slice(-1)];
    expect(ruleOf(verifySheets({ Synthèse: rows }, budget), "sous-total-axe")?.status).toBe(status);
  });

  it("beside actions under no axe says what is not known", () => {
    const budget = tableauBudgetaire.filter((_, index) => index !== 2);
    const rows = recap({ annees: [2024], typed: wrongAt(2, 2024, "etat", 65_000) });
    const { reason } = ruleOf(verifySheets({ Synthèse: rows }, budget), "sous-total-axe") ?? {};
    expect(reason).toContain(
      "Axe 2 – 2024 – part État\u00a0: l’axe d’une partie des actions du tableau budgétaire n’est pas connu.",
    );
  });

  it("unreadable, it is not compared there", () => {
    const typed: Typed = (axe, annee, colonne, sum) =>
      axe === 2 && annee === 2025 && colonne === "etat" ? "environ 45" : sum;
    const verification = verifySheets({ Synthèse: recap({ typed }) });
    expect(ruleOf(verification, "sous-total-axe")).toMatchObject({
      status: "not-checkable",
      coverage: { compared: 31, of: 32 },
    });
    expect(verification.findings).toContainEqual(
      expect.objectContaining({ rule: "montant-lisible", cells: ["Synthèse!D3"] }),
    );
  });
});

describe("its unit", () => {
  const thousands = (typed: Typed): Row[] => [["Récapitulatif en k€"], ...recap({ typed })];

  test.each([
    [-500.01, 1],
    [-500, 0],
    [500, 0],
    [500.01, 1],
  ])("in thousands, rounded by %d € of at most half a thousand", (by, count) => {
    const rows = thousands((axe, annee, colonne, sum) =>
      axe === 3 && annee === 2024 && colonne === "etat" ? (sum + by) / 1000 : sum / 1000,
    );
    expect(wrongSums(verifySheets({ Synthèse: rows }))).toHaveLength(count);
  });

  test("in euros, not by a centime", () => {
    for (const by of [-0.01, 0.01]) {
      expect(wrongSums(verifySheets({ Synthèse: recap({ typed: wrongAt(3, 2024, "etat", by) }) }))).toHaveLength(1);
    }
  });

  test("in thousands that nothing says is one finding of each rule", () => {
    const verification = verifySheets({ Synthèse: recap({ typed: (_axe, _annee, _colonne, sum) => sum / 1000 }) });
    expect(wrongSums(verification)).toMatchObject([
      { id: "sous-total-axe/recapitulatif-en-milliers", found: 32 },
      { id: "total-general/recapitulatif-en-milliers", found: 8 },
    ]);
    expect(verification.findings.find(({ rule }) => rule === "sous-total-axe")?.message).toContain(
      "mille fois plus petits",
    );
  });
});

describe("what is none, or is none of this table, is named", () => {
  const NAMED = "récapitulatif de totaux par axe, non comparé";

  it.each([
    [
      "of one axe alone, that says otherwise than the actions",
      recap({ axes: [2], hasTotal: false, typed: wrongAt(2, 2025, "etat", 0.01) }),
      "montants lus, disposition non reconnue",
    ],
    ["of years before the contract", recap({ annees: [2021, 2022, 2023] }), NAMED],
  ] as const)("%s", (_, rows, reason) => {
    const verification = verifySheets({ Synthèse: rows });
    expect(wrongSums(verification)).toEqual([]);
    expect(verification.unread).toMatchObject([{ sheet: "Synthèse", reason }]);
    expect(verification.verdict.sentence).toContain(
      "Une plage qui ressemble au contrat n’a pas été comparée\u00a0: Synthèse!A1",
    );
  });

  it("of one axe alone, that says again what the actions say, is left aside with that reason", () => {
    const verification = verifySheets({ Synthèse: recap({ axes: [2], hasTotal: false }) });
    expect(verification.unread).toEqual([]);
    expect(verification.leftAside).toMatchObject([
      { sheet: "Synthèse", range: "A1:I2", reason: expect.stringContaining("redit un montant des tableaux") as string },
    ]);
  });

  it("its years that are not the contract's, beside those that are", () => {
    const rows = recap({ annees: [2023, 2024], typed: (_axe, annee, _colonne, sum) => (annee === 2023 ? 500 : sum) });
    const verification = verifySheets({ Synthèse: rows });
    expect(wrongSums(verification)).toEqual([]);
    expect(ruleOf(verification, "sous-total-axe")).toMatchObject({ status: "compliant", coverage: { of: 8 } });
  });

  it("of two axes it is one", () => {
    const rows = recap({ axes: [2, 3], hasTotal: false, typed: wrongAt(2, 2025, "etat") });
    expect(wrongSums(verifySheets({ Synthèse: rows }))).toHaveLength(1);
  });

  it("without a table of actions nothing can be compared", () => {
    const raw = rawWorkbook({ Synthèse: recap(), Indicateurs: tableauIndicateurs });
    const { unread, findings } = verify(raw, contratIntegre, "2024-06-30").verification;
    expect(unread).toMatchObject([{ sheet: "Synthèse", reason: NAMED }]);
    expect(findings.find(({ rule }) => rule === "tableau-attendu")?.message).toContain("un récapitulatif de totaux en");
  });

  it("a table of actions unknown to the contract under axes with their sums, which is the workbook's own", () => {
    const unknown = (label: string): Row => [label, ...YEARS.flatMap(() => [1000, 1000])];
    const [heading = [], one = [], two = []] = recap();
    const rows = [heading, one, unknown("Rénover le gymnase"), two, unknown("Ouvrir la piscine")];
    // Given: nothing in these words says by itself that the workbook is this contract's.
    const { verification } = verify(rawWorkbook({ Budget: rows }), contratIntegre, "2024-06-30", "given");
    const { unread, verdict } = verification;
    expect(verdict.questions?.map(({ range }) => range && range.top + 1)).toEqual([3, 5]);
    expect(unread.filter(({ reason }) => reason.includes("récapitulatif"))).toEqual([]);
  });

  it("a table of imputation that shows both parts of each axe", () => {
    const codes = [30450101403, 30450101406, 30450101501, 30450101601];
    const rows: Row[] = [
      ["Axes", "État 2024", "Métropole 2024", "Code activité"],
      ...AXES.map((axe) => [`Axe ${axe}`, contracted(axe, 2024, "etat") + 1, 0, codes[axe - 1] ?? null]),
    ];
    const { dossier, verification } = verify(
      rawWorkbook({ Budget: tableauBudgetaire, Imputation: rows }),
      contratIntegre,
      "2024-06-30",
    );
    expect(dossier.imputation?.lignes).toHaveLength(4);
    expect(dossier.recapitulatifs).toBeUndefined();
    expect(verification.findings.filter(({ rule }) => rule === "sous-total-axe")).toEqual([]);
  });

  it("a row that is no axe, and the TOTAL that adds it", () => {
    const rows = recap();
    const other: Row = ["Ingénierie", ...YEARS.flatMap(() => [1000, 1000])];
    const total: Row = ["TOTAL", ...YEARS.flatMap((annee) => [0, 0].fill(contracted(null, annee, "etat") + 1000))];
    const verification = verifySheets({ Synthèse: [...rows.slice(0, -1), other, total] });
    expect(wrongSums(verification)).toEqual([]);
    expect(verification.unread).toMatchObject([
      { sheet: "Synthèse", range: "A6", reason: "ligne du récapitulatif hors des axes, non comparée" },
      { sheet: "Synthèse", range: "A7", reason: "total du récapitulatif, non comparé" },
    ]);
    expect(ruleOf(verification, "sous-total-axe")).toMatchObject({ status: "compliant" });
  });
});
