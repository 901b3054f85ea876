// Every column and row that was read is listed with what it is read as, and may be said to be something else, which may be taken back.
import { describe, expect, it } from "vitest";
import { contratIntegre, contratsIntegres } from "../../../../src/contracts/built-in";
import type { LigneDeLecture } from "../../../../src/core/domain/lecture";
import type { Answer, Question, Reponse } from "../../../../src/core/domain/question";
import type { RawWorkbook } from "../../../../src/core/workbook-port";
import { listReading, questionAbout } from "../../../../src/usecases/preview-answers";
import { foldLabel } from "../../../../src/core/domain/words/label";
import { tableauIndicateurs } from "../annexes";
import { actionLabel } from "../layouts";
import { rawWorkbook } from "../raw-workbook-builder";
import { budget, PLAIN, say, workbook } from "./asked";

const AS_OF = "2024-06-30";
const plain = workbook({ Budget: budget(PLAIN) });

const list = (raw: RawWorkbook) => listReading(raw, contratsIntegres, AS_OF, "built-in");

function line(raw: RawWorkbook, about: LigneDeLecture["about"], name: string, sheet = "Budget"): LigneDeLecture {
  const tables = list(raw).filter(({ range }) => range.sheet === sheet);
  const found = tables
    .flatMap(({ columns, rows }) => [...columns, ...rows])
    .find((one) => one.about === about && one.name === name);
  if (!found) throw new Error(`${about} ${name} is not listed`);
  return found;
}

function about(raw: RawWorkbook, { key }: LigneDeLecture): Question {
  const question = key && questionAbout(raw, contratsIntegres, AS_OF, "built-in", key);
  if (!question) throw new Error("nothing can be answered of it");
  return question;
}

function choose({ answers }: Question, wanted: Partial<Answer>): Answer {
  const answer = answers.find((one) => Object.entries(wanted).every(([name, value]) => one[name as "role"] === value));
  if (!answer) throw new Error(`no answer ${JSON.stringify(wanted)}`);
  return answer;
}

function answered(raw: RawWorkbook, of: LigneDeLecture, wanted: Partial<Answer>): RawWorkbook {
  const question = about(raw, of);
  const reponse: Reponse = {
    key: question.key,
    answer: choose(question, wanted),
    by: "C. Agent",
    on: "2024-06-01",
    speaksFor: "collectivite",
  };
  return { ...raw, reponses: [...(raw.reponses ?? []), reponse] };
}

const countsOf = (raw: RawWorkbook) => list(raw).find(({ range }) => range.sheet === "Budget")?.counts;

describe("the figures of a table", () => {
  it("are each in one line, before an answer and after it, and never one less", () => {
    const whole = Object.values(countsOf(plain) ?? {}).reduce((sum, count) => sum + count, 0);
    expect(countsOf(plain)).toEqual({ contracted: 64, sum: 32 });
    const aside = answered(plain, line(plain, "column", "B"), { role: "ne pas comparer" });
    expect(countsOf(aside)).toEqual({ contracted: 56, sum: 32, aside: 8 });
    const unclear = workbook({
      Budget: budget(PLAIN.map((words) => (words === "Etat 2024" ? "BP 2024 Etat" : words))),
    });
    expect(countsOf(unclear)).toEqual({ contracted: 56, sum: 32, asked: 8 });
    expect(whole).toBe(96);
  });
});

describe("what is read", () => {
  it("is listed column by column and row by row, in a person's words", () => {
    const [table] = list(plain);
    expect(table?.columns.map(({ name, words, as, state }) => [name, words, as, state]).slice(0, 5)).toEqual([
      ["A", "Action", "Intitulés des lignes", "read"],
      ["B", "Etat 2024", "État, voté 2024", "read"],
      ["C", "Métropole 2024", "Métropole, voté 2024", "read"],
      ["D", "Total 2024", "Total, voté 2024", "read"],
      ["E", "Etat 2025", "État, voté 2025", "read"],
    ]);
    expect(table?.rows.map(({ as }) => as)).toEqual(contratIntegre.actions.map(({ numero }) => `Action ${numero}`));
    expect(line(plain, "column", "D", "Indicateurs").as).toMatch(/^Cible 20/);
  });

  it("what is asked stands in it as such, and what was answered with who did", () => {
    const raw = workbook({ Budget: budget(["Action", "BP 2024 Etat", ...PLAIN.slice(2)]) });
    expect(line(raw, "column", "B")).toMatchObject({ state: "asked", as: "État, voté 2024" });
    const confirmed = answered(raw, line(raw, "column", "B"), { party: "etat", nature: "contracted" });
    expect(line(confirmed, "column", "B")).toMatchObject({
      state: "confirmed",
      as: "État, voté 2024",
      reponse: { by: "C. Agent", on: "2024-06-01" },
    });
  });

  it("every column of amounts and every row of a table may be answered for", () => {
    const lines = list(plain)
      .filter(({ range: { sheet } }) => sheet === "Budget")
      .flatMap(({ columns, rows }) => [...columns.slice(1), ...rows]);
    expect(lines).toHaveLength(12 + contratIntegre.actions.length);
    for (const one of lines) expect(about(plain, one).answers.length).toBeGreaterThan(2);
  });
});

describe("an answer that says otherwise than the words", () => {
  it("of a column prevails, is counted with who gave it, and is gone once it is taken back", () => {
    const raw = answered(plain, line(plain, "column", "B"), { role: "ne pas comparer" });
    const said = say(raw);
    expect(line(raw, "column", "B")).toMatchObject({ state: "confirmed", as: "Ne pas comparer" });
    expect(said.state).not.toBe("conforming");
    expect(said.sentence).toMatch(/laissés de côté par C\. Agent/);
    expect(line({ ...raw, reponses: [] }, "column", "B")).toEqual(line(plain, "column", "B"));
  });

  it("of a column may make it another party's", () => {
    // Both parties give the same to each action here: what one column says more is the other's.
    const raw = answered(plain, line(plain, "column", "B"), { party: "total", nature: "contracted" });
    expect(line(raw, "column", "B").as).toBe("Total, voté 2024");
    expect(say(raw).accused.length).toBeGreaterThan(0);
  });

  it("of a row prevails on its own sheet, and leaves the same words on another one what they are", () => {
    const [label = ""] = contratIntegre.actions.map(actionLabel);
    const indicators = tableauIndicateurs.map((row) =>
      row.map((cell) => (typeof cell === "string" && foldLabel(cell) === foldLabel(label) ? label : cell)),
    );
    const before = rawWorkbook({ Budget: budget(PLAIN), Indicateurs: indicators });
    const at = line(before, "row", "2");
    expect(at.words).toBe(label);
    expect(indicators.flat()).toContain(label);
    const raw = answered(before, at, { role: "total" });
    const after = say(raw);
    expect(line(raw, "row", "2")).toMatchObject({ state: "confirmed", as: "Total" });
    expect(after.accused.filter((id) => /indicateur/.test(id))).toEqual([]);
    expect(list(raw).at(-1)).toEqual(list(before).at(-1));
  });

  it("of a row that is none of the contract’s may make it one", () => {
    const rows = budget(PLAIN).map((row, at) => (at === 1 ? ["CCAS de la ville", ...row.slice(1)] : row));
    const raw = answered(workbook({ Budget: rows }), line(workbook({ Budget: rows }), "row", "2"), { action: "1" });
    expect(line(raw, "row", "2")).toMatchObject({ state: "confirmed", as: "Action 1" });
  });
});
