// Where a person must choose: every choice settles its discrepancy and says what follows, to the centime.
import fc from "../../../seeded";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { CorrectionPlan } from "../../../../src/core/why/correction";
import { leastLocalPart, mostStatePart } from "../../../../src/core/contract/in-force/contract-amounts";
import { formatCellRef } from "xlsx-model/cell-ref";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import type { FileWorkbook } from "../../../../src/files/file-workbook";
import { applyCorrections, previewCorrections } from "../../../../src/usecases/correct-findings";
import { AS_OF } from "../totals/refreshed";
import { budget, findings } from "./slips";

async function plansFor(file: FileWorkbook, rule: string): Promise<readonly CorrectionPlan[]> {
  const finding = (await findings(file)).find((each) => each.rule === rule);
  if (!finding) throw new Error(`no ${rule}`);
  return previewCorrections(file.port, contratIntegre, AS_OF, [finding.id]);
}

const written = (plans: readonly CorrectionPlan[]) =>
  plans.map(({ chosen, corrections }) => [
    chosen?.part,
    chosen?.gain,
    ...corrections.map(({ cell, after }) => [formatCellRef(cell), after.value]),
  ]);

describe("a share below its minimum where the State's part is not the contract's", () => {
  // Action 1, 2025, provisional: 73 400 € of the State, 65 000 € of the Métropole.
  const file = () => budget({ F4: 73400, G4: 65000, E4: 138400 });
  const CAUSE = "montant-contractualise";

  it("is settled by the State giving less, or by the local party giving more", async () => {
    expect(written(await plansFor(file(), CAUSE))).toEqual([
      ["etat", -840000, ["Budget!F4", 65000]],
      ["collectivite", 840000, ["Budget!G4", 73400]],
    ]);
  });

  it("tells what each choice makes of the axe, the envelope and the share", async () => {
    const [less, more] = await plansFor(file(), CAUSE);
    const share = { on: "cofinancement", action: 1, annee: 2025, expected: 0.5 };
    const before = { part: 6500000, whole: 13840000 };
    expect(more?.effects).toEqual([{ ...share, before, after: { part: 7340000, whole: 14680000 } }]);
    expect(less?.effects).toEqual([
      { on: "axe", axe: 1, annee: 2025, before: 9340000, after: 8500000, expected: 8500000 },
      { on: "enveloppe", axe: null, annee: 2025, before: 35840000, after: 35000000, expected: 35000000 },
      { ...share, before, after: { part: 6500000, whole: 13000000 } },
    ]);
  });

  it("says nothing of a sum of which an amount cannot be read", async () => {
    const [less] = await plansFor(budget({ F4: 73400, G4: 65000, E4: 138400, F5: "à voir" }), CAUSE);
    expect(less?.effects.map(({ on }) => on)).toEqual(["cofinancement"]);
  });

  it.each([0, 1])("settles what it says, whichever is chosen (%i)", async (index) => {
    const open = file();
    const plan = (await plansFor(open, CAUSE))[index];
    if (!plan) throw new Error("no choice");
    await applyCorrections(open.port, contratIntegre, AS_OF, plan);
    const left = (await findings(open)).map(({ id }) => id);
    expect(left).not.toContain(plan.chosen?.settles);
    expect(left).not.toContain("cofinancement-minimum/1/2025/metropole");
  });

  it("is not written when the workbook changed since", async () => {
    const open = file();
    const [plan] = await plansFor(open, CAUSE);
    if (!plan) throw new Error("no choice");
    open.model.sheets[0]?.setContent(3, 5, { value: 73401, formula: null });
    await expect(applyCorrections(open.port, contratIntegre, AS_OF, plan)).rejects.toThrow(/a changé depuis/);
  });
});

describe("a typed total that its doubtful parts contradict", () => {
  it("follows its parts, or one of them makes up for it", async () => {
    const plans = await plansFor(budget({ F4: 64000, G4: 66500, E4: 131000 }), "total-de-l-action");
    expect(written(plans)).toEqual([
      ["total", -50000, ["Budget!E4", 130500]],
      ["collectivite", 50000, ["Budget!G4", 67000]],
      ["etat", 50000, ["Budget!F4", 64500]],
    ]);
  });

  it("offers no part that would fall below nothing, and no formula", async () => {
    const part = { formula: "=64000+0", value: 64000 };
    const plans = await plansFor(budget({ F4: part, G4: 66500, E4: 1 }), "total-de-l-action");
    expect(written(plans)).toEqual([["total", 13049900, ["Budget!E4", 130500]]]);
  });
});

describe("the most that the State can give", () => {
  it("is the last centime beside which the local part still reaches its minimum", () => {
    const amounts = fc.integer({ min: 0, max: 1e10 }).map(montantFromCentimes);
    const shares = fc.integer({ min: 1, max: 999_999 }).map((millionths) => millionths / 1_000_000);
    fc.assert(
      fc.property(shares, amounts, (seuil, local) => {
        const most = mostStatePart(seuil, local);
        if (most === null) {
          // Not even the greatest amount needs more beside it.
          expect(leastLocalPart(seuil, montantFromCentimes(Number.MAX_SAFE_INTEGER))).toBeLessThanOrEqual(local);
          return;
        }
        expect(leastLocalPart(seuil, most)).toBeLessThanOrEqual(local);
        if (most === Number.MAX_SAFE_INTEGER) return;
        expect(leastLocalPart(seuil, montantFromCentimes(most + 1))).toBeGreaterThan(local);
      }),
      { examples: [[0.000001, montantFromCentimes(9_007_208_262)]], numRuns: 1000 },
    );
  });

  it("needs more beside it than any amount, from one centime on", () => {
    const greatest = Number.MAX_SAFE_INTEGER;
    const last = mostStatePart(0.6, montantFromCentimes(greatest));
    if (last === null) throw new Error("the greatest amount bounds it");
    expect(leastLocalPart(0.6, montantFromCentimes(last - 1))).toBeLessThan(greatest);
    expect(leastLocalPart(0.6, last)).toBeLessThanOrEqual(greatest);
    expect(leastLocalPart(0.6, montantFromCentimes(last + 1))).toBeNull();
    expect(leastLocalPart(1, montantFromCentimes(1))).toBeNull();
  });

  it("has no bound beyond the greatest amount", () => {
    const half = Number.MAX_SAFE_INTEGER;
    expect(mostStatePart(0.5, montantFromCentimes(half))).toBe(half);
    expect(mostStatePart(0.4, montantFromCentimes(half))).toBeNull();
    expect(mostStatePart(0.6, montantFromCentimes(half))).toBe(6_004_799_503_160_660);
  });

  it("has no bound where the contract asks for no share", () => {
    expect(mostStatePart(0, montantFromCentimes(100))).toBeNull();
  });
});
