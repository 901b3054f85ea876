// The account as agents keep it: contracted, paid, executed, other financing and cost, per action and year, and cumulated.
import { cellIn, cellsIn } from "./figures";
import { describe, expect, test } from "vitest";
import { actions, check, table, WORDS, type Slips } from "./execution-account";
import type { CellLiteral } from "./raw-workbook-builder";

const YEARS = table([
  [2024, [2024]],
  [2025, [2025]],
  ["Cumul 2024-2025", [2024, 2025]],
]);

describe("what was contracted by each party, beside what it executed", () => {
  test("is no second budget, and each column is read as what it is", () => {
    const { dossier, json, found } = check({ Exécution: YEARS });
    const [ligne] = dossier.execution?.lignesAction ?? [];
    expect(dossier.budget?.range.sheet).toBe("Tableau budgétaire");
    expect(cellIn(ligne, 2025, "contractualise-etat")?.known).toMatchObject({ value: 6_500_000 });
    expect(cellIn(ligne, 2024, "total")?.known).toMatchObject({ value: 13_001_000 });
    expect(cellsIn(ligne, 2024, "autres").map(({ known: lu }) => lu)).toMatchObject([{ value: 1000 }]);
    expect(cellsIn(dossier.execution?.lignesAction[0], 2025, "verse").map(({ known: lu }) => lu)).toMatchObject([
      { value: 6_500_000 },
    ]);
    expect(json.unread).toEqual([]);
    for (const rule of ["tableau-attendu", "montant-contractualise", "execution-coherente", "total-de-la-periode"])
      expect(found(rule)).toEqual([]);
  });

  test.each([
    ["the State’s, a cent less", "3/0", -0.01, "error", "montant-contractualise/3/2024/etat/repete", "B"],
    ["the local party’s, a cent less", "3/1", -0.01, "error", "montant-contractualise/3/2024/metropole/repete", "C"],
    ["the local party’s, a cent more", "3/1", 0.01, "info", "montant-contractualise/3/2024/metropole/repete", "C"],
  ])("is held against the contract: %s", (_, at, gap, severity, id, column) => {
    const { found } = check({ Exécution: table([[2024, [2024]]], { [at]: gap }) });
    expect(found("montant-contractualise")).toMatchObject([{ id, severity, cells: [`Exécution!${column}5`], gap }]);
  });

  test("is the budget where there is no other, compared once", () => {
    const { dossier, found } = check({ Exécution: table([[2024, [2024]]], { "3/0": -1 }) }, false);
    expect(dossier.budget?.range.sheet).toBe("Exécution");
    expect(found("montant-contractualise").filter(({ severity }) => severity === "error")).toMatchObject([
      { id: "montant-contractualise/3/2024/etat" },
    ]);
  });
});

test("what serves as the budget is compared once over the years too", () => {
  const slipped = table(
    [
      [2024, [2024]],
      [2025, [2025]],
      ["Cumul 2024-2025", [2024, 2025]],
    ],
    { "2/14": 0.01 },
  );
  const { dossier, found } = check({ Exécution: slipped }, false);
  expect(dossier.budget?.range.sheet).toBe("Exécution");
  expect(found("total-de-la-periode")).toMatchObject([{ severity: "error", gap: 0.01, subject: { action: 2 } }]);
});

describe("what is cumulated", () => {
  test.each([
    ["contracted", 0, "etat"],
    ["paid", 2, "etat"],
    ["executed", 3, "etat"],
    ["financed by others", 5, undefined],
    ["the cost", 6, "total"],
  ])("is the sum of its years: %s", (_, column, party) => {
    const slipped = table(
      [
        [2024, [2024]],
        [2025, [2025]],
        ["Cumul 2024-2025", [2024, 2025]],
      ],
      { [`2/${14 + column}`]: 0.01 },
    );
    const { found } = check({ Exécution: slipped });
    expect(found("total-de-la-periode")).toMatchObject([{ severity: "error", gap: 0.01, subject: { action: 2 } }]);
    expect(found("total-de-la-periode")[0]?.subject.party).toBe(party);
  });

  test("may stand in a table of its own, beside those of the years", () => {
    const sheets = { "Exécution 2024": table([[2024, [2024]]]), "Exécution 2025": table([[2025, [2025]]]) };
    const cumul = table([["Cumul 2024-2027", [2024, 2025]]], { "2/2": 1 });
    const { json, found } = check({ ...sheets, "Exécution cumulée": cumul });
    expect(json.unread).toEqual([]);
    expect(found("total-de-la-periode")).toMatchObject([{ gap: 1, cells: ["'Exécution cumulée'!D4"] }]);
  });

  test("is named where the years are nowhere, and taken for no execution", () => {
    const cumul = table([["Cumul 2024-2027", [2024, 2025]]]);
    const { dossier, json } = check({ Cumul: cumul });
    expect(json.unread).toMatchObject([{ sheet: "Cumul", reason: expect.stringContaining("sans") }]);
    expect(dossier.execution).toBeNull();
  });

  test("names the amounts of a row that it does not know, though it has no year", () => {
    const unknown = ["Permis de conduire des jeunes", 1, 2, 1, 1, 2, 0, 3];
    const cumul = [...table([["Cumul 2024-2025", [2024, 2025]]]), unknown];
    const { dossier, json } = check({ Exécution: YEARS, Cumul: cumul });
    expect(dossier.execution?.lignesNonReconnues).toMatchObject([{ label: { text: "Permis de conduire des jeunes" } }]);
    expect(json.rules.find(({ rule }) => rule === "libelle-du-contrat")?.reason).toContain(
      "«\u00a0Permis de conduire des jeunes\u00a0»",
    );
  });

  test.each([
    ["D", 2, "2/2024"],
    ["G", 5, "2/2024"],
  ])("is compared where it stands a second time too: column %s", (column, at) => {
    const cumul = table([["Cumul 2024-2025", [2024, 2025]]], { [`2/${at}`]: -0.01 });
    const { json, found } = check({ Exécution: YEARS, Cumul: cumul });
    expect(json.unread).toEqual([]);
    expect(found("total-de-la-periode")).toMatchObject([{ gap: -0.01, cells: [`Cumul!${column}4`] }]);
  });

  describe("in each of several tables of years that are put together", () => {
    const halves = (heading: readonly [string, string], slips: Slips = {}, upTo = [2026, 2027]) => ({
      "Exécution début": table([
        [2024, [2024]],
        [2025, [2025]],
        [heading[0], [2024, 2025]],
      ]),
      "Exécution fin": table(
        [
          [2026, [2026]],
          [2027, [2027]],
          [heading[1], upTo],
        ],
        slips,
      ),
    });
    const OWN = ["Cumul 2024-2025", "Cumul 2026-2027"] as const;
    const COLUMNS = ["P", "Q", "R", "S", "T", "U", "V"];

    test.each([
      ["of its own years, said", OWN, [2026, 2027]],
      ["of its own years, not said", ["Ensemble", "Ensemble"], [2026, 2027]],
      ["from the first year on", ["Cumul", "Cumul"], [2024, 2025, 2026, 2027]],
    ] as const)("holds as the sum of its years: %s", (_, heading, upTo) => {
      const { json, found } = check(halves(heading, {}, [...upTo]));
      expect(json.unread).toEqual([]);
      expect(found("total-de-la-periode")).toEqual([]);
    });

    test.each(WORDS.map((word, at) => [word, at] as const))("is compared in the second table too: %s", (_, at) => {
      for (const gap of [-0.01, 0.01]) {
        const { found } = check(halves(OWN, { [`2/${14 + at}`]: gap }));
        expect(found("total-de-la-periode")).toMatchObject([{ gap, cells: [`'Exécution fin'!${COLUMNS[at]}4`] }]);
      }
    });

    test("gives each finding an identity of its own", () => {
      const { found } = check({
        ...halves(OWN, { "2/16": 1 }),
        "Exécution début": table(
          [
            [2024, [2024]],
            [2025, [2025]],
            [OWN[0], [2024, 2025]],
          ],
          { "2/16": 1 },
        ),
      });
      const ids = found("total-de-la-periode").map(({ id }) => id);
      expect(ids).toHaveLength(2);
      expect(new Set(ids).size).toBe(2);
    });
  });

  test("is named where a table says again what another has said of the same year", () => {
    const executed = (party: string) => [
      ["Actions", 2024, null],
      [null, `Exécuté ${party}`, "Autres financeurs"],
      ...actions.map(({ numero, intitule }): CellLiteral[] => [`${numero} ${intitule}`, 1000, 10]),
    ];
    const { json } = check({ "Exécution État": executed("État"), "Exécution DM": executed("Métropole") });
    expect(json.unread).toMatchObject([
      {
        sheet: "Exécution DM",
        range: "C3:C10",
        reason: expect.stringContaining("que donne aussi une autre colonne ou un autre des tableaux réunis"),
      },
    ]);
  });

  test("of other years than the table shows is compared with nothing, and that is said", () => {
    const { json, found } = check({
      Exécution: table([
        [2025, [2025]],
        [2026, [2026]],
        ["Cumul 2024-2025", [2024, 2025]],
      ]),
    });
    expect(found("total-de-la-periode")).toEqual([]);
    const rule = json.rules.find((one) => one.rule === "total-de-la-periode");
    expect(rule).toMatchObject({ status: "not-checkable", coverage: { compared: 0, of: 7 * actions.length } });
    expect(rule?.reason).toContain("aucun tableau ne montre 2024");
  });
});
