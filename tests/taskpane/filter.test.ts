// Grouping, order, filters and counts of the findings.
import { describe, expect, it } from "vitest";
import { ALL, countByAction, countByKind, filterFindings, groupByRule } from "../../src/taskpane/filter";
import { finding, rule, verification } from "./sample-verification";

const { findings, rules } = verification();

describe("groupByRule", () => {
  it("puts the rule with the worst finding first, then keeps the order of the rules", () => {
    expect(groupByRule(findings, rules).map((group) => [group.rule, group.worst])).toEqual([
      ["cofinancement-minimum", "error"],
      ["total-general", "error"],
      ["cible-a-preciser", "warning"],
      ["montant-contractualise", "info"],
    ]);
  });

  it("puts what is justified last in its group", () => {
    const group = groupByRule(findings, rules).at(-1);
    expect(group?.findings.map(({ id }) => id)).toEqual(["montant-contractualise", "montant-contractualise/6"]);
  });

  it("takes a rule's title from its result, and shows a finding whose rule is not listed", () => {
    const groups = groupByRule([finding("a"), finding("b")], [rule("a", "discrepancy")]);
    expect(groups.map(({ title }) => title)).toEqual(["Titre de a", "b"]);
  });
});

describe("filterFindings", () => {
  it("leaves all by default", () => {
    expect(filterFindings(findings, ALL)).toBe(findings);
  });

  it("takes a justified finding out of the warnings", () => {
    expect(filterFindings(findings, { kind: "warning", action: null }).map(({ id }) => id)).toEqual([
      "cible-a-preciser",
    ]);
  });

  it("filters by action, by what is about none, and by both", () => {
    expect(filterFindings(findings, { kind: null, action: 4 })).toHaveLength(1);
    expect(filterFindings(findings, { kind: null, action: "none" }).map(({ rule }) => rule)).toEqual(["total-general"]);
    expect(filterFindings(findings, { kind: "error", action: 4 })).toEqual([]);
  });
});

describe("counts", () => {
  it("counts each finding in one kind", () => {
    expect(countByKind(findings)).toEqual({ error: 2, warning: 1, info: 1, justified: 1 });
  });

  it("lists the actions in order, what is about none last", () => {
    const many = [finding("a", { subject: { action: 10 } }), finding("b", { subject: {} }), ...findings];
    expect(countByAction(many)).toEqual([
      [1, 1],
      [4, 1],
      [6, 1],
      [7, 1],
      [10, 1],
      ["none", 2],
    ]);
  });
});
