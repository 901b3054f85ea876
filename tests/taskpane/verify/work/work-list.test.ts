// The list to finish: what is in it, what hides it, in which order it comes.
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/core/verification";
import {
  filterWork,
  groupWork,
  neighbour,
  NO_FILTER,
  remarks,
  workItems,
} from "../../../../src/taskpane/verify/work/work-list";

function finding(id: string, changes: Partial<Finding> = {}): Finding {
  return {
    id,
    rule: "montant-contractualise",
    article: "2.2",
    severity: "error",
    cells: [{ sheet: "Budget", row: 2, column: 3 }],
    subject: { axe: 1, action: 1, year: 2025, party: "etat" },
    problem: "Montant différent du contrat",
    message: `Écart ${id}`,
    figures: null,
    explanation: null,
    causedBy: null,
    justification: null,
    fix: null,
    ...changes,
  };
}

const reason = (decision: "accepted" | "refused" | null) => ({
  text: "motif",
  by: "A",
  party: null,
  on: "2026-01-01",
  decision,
  decidedBy: null,
  decidedParty: null,
  remark: null,
  decidedOn: null,
});

const ids = (items: readonly { readonly finding: Finding }[]) => items.map((item) => item.finding.id);

describe("what is to be worked through", () => {
  it("counts causes, not what follows from them", () => {
    const items = workItems([finding("a"), finding("b", { causedBy: "a" }), finding("c")]);
    expect(ids(items)).toEqual(["a", "c"]);
    expect(items[0]?.consequences.map(({ id }) => id)).toEqual(["b"]);
  });

  it("leaves remarks aside, unless an error follows from one", () => {
    const findings = [
      finding("i", { severity: "info" }),
      finding("j", { severity: "info" }),
      finding("k", { causedBy: "j" }),
    ];
    expect(ids(workItems(findings))).toEqual(["j"]);
    expect(workItems(findings)[0]?.worst).toBe("error");
    expect(remarks(findings).map(({ id }) => id)).toEqual(["i"]);
  });

  it("knows a reason that waits, is accepted, and one that was refused and is to do again", () => {
    const states = workItems([
      finding("a", { justification: reason(null) }),
      finding("b", { justification: reason("accepted") }),
      finding("c", { justification: reason("refused") }),
      finding("d"),
    ]).map(({ state }) => state);
    expect(states).toEqual(["justified", "accepted", "to-do", "to-do"]);
  });
});

describe("filters", () => {
  const items = workItems([
    finding("a", { message: "Action 5 – 2026 – part Métropole", subject: { axe: 3, action: 5 } }),
    finding("b", { severity: "warning", subject: {} }),
    finding("c", { justification: reason(null) }),
  ]);

  it("searches whatever the case, the accents and the order of the words", () => {
    expect(ids(filterWork(items, { ...NO_FILTER, search: "METROPOLE action 5" }))).toEqual(["a"]);
    expect(ids(filterWork(items, { ...NO_FILTER, search: "  " }))).toEqual(["a", "b", "c"]);
    expect(filterWork(items, { ...NO_FILTER, search: "introuvable" })).toEqual([]);
  });
});

describe("order", () => {
  const items = workItems([
    finding("w", { severity: "warning", rule: "echeances", subject: {} }),
    finding("j", { justification: reason(null), subject: { axe: 2, action: 3 } }),
    finding("e", { subject: { axe: 2, action: 4 } }),
    finding("f", { rule: "total-general", subject: {}, cells: [{ sheet: "Autre", row: 0, column: 0 }] }),
  ]);

  it("puts the group with the worst thing to do first, and in it what is to do before what is justified", () => {
    const groups = groupWork(items, "severity");
    expect(groups.map(({ of }) => of)).toEqual(["error", "warning"]);
    expect(ids(groups[0]?.items ?? [])).toEqual(["e", "f", "j"]);
  });

  it("keeps actions in the contract's order, after what is about the whole contract", () => {
    expect(groupWork(items, "action").map(({ of }) => of)).toEqual([null, 3, 4]);
    expect(groupWork(items, "sheet").map(({ of }) => of)).toEqual(["Budget", "Autre"]);
  });

  it("goes to the next and to the one before, and nowhere past the ends", () => {
    expect(neighbour(items, null, 1)?.finding.id).toBe("w");
    expect(neighbour(items, null, -1)?.finding.id).toBe("f");
    expect(neighbour(items, "j", 1)?.finding.id).toBe("e");
    expect(neighbour(items, "j", -1)?.finding.id).toBe("w");
    expect(neighbour(items, "f", 1)).toBeNull();
    expect(neighbour(items, "w", -1)).toBeNull();
    expect(neighbour(items, "gone", 1)?.finding.id).toBe("w");
  });
});
