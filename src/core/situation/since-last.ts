// What is new, settled or still there since an earlier verification.
import { causesOf } from "../why/consequences";
import type { Finding, Verification } from "../verification";

export interface PreviousVerification {
  /** ISO date that it was made for. */
  readonly asOf: string;
  /** Ids of the discrepancies that followed from no other; remarks left aside. */
  readonly causes: readonly string[];
}

export interface SinceLast {
  /** Ids of those of now. */
  readonly fresh: readonly string[];
  readonly settled: number;
  readonly remaining: number;
}

/** What is said now, for a later verification to be held against. */
export function asPrevious({ asOf, findings }: Verification): PreviousVerification {
  return { asOf, causes: causesOf(findings).map(({ id }) => id) };
}

export function sinceLast({ causes }: PreviousVerification, findings: readonly Finding[]): SinceLast {
  const before = new Set(causes);
  const now = causesOf(findings).map(({ id }) => id);
  // What now follows from another discrepancy has not been settled.
  const found = new Set(findings.map(({ id }) => id));
  return {
    fresh: now.filter((id) => !before.has(id)),
    settled: causes.filter((id) => !found.has(id)).length,
    remaining: now.filter((id) => before.has(id)).length,
  };
}
