// Where a discrepancy stands, and which rows only their number tells apart.
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/core/verification";
import { placeOf, sameWords, sentenceOf } from "../../../../src/taskpane/verify/work/place";
import { finding } from "../../sample-verification";

const at = (id: string, row: number, more: Partial<Finding> = {}): Finding => ({
  ...finding("total-de-l-action", { id, subject: { action: 1, year: 2025, party: "etat" } }),
  cells: [{ sheet: "Tableau budgétaire", row, column: 3 }],
  ...more,
});

describe("the place of a discrepancy", () => {
  it("is said in the words of the contract, with its row where it is given", () => {
    const subject = { axe: 1, action: 1, year: 2025, party: "collectivite" } as const;
    expect(placeOf(subject, "Métropole", null)).toEqual({ said: "", rest: "Action 1 · 2025 · part Métropole" });
    expect(placeOf(subject, "Métropole", null, 6).rest).toBe("Action 1 · 2025 · part Métropole · ligne 6");
    expect(placeOf({}, "Métropole", null, 6).rest).toBe("Ligne 6");
  });

  it("leaves to the heading of its group what that says, and nothing else", () => {
    const subject = { axe: 1, action: 1, party: "collectivite" } as const;
    expect(placeOf(subject, "Métropole", "Action 1")).toEqual({ said: "Action 1", rest: "Part Métropole" });
    // An action under the heading of its axe is still to be named.
    expect(placeOf(subject, "Métropole", "Axe 1")).toEqual({ said: "", rest: "Action 1 · part Métropole" });
    expect(placeOf({ axe: 1 }, "Métropole", "Axe 1")).toEqual({ said: "Axe 1", rest: "" });
    expect(placeOf({}, "Métropole", "Hors action")).toEqual({ said: "", rest: "" });
  });

  it("is not said again by the sentence below it, whose other words stay as they are", () => {
    const subject = { axe: 1, action: 1, year: 2024, party: "total" } as const;
    const sentence = (message: string) => sentenceOf({ message, subject }, "Métropole");
    expect(sentence("Action 1 – 2024 – Total : « 130 000 € » est un texte.")).toBe("« 130 000 € » est un texte.");
    expect(sentence("Action 1 – 2024 – Total : un texte.")).toBe("Un texte.");
    expect(sentence("Action 1 – 2024 : un texte.")).toBe("Action 1 – 2024 : un texte.");
    expect(sentenceOf({ message: "2025 : l’année a commencé.", subject: { year: 2025 } }, "Métropole")).toBe(
      "L’année a commencé.",
    );
    expect(sentenceOf({ message: "Échéance du bilan : dépassée.", subject: {} }, "Métropole")).toBe(
      "Échéance du bilan : dépassée.",
    );
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
