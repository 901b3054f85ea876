// Where a discrepancy stands, and which rows only their number tells apart.
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/core/verification";
import { placeOf, sameWords } from "../../../../src/taskpane/verify/work/place";
import { finding } from "../../sample-verification";

const at = (id: string, row: number, more: Partial<Finding> = {}): Finding => ({
  ...finding("total-de-l-action", { id, subject: { action: 1, year: 2025, party: "etat" } }),
  cells: [{ sheet: "Tableau budgétaire", row, column: 3 }],
  ...more,
});

describe("the place of a discrepancy", () => {
  it("is said in the words of the contract, with its row where it is given", () => {
    const subject = { axe: 1, action: 1, year: 2025, party: "metropole" } as const;
    expect(placeOf(subject, "Métropole")).toBe("Action 1 · 2025 · part Métropole");
    expect(placeOf(subject, "Métropole", 6)).toBe("Action 1 · 2025 · part Métropole · ligne 6");
    expect(placeOf({}, "Métropole", 6)).toBe("Ligne 6");
  });

  it("needs its row where another row has the same words, and only there", () => {
    expect([...sameWords([at("a", 5), at("b", 6)])]).toEqual(["a", "b"]);
    expect([...sameWords([at("a", 5), at("b", 5)])]).toEqual([]);
    expect([...sameWords([at("a", 5), at("b", 6, { rule: "centimes-caches" })])]).toEqual([]);
    expect([...sameWords([at("a", 5), at("b", 6, { cells: [{ sheet: "Exécution", row: 6, column: 3 }] })])]).toEqual(
      [],
    );
    expect([...sameWords([at("a", 5), at("b", 6, { subject: { action: 2, year: 2025, party: "etat" } })])]).toEqual([]);
    expect([...sameWords([at("a", 5), at("b", 6, { cells: [] })])]).toEqual([]);
  });
});
