// What a planted slip must give: its findings at their cells, and no other that it does not explain.
import { formatCellRef } from "xlsx-model/cell-ref";
import type { Finding } from "../../src/core/verification";
import { explain, told, verifyCase, type Disturb } from "./run";
import type { Expected, Planted, Slip } from "./slips/slip";
import { SPEAK_ALWAYS } from "./speak-always";
import type { WorkbookLayout } from "./workbook-layout";

/** They say the same of a workbook without any slip; of typed totals, where the layout has them. */
const DEMANDED = new Set([...SPEAK_ALWAYS, "total-en-formule"]);

/** What was paid for a year that no avenant has fixed is said once for the year, whatever else is wrong. */
const UNFIXED_YEAR = /^versement-du-contrat\/\d+\/etat\/verse$/;

const isDemanded = ({ rule, id }: Finding): boolean => DEMANDED.has(rule) || UNFIXED_YEAR.test(id);

const sorted = (cells: readonly string[]): string => [...cells].sort().join(" ");

function matches({ severity, id, cells }: Expected, finding: Finding): boolean {
  const isId = id.endsWith("*") ? finding.id.startsWith(id.slice(0, -1)) : finding.id === id;
  return isId && finding.severity === severity && sorted(finding.cells.map(formatCellRef)) === sorted(cells);
}

/** Throws with the workbook as a grid when the slip is not found at its cell, or when it makes other rules speak. */
export function expectSlip(
  slip: Slip,
  { content, expected, also, asked = [] }: Planted,
  layout: WorkbookLayout,
  disturb?: Disturb,
): void {
  const verified = verifyCase({ content, layout, asOf: slip.asOf, disturb });
  const { findings } = verified.verification;
  const wanted = expected(verified.workbook);
  const missed = wanted.filter((one) => !findings.some((finding) => matches(one, finding)));
  const explained = new Set([...also, ...slip.rules.filter((rule) => DEMANDED.has(rule))]);
  const noise = findings.filter(
    (finding) => !wanted.some((one) => matches(one, finding)) && !explained.has(finding.rule) && !isDemanded(finding),
  );
  const questions = (verified.verification.verdict.questions ?? []).map(({ about }) => about);
  const unasked = asked.filter((kind) => !questions.includes(kind));
  if (missed.length === 0 && noise.length === 0 && unasked.length === 0) return;
  const lines = [
    `slip: ${slip.name}`,
    ...missed.map(({ severity, id, cells }) => `not found: ${severity} ${id} ${cells.join(" ")}`),
    ...unasked.map((kind) => `not asked: ${kind}`),
    ...noise.map((finding) => `not expected: ${told(finding)}`),
  ];
  throw new Error(explain(verified, lines.join("\n")));
}
