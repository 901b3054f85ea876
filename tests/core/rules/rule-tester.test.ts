// The tester itself: it sees cases and messages that are missing, and the compiler refuses a report that lacks something.
import { describe, expect, it } from "vitest";
import { defineRule, type RuleMeta } from "../../../src/core/rules/rule";
import type { Exemple } from "../../../src/core/rules/rule-page";
import { misquoted, untested } from "./rule-tester";

const cell = { sheet: "Budget", row: 0, column: 0 };

const rule = defineRule({
  meta: {
    id: "essai",
    articles: ["objet"],
    severity: "error",
    title: "Titre",
    problem: "Problème",
    compares: "montant",
    needs: [],
    messages: { dite: { text: "{nom}." }, tue: { text: "Jamais." } },
    page: {
      contrat: "Le contrat.",
      verifie: "Tout.",
      conforme: "Rien.",
      ecart: [
        { message: "dite", data: { nom: "X" } },
        { message: "dite", data: { nom: "X" }, explanation: "Un autre mot." },
        { message: "dite", data: { nom: "Y" } },
      ],
      corriger: "Tout.",
      limites: "Aucune.",
    },
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

describe("misquoted", () => {
  it("names what a page quotes and no case makes the rule say, in its sentence or in its explanation", () => {
    const said = [{ message: "X. Article\u00a01.", explanation: "Un mot." }];
    expect(misquoted(rule.meta, said)).toEqual(["X.", "Y."]);
    expect(misquoted(rule.meta, [])).toHaveLength(3);
  });

  it("refuses a message that the rule has not, and a placeholder that is not given", () => {
    const quoting = (exemple: Exemple): RuleMeta => ({
      ...rule.meta,
      page: { ...rule.meta.page, ecart: [exemple] },
    });
    expect(() => misquoted(quoting({ message: "inconnue" }), [])).toThrow("unknown message");
    expect(() => misquoted(quoting({ message: "dite" }), [])).toThrow("no text for {nom}");
  });
});
