// What the whole verification comes to, in one title and one sentence: never a reassurance that was not earned.
import type { Verification } from "../../core/verification";
import { KINDS, kindOf, type FindingKind } from "./filter";
import { texts } from "../texts";

export interface Verdict {
  readonly kind: FindingKind | "held" | "unknown";
  readonly title: string;
  readonly detail: string | null;
}

export function verdictOf({ rules, findings, summary }: Verification): Verdict {
  const kinds = new Set(findings.map(kindOf));
  const unchecked = rules.filter(({ status, reason }) => status === "not-checkable" || reason !== undefined).length;
  const detail = unchecked > 0 ? texts.verdictPartial(unchecked) : null;
  const worst = KINDS.find((kind) => kinds.has(kind));
  if (worst) return { kind: worst, title: texts.verdictFindings(summary), detail };
  if (rules.every(({ status }) => status === "not-checkable")) {
    return { kind: "unknown", title: texts.verdictNothingChecked, detail };
  }
  if (detail !== null) return { kind: "unknown", title: texts.verdictNone, detail };
  return { kind: "held", title: texts.verdictNone, detail: texts.verdictAllHeld(rules.length) };
}
