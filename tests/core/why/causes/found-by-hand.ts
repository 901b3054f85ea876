// Findings made by hand, each with the cells that would settle it and the one that it would correct.
import { setTo } from "../../../../src/core/facts/corrected-fact";
import type { MontantCell } from "../../../../src/core/domain/dossier";
import type { Lecture } from "../../../../src/core/facts/lecture";
import { known } from "../../../../src/core/domain/known";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import type { Trouve } from "../../../../src/core/why/attach-causes";
import type { Finding } from "../../../../src/core/verification";

const RIGHT = montantFromCentimes(100);
const WRONG = montantFromCentimes(0);

export const cellAt = (row: number): MontantCell => ({
  ref: { sheet: "Feuille", row, column: 0 },
  text: "0",
  formula: null,
  known: { ...known(WRONG), source: "number", unit: null },
});

/** Found while none of the cells is right. */
export function found(id: string, cells: readonly MontantCell[], corrected: MontantCell | null): Trouve {
  const isRight = (lecture: Lecture, cell: MontantCell): boolean => {
    const lu = lecture.montant(cell);
    return lu.reason === null && lu.value === RIGHT;
  };
  const finding: Finding = {
    id,
    rule: "total-general",
    article: "2.2",
    severity: "error",
    cells: cells.map(({ ref }) => ref),
    subject: {},
    problem: id,
    message: id,
    figures: null,
    explanation: null,
    causedBy: null,
    justification: null,
    fix: null,
  };
  return {
    finding,
    comparisons: [{ holds: (lecture) => cells.some((cell) => isRight(lecture, cell)) }],
    corrected: corrected ? [setTo(corrected, RIGHT)] : [],
  };
}
