// The counts per article: each rule once, and a justified cause settles what follows from it.
import { describe, expect, it } from "vitest";
import { compterParArticle } from "../../../src/core/proces-verbal/comptes";
import { beyondCalculation } from "../../../src/core/rules/beyond-calculation";
import { rules } from "../../../src/core/rules/index";
import type { Finding, RuleResult } from "../../../src/core/verification";
import { drawUp } from "./established";

const result = (rule: string, article: string, status: RuleResult["status"]): RuleResult => ({
  rule,
  article,
  title: rule,
  status,
});

const finding = (id: string, rule: string, changes: Partial<Finding> = {}): Finding => ({
  id,
  rule,
  article: "2.2",
  severity: "error",
  cells: [],
  subject: {},
  message: "",
  found: null,
  expected: null,
  gap: null,
  explanation: null,
  causedBy: null,
  justification: null,
  fix: null,
  ...changes,
});

const justification = { text: "Accord du préfet", by: null, on: null };

describe("the counts per article", () => {
  it("hold every rule once and every point that no calculation can check", () => {
    const { comptes } = drawUp();
    const counted = comptes.map(
      ({ conformes, enEcart, justifies, nonVerifiables }) => conformes + enEcart + justifies + nonVerifiables,
    );
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rules.length);
    expect(comptes.reduce((sum, { nonCalculables }) => sum + nonCalculables, 0)).toBe(beyondCalculation.length);
    expect(comptes.map(({ article }) => article)).toEqual([
      ...[
        "1",
        "2.1",
        "2.2",
        "2.2, 3",
        "2.2, 4",
        "2.2, annexe",
        "2.3",
        "2.3, 6",
        "3",
        "4",
        "5",
        "6",
        "7",
        "annexe",
        "–",
      ],
    ]);
  });

  it("tell a rule in discrepancy from one whose discrepancies are all justified", () => {
    const verification = {
      rules: [
        result("ouverte", "2.2", "discrepancy"),
        result("justifiee", "2.2", "discrepancy"),
        result("consequence", "2.2", "discrepancy"),
        result("tenue", "2.2", "compliant"),
        result("inconnue", "3", "not-checkable"),
      ],
      findings: [
        finding("a", "ouverte", { justification }),
        finding("b", "ouverte"),
        finding("c", "justifiee", { justification }),
        finding("d", "consequence", { causedBy: "c" }),
      ],
    };
    expect(compterParArticle(verification, [{ article: "3", subject: "x", reason: "y" }])).toEqual([
      { article: "2.2", conformes: 1, enEcart: 1, justifies: 2, nonVerifiables: 0, nonCalculables: 0 },
      { article: "3", conformes: 0, enEcart: 0, justifies: 0, nonVerifiables: 1, nonCalculables: 1 },
    ]);
  });

  it("keep open what follows from an open cause, and what justifies only the consequence", () => {
    const verification = {
      rules: [result("cause", "2.2", "discrepancy"), result("suite", "2.2", "discrepancy")],
      findings: [finding("a", "cause"), finding("b", "suite", { causedBy: "a", justification })],
    };
    expect(compterParArticle(verification, [])).toMatchObject([{ enEcart: 1, justifies: 1 }]);
  });
});
