// Where a discrepancy stands, and which rows only their number tells apart.
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/core/verification";
import { lineOf, placeOf, sameWords, sentenceOf } from "../../../../src/taskpane/verify/work/place";
import { finding } from "../../sample-verification";

const at = (id: string, row: number, more: Partial<Finding> = {}): Finding => ({
  ...finding("total-de-l-action", { id, subject: { action: 1, year: 2025, party: "etat" } }),
  cells: [{ sheet: "Tableau budgétaire", row, column: 3 }],
  ...more,
});

describe("the place of a discrepancy", () => {
  it("is said in the words of the contract", () => {
    const subject = { axe: 1, action: 1, year: 2025, party: "collectivite" } as const;
    expect(placeOf(subject, "Métropole")).toBe("Action 1 · 2025 · part Métropole");
    expect(placeOf({ axe: 1 }, "Métropole")).toBe("Axe 1");
    expect(placeOf({}, "Métropole")).toBe("");
  });

  it("makes one line with the problem, without what the heading of its group says; all of it is heard", () => {
    const of = (subject: Finding["subject"], said: number | null, isAlike = false) =>
      lineOf(at("a", 5, { subject, problem: "Total faux" }), "Métropole", said, isAlike);
    const subject = { axe: 1, action: 1, year: 2025, party: "collectivite" } as const;
    expect(of(subject, 1)).toEqual({ heard: "Action 1", shown: "2025 · Total faux", after: "part Métropole" });
    expect(of(subject, null).shown).toBe("Action 1 · 2025 · Total faux");
    expect(of(subject, 1, true)).toEqual({
      heard: "Action 1",
      shown: "2025 · part Métropole · ligne 6 · Total faux",
      after: "",
    });
    expect(of({}, null)).toEqual({ heard: "", shown: "Total faux", after: "" });
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

  it("is told apart by its part and its row where another line has the same words, and only there", () => {
    expect([...sameWords([at("a", 5), at("b", 6)])]).toEqual(["a", "b"]);
    const local = { action: 1, year: 2025, party: "collectivite" } as const;
    expect([...sameWords([at("a", 5), at("b", 5, { subject: local })])]).toEqual(["a", "b"]);
    expect([...sameWords([at("a", 5), at("b", 6, { rule: "centimes-caches" })])]).toEqual([]);
    expect([...sameWords([at("a", 5), at("b", 6, { subject: { ...local, action: 2 } })])]).toEqual([]);
  });
});
