// Each piece of evidence alone: what it says of a column, a row or a table, and that it says nothing where nothing speaks.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import {
  AXE_EVIDENCE,
  COLUMN_EVIDENCE,
  INDICATOR_EVIDENCE,
  INDICATOR_ROW_EVIDENCE,
  LACKING_EVIDENCE,
  ROW_EVIDENCE,
  TABLE_EVIDENCE,
} from "../../../../src/core/reading/roles/evidence/evidence";
import { weigh, type Evidence } from "../../../../src/core/reading/roles/evidence/weigh";
import type { Cell } from "../../../../src/core/domain/dossier";
import type { Grid } from "../figures";
import { actionLabel } from "../layouts";
import { amountsOf, budget, PLAIN, say, workbook } from "./asked";

const { actions } = contratIntegre;
const piece = (weight: number, says: object): Evidence<null, { answer: string }> => ({
  name: "test",
  weight,
  find: () => [{ says, clause: `pèse ${weight}` }],
});

describe("what is weighed", () => {
  it("settles nothing below 30", () => {
    expect(weigh([piece(29, { answer: "a" })], null).settled("answer")).toBeNull();
    expect(weigh([piece(30, { answer: "a" })], null).settled("answer")).toBe("a");
  });

  it("settles nothing against another answer that is more than a third as heavy", () => {
    const against = (weight: number) => weigh([piece(90, { answer: "a" }), piece(weight, { answer: "b" })], null);
    expect(against(30).settled("answer")).toBe("a");
    expect(against(31).settled("answer")).toBeNull();
  });

  it("adds up what says the same, and tells the heaviest first", () => {
    const told = weigh([piece(20, { answer: "a" }), piece(25, { answer: "a" })], null);
    expect([told.settled("answer"), told.clauses]).toEqual(["a", ["pèse 25", "pèse 20"]]);
  });
});

/** The headings of the columns of 2024 in other words; what is supposed of each, and on what. */
function askedOf(words: readonly (string | null)[], change: (rows: Grid) => Grid = (rows) => rows) {
  const heads = PLAIN.map((text, at) => (at > 0 && at <= words.length ? (words[at - 1] ?? text) : text));
  const { questions } = say(workbook({ Budget: change(budget(heads)) }));
  return questions.map(({ key, supposed, evidence }) => ({
    words: key.path.join(" – "),
    party: supposed?.party,
    role: supposed?.role,
    year: supposed?.year,
    nature: supposed?.nature,
    why: evidence.join(" | "),
  }));
}

/** Amounts that are nobody's in the contract. */
const others = (rows: Grid): Grid =>
  rows.map((row, at) =>
    at === 0
      ? row
      : row.map((cell, column) => (typeof cell === "number" && column < 4 ? cell + 7 * (column === 3 ? 2 : 1) : cell)),
  );
const formatted =
  (column: number, numberFormat: string) =>
  (rows: Grid): Grid =>
    others(rows).map((row) =>
      row.map((cell, at) =>
        typeof cell === "number" ? { value: cell, numberFormat: at === column ? numberFormat : "#,##0.00 €" } : cell,
      ),
    );

const same = (rows: Grid): Grid => rows;

describe("evidence about columns", () => {
  it.each([
    ["words for what the contract does not ask", ["Engagé 2024"], (rows: Grid) => rows, { role: "ne pas comparer" }],
    ["words of the heading", ["BP 2024 Etat"], others, { party: "etat", year: 2024 }],
    ["amounts of the contract", [null, null, "Chiffre 2024"], (rows: Grid) => rows, { party: "total", year: 2024 }],
    ["a sum across, or what lacks to one", [null, null, "Chiffre 2024"], others, { party: "total", year: 2024 }],
    ["a sum across, or what lacks to one", [null, "Chiffre 2024", null], others, { party: "collectivite", year: 2024 }],
    ["an initial, or a near spelling of a party", ["?tat 2024"], others, { party: "etat", year: 2024 }],
    ["an initial, or a near spelling of a party", [null, "M 2024"], others, { party: "collectivite", year: 2024 }],
    ["…or its beginning", [null, "Enveloppe métro 2024"], others, { party: "collectivite", year: 2024 }],
    ["…where amounts of the contract are no other’s", [null, "Fonds métro 2024"], same, { party: "collectivite" }],
    ["words of the title", ["Recettes Etat"], (rows: Grid) => [["Budget 2024"], ...others(rows)], { year: 2024 }],
  ])("%s: %j", (_, words, change, wanted) => {
    expect(askedOf(words, change)).toMatchObject([wanted]);
  });

  it("a number format that is no amount's contradicts, and is told", () => {
    const [asked] = askedOf([null, "Chiffre 2024"], formatted(2, "0"));
    expect(asked?.why).toContain("format des montants voisins");
  });

  const asides = (sheets: Readonly<Record<string, Grid>>) =>
    say(workbook(sheets)).questions.map(({ supposed, evidence }) => [supposed?.role, evidence[0]]);

  it("one number on every row, left of the labels too", () => {
    const coded = budget(PLAIN).map((row, at) => [at === 0 ? "Nature" : 65_748, ...row]);
    expect(asides({ Budget: coded })).toEqual([["ne pas comparer", expect.stringContaining("65748")]]);
  });

  it("one number on every row, after a code", () => {
    const coded = budget(PLAIN).map((row, at) => [at === 0 ? "Chap." : "65", at === 0 ? "Nature" : 65_748, ...row]);
    expect(asides({ Budget: coded })).toEqual([["ne pas comparer", expect.stringContaining("65748")]]);
  });

  it("words for a number, over whole ones", () => {
    const numbered = budget(PLAIN).map((row, at) => [...row, at === 0 ? "N° de bordereau" : 240_001 + at * 3]);
    expect(asides({ Budget: numbered })).toEqual([["ne pas comparer", expect.stringContaining("dit des numéros")]]);
  });

  it("a sum of periods, right of what was voted", () => {
    const quarters = [10_001, 20_002, 30_003, 40_004];
    const grid: Grid = [
      ["Action", "Voté", "T1", "T2", "T3", "T4", "Cumul"],
      ...actions.map((action, at) => [actionLabel(action), 9, ...quarters.map((one) => one + at), 100_010 + at * 4]),
    ];
    const [last] = say(workbook({ Budget: budget(PLAIN), "Suivi 2024": grid })).questions.slice(-1);
    expect([last?.key.path, last?.supposed?.nature]).toEqual([["Cumul"], "executed"]);
  });

  it("words for a part of a year in the name of the sheet", () => {
    const quarter = [
      ["Action", "Dépensé Etat"],
      ...actions.map((action, at) => [actionLabel(action), 10_001 + at * 7]),
    ];
    expect(asides({ Budget: budget(PLAIN), "T1 2024": quarter })).toEqual([
      ["ne pas comparer", expect.stringContaining("T1 2024")],
    ]);
  });

  it("formulas that add up other columns", () => {
    const summed = (rows: Grid): Grid =>
      others(rows).map((row, at) =>
        row.map((cell, column) =>
          column === 3 && typeof cell === "number" ? { value: cell, formula: `=B${at + 1}+C${at + 1}` } : cell,
        ),
      );
    expect(askedOf([null, null, "Chiffre 2024"], summed)[0]?.why).toContain("sommes d’autres colonnes");
  });

  it("nothing is two columns at once: the one whose amounts are the contract's is supposed", () => {
    const asked = askedOf([null, null, "Total brut 2024"], (rows) =>
      rows.map((row, at) => [...row, at === 0 ? "Total net 2024" : (row[3] ?? null)]),
    );
    expect(asked.map(({ words, party }) => [words, party])).toHaveLength(2);
    expect(asked.filter(({ party }) => party === "total")).toHaveLength(1);
  });

  it("periods and their sum: what was spent along the year", () => {
    const rows: Grid = [
      ["Dépenses 2024"],
      ["Action", "T1", "T2", "T3", "T4", "Cumul"],
      ...actions.map((action, at) => [actionLabel(action), 1100 + at, 2200, 30_000 + at, 4000, 37_300 + 2 * at]),
    ];
    const { questions } = say(workbook({ Budget: budget(PLAIN), Suivi: rows }));
    expect(questions.at(-1)?.supposed).toMatchObject({ party: "total", nature: "executed", year: 2024 });
  });
});

const withRow = (label: string, amounts: readonly (number | string)[], at = 9): Grid => {
  const rows = budget(PLAIN);
  return [...rows.slice(0, at), [label, ...amounts], ...rows.slice(at)];
};
const ofRow = (rows: Grid) =>
  say(workbook({ Budget: rows })).questions.map(({ supposed, evidence }) => [
    supposed?.action ?? supposed?.role,
    evidence.join(" | "),
  ]);

describe("evidence about rows", () => {
  it("a sum of the rows above", () => {
    const sums = PLAIN.slice(1).map((_, column) =>
      actions.reduce((sum, action) => sum + (amountsOf(action)[column] ?? 0), 0),
    );
    expect(ofRow(withRow("Ensemble des dépenses du service", sums))).toMatchObject([
      ["total", expect.stringContaining("somme des 8 lignes")],
    ]);
  });

  it("rows that make up the action above", () => {
    const [first] = actions;
    const amounts = first ? amountsOf(first) : [];
    expect(ofRow(withRow("CCAS", amounts, 2))).toMatchObject([
      ["détail de l’action du dessus", expect.stringContaining("les montants de l’action 1")],
    ]);
  });

  it("a total that is right without it: a part of the action right above; with it, or under no action, of nothing", () => {
    const sums = (more: number) =>
      PLAIN.slice(1).map((_, column) => actions.reduce((sum, action) => sum + (amountsOf(action)[column] ?? 0), more));
    const amounts = PLAIN.slice(1).map(() => 1_000);
    const withTotal = (more: number, at = 9): Grid => [...withRow("CCAS", amounts, at), ["TOTAL", ...sums(more)]];
    expect(ofRow(withTotal(0))).toMatchObject([
      ["détail de l’action du dessus", expect.stringContaining("le TOTAL tombe juste sans cette ligne")],
    ]);
    for (const rows of [withTotal(1_000), withTotal(1), withTotal(0, 1)])
      expect(ofRow(rows)).toEqual([[undefined, ""]]);
  });

  it("words of an action", () => {
    const find = ROW_EVIDENCE.find(({ name }) => name.startsWith("words"))?.find;
    const told = (text: string, absent = actions) =>
      find?.({ label: { text } as Cell, row: null, rows: [], absent, total: null, isAlone: false }) ?? [];
    const [long = ""] = (actions[0]?.intitule ?? "").split(/[^\p{L}]+/u).filter((word) => word.length > 6);
    expect(told(`${long} (nouveau)`).map(({ says }) => says.row)).toEqual([]);
    expect(told(long, actions.slice(0, 1))).toMatchObject([{ says: { row: "action 1" } }]);
    expect(told(long, actions.slice(1, 1))).toEqual([]);
  });

  it("the only action without a row", () => {
    const bare = [
      PLAIN,
      ...actions.map((action) => (action.numero === 1 ? ["Rue"] : [actionLabel(action), ...amountsOf(action)])),
    ];
    expect(ofRow(bare)).toMatchObject([["1", "l’action 1 est la seule qui n’a pas de ligne"]]);
    expect(ofRow([...bare, ["Une note"]])).toMatchObject([
      [undefined, expect.any(String)],
      [undefined, expect.any(String)],
    ]);
  });
});

it("every piece has a weight that can matter, and a name of its own", () => {
  const lists = [
    COLUMN_EVIDENCE,
    ROW_EVIDENCE,
    AXE_EVIDENCE,
    TABLE_EVIDENCE,
    INDICATOR_EVIDENCE,
    INDICATOR_ROW_EVIDENCE,
    LACKING_EVIDENCE,
  ];
  const all = lists.flatMap((list) => list.map(({ name, weight }) => ({ name, weight })));
  expect(all.filter(({ weight }) => weight < 10)).toEqual([]);
  for (const list of lists) {
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  }
});
