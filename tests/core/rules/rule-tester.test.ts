// The tester itself: it sees cases and messages that are missing, and the compiler refuses a report that lacks something.
import { describe, expect, it } from "vitest";
import { defineRule } from "../../../src/core/rules/rule";
import { untested } from "./rule-tester";

const cell = { sheet: "Budget", row: 0, column: 0 };

const rule = defineRule({
  meta: {
    id: "essai",
    article: "1",
    severity: "error",
    title: "Titre",
    compares: "montant",
    needs: [],
    messages: { dite: { text: "{nom} : {found}." }, tue: { text: "Jamais." } },
  },
  compare(_, asked) {
    asked.compare("X", () => () => ({ message: "dite", cells: [cell], subject: {}, data: { nom: "X" } }));
    // Each of these must not compile; none is ever run.
    const refused = [
      // @ts-expect-error an unknown message
      () => asked.compare("X", () => () => ({ message: "inconnue", cells: [cell], subject: {} })),
      // @ts-expect-error a missing placeholder
      () => asked.compare("X", () => () => ({ message: "dite", cells: [cell], subject: {} })),
      // @ts-expect-error an empty list of cells
      () => asked.compare("X", () => () => ({ message: "tue", cells: [], subject: {} })),
    ];
    expect(refused).toHaveLength(3);
  },
});

describe("untested", () => {
  it("names the empty lists and the messages that no case produces", () => {
    expect(untested(rule, { compliant: [], discrepancy: [] })).toEqual([
      "no compliant case",
      "no discrepancy case",
      "dite",
      "tue",
    ]);
    const findings = [{ message: "dite", id: "essai", severity: "error", cells: ["Budget!A1"] }] as const;
    const cases = { compliant: [{ name: "c" }], discrepancy: [{ name: "d", findings }] };
    expect(untested(rule, cases)).toEqual(["tue"]);
  });
});
