// Of many corrections that would each settle a finding, the one that settles the others too is its cause; of too many, none.
import { expect, it } from "vitest";
import { setTo } from "../../../../src/core/domain/correction";
import type { MontantCell } from "../../../../src/core/domain/dossier";
import type { Lecture } from "../../../../src/core/domain/lecture";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import { attachCauses } from "../../../../src/core/rules/causes/attach-causes";
import { HOLDS, type Report, type RuleMeta } from "../../../../src/core/rules/rule";
import type { Trouve } from "../../../../src/core/rules/run-rules";
import type { Finding } from "../../../../src/core/verification";
import { buildDossier } from "../dossier-builder";

const RIGHT = montantFromCentimes(100);
const WRONG = montantFromCentimes(0);

const cellAt = (row: number): MontantCell => ({
  ref: { sheet: "Feuille", row, column: 0 },
  text: "0",
  formula: null,
  lu: { kind: "montant", montant: WRONG, source: "number", unit: null },
});

/** Found while none of the cells is right. */
function found(id: string, cells: readonly MontantCell[], corrected: MontantCell | null): Trouve {
  const report = {
    message: "faux",
    cells: cells.map(({ ref }) => ref),
    subject: {},
    data: {},
    ...(corrected && { correction: setTo(corrected, RIGHT) }),
  } as unknown as Report<RuleMeta>;
  const isRight = (lecture: Lecture, cell: MontantCell): boolean => {
    const lu = lecture.montant(cell);
    return lu.kind === "montant" && lu.montant === RIGHT;
  };
  const judge = (lecture: Lecture) => (cells.some((cell) => isRight(lecture, cell)) ? HOLDS : () => report);
  const finding: Finding = {
    id,
    rule: "total-general",
    article: "2.2",
    severity: "error",
    cells: cells.map(({ ref }) => ref),
    subject: {},
    message: id,
    figures: null,
    explanation: null,
    causedBy: null,
    justification: null,
    fix: null,
  };
  return { finding, sources: [{ about: id, judge, outcome: { report } }] };
}

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
