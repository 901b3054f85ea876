// Rows whose label names nothing of the contract are asked about, accuse nobody, and count as a person says.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Question } from "../../../../src/core/domain/question";
import type { Grid } from "../figures";
import { actionLabel, euros } from "../layouts";
import type { CellLiteral } from "../raw-workbook-builder";
import { amountsOf, answer, budget, PLAIN, say, supposed, workbook } from "./asked";

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

describe("rows under an action that may be others of the contract", () => {
  const other = (numero: number): (typeof actions)[number] => {
    const action = actions.find((one) => one.numero === numero);
    if (!action) throw new Error(`no action ${numero}`);
    return action;
  };
  // To the centime, the actions 2 to 4 give together what action 1 does.
  const rowsOf = (first: readonly CellLiteral[]): Grid => [
    PLAIN,
    [actionLabel(other(1)), ...first],
    ...["Jeunes du quartier", "Emplois aidés", "Crèches"].map((label, at) => [label, ...amountsOf(other(at + 2))]),
    ...[5, 6, 7, 8].map((numero) => [actionLabel(other(numero)), ...amountsOf(other(numero))]),
  ];

  it.each([
    ["add up to it", amountsOf(other(1))],
    ["stand under it while it is empty", []],
  ])("are asked about where they %s", (_, first) => {
    const { accused, questions } = say(workbook({ Budget: rowsOf(first) }));
    expect(questions.map(({ key }) => key.path[0])).toEqual(["Jeunes du quartier", "Emplois aidés", "Crèches"]);
    expect(accused.filter((id) => !id.startsWith("montant-contractualise"))).toEqual([]);
  });

  it("are supposed to be the same action once only", () => {
    const grid: Grid = [
      PLAIN,
      ...["Mobilité", "Mobilité durable"].map((label) => [label, ...amountsOf(other(1)).map((one) => one + 1)]),
      ...actions.filter(({ numero }) => numero !== 7).map((action) => [actionLabel(action), ...amountsOf(action)]),
    ];
    const { questions } = say(workbook({ Budget: grid }));
    expect(questions.map(({ supposed: one }) => one?.action ?? null).filter((one) => one !== null)).toEqual(["7"]);
    expect(questions.flatMap(({ evidence }) => evidence).join()).toContain("l’est déjà, ou le serait");
  });
});

describe("« Annulation de mandat »", () => {
  const raw = workbook({
    Budget: budget(PLAIN),
    Exécution: [
      ["Action", "Réalisé Etat 2024", "Réalisé Métropole 2024"],
      ...actions.flatMap((action) => [
        [actionLabel(action), euros(action, 2024, "etat"), euros(action, 2024, "collectivite") + 1000],
        ["Annulation de mandat", null, -1000],
      ]),
    ],
  });

  it("is supposed to be taken from the action above, and counts with it", () => {
    const { questions } = say(raw, "2025-03-01");
    expect(questions).toHaveLength(1);
    const after = answer(raw, supposed);
    expect(after.questions).toEqual([]);
    const rows = after.dossier.execution?.lignesAction ?? [];
    expect(rows.map(({ action }) => action?.numero)).toEqual(actions.flatMap(({ numero }) => [numero, numero]));
    expect(after.accused.filter((id) => !id.startsWith("montant-positif/"))).toEqual([]);
  });
});
