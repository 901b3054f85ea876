// Columns that say too little are asked about, accuse nobody, and are read to the centime once a person has answered.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { groupAlike, sameAnswer } from "../../../../src/core/domain/alike-questions";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import { IGNORED } from "../../../../src/core/reading/roles/column-roles";
import { formatMontant } from "../../../../src/core/domain/words/format";
import type { Question } from "../../../../src/core/domain/question";
import type { Grid } from "../figures";
import { actionLabel, euros } from "../layouts";
import { answer, budget, heads, PLAIN, say, supposed, WORDS, workbook, YEARS, type Part } from "./asked";

const SHORT: Readonly<Record<Part, string>> = { etat: "P. nat.", collectivite: "P. loc.", total: "TT" };

const PLAN = ["Action", ...heads((annee, part) => `BP ${annee} ${WORDS[part]}`)];

const HEADINGS = {
  "a word for the plan": [PLAN],
  "a word for what comes in, under years": [
    ["Action", ...heads((annee, part) => (part === "etat" ? annee : null))],
    [
      null,
      ...heads((_, part) => ({ etat: "Recettes Etat", collectivite: "Recettes Métropole", total: "Dépense" })[part]),
    ],
  ],
  "years of two figures": [
    ["Action", ...heads((annee, part) => (part === "etat" ? `'${annee % 100}` : null))],
    [null, ...heads((_, part) => WORDS[part])],
  ],
};

const wanted = ({ key: { path }, answers }: Question) =>
  answers.find(({ year, party, nature }) => {
    const own = (["etat", "collectivite", "total"] as const).find((part) => path.join(" ").includes(SHORT[part]));
    return own && nature === "contracted" && path.join(" ").includes(`${year}`) && party === own;
  });

describe("headings in words that are not known", () => {
  it.each(Object.entries(HEADINGS))("%s: asked with what is supposed, read as answered", (_, rows) => {
    const raw = workbook({ Budget: budget(...rows) });
    const before = say(raw);
    expect(before.state).toBe("to-confirm");
    expect(before.accused).toEqual([]);
    expect(before.status("montant-contractualise")).toBe("not-checkable");
    expect(before.status("tableau-attendu")).toBe("not-checkable");
    expect(before.questions).toHaveLength(12);
    expect(before.questions.map(({ supposed: one }) => one?.year)).toEqual(YEARS.flatMap((year) => [year, year, year]));
    expect(groupAlike(before.questions)).toHaveLength(3);
    const after = answer(raw, supposed);
    expect(after.state).toBe("conforming");
    expect(after.json.rules.find(({ rule }) => rule === "montant-contractualise")?.coverage).toMatchObject({
      compared: 64,
      of: 64,
    });
  });

  it("what speaks for it is told in figures, and what does not beside it: the word, the year, the amounts that differ", () => {
    const one = budget(PLAIN);
    const told = (heading: string, rows = one) => {
      const [question] = say(
        workbook({ Budget: rows.map((row, at) => (at === 0 ? ["Action", heading, ...row.slice(2)] : row)) }),
      ).questions;
      return [question?.evidence, question?.lacks].map((clauses) =>
        clauses?.map((clause) => clause.replace(/\s/g, " ")),
      );
    };
    expect(told("BP 2024 Etat")).toEqual([
      [
        "ses 8 montants sont ceux du contrat : État, 2024",
        "B + C = D, sur 8 lignes",
        "son intitulé dit : État, 2024, voté",
      ],
      ["« BP » n’est pas un mot du contrat"],
    ]);
    const changed = one.map((row, at) => (at === 1 ? [row[0] ?? "", 1, ...row.slice(2)] : row));
    expect(told("BP 2024 Etat", changed)[1]).toEqual([
      "« BP » n’est pas un mot du contrat",
      "1 de ses 8 montants diffère du contrat",
    ]);
    const foreign = one.map((row, at) => (at === 0 ? row : [row[0] ?? "", 17 * at, ...row.slice(2)]));
    expect(told("Reliquat", foreign)[1]).toEqual([
      "« Reliquat » n’est pas un mot du contrat",
      "rien ne dit de qui ni de quelle année il s’agit",
    ]);
  });

  it("own funds whose amounts are those of the party that has no column: asked, no longer another financing", () => {
    const words = (annee: number, part: Part): string =>
      ({ etat: `Subvention DDETS ${annee}`, collectivite: `Fonds propres ${annee}`, total: `Total ${annee}` })[part];
    const raw = workbook({ Budget: budget(["Action", ...heads(words)]) });
    const { accused, questions, status } = say(raw);
    expect(accused).toEqual([]);
    expect(status("annees-du-contrat")).toBe("not-checkable");
    expect(questions.map(({ key: { path } }) => path.join(" "))).toEqual(
      YEARS.map((annee) => `Fonds propres ${annee}`),
    );
    const own = ({ key: { path }, answers }: Question) =>
      answers.find(
        ({ year, party, nature }) =>
          nature === "contracted" && party === "collectivite" && path.join(" ").includes(`${year}`),
      );
    expect(answer(raw, own).state).toBe("conforming");
    // Who says that it is another financing says that the party has no column.
    const other = ({ answers }: Question) => answers.find(({ party }) => party === "autres");
    expect(answer(raw, other).accused).toContain("annees-du-contrat/metropole/colonnes");
  });

  it("nobody's words: of amounts that both parties give alike the State's are supposed to come first", () => {
    const raw = workbook({ Budget: budget(["Action", ...heads((annee, part) => `Ex${annee} ${SHORT[part]}`)]) });
    const { questions, accused } = say(raw);
    expect(accused).toEqual([]);
    expect(questions.map(({ supposed: one }) => one?.party)).toEqual(
      YEARS.flatMap(() => ["etat", "collectivite", "total"]),
    );
    expect(questions[0]?.evidence.join()).toContain("première");
    expect(answer(raw, wanted).state).toBe("conforming");
  });

  it("between columns that are known, each is supposed of its own year, though the amounts are the same in all", () => {
    const heading = [
      "Action",
      ...heads((annee, part) => `${part === "etat" ? "BP" : ""} ${annee} ${WORDS[part]}`.trim()),
    ];
    const { questions } = say(workbook({ Budget: budget(heading) }));
    expect(questions.map(({ supposed: one }) => [one?.year, one?.party])).toEqual(YEARS.map((year) => [year, "etat"]));
    expect(groupAlike(questions)).toHaveLength(1);
    for (const { key, evidence } of questions)
      expect(`${evidence.join()} ${key.path.join()}`).not.toMatch(/colonne [BE]\b.*202[67]/);
  });

  it("an answer to one column serves those that are headed alike", () => {
    const [[first, ...others] = []] = groupAlike(say(workbook({ Budget: budget(PLAN) })).questions);
    const local = first?.answers.find(({ party }) => party === "collectivite");
    const said = others.map((other) => local && sameAnswer(local, other));
    expect(said.map((one) => [one?.year, one?.party])).toEqual(YEARS.slice(1).map((year) => [year, "collectivite"]));
  });
});

it.each(["Reste à verser Etat 2024", "Engagé 2025"])(
  "what the contract asks nothing of is supposed to be left aside: %s",
  (heading) => {
    const rows = budget([...PLAIN, heading]).map((row, at) => (at === 0 ? row : [...row, 12_000]));
    expect(say(workbook({ Budget: rows })).questions.map((one) => one.supposed?.role)).toEqual(["ne pas comparer"]);
  },
);

describe("an answer", () => {
  const slip = (rows: ReturnType<typeof budget>) =>
    rows.map((row, at) => (at === 3 ? row.map((cell, column) => (column === 1 ? Number(cell) - 1000 : cell)) : row));
  const unknown = ["Action", ...heads((annee, part) => `BP ${annee} ${WORDS[part]}`)];

  it("finds a slip at its own cell", () => {
    const after = answer(workbook({ Budget: slip(budget(unknown)) }), supposed);
    expect(after.accused).toEqual(
      expect.arrayContaining(["montant-contractualise/3/2024/etat", "total-de-l-action/3/2024/total"]),
    );
    expect(after.json.findings.find(({ id }) => id === "montant-contractualise/3/2024/etat")?.cells).toEqual([
      "Budget!B4",
    ]);
  });

  it("that the figures contradict is found out", () => {
    const after = answer(workbook({ Budget: budget(unknown) }), ({ answers, supposed: one }) =>
      one?.party === "total" ? answers.find(({ party, nature }) => party === "etat" && nature === "contracted") : one,
    );
    expect(after.state).toBe("to-confirm");
    expect(after.questions[0]?.evidence[0]).toContain("est déjà celle d’une autre colonne");
  });

  it("follows a renamed heading of another column, a moved column and an inserted row, and is asked again of another heading", () => {
    const raw = workbook({ Budget: budget(unknown) });
    const reponses = say(raw).questions.map(({ key, supposed: one }) => ({
      key,
      answer: one ?? IGNORED,
      by: "C. Agent",
      on: "2024-06-01",
      speaksFor: "collectivite" as const,
    }));
    const moved = budget(unknown).map(([label = null, ...cells]) => [
      label,
      null,
      ...cells.slice(3),
      ...cells.slice(0, 3),
    ]);
    expect(say({ ...workbook({ Budget: [["Budget du contrat"], [], ...moved] }), reponses }).state).toBe("conforming");
    const renamed = budget(unknown.map((text) => (text === "BP 2025 Etat" ? "DM 2025 Etat" : text)));
    const asked = say({ ...workbook({ Budget: renamed }), reponses });
    expect(asked.questions.map(({ key }) => key.path)).toEqual([["DM 2025 Etat"]]);
    expect(asked.json.answers?.filter(({ range }) => range === null).map(({ key }) => key.path)).toEqual([
      ["BP 2025 Etat"],
    ]);
  });

  it("that sets amounts aside is told with who gave it and how much", () => {
    const rows = budget([...PLAIN, "Bonus fléché"]).map((row, at) => (at === 0 ? row : [...row, 12_000]));
    const raw = workbook({ Budget: rows });
    expect(say(raw).questions.map(({ text }) => text)).toEqual([
      "Colonne N, «\u00a0Bonus fléché\u00a0»\u00a0: à quoi correspondent ces montants\u00a0?",
    ]);
    const after = answer(raw, ({ answers }) => answers.at(-1));
    expect(after.state).toBe("conforming");
    expect(after.sentence).toContain(`${formatMontant(montantFromCentimes(96_000_00))} laissés de côté par C. Agent.`);
    expect(after.json.leftAside?.map(({ range }) => range)).toContain("N2:N9");
  });
});

it("what is certain is not asked", () => {
  expect(say(workbook({ Budget: budget(PLAIN) })).questions).toEqual([]);
});

it("an answer to a table beside another one is read under its own labels", () => {
  const beside = [...contratIntegre.actions].reverse();
  const rows = budget([...PLAIN, null, "Action", "Dépense Etat 2024"]).map((row, at) => {
    const action = beside[at - 1];
    return action ? [...row, null, actionLabel(action), euros(action, 2024, "etat")] : row;
  });
  const after = answer(workbook({ Budget: rows }), ({ answers }) =>
    answers.find(({ year, party, nature }) => year === 2024 && party === "etat" && nature === "contracted"),
  );
  expect(after.accused.filter((id) => id.startsWith("montant-contractualise"))).toEqual([]);
});

describe("parts of a year, and a year's totals in all", () => {
  const first = 2024;
  const spent = (heads: readonly string[], shares: readonly number[]) => [
    [`Dépenses ${first}`],
    ["Action", ...heads],
    ...contratIntegre.actions.map((action) => [
      actionLabel(action),
      ...shares.map((share) => euros(action, first, "total") * share),
    ]),
  ];

  it.each([
    { heads: ["T1", "T2", "T3", "T4", "Cumul"], shares: [0.25, 0.25, 0.25, 0.25, 1] },
    { heads: ["1er trim.", "2e trim.", "3e trim.", "4e trim.", "Cumul"], shares: [0.25, 0.25, 0.25, 0.25, 1] },
  ])("$heads are supposed to be left aside, but for the last", ({ heads, shares }) => {
    const { questions, accused } = say(workbook({ Budget: budget(PLAIN), Suivi: spent(heads, shares) }));
    expect(questions.map(({ supposed: one }) => one?.role)).toEqual([
      ...Array<string>(4).fill("ne pas comparer"),
      "dépensé",
    ]);
    expect(accused).toEqual([]);
  });

  it("shares beside amounts are not asked about", () => {
    const raw = workbook({ Budget: budget(PLAIN), Suivi: spent(["Crédits ouverts", "Taux"], [1, 1 / 1e9]) });
    expect(say(raw).questions.map(({ key }) => key.path.at(-1))).toEqual(["Crédits ouverts"]);
  });
});

describe("what is left of a year", () => {
  const rows = budget(PLAIN).map((row, at) => [...row, at === 0 ? "Reliquat" : 1000 + at]);
  const raw = workbook({ Budget: rows });

  it("has answers of its own, that set it aside and say what it is", () => {
    const [question] = say(raw).questions;
    expect(question?.answers.slice(0, 2).map(({ label }) => label)).toEqual([
      "Ce qui reste, non dépensé",
      "De l’argent reporté d’une année sur l’autre",
    ]);
    const after = answer(raw, ({ answers }) => answers[1]);
    expect([after.accused, after.questions]).toEqual([[], []]);
    expect(after.dossier.aPart?.map(({ pourquoi }) => pourquoi).join()).toContain("de l’argent reporté");
  });

  it("is one of no other column", () => {
    const plain = workbook({ Budget: rows.map((row, at) => (at === 0 ? [...row.slice(0, -1), "Divers"] : row)) });
    expect(say(plain).questions[0]?.answers.map(({ of }) => of)).not.toContain("reste");
  });
});

describe("a list of what was paid to others", () => {
  const { actions } = contratIntegre;
  const list: Grid = [
    ["Date mandat", "N° mandat", "Tiers", "SIRET", "Objet", "Montant TTC"],
    ...actions.map(({ intitule }, at) => [
      `${10 + at}/05/2024`,
      1000 + at,
      "Association",
      "38012986648625",
      intitule,
      4000 + at,
    ]),
  ];

  it("is one question, and nobody is said to have been paid by the State", () => {
    const raw = workbook({ Budget: budget(PLAIN), Paiements: list });
    const { questions } = say(raw);
    expect(questions.map(({ about, supposed: one }) => [about, one?.label])).toEqual([
      ["table", "Autre chose, à laisser de côté"],
    ]);
    const after = answer(raw, supposed);
    expect([after.accused, after.questions, after.state]).toEqual([[], [], "conforming"]);
  });
});
