// French typography of every text of the pane.
import { describe, expect, it } from "vitest";
import { describeReading } from "../../src/core/writing/describe-verification";
import { texts } from "../../src/taskpane/texts";
import { PROBLEMS } from "../../src/taskpane/verify/work/problems";
import { workTexts } from "../../src/taskpane/verify/work/texts";

const CONSTANT_TEXTS = Object.entries({ ...texts, ...workTexts, ...PROBLEMS }).flatMap(([name, text]) =>
  typeof text === "string" ? [[name, text] as const] : [],
);

describe("texts", () => {
  it.each(CONSTANT_TEXTS)("%s has no-break spaces and curly apostrophes", (_, text) => {
    expect(text).not.toMatch(/ [:;?!»€%]|« |'|\.\.\./);
  });

  it("sums a table up as an agent says it", () => {
    const table = { kind: "budget", sheet: "B", range: "A1:B2", actions: 8, axes: 4, ignoredRows: [] } as const;
    expect(texts.tableSummary({ ...table, years: [2024, 2025, 2026, 2027], unit: "k€" })).toBe(
      "8\u00a0actions, 4\u00a0axes, 2024-2027, montants en k€",
    );
    expect(texts.tableSummary({ ...table, years: [2024, 2026] })).toContain("2024 et 2026");
    expect(texts.tableSummary({ ...table, years: [] })).toBe("8\u00a0actions, 4\u00a0axes");
    const deadlines = {
      kind: "deadlines",
      sheet: "Contrat",
      range: "A89:F92",
      actions: 0,
      years: [],
      ignoredRows: [],
    } as const;
    expect([texts.tableSummary(deadlines), describeReading(deadlines)]).toEqual(["", "aucune ligne ignorée."]);
  });

  it("names articles, annexes and matters of form", () => {
    expect(["2.2", "2.2, annexe", "annexe", "–"].map(texts.article)).toEqual([
      "art.\u00a02.2",
      "art.\u00a02.2, annexe",
      "annexe",
      "forme",
    ]);
  });
});
