// Money of the State that was not used is one fact: reduction, repayment and ceiling are told as one cause, and never added up.
import { describe, expect, it } from "vitest";
import { attachCauses } from "../../../src/core/why/attach-causes";
import { runRules } from "../../../src/core/rules/run-rules";
import plafond from "../../../src/core/rules/contribution-plafonnee-au-cout";
import nonUtilise from "../../../src/core/rules/somme-a-reverser";
import sousConsommation from "../../../src/core/rules/sous-consommation";
import { buildDossier } from "./dossier-builder";

const RULES = [plafond, nonUtilise, sousConsommation];

/** In "Exécution", B to D are Total, État and Métropole of 2024, N what the State paid. */
function found(cells: Readonly<Record<string, number>>, asOf = "2026-11-24") {
  const dossier = buildDossier({ asOf, execution: { verses: [2024], cells } });
  const { findings } = attachCauses(runRules(RULES, dossier).trouves, dossier);
  return findings.filter(({ subject }) => subject.action === 1 && subject.year === 2024);
}

describe("one fact of an action in a year", () => {
  it("is one cause, the under-consumption that is to be justified, with its remedies joined by « ou »", () => {
    const [cause, ...others] = found({ B4: 50000, C4: 25000, D4: 25000 });
    expect(cause).toMatchObject({ rule: "sous-consommation", causedBy: null });
    expect(others.map(({ rule, causedBy }) => [rule, causedBy])).toEqual([
      ["contribution-plafonnee-au-cout", cause?.id],
      ["somme-a-reverser", cause?.id],
    ]);
    // The 40 000 € that were paid and not used, once; not the 15 000 € above the cost beside them.
    expect(cause?.message).toMatch(
      /40\u00a0000,00\u00a0€ de la part de l’État ont été versés et n’ont pas été utilisés/,
    );
    expect(cause?.message).toContain("reportée sur une année suivante, ou déduite des crédits de l’année suivante");
    expect(cause?.message).toContain("ou remboursée à l’État à titre exceptionnel (article 5)");
  });

  it("is told by what was not used, above the threshold", () => {
    const [cause, ...others] = found({ B4: 60000, C4: 60000, D4: 0 });
    // The total is far below, so that it is the under-consumption again.
    expect(cause?.rule).toBe("sous-consommation");
    expect(others).toHaveLength(2);
    const [alone, ...none] = found({ B4: 125000, C4: 60000, D4: 65000 });
    expect(alone).toMatchObject({ rule: "somme-a-reverser", causedBy: null });
    expect(none).toEqual([]);
  });

  it("does not hide the error of the whole contract, once it has ended", () => {
    const cells = { B4: 50000, C4: 25000, D4: 25000 };
    const dossier = buildDossier({ asOf: "2028-06-01", execution: { verses: [2024], cells } });
    const { findings } = attachCauses(runRules(RULES, dossier).trouves, dossier);
    for (const { severity, causedBy } of findings) if (severity === "error") expect(causedBy).toBeNull();
  });
});
