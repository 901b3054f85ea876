// French typography of every text of the pane.
import { describe, expect, it } from "vitest";
import { describeReading } from "../../src/core/sheets/describe-verification";
import { aideTexts } from "../../src/taskpane/aide/texts";
import { annexeTexts } from "../../src/taskpane/annexes/texts";
import { contratTexts } from "../../src/taskpane/contrat/texts";
import { openingTexts } from "../../src/taskpane/opening/texts";
import { readingTexts } from "../../src/taskpane/reading/texts";
import { texts as reportsTexts } from "../../src/taskpane/reports/texts";
import { resultTexts } from "../../src/taskpane/verify/results/texts";
import { settingTexts } from "../../src/taskpane/setting-texts";
import { texts } from "../../src/taskpane/texts";
import { texts as totalsTexts } from "../../src/taskpane/totals/texts";
import { workTexts } from "../../src/taskpane/verify/work/texts";

/** Those of every tab, however deep they stand; what takes arguments is shown by the tests of its tab. */
function constants(given: object): readonly (readonly [string, string])[] {
  return Object.entries(given).flatMap(([name, text]: [string, unknown]) => {
    if (typeof text === "string") return [[name, text] as const];
    return typeof text === "object" && text !== null ? constants(text) : [];
  });
}

const CONSTANT_TEXTS = [
  texts,
  settingTexts,
  resultTexts,
  workTexts,
  openingTexts,
  contratTexts,
  annexeTexts,
  aideTexts,
  totalsTexts,
  reportsTexts,
  readingTexts,
].flatMap(constants);

describe("texts", () => {
  it.each(CONSTANT_TEXTS)("%s has no-break spaces and curly apostrophes", (_, text) => {
    expect(text).not.toMatch(/ [:;?!»€%]|« |'|\.\.\./);
  });

  it("sums a table up as an agent says it", () => {
    const table = { kind: "budget", sheet: "B", range: "A1:B2", actions: 8, axes: 4, ignoredRows: [] } as const;
    expect(resultTexts.tableSummary({ ...table, years: [2024, 2025, 2026, 2027], unit: "k€" })).toBe(
      "8\u00a0actions, 4\u00a0axes, 2024-2027, montants en k€",
    );
    expect(resultTexts.tableSummary({ ...table, years: [2024, 2026] })).toContain("2024 et 2026");
    expect(resultTexts.tableSummary({ ...table, years: [] })).toBe("8\u00a0actions, 4\u00a0axes");
    const deadlines = {
      kind: "deadlines",
      sheet: "Contrat",
      range: "A89:F92",
      actions: 0,
      years: [],
      ignoredRows: [],
    } as const;
    expect([resultTexts.tableSummary(deadlines), describeReading(deadlines)]).toEqual(["", "aucune ligne ignorée."]);
  });

  it("names articles, annexes and matters of form", () => {
    expect(["2.2", "2.2, annexe", "annexe", "–"].map(resultTexts.article)).toEqual([
      "art.\u00a02.2",
      "art.\u00a02.2, annexe",
      "annexe",
      "forme",
    ]);
  });
});
