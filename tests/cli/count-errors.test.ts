// What the exit status counts: an error is done once its reason was accepted, and not before.
import { describe, expect, it } from "vitest";
import { countErrors } from "../../src/cli/verifier/count-errors";
import type { Finding } from "../../src/core/verification";

const REASON = {
  text: "Accord",
  by: "Mme Durand",
  party: "collectivite",
  on: null,
  decision: null,
  decidedBy: null,
  decidedParty: null,
  decidedOn: null,
  remark: null,
} as const;

function finding(id: string, changes: Partial<Finding> = {}): Finding {
  return {
    id,
    rule: "total-general",
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
  };
}

function count(findings: readonly Finding[], isStrict = false): number {
  const error = findings.filter(({ severity }) => severity === "error").length;
  const none = { warning: 0, info: 0, consequences: 0, justified: 0, accepted: 0, toDo: 0, notCheckable: 0 };
  return countErrors({ findings, summary: { error, ...none } }, isStrict);
}

describe("the errors of the exit status", () => {
  const accepted = {
    ...REASON,
    decision: "accepted",
    decidedBy: "DDETS",
    decidedParty: "etat",
    decidedOn: "2026-03-01",
  } as const;

  it.each<[string, Finding["justification"], number]>([
    ["without a reason", null, 1],
    ["whose reason waits for the other party", REASON, 1],
    ["whose reason was refused", { ...accepted, decision: "refused" }, 1],
    ["whose reason was accepted", accepted, 0],
  ])("count one %s", (_, justification, expected) => {
    expect(count([finding("a", { justification })])).toBe(expected);
    expect(count([finding("a", { justification })], true)).toBe(1);
  });

  it("leave out what follows from an accepted one, and warnings", () => {
    const cause = finding("a", { justification: accepted });
    expect(count([cause, finding("b", { causedBy: "a" }), finding("c", { severity: "warning" })])).toBe(0);
    expect(count([finding("a"), finding("b", { causedBy: "a" })])).toBe(2);
  });
});
