// French typography of every text of the pane.
import { describe, expect, it } from "vitest";
import { describeReading } from "../../src/core/writing/describe-verification";
import { texts } from "../../src/taskpane/texts";

const CONSTANT_TEXTS = Object.entries(texts).flatMap(([name, text]) =>
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

  it("agrees its counts", () => {
    expect(texts.kindCount("error", 0)).toBe("0\u00a0erreur");
    expect(texts.kindCount("justified", 2)).toBe("2\u00a0écarts justifiés");
    expect(texts.kindCount("info", 1200)).toBe("1\u00a0200\u00a0informations");
  });

  it("names articles, annexes and matters of form", () => {
    expect(["2.2", "2.2, annexe", "annexe", "–"].map(texts.article)).toEqual([
      "art.\u00a02.2",
      "art.\u00a02.2, annexe",
      "annexe",
      "forme",
    ]);
  });

  it("signs a justification with what is known", () => {
    expect(texts.justification("Motif", "M. X", "2026-10-12")).toBe("Justification\u00a0: Motif (M. X, 12/10/2026)");
    expect(texts.justification("Motif", null, "hier")).toBe("Justification\u00a0: Motif (hier)");
    expect(texts.justification("Motif", null, null)).toBe("Justification\u00a0: Motif");
  });
});
