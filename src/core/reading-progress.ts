// How much of a workbook's amounts is understood, and what an answer would change of that, before anybody gives it.
import type { RangeRef } from "xlsx-model/cell-ref";
import type { Verification } from "./verification";

/** What is counted of a verification, to be held against that of another answer. */
export interface ReadingProgress {
  /** Amounts that some table reads. */
  readonly understood: number;
  /** Amounts that wait for an answer. */
  readonly waiting: number;
  /** Amounts that were held against the contract. */
  readonly compared: number;
  /** Errors and warnings, consequences left out, each with the cells that it shows. */
  readonly discrepancies: readonly { readonly id: string; readonly cells: Verification["findings"][number]["cells"] }[];
}

const comparedBy = ({ rules }: Verification, id: string): number =>
  rules.find(({ rule }) => rule === id)?.coverage.compared ?? 0;

export function readingProgress(verification: Verification): ReadingProgress {
  const { findings, verdict } = verification;
  return {
    understood: comparedBy(verification, "montant-lisible"),
    waiting: (verdict.questions ?? []).reduce((sum, { amounts = 0 }) => sum + amounts, 0),
    compared: comparedBy(verification, "montant-contractualise"),
    discrepancies: findings
      .filter(({ severity, causedBy }) => severity !== "info" && causedBy === null)
      .map(({ id, cells }) => ({ id, cells })),
  };
}

/** What an answer changes. */
export interface AnswerEffect {
  /** More amounts held against the contract; fewer where it is negative. */
  readonly compared: number;
  /** More amounts that a table reads. */
  readonly understood: number;
  readonly discrepancies: number;
  /** Cells of what the answer is given for that are in discrepancy then. */
  readonly wrongCells: number;
}

export function effectOf(before: ReadingProgress, after: ReadingProgress, asked: readonly RangeRef[]): AnswerEffect {
  const known = new Set(before.discrepancies.map(({ id }) => id));
  const found = after.discrepancies.filter(({ id }) => !known.has(id));
  const wrong = found.flatMap(({ cells }) => cells).filter((cell) => asked.some((range) => isIn(range, cell)));
  return {
    compared: after.compared - before.compared,
    understood: after.understood - before.understood,
    discrepancies: found.length,
    wrongCells: new Set(wrong.map(({ row, column }) => `${row} ${column}`)).size,
  };
}

const isIn = (range: RangeRef, { sheet, row, column }: { sheet: string; row: number; column: number }): boolean =>
  range.sheet === sheet && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
