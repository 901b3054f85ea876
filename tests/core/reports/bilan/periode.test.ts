// The years of a report: the contract's mid-term ones by default, and one sentence for years that it does not have.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import {
  formatPeriode,
  periodeContrat,
  periodeMiParcours,
  refusePeriode,
} from "../../../../src/core/reports/bilan/periode";
import type { Convention } from "../../../../src/core/contract/convention";
import { contratDuDepartement } from "../../../contracts/departement-invente";

function renamed(intitule: string, date = "2026-03-31"): Convention {
  const echeances = contratIntegre.echeances.map((echeance) =>
    echeance.id === "rapport-execution" ? { ...echeance, intitule, alias: [], date } : echeance,
  );
  return { ...contratIntegre, echeances };
}

describe("the mid-term report", () => {
  it.each<[string, Convention, string]>([
    ["names its years", contratIntegre, "2024-2025"],
    ["says them in words", renamed("Rapport d’exécution des années 2024 et 2025"), "2024-2025"],
    ["names other years", renamed("Rapport d’exécution 2025-2026"), "2025-2026"],
    ["names none: the years that are over at its date", contratDuDepartement, "2024"],
    ["names years that the contract does not have", renamed("Rapport d’exécution 2019-2020"), "2024-2025"],
    ["is due before any year is over", renamed("Rapport d’exécution", "2024-06-30"), "2024-2025"],
    ["is not in the contract: the first half of its years", { ...contratIntegre, echeances: [] }, "2024-2025"],
    ["of three years, without a deadline", { ...contratDuDepartement, echeances: [] }, "2024-2025"],
  ])("%s", (_, convention, expected) => {
    expect(formatPeriode(periodeMiParcours(convention))).toBe(expected);
  });
});

describe("a period", () => {
  it("is refused outside of the contract, with the contract's years", () => {
    for (const periode of [
      { debut: 2023, fin: 2025 },
      { debut: 2025, fin: 2028 },
      { debut: 2025, fin: 2024 },
    ]) {
      const refusal = refusePeriode(contratIntegre, periode);
      expect(refusal).toContain(formatPeriode(periode));
      expect(refusal).toContain("de 2024 à 2027");
      expect(refusal?.match(/\./g)).toHaveLength(1);
    }
  });

  it("is one year, several, or the whole contract", () => {
    expect(refusePeriode(contratIntegre, { debut: 2025, fin: 2025 })).toBeNull();
    expect(refusePeriode(contratIntegre, { debut: 2025, fin: 2026 })).toBeNull();
    expect(formatPeriode(periodeContrat(contratIntegre))).toBe("2024-2027");
    expect(refusePeriode(contratIntegre, periodeContrat(contratIntegre))).toBeNull();
  });
});
