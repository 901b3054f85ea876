// Grouping, order, filters and counts of the findings.
import { describe, expect, it } from "vitest";
import { ALL, countByAction, countByKind, filterFindings, groupByRule } from "../../../src/taskpane/verify/filter";
import { finding, rule, verification } from "../sample-verification";

const { findings, rules } = verification();

describe("groupByRule", () => {
  it("puts the rule with the worst finding first, then keeps the order of the rules", () => {
    expect(groupByRule(findings, rules).map((group) => [group.rule, group.worst])).toEqual([
      ["cofinancement-minimum", "error"],
      ["cible-a-preciser", "warning"],
      ["montant-contractualise", "info"],
    ]);
  });

  it("puts what is justified last in its group", () => {
    const group = groupByRule(findings, rules).at(-1);
    expect(group?.causes.map(({ cause }) => cause.id)).toEqual(["montant-contractualise", "montant-contractualise/6"]);
  });

  it("puts a consequence under its cause, and ranks the group by the worst of both", () => {
    const [cause, consequence] = [
      finding("montant-contractualise", { severity: "warning" }),
      finding("total-general", { causedBy: "montant-contractualise" }),
    ];
    const other = finding("cible-a-preciser", { severity: "warning" });
    const groups = groupByRule([other, consequence, cause], [rule("cible-a-preciser", "discrepancy")]);
    expect(groups.map(({ rule: id, worst }) => [id, worst])).toEqual([
      ["montant-contractualise", "error"],
      ["cible-a-preciser", "warning"],
    ]);
    expect(groups[0]?.causes).toEqual([{ cause, consequences: [consequence] }]);
    expect(groupByRule([consequence], []).map(({ rule: id }) => id)).toEqual(["total-general"]);
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

  it("keeps a justified finding among the warnings, and gives the justified ones by themselves", () => {
    const ids = (kind: "warning" | "justified") => filterFindings(findings, { kind, action: null }).map(({ id }) => id);
    expect(ids("warning")).toEqual(["cible-a-preciser", "montant-contractualise/6"]);
    expect(ids("justified")).toEqual(["montant-contractualise/6"]);
  });

  it("filters by action, by what is about none, and by both", () => {
    expect(filterFindings(findings, { kind: null, action: 4 })).toHaveLength(1);
    expect(filterFindings(findings, { kind: null, action: "none" }).map(({ rule }) => rule)).toEqual(["total-general"]);
    expect(filterFindings(findings, { kind: "error", action: 4 })).toEqual([]);
  });
});

describe("counts", () => {
  it("counts as the summary does", () => {
    const { error, warning, info, justified } = verification().summary;
    expect(countByKind(findings)).toEqual({ error, warning, info, justified });
    expect([error, warning, info, justified]).toEqual([2, 2, 1, 1]);
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
