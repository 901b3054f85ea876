// Tells which findings follow from another one: correcting that one would settle them as well.
import { groupByCause } from "../../domain/explanations/consequences";
import type { Dossier } from "../../domain/dossier";
import { sumsOf, type TableSums } from "../../domain/lines/table-sums";
import type { Finding } from "../../verification";
import { Corrections, type Correction } from "./corrections";
import { Effects } from "./effects";
import { errorCauses } from "./error-causes";
import { executionCauses } from "./execution-causes";
import { imputationCauses } from "./imputation-causes";
import { signCauses } from "./sign-causes";

/** More candidates than this tell nothing. */
const MOST_CANDIDATES = 8;

/** Of two findings that the same change settles, a wrong formula is the cause; else the first in the list. */
function chooseRepresentatives(corrections: readonly Correction[]): ReadonlyMap<string, Finding> {
  const chosen = new Map<string, Finding>();
  for (const { key, finding } of corrections) {
    if (!chosen.has(key) || finding.rule === "formule-incomplete") chosen.set(key, finding);
  }
  return chosen;
}

/** The causes that are no consequence of another candidate. */
function keepRoots(candidates: readonly Finding[], causes: ReadonlyMap<Finding, ReadonlySet<Finding>>): Finding[] {
  return candidates.filter(
    (candidate) =>
      !candidates.some(
        (other) => other !== candidate && causes.get(candidate)?.has(other) && !causes.get(other)?.has(candidate),
      ),
  );
}

/** Of the findings that a corrected amount of the table would settle. */
function findByAmounts(findings: readonly Finding[], dossier: Dossier, sums: TableSums): ReadonlyMap<Finding, Finding> {
  const made = new Corrections(dossier, sums);
  const corrections = findings.flatMap((finding) => made.of(finding) ?? []);
  if (corrections.length === 0) return new Map();
  const effects = new Effects(dossier, sums, corrections);
  const representatives = chooseRepresentatives(corrections);
  const causes = new Map<Finding, ReadonlySet<Finding>>();
  for (const finding of findings) {
    const settling = effects.settling(finding).map(({ key, finding: own }) => representatives.get(key) ?? own);
    causes.set(finding, new Set(settling.filter((cause) => cause !== finding)));
  }
  const rank = new Map(findings.map((finding, index) => [finding, index]));
  const chosen = new Map<Finding, Finding>();
  for (const [finding, candidates] of causes) {
    if (candidates.size === 0 || candidates.size > MOST_CANDIDATES) continue;
    const roots = keepRoots([...candidates], causes);
    const [cause, another] = roots;
    // Two findings that would each settle the other: the first in the list, or the wrong formula, is the cause.
    if (!cause || another) continue;
    const isMutual = causes.get(cause)?.has(finding) && (rank.get(finding) ?? 0) < (rank.get(cause) ?? 0);
    if (!isMutual) chosen.set(finding, cause);
  }
  return chosen;
}

/** What speaks of the executed amounts as such: their sums, and how they are typed. */
const isOfExecution = ({ id, rule }: Finding): boolean => rule === "execution-coherente" || /[/-]execution$/.test(id);

function findCauses(findings: readonly Finding[], dossier: Dossier): ReadonlyMap<Finding, Finding> {
  if (findings.length < 2) return new Map();
  const { convention, budget, execution } = dossier;
  const { alerteSousConsommation } = convention.reglages;
  return new Map([
    ...(budget ? findByAmounts(findings, dossier, sumsOf(budget)) : []),
    ...(execution ? findByAmounts(findings.filter(isOfExecution), dossier, sumsOf(execution)) : []),
    ...errorCauses(findings, dossier),
    ...executionCauses(findings, alerteSousConsommation),
    ...imputationCauses(findings),
    ...signCauses(findings),
  ]);
}

/** Each cause is followed by its consequences; nothing is dropped. */
export function attachCauses(findings: readonly Finding[], dossier: Dossier): readonly Finding[] {
  const causes = findCauses(findings, dossier);
  if (causes.size === 0) return findings;
  const attached = findings.map((finding) => {
    const cause = causes.get(finding);
    return cause ? { ...finding, causedBy: cause.id } : finding;
  });
  return groupByCause(attached).flatMap(({ cause, consequences }) => [cause, ...consequences]);
}
