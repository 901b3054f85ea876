// Of many corrections that would each settle a finding, the one that settles the others too is its cause; of too many, none.
import { expect, it } from "vitest";
import { attachCauses } from "../../../../src/core/why/attach-causes";
import { buildDossier } from "../../rules/dossier-builder";
import { cellAt, found } from "./found-by-hand";

/** One finding, and so many that would each settle it, of which the first settles the others. */
function attach(count: number, mostSteps?: number) {
  const cells = Array.from({ length: count }, (_, row) => cellAt(row));
  const [first] = cells;
  if (!first) throw new Error("no cell");
  const candidates = cells.map((cell, index) =>
    found(`candidate-${index}`, index === 0 ? [first] : [first, cell], cell),
  );
  const { findings, isGivenUp } = attachCauses(
    [...candidates, found("settled", cells, null)],
    buildDossier(),
    mostSteps,
  );
  return { cause: findings.find(({ id }) => id === "settled")?.causedBy, isGivenUp };
}

it("looks among eight", () => {
  expect([7, 8, 9].map((count) => attach(count).cause)).toEqual(["candidate-0", "candidate-0", null]);
});

it("says nothing to be a consequence where that takes too many steps, and says so", () => {
  // Two causes change one amount each; the first touches three findings, the other two.
  const steps = 1 + 3 + 1 + 2;
  expect([steps - 1, steps, steps + 1].map((most) => attach(2, most))).toEqual([
    { cause: null, isGivenUp: true },
    { cause: "candidate-0", isGivenUp: false },
    { cause: "candidate-0", isGivenUp: false },
  ]);
});
