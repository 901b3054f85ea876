// The counts per article: each rule once, and a justified cause settles what follows from it.
import { describe, expect, it } from "vitest";
import { compterParArticle } from "../../../../src/core/reports/proces-verbal/comptes";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { beyondCalculation } from "../../../../src/core/rules/beyond-calculation";
import { rules } from "../../../../src/core/rules/index";
import type { Finding, RuleResult } from "../../../../src/core/verification";
import { drawUp } from "./established";

const result = (rule: RuleResult["rule"], article: string, status: RuleResult["status"]): RuleResult => ({
  rule,
  article,
  title: rule,
  status,
  coverage: { compared: 1, of: 1, missing: [] },
  needs: [],
  open: [],
});

const finding = (id: string, rule: RuleResult["rule"], changes: Partial<Finding> = {}): Finding => ({
  id,
  rule,
  article: "2.2",
  severity: "error",
  cells: [],
  subject: {},
  problem: "",
  message: "",
  figures: null,
  explanation: null,
  causedBy: null,
  justification: null,
  fix: null,
  ...changes,
});

const justification = {
  text: "Accord du préfet",
  by: null,
  party: null,
  on: null,
  decision: null,
  decidedBy: null,
  decidedParty: null,
  remark: null,
  decidedOn: null,
};

describe("the counts per article", () => {
  it("hold every rule once and every point that no calculation can check", () => {
    const { comptes } = drawUp();
    const counted = comptes.map(
      ({ conformes, enEcart, justifies, acceptes, nonVerifiables }) =>
        conformes + enEcart + justifies + acceptes + nonVerifiables,
    );
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rules.length);
    expect(comptes.reduce((sum, { nonCalculables }) => sum + nonCalculables, 0)).toBe(
      beyondCalculation(contratIntegre).length,
    );
    expect(comptes.map(({ article }) => article)).toEqual([
      ...[
        "1",
        "2.1",
        "2.2",
        "2.2, 3",
        "2.2, 3, annexe",
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
        result("total-general", "2.2", "discrepancy"),
        result("sous-total-axe", "2.2", "discrepancy"),
        result("enveloppe-annuelle", "2.2", "discrepancy"),
        result("total-de-l-action", "2.2", "compliant"),
        result("imputation-du-contrat", "3", "not-checkable"),
      ],
      findings: [
        finding("a", "total-general", { justification }),
        finding("b", "total-general"),
        finding("c", "sous-total-axe", { justification }),
        finding("d", "enveloppe-annuelle", { causedBy: "c" }),
      ],
    };
    expect(compterParArticle({ ...verification, beyond: [{ article: "3", subject: "x", reason: "y" }] })).toEqual([
      { article: "2.2", conformes: 1, enEcart: 1, justifies: 2, acceptes: 0, nonVerifiables: 0, nonCalculables: 0 },
      { article: "3", conformes: 0, enEcart: 0, justifies: 0, acceptes: 0, nonVerifiables: 1, nonCalculables: 1 },
    ]);
  });

  it("count a rule with remarks alone as conforming where all was compared, and else as not checkable", () => {
    const verification = {
      rules: [
        result("sur-execution", "2.2", "discrepancy"),
        {
          ...result("libelle-du-contrat", "2.2", "discrepancy"),
          coverage: { compared: 1, of: 2, missing: ["action 2"] },
        },
      ],
      findings: [
        finding("a", "sur-execution", { severity: "info" }),
        finding("b", "libelle-du-contrat", { severity: "info" }),
      ],
      beyond: [],
    };
    expect(compterParArticle(verification)).toMatchObject([{ conformes: 1, enEcart: 0, nonVerifiables: 1 }]);
  });

  it("keep open what follows from an open cause, and what justifies only the consequence", () => {
    const verification = {
      rules: [result("total-general", "2.2", "discrepancy"), result("enveloppe-annuelle", "2.2", "discrepancy")],
      findings: [finding("a", "total-general"), finding("b", "enveloppe-annuelle", { causedBy: "a", justification })],
    };
    expect(compterParArticle({ ...verification, beyond: [] })).toMatchObject([{ enEcart: 1, justifies: 1 }]);
  });

  it("tell what the other party accepted from what waits for it, and a refused reason from a given one", () => {
    const accepted = { ...justification, decision: "accepted" as const };
    const refused = { ...justification, decision: "refused" as const };
    const verification = {
      rules: [
        result("total-general", "2.2", "discrepancy"),
        result("sous-total-axe", "2.2", "discrepancy"),
        result("enveloppe-annuelle", "2.2", "discrepancy"),
        result("sous-consommation", "2.2", "discrepancy"),
      ],
      findings: [
        finding("a", "total-general", { justification: accepted }),
        finding("b", "sous-total-axe", { justification: accepted }),
        finding("c", "sous-total-axe", { justification }),
        finding("d", "enveloppe-annuelle", { causedBy: "a" }),
        finding("e", "sous-consommation", { justification: accepted }),
        finding("f", "sous-consommation", { justification: refused }),
      ],
    };
    expect(compterParArticle({ ...verification, beyond: [] })).toMatchObject([
      { enEcart: 1, justifies: 1, acceptes: 2 },
    ]);
  });
});
