// Tells which findings follow from another one: those whose comparison holds once the other's fact is corrected.
import { remember } from "../domain/remember";
import { groupBy } from "../domain/group-by";
import type { Dossier } from "../domain/dossier";
import { keyOfCorrection, type CorrectedFact } from "../facts/corrected-fact";
import { TELLE_QUELLE, type Lecture } from "../facts/lecture";
import type { Finding } from "../verification";
import { groupByCause } from "./consequences";
import { LectureCorrigee, type Read } from "./corrected-reading";

/** With more candidates than this nobody could tell the cause. */
const MOST_CANDIDATES = 8;

/**
 * The most amounts changed and comparisons made again, over all causes that are tried. Where formulas read each other
 * in long chains the search would take the square of their number; beyond this limit no finding is said to be a
 * consequence.
 */
const MOST_STEPS = 2_000_000;

/** A finding, with the comparisons that made it and what they would have to read for it to be settled. */
export interface Trouve {
  readonly finding: Finding;
  readonly comparisons: readonly {
    holds(lecture: Lecture): boolean;
  }[];
  /** What happened, where several rules tell it: remedies for one fact are one cause. */
  readonly fact?: { readonly key: string; readonly rank: number } | undefined;
  /** Nothing where the figures do not tell what is wrong. */
  readonly corrected: readonly CorrectedFact[];
}

/** For each finding, those whose correction would settle it. */
type Candidates = ReadonlyMap<Trouve, ReadonlySet<Trouve>>;

function addTo<Key, Item>(sets: Map<Key, Set<Item>>, key: Key, item: Item): void {
  const known = sets.get(key);
  if (known) known.add(item);
  else sets.set(key, new Set([item]));
}

/** The findings that were made with each thing that was read. */
function readBy(trouves: readonly Trouve[]): ReadonlyMap<Read, ReadonlySet<Trouve>> {
  const found = new Map<Read, Set<Trouve>>();
  for (const trouve of trouves) {
    const note = <Each extends Read>(read: Each): Each => {
      addTo(found, read, trouve);
      return read;
    };
    const lecture: Lecture = {
      montant: (cell) => TELLE_QUELLE.montant(note(cell)),
      valeur: (cell) => TELLE_QUELLE.valeur(note(cell)),
      somme: (group) => TELLE_QUELLE.somme(note(group)),
    };
    for (const comparison of trouve.comparisons) comparison.holds(lecture);
  }
  return found;
}

/** Many findings share one list. */
const keyOfCorrections = remember((corrected: Trouve["corrected"]) => corrected.map(keyOfCorrection).join(" "));

/** The findings that can be a cause, by their correction: several that one correction would settle stand together. */
function byCorrection(trouves: readonly Trouve[]): readonly (readonly [Trouve, ...Trouve[]])[] {
  const groups = groupBy(trouves, ({ corrected }) => (corrected.length > 0 ? keyOfCorrections(corrected) : undefined));
  return [...groups.values()];
}

/** Null where finding them out takes more than so many steps. */
function findCandidates(trouves: readonly Trouve[], dossier: Dossier, mostSteps: number): Candidates | null {
  const candidates = new Map<Trouve, Set<Trouve>>();
  const groups = byCorrection(trouves);
  if (groups.length === 0) return candidates;
  const found = readBy(trouves);
  let steps = 0;
  for (const group of groups) {
    // Of several that one correction settles a wrong formula is the cause; else the first in the list.
    const cause = group.find(({ finding }) => finding.rule === "formule-incomplete") ?? group[0];
    const lecture = new LectureCorrigee(dossier, cause.corrected);
    const reached = new Set(lecture.changed.flatMap((read) => [...(found.get(read) ?? [])]));
    steps += lecture.montants.size + reached.size;
    if (steps > mostSteps) return null;
    const isSettled = ({ finding, comparisons }: Trouve): boolean =>
      lecture.hasLost(finding.cells) || comparisons.every((comparison) => comparison.holds(lecture));
    // Whatever they compare, the others of the group are settled by the very same change.
    for (const settled of new Set([...group, ...[...reached].filter(isSettled)])) {
      if (settled !== cause) addTo(candidates, settled, cause);
    }
  }
  return candidates;
}

/** The one candidate that follows from no other; null where there are several, or too many to look among. */
function rootAmong(candidates: ReadonlySet<Trouve>, all: Candidates): Trouve | null {
  if (candidates.size > MOST_CANDIDATES) return null;
  const follows = (one: Trouve, other: Trouve): boolean => all.get(one)?.has(other) ?? false;
  const found = [...candidates];
  const [root, another] = found.filter(
    (one) => !found.some((other) => other !== one && follows(one, other) && !follows(other, one)),
  );
  return root && !another ? root : null;
}

function leadsBackTo(finding: Finding, causes: ReadonlyMap<Finding, Finding>): boolean {
  const passed = new Set<Finding>();
  for (let at = causes.get(finding); at && !passed.has(at); at = causes.get(at)) {
    if (at === finding) return true;
    passed.add(at);
  }
  return false;
}

const rankOf = ({ fact }: Trouve): number => fact?.rank ?? 0;

function chooseCauses(trouves: readonly Trouve[], candidates: Candidates): ReadonlyMap<Finding, Finding> {
  const chosen = new Map<Finding, Finding>();
  for (const [{ finding }, found] of candidates) {
    const root = rootAmong(found, candidates);
    if (root) chosen.set(finding, root.finding);
  }
  // Of one fact one finding tells it; a graver one stands for itself.
  for (const group of groupBy(trouves, ({ fact }) => fact?.key).values()) {
    const [lead, ...others] = [...group].sort((one, other) => rankOf(one) - rankOf(other));
    if (!lead) continue;
    for (const { finding } of others) {
      if (finding.severity === lead.finding.severity && !chosen.has(finding)) chosen.set(finding, lead.finding);
    }
  }
  // Where findings would settle each other, the first in the list is the cause: one of them is always left to do.
  for (const { finding } of trouves) if (leadsBackTo(finding, chosen)) chosen.delete(finding);
  return chosen;
}

export interface Attached {
  /** The findings with each cause before its consequences; none is dropped. */
  readonly findings: readonly Finding[];
  /** The search would take more than so many steps, so that no finding is said to follow from another. */
  readonly isGivenUp: boolean;
}

export function attachCauses(trouves: readonly Trouve[], dossier: Dossier, mostSteps = MOST_STEPS): Attached {
  const findings = trouves.map(({ finding }) => finding);
  if (findings.length < 2) return { findings, isGivenUp: false };
  const candidates = findCandidates(trouves, dossier, mostSteps);
  if (candidates === null) return { findings, isGivenUp: true };
  const causes = chooseCauses(trouves, candidates);
  const attached = findings.map((finding) => {
    const cause = causes.get(finding);
    return cause ? { ...finding, causedBy: cause.id } : finding;
  });
  return {
    findings: groupByCause(attached).flatMap(({ cause, consequences }) => [cause, ...consequences]),
    isGivenUp: false,
  };
}
