// Rows whose label names nothing of the contract are asked about, accuse nobody, and count as a person says.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Question } from "../../../../src/core/domain/question";
import type { Grid } from "../figures";
import { actionLabel } from "../layouts";
import { amountsOf, answer, budget, PLAIN, say, workbook } from "./asked";

const { actions } = contratIntegre;
const TOTAL = 12;

/** With the row of totals that adds these rows. */
const withTotal = (rows: Grid, added: Grid = rows.slice(1)): Grid => [
  ...rows,
  ["TOTAL", ...Array.from({ length: TOTAL }, (_, at) => added.reduce((sum, row) => sum + Number(row[at + 1] ?? 0), 0))],
];

const rows = budget(PLAIN);
const after = (at: number, ...added: Grid): Grid => [...rows.slice(0, at + 1), ...added, ...rows.slice(at + 1)];
const role = (wanted: string, action?: string) => (question: Question) =>
  question.answers.find((one) => one.role === wanted && one.action === action);

describe("an action under other words", () => {
  const renamed = rows.map((row, at) => (at === 3 ? ["Accompagnement renforcé", ...row.slice(1)] : row));
  const raw = workbook({ Budget: withTotal(renamed) });

  it("is supposed by its amounts, and not missing meanwhile", () => {
    const { questions, accused, state } = say(raw);
    expect(state).toBe("to-confirm");
    expect(accused).toEqual([]);
    expect(questions.map(({ text, supposed }) => [text, supposed?.action])).toEqual([
      ["Ligne 4, «\u00a0Accompagnement renforcé\u00a0»\u00a0: est-ce l’action 3\u00a0?", "3"],
    ]);
  });

  it("is the action that a person says", () => {
    expect(answer(raw, ({ supposed }) => supposed).state).toBe("conforming");
    expect(answer(raw, role("action hors du contrat")).accused).toEqual([
      "actions-du-contrat/3",
      "actions-du-contrat/action-accompagnement-renforce",
    ]);
  });
});

describe("an action under other words that shows no amount", () => {
  const without = (values: Grid[number]): Grid =>
    rows.map((row, at) => (at === 3 ? ["Accompagnement renforcé", ...values] : row));
  const first = actions.slice(0, 1).flatMap(amountsOf);

  it.each([
    ["nothing", []],
    ["words for missing amounts", first.map(() => "nd")],
    ["words", first.map(() => "en cours")],
  ])("accuses nobody where it holds %s", (_name, values) => {
    const raw = workbook({ Budget: without(values) });
    const { questions, accused, state } = say(raw);
    expect({ accused, state }).toEqual({ accused: [], state: "to-confirm" });
    expect(questions.map(({ supposed }) => supposed?.action)).toEqual(["3"]);
    const after = answer(raw, ({ supposed }) => supposed);
    expect(after.questions).toEqual([]);
    expect(after.accused.filter((id) => id.startsWith("actions-du-contrat"))).toEqual([]);
    expect(after.accused.some((id) => /^montant-(?:contractualise|lisible)/.test(id))).toBe(true);
    expect(answer(raw, role("ne pas comparer")).accused).toContain("actions-du-contrat/3");
  });

  it("is a note where every action has its row, and where an empty row parts it from the table", () => {
    expect(say(workbook({ Budget: after(3, ["Une note"]) })).questions).toEqual([]);
    const last = [...rows.slice(0, -1), [null], ["Une note"]];
    expect(say(workbook({ Budget: last }))).toMatchObject({
      questions: [],
      accused: expect.arrayContaining(["actions-du-contrat/8"]),
    });
  });
});

describe("« CCAS »", () => {
  const half = actions
    .slice(1, 2)
    .flatMap(amountsOf)
    .map((amount) => amount / 2);
  const raw = workbook({ Budget: withTotal(after(2, ["CCAS", ...half]), rows.slice(1)) });

  it("accuses nobody", () => {
    expect(say(raw).accused).toEqual([]);
  });

  it.each(["détail de l’action du dessus", "ne pas comparer"])("%s: the table adds up without it", (wanted) => {
    expect(answer(raw, role(wanted))).toMatchObject({ state: "conforming", accused: [] });
  });

  it("another action of its own: the total that lacks it is found", () => {
    expect(answer(raw, role("action hors du contrat")).accused).toContain("actions-du-contrat/action-ccas");
  });

  it("is the operator of an action that shows no amount itself", () => {
    const [label = null, ...amounts] = rows[2] ?? [];
    const split = [...rows.slice(0, 2), [label], ["CCAS", ...amounts], ...rows.slice(3)];
    const operators = workbook({ Budget: withTotal(split, rows.slice(1)) });
    expect(say(operators).accused).toEqual([]);
    expect(answer(operators, role("détail de l’action du dessus"))).toMatchObject({ state: "conforming", accused: [] });
  });
});

it("an action with a number of its own is no question: it is not the contract's", () => {
  const raw = workbook({
    Budget: withTotal(after(8, ["Action 9 - Aider", ...actions.slice(0, 1).flatMap(amountsOf)])),
  });
  const { questions, accused } = say(raw);
  expect(questions).toEqual([]);
  expect(accused).toContain("actions-du-contrat/action-action-9-aider");
});

describe("an axe whose number says one, and whose actions another", () => {
  const names = ["Jeunes", "Emploi", "Accès", "Climat"];
  const by = (number: (numero: number) => number) =>
    workbook({
      Budget: [
        PLAIN,
        ...contratIntegre.axes.flatMap(({ numero }) => [
          [`Axe ${number(numero)} : ${names[numero - 1]}`],
          ...actions.filter(({ axe }) => axe === numero).map((action) => [actionLabel(action), ...amountsOf(action)]),
        ]),
      ],
    });

  it("is asked about, accuses nobody, and is the one that a person says", () => {
    const raw = by((numero) => (numero % 4) + 1);
    const { questions, accused } = say(raw);
    expect(accused).toEqual([]);
    expect(questions.map(({ supposed }) => supposed?.of)).toEqual(contratIntegre.axes.map(({ intitule }) => intitule));
    const answered = answer(raw, ({ supposed }) => supposed);
    expect(answered).toMatchObject({ state: "conforming", questions: [] });
    expect(answered.dossier.reponses?.every(({ range }) => range !== null)).toBe(true);
    const wrong = answer(raw, ({ answers, supposed }) =>
      answers.find(({ of }) => of !== undefined && of !== supposed?.of),
    );
    expect(wrong.accused.some((id) => id.startsWith("action-dans-son-axe"))).toBe(true);
  });

  it("is read where they agree", () => {
    expect(say(by((numero) => numero))).toMatchObject({ state: "conforming", questions: [] });
  });
});

describe("the number of one action with the words of another", () => {
  const label = (numero: number, words: number): string =>
    actionLabel(actions[words - 1] as never).replace(/\d+/, `${numero}`);
  const raw = workbook({
    Budget: rows.map((row, at) =>
      at === 1 ? [label(2, 1), ...row.slice(1)] : at === 2 ? [label(1, 2), ...row.slice(1)] : row,
    ),
  });

  it("is one question a row, told with what speaks for each", () => {
    const { questions, accused } = say(raw);
    expect(accused).toEqual([]);
    expect(questions.map(({ supposed, evidence }) => [supposed?.action, evidence.join()])).toEqual([
      ["1", expect.stringContaining("son numéro est celui de l’action 2")],
      ["2", expect.stringContaining("son intitulé ressemble à celui de l’action 2")],
    ]);
  });

  it("is what a person says; the wrong one is found out by the amounts", () => {
    expect(answer(raw, ({ supposed }) => supposed)).toMatchObject({ state: "conforming", questions: [] });
    const wrong = answer(raw, ({ answers, supposed }) =>
      answers.find(({ action }) => action !== undefined && action !== supposed?.action && Number(action) < 3),
    );
    expect(wrong.accused.some((id) => id.startsWith("montant-contractualise"))).toBe(true);
  });
});

it("rows under the same words are one question", () => {
  const half = actions
    .slice(1, 2)
    .flatMap(amountsOf)
    .map((amount) => amount / 2 + 1);
  const { questions } = say(workbook({ Budget: [...after(2, ["CCAS", ...half]), ["CCAS", ...half]] }));
  expect(questions.map(({ range, alsoAt }) => [range?.top, alsoAt?.map(({ top }) => top)])).toEqual([[3, [10]]]);
});

it("one sign alone is asked about: a part of the words, or a number, where no axe agrees", () => {
  const told = (text: string) =>
    say(workbook({ Budget: rows.map((row, at) => (at === 5 ? [text, ...row.slice(1)] : row)) })).questions.map(
      ({ supposed }) => supposed?.action,
    );
  expect(told("Garantir les droits pour tous")).toEqual(["5"]);
  expect(told("5 - Guichet unique")).toEqual(["5"]);
  expect(told("5 - Garantir les droits pour tous")).toEqual([]);
});
