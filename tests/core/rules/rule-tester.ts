// Tests one rule on named cases: exact messages, identities, cells, figures and fixes, never prose.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Dossier } from "../../../src/core/domain/dossier";
import { exempleLu } from "../../../src/core/rules/describe-rule";
import { buildFinding } from "../../../src/core/rules/finding";
import type { AnyRule, Report, RuleMeta } from "../../../src/core/rules/rule";
import { countCoverage } from "../../../src/core/rules/coverage";
import { gatherSlips } from "../../../src/core/rules/gather-slips";
import { collect, reasonsOf, type Collected } from "../../../src/core/rules/collect";
import type { Finding, Severity } from "../../../src/core/verification";
import { findingJson, type FixJson } from "../../../src/core/verification-json";
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
  readonly fix?: readonly FixJson[];
  /** Whether an explanation comes with it; it does not when left out. */
  readonly explained?: boolean;
}

interface Case extends Description {
  readonly name: string;
  /** Number of reasons why something could not be compared. */
  readonly notCheckable?: number;
  /** [compared, of]; not looked at when left out. */
  readonly coverage?: readonly [number, number];
}

export interface RuleCases {
  readonly compliant: readonly Case[];
  readonly discrepancy: readonly (Case & { readonly findings: readonly Expected[] })[];
  /** Nothing found because nothing, or not everything, could be checked. */
  readonly notCheckable?: readonly (Case & { readonly notCheckable: number })[];
}

/** The order in which a rule says its comparisons is its own. */
function byId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
}

/** What a rule found wrong, in the order in which it said so. */
export function reportsIn({ apart }: Collected): readonly Report<RuleMeta>[] {
  return gatherSlips(apart).map(({ report }) => report);
}

function run(rule: AnyRule, dossier: Dossier) {
  const collected = collect(rule, dossier);
  const findings = reportsIn(collected).map((report) => {
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
    } = findingJson(buildFinding(dossier.convention, rule.meta, report));
    expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
    return { message: report.message, id, severity, cells, found, expected, gap, fix, explained: explanation !== null };
  });
  const { compared, of } = countCoverage(collected);
  return { findings: byId(findings), reasons: new Set(reasonsOf(collected)).size, coverage: [compared, of] as const };
}

type Said = Pick<Finding, "message" | "explanation">;

const saidIn = (rule: AnyRule, cases: RuleCases): readonly Said[] =>
  cases.discrepancy.flatMap((description) =>
    reportsIn(collect(rule, buildDossier(description))).map((report) =>
      buildFinding(contratIntegre, rule.meta, report),
    ),
  );

/** What the page of a rule quotes that the rule does not say of any of its discrepant cases. */
export function misquoted(meta: RuleMeta, said: readonly Said[]): string[] {
  return meta.page.ecart.flatMap((exemple) => {
    const { message, explanation } = exempleLu(meta, exemple);
    const isSaid = said.some(
      // A page leaves out the article, which is each contract’s own.
      (finding) => finding.message.startsWith(message) && (explanation === null || finding.explanation === explanation),
    );
    return isSaid ? [] : [message];
  });
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

    it("says what its page quotes", () => {
      expect(misquoted(rule.meta, saidIn(rule, cases))).toEqual([]);
    });

    it.each(cases.compliant)("holds: $name", ({ coverage, ...description }) => {
      const {
        coverage: [compared, of],
        ...said
      } = run(rule, buildDossier(description));
      expect(said).toEqual({ findings: [], reasons: 0 });
      expect(compared).toBe(of);
      expect(of).toBeGreaterThan(0);
      if (coverage) expect([compared, of]).toEqual(coverage);
    });

    it.each(cases.discrepancy)("finds: $name", ({ findings, notCheckable = 0, coverage, ...description }) => {
      const full = findings.map((finding) => ({
        found: null,
        expected: null,
        gap: null,
        fix: null,
        explained: false,
        ...finding,
      }));
      const outcome = run(rule, buildDossier(description));
      expect(outcome).toMatchObject({ findings: byId(full), reasons: notCheckable });
      if (coverage) expect(outcome.coverage).toEqual(coverage);
    });

    const unchecked = cases.notCheckable ?? [];
    if (unchecked.length === 0) return;
    it.each(unchecked)("cannot check: $name", ({ notCheckable, coverage, ...description }) => {
      const outcome = run(rule, buildDossier(description));
      expect(outcome).toMatchObject({ findings: [], reasons: notCheckable });
      if (coverage) expect(outcome.coverage).toEqual(coverage);
    });
  });
}
