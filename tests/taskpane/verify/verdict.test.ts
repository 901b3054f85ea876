// The verdict reassures only when every rule was checked and holds.
import { describe, expect, it } from "vitest";
import { verdictOf } from "../../../src/taskpane/verify/verdict";
import { rule, verification } from "../sample-verification";

describe("verdictOf", () => {
  it("counts the findings, worst first, and says what was not checked", () => {
    const verdict = verdictOf(verification());
    expect(verdict.kind).toBe("error");
    expect(verdict.title).toBe(
      "2\u00a0erreurs, 2\u00a0avertissements et 1\u00a0information, dont 1\u00a0conséquence d’un autre écart et 1\u00a0écart justifié",
    );
    expect(verdict.detail).toContain("3\u00a0règles");
  });

  it("says that all holds when every rule holds", () => {
    const verdict = verdictOf(verification({ findings: [], rules: [rule("a", "compliant"), rule("b", "compliant")] }));
    expect(verdict.kind).toBe("held");
    expect(verdict.detail).toContain("2\u00a0règles");
  });

  it("does not say so when one rule could not be checked, in full or in part", () => {
    for (const unchecked of [rule("b", "not-checkable", "Raison."), rule("b", "compliant", "Une part.")]) {
      const verdict = verdictOf(verification({ findings: [], rules: [rule("a", "compliant"), unchecked] }));
      expect(verdict.kind).toBe("unknown");
      expect(verdict.detail).toContain("Une règle");
    }
  });

  it("says that nothing was checked when no rule could be", () => {
    const verdict = verdictOf(verification({ findings: [], rules: [rule("a", "not-checkable", "Raison.")] }));
    expect(verdict.kind).toBe("unknown");
    expect(verdict.title).toBe("Aucune règle n’a pu être vérifiée");
  });
});
