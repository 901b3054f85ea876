// Tables of the same years: a question like any other, answered by the name of a sheet, kept through renames.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Question, Reponse } from "../../../../src/core/domain/question";
import { askWhatIsRead } from "../../../../src/core/reading/roles/ask-what-is-read";
import { whatIsRead } from "../../../../src/core/reading/roles/what-is-read";
import type { Grid } from "../figures";
import { actionLabel } from "../layouts";
import { amountsOf, answer, budget, heads, PLAIN, say, supposed, workbook } from "./asked";

const right = budget(PLAIN);
const old: Grid = [
  PLAIN,
  ...contratIntegre.actions.map((action) => [
    actionLabel(action),
    ...amountsOf(action).map((amount) => amount && amount + 1),
  ]),
];
const OTHERS = { etat: "Métropole", collectivite: "Etat", total: "Total" } as const;
const given = ({ key, answers }: Question, of: string): Reponse => {
  const chosen = answers.find((one) => one.of === of);
  if (!chosen) throw new Error(`no table called ${of}`);
  return { key, answer: chosen, by: "C. Agent", on: "2024-06-01", speaksFor: "collectivite" };
};

describe("two tables of the same years", () => {
  const raw = workbook({ Budget: right, "Budget d’avant": old });

  it("are one question about a table, and accuse nobody", () => {
    const { questions, state, accused } = say(raw);
    expect(questions).toMatchObject([
      {
        about: "table",
        key: { kind: "table", path: ["budget", "Budget", "Budget d’avant"] },
        supposed: { of: "Budget" },
      },
    ]);
    expect(questions[0]?.answers.map(({ of }) => of)).toEqual(["Budget", "Budget d’avant"]);
    expect(state).toBe("to-confirm");
    expect(accused).toEqual([]);
  });

  it("conform with the right answer, and the other one is said with who answered", () => {
    const after = answer(raw, supposed);
    expect(after.state).toBe("conforming");
    expect(after.sentence).toContain("Un autre tableau laissé de côté par C. Agent.");
    expect(after.json.answers).toMatchObject([{ range: "Budget!A1:M9" }]);
  });

  it("tell of the gaps of the other one", () => {
    const after = answer(raw, ({ answers }) => answers.find(({ of }) => of === "Budget d’avant"));
    expect(after.accused).toContain("montant-contractualise/1/2024/etat");
  });

  it("follow a renamed sheet, and are asked again once the chosen one has gone for another", () => {
    const reponses = say(raw).questions.map((question) => given(question, "Budget"));
    expect(say({ ...workbook({ "Le bon": right, "Budget d’avant": old }), reponses }).state).toBe("conforming");
    expect(say({ ...workbook({ Un: right, Deux: old }), reponses }).questions).toHaveLength(1);
  });

  it("take an earlier version's choice as an answer, until another is given", () => {
    const choices = [{ kind: "budget" as const, heading: { sheet: "Budget d’avant", row: 0, column: 1 } }];
    expect(say({ ...raw, choices }).accused).toContain("montant-contractualise/1/2024/etat");
    const reponses = say(raw).questions.map((question) => given(question, "Budget"));
    expect(say({ ...raw, choices, reponses }).state).toBe("conforming");
  });
});

describe("a copy by formulas", () => {
  const cellOf = (column: number, at: number): string => `${"ABCDEFGHIJKLM"[column]}${at + 1}`;
  const copied = (change: (formula: string) => string = (formula) => formula, by = 1): Grid =>
    right.map((row, at) =>
      row.map((cell, column) =>
        typeof cell === "number"
          ? { formula: change(`=Budget!${cellOf(column, at)}${by > 1 ? `/${by}` : ""}`), value: cell / by }
          : cell,
      ),
    );

  it.each([
    { name: "of the same amounts", copy: copied() },
    { name: "in thousands", copy: copied(undefined, 1000) },
    { name: "by links that begin with +", copy: copied((formula) => formula.replace("=", "=+").replace("B", "$B")) },
    {
      name: "of each cell, labels, years and empty ones too",
      copy: [[{ formula: "=Budget!Z1", value: 0 }, null, { formula: "=Budget!Z2", value: 0 }], ...copied()],
    },
    { name: "in another order of its rows", copy: [right[0] ?? [], ...copied().slice(1).reverse()] },
  ])("$name is known without a question, and told", ({ copy }) => {
    const { questions, state, json } = say(workbook({ Impression: copy, Budget: right }));
    expect({ questions, state }).toEqual({ questions: [], state: "conforming" });
    expect(json.leftAside).toMatchObject([{ sheet: "Impression" }]);
    expect(json.leftAside?.[0]?.reason).toContain("copie par formules de la feuille");
  });

  it.each([
    { name: "of the row below", copy: copied((formula) => formula.replace(/\d+$/, (row) => `${Number(row) + 1}`)) },
    {
      name: "with an amount of its own",
      copy: copied().map((row, at) => (at === 2 ? [row[0] ?? null, 1, ...row.slice(2)] : row)),
    },
    {
      name: "under the words of the other party",
      copy: [["Action", ...heads((annee, part) => `${OTHERS[part]} ${annee}`)], ...copied().slice(1)],
    },
  ])("$name is asked about", ({ copy }) => {
    const { questions, accused } = say(workbook({ Impression: copy, Budget: right }));
    expect(questions).toMatchObject([{ about: "table" }]);
    expect(accused).toEqual([]);
  });

  it("with fewer than four amounts is no copy", () => {
    const few = (amounts: number): Grid => [right[0] ?? [], (copied()[1] ?? []).slice(0, amounts + 1)];
    const aside = (amounts: number) => say(workbook({ Rappel: few(amounts), Budget: right })).json.leftAside ?? [];
    expect([3, 4, 5].map((amounts) => aside(amounts).some(({ reason }) => reason.includes("copie")))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe("a table in thousands that does not say so", () => {
  const thousands: Grid = right.map((row) => row.map((cell) => (typeof cell === "number" ? cell / 1000 : cell)));
  const raw = workbook({ Budget: thousands });

  it("is a question of its unit, and nothing is accused meanwhile", () => {
    const { questions, accused } = say(raw);
    expect(questions).toMatchObject([
      { about: "table", key: { path: ["unité", "Budget"] }, supposed: { unit: "k€" }, amounts: 96 },
    ]);
    expect(accused).toEqual([]);
  });

  it("conforms in thousands; in euros its gaps are told", () => {
    expect(answer(raw, supposed).state).toBe("conforming");
    expect(answer(raw, ({ answers }) => answers.find(({ unit }) => unit === "€")).accused).not.toEqual([]);
  });
});

describe("actions in columns", () => {
  const turn = (rows: Grid): Grid => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
  const turned = turn(right);
  const raw = workbook({ Budget: turned });

  it("are asked about, and no table is said to be missing", () => {
    const { questions, accused } = say(raw);
    expect(questions).toMatchObject([{ about: "table", key: { path: ["sens", "Budget"] } }]);
    expect(accused).toEqual([]);
  });

  it("conform as they are answered, and a slip is found at its own cell", () => {
    expect(answer(raw, supposed)).toMatchObject({ state: "conforming", questions: [] });
    const wrong = turned.map((row, at) => row.map((cell, column) => (at === 1 && column === 3 ? 1 : cell)));
    const { json } = answer(workbook({ Budget: wrong }), supposed);
    const found = json.findings.find(({ id }) => id === "montant-contractualise/3/2024/etat");
    expect(found?.cells).toEqual(["Budget!D2"]);
  });

  it("whose lines nobody knows are asked about line by line, and shown as they stand", () => {
    const words = { etat: "Quote-part 1", collectivite: "Quote-part 2", total: "Enveloppe" } as const;
    const heading = ["Action", ...heads((annee, part) => `${words[part]} ${annee}`)];
    const unknown = workbook({ Budget: turn([heading, ...right.slice(1)]) });
    const direction = say(unknown).questions.map(({ key, supposed: one }) => ({
      ...{ key, answer: one ?? { role: "" }, by: "C. Agent", on: "2024-06-01", speaksFor: "collectivite" as const },
    }));
    const turnedOnce = { ...unknown, reponses: direction };
    const { questions, accused } = say(turnedOnce);
    expect(questions).toHaveLength(12);
    expect(accused).toEqual([]);
    expect(questions[0]).toMatchObject({
      range: { sheet: "Budget", top: 1, bottom: 1, left: 1, right: 8 },
      sample: {
        columns: [{}, { name: "B" }, { name: "C" }, { name: "D" }],
        rows: [{ number: 2, isAsked: true }, { number: 3 }],
      },
    });
    expect(questions[0]?.place).toMatch(/^Ligne 2, /u);
    const reponses = questions.map(({ key, supposed: one }) => ({
      ...{ key, answer: one ?? { role: "" }, by: "C. Agent", on: "2024-06-01", speaksFor: "collectivite" as const },
    }));
    const done = { ...unknown, reponses: [...direction, ...reponses] };
    const { state, dossier } = say(done);
    expect(state).toBe("conforming");
    const [table] = whatIsRead(done, dossier);
    expect(table?.rows.find(({ name }) => name === "2")).toMatchObject({
      ...{ about: "row", state: "confirmed", range: { top: 1, bottom: 1, left: 1, right: 8 } },
    });
    expect(table?.columns.map(({ name }) => name)).toEqual([..."BCDEFGHI"]);
    expect(askWhatIsRead(done, dossier, reponses[0]?.key ?? { kind: "column", path: [] })?.range).toMatchObject({
      top: 1,
      bottom: 1,
    });
  });

  it("that a person says to be none are no table: it is missing then", () => {
    expect(answer(raw, ({ answers }) => answers.at(-1)).state).not.toBe("conforming");
  });
});
