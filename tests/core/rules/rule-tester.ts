// Tests one rule on named cases: exact messages, identities, cells, figures and fixes, never prose.
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../../src/core/domain/dossier";
import { buildFinding } from "../../../src/core/rules/finding";
import type { AnyRule } from "../../../src/core/rules/rule";
import { collect } from "../../../src/core/rules/run-rules";
import type { Finding, Severity } from "../../../src/core/verification";
import { buildDossier, type Description } from "./dossier-builder";

interface Expected {
  readonly message: string;
  readonly id: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  /** Null when left out, like the two others. */
  readonly found?: number;
  readonly expected?: number;
  readonly gap?: number;
  readonly fix?: Finding["fix"];
  /** Whether an explanation comes with it; it does not when left out. */
  readonly explained?: boolean;
}

interface Case extends Description {
  readonly name: string;
  /** Number of parts that could not be checked. */
  readonly notCheckable?: number;
}

export interface RuleCases {
  readonly compliant: readonly Case[];
  readonly discrepancy: readonly (Case & { readonly findings: readonly Expected[] })[];
  /** Nothing found because nothing, or not everything, could be checked. */
  readonly notCheckable?: readonly (Case & { readonly notCheckable: number })[];
}

function run(rule: AnyRule, dossier: Dossier) {
  const { reports, reasons } = collect(rule, dossier);
  const findings = reports.map((report) => {
    const {
      id,
      severity,
      cells,
      found,
      expected,
      gap,
      fix,
      explanation,
      message: sentence,
    } = buildFinding(rule.meta, report);
    expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
    return { message: report.message, id, severity, cells, found, expected, gap, fix, explained: explanation !== null };
  });
  return { findings, reasons: new Set(reasons).size };
}

/** What a set of cases leaves untested. */
export function untested(rule: AnyRule, cases: RuleCases): string[] {
  const produced = new Set(cases.discrepancy.flatMap(({ findings }) => findings.map(({ message }) => message)));
  return [
    ...(cases.compliant.length === 0 ? ["no compliant case"] : []),
    ...(cases.discrepancy.length === 0 ? ["no discrepancy case"] : []),
    ...Object.keys(rule.meta.messages).filter((message) => !produced.has(message)),
  ];
}

export function testRule(rule: AnyRule, cases: RuleCases): void {
  describe(rule.meta.id, () => {
    it("has cases for everything it can say", () => {
      expect(untested(rule, cases)).toEqual([]);
    });

    it.each(cases.compliant)("holds: $name", (description) => {
      expect(run(rule, buildDossier(description))).toEqual({ findings: [], reasons: 0 });
    });

    it.each(cases.discrepancy)("finds: $name", ({ findings, notCheckable = 0, ...description }) => {
      const full = findings.map((finding) => ({
        found: null,
        expected: null,
        gap: null,
        fix: null,
        explained: false,
        ...finding,
      }));
      expect(run(rule, buildDossier(description))).toEqual({ findings: full, reasons: notCheckable });
    });

    const unchecked = cases.notCheckable ?? [];
    if (unchecked.length === 0) return;
    it.each(unchecked)("cannot check: $name", ({ notCheckable, ...description }) => {
      expect(run(rule, buildDossier(description))).toEqual({ findings: [], reasons: notCheckable });
    });
  });
}
