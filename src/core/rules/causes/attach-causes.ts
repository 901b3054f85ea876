// Tells which findings follow from another one: those whose comparison holds once the other's fact is corrected.
import { formatCellRef } from "../../domain/cell-ref";
import type { CorrectedFact } from "../../facts/corrected-fact";
import type { Dossier, MontantCell, ValeurCell } from "../../domain/dossier";
import { groupByCause } from "../../why/consequences";
import { TELLE_QUELLE, type Lecture } from "../../facts/lecture";
import { tablesOf } from "../../facts/fact-tables";
import type { Group } from "../../facts/groups";
import type { Finding } from "../../verification";
import { HOLDS } from "../rule";
import type { Trouve } from "../run-rules";
import { LectureCorrigee } from "./corrected-reading";
import { Formules } from "./formulas";

/** With more candidates than this nobody could tell the cause. */
const MOST_CANDIDATES = 8;

/**
 * The most amounts changed and comparisons made again, over all causes that are tried: five times what 8 000 actions
 * need with every amount wrong. Where formulas read each other in long chains the search would take the square of
 * their number; beyond this limit no finding is said to be a consequence.
 */
const MOST_STEPS = 2_000_000;

/** What a judge reads: an amount, a value, or the sum of a group, which is always the same object. */
type Read = MontantCell | ValeurCell | Group;

/** Which findings were made with what was read. */
function readBy(trouves: readonly Trouve[]): ReadonlyMap<Read, readonly Trouve[]> {
  const found = new Map<Read, Trouve[]>();
  let trouve: Trouve;
  const note = <Each extends Read>(read: Each): Each => {
    const known = found.get(read);
    if (!known) found.set(read, [trouve]);
    // Findings come one after the other: one that is there already is the last.
    else if (known[known.length - 1] !== trouve) known.push(trouve);
    return read;
  };
  const lecture: Lecture = {
    montant: (cell) => TELLE_QUELLE.montant(note(cell)),
    valeur: (cell) => TELLE_QUELLE.valeur(note(cell)),
    somme: (group) => TELLE_QUELLE.somme(note(group)),
  };
  trouves.forEach((each) => {
    trouve = each;
    each.sources.forEach(({ judge }) => judge(lecture));
  });
  return found;
}

function add<Key>(map: Map<Key, Set<Trouve>>, key: Key, trouve: Trouve): void {
  const known = map.get(key);
  if (known) known.add(trouve);
  else map.set(key, new Set([trouve]));
}

/** The same key for two findings that one change would settle. */
function correctionKey(correction: CorrectedFact): string {
  switch (correction.kind) {
    case "montant":
      return `${formatCellRef(correction.cell.ref)}=${correction.montant}`;
    case "valeur":
      return `${formatCellRef(correction.cell.ref)}=${correction.nombre}`;
    case "avec-action":
      return `+${correction.action.numero} ${formatCellRef(correction.tableau.heading)}`;
    default:
      return `${correction.kind} ${correction.index} ${formatCellRef(correction.tableau.heading)}`;
  }
}

function correctionsOf({ sources }: Trouve): readonly CorrectedFact[] {
  const corrections: CorrectedFact[] = [];
  for (const { outcome } of sources) {
    const correction = "report" in outcome ? outcome.report.corrected : undefined;
    if (!correction) continue;
    if ("kind" in correction) corrections.push(correction);
    else for (const each of correction) corrections.push(each);
  }
  return corrections;
}

/** A finding that a change would settle. */
interface Corrige {
  readonly trouve: Trouve;
  readonly corrections: readonly CorrectedFact[];
  /** The same for all findings that one change settles. */
  readonly key: string;
}

function listCorrected(trouves: readonly Trouve[]): readonly Corrige[] {
  const corrected: Corrige[] = [];
  for (const trouve of trouves) {
    const corrections = correctionsOf(trouve);
    if (corrections.length > 0) corrected.push({ trouve, corrections, key: corrections.map(correctionKey).join(" ") });
  }
  return corrected;
}

/**
 * Where one change settles several findings, the one about a wrong formula is the cause; else the first in the list.
 */
function chooseRepresentatives(corrected: readonly Corrige[]): ReadonlyMap<string, Corrige> {
  const chosen = new Map<string, Corrige>();
  for (const one of corrected) {
    if (!chosen.has(one.key) || one.trouve.finding.rule === "formule-incomplete") chosen.set(one.key, one);
  }
  return chosen;
}

/** The findings that could be the cause of each; null where finding them out takes more than so many steps. */
function findCandidates(
  trouves: readonly Trouve[],
  dossier: Dossier,
  mostSteps: number,
): ReadonlyMap<Trouve, ReadonlySet<Trouve>> | null {
  const corrected = listCorrected(trouves);
  const candidates = new Map<Trouve, Set<Trouve>>();
  if (corrected.length === 0) return candidates;
  const representatives = chooseRepresentatives(corrected);
  const found = readBy(trouves);
  const formules = new Formules(dossier);
  const tables = tablesOf(dossier).amounts;
  let steps = 0;
  for (const { trouve: cause, corrections } of representatives.values()) {
    const lecture = new LectureCorrigee(formules, corrections, tables);
    const { changes, valeurs, gains } = lecture;
    const reached = new Set<Trouve>();
    const reach = (_: unknown, read: Read): void => found.get(read)?.forEach((trouve) => reached.add(trouve));
    changes.forEach(reach);
    valeurs.forEach(reach);
    gains.forEach(reach);
    steps += lecture.changes.size + reached.size;
    if (steps > mostSteps) return null;
    reached.delete(cause);
    reached.forEach((touched) => {
      const isSettled =
        lecture.hasLost(touched.finding.cells) || touched.sources.every(({ judge }) => judge(lecture) === HOLDS);
      if (isSettled) add(candidates, touched, cause);
    });
  }
  // Findings that the very same change settles are settled by their representative, whatever they compare.
  for (const { trouve: other, key } of corrected) {
    const cause = representatives.get(key)?.trouve;
    if (cause && cause !== other) add(candidates, other, cause);
  }
  return candidates;
}

/** The causes that are no consequence of another candidate. */
function keepRoots(found: readonly Trouve[], causes: ReadonlyMap<Trouve, ReadonlySet<Trouve>>): readonly Trouve[] {
  return found.filter(
    (candidate) =>
      !found.some(
        (other) => other !== candidate && causes.get(candidate)?.has(other) && !causes.get(other)?.has(candidate),
      ),
  );
}

function chooseCauses(
  trouves: readonly Trouve[],
  causes: ReadonlyMap<Trouve, ReadonlySet<Trouve>>,
): ReadonlyMap<Finding, Finding> {
  const chosen = new Map<Finding, Finding>();
  for (const [trouve, candidates] of causes) {
    if (candidates.size > MOST_CANDIDATES) continue;
    const [cause, another] = keepRoots([...candidates], causes);
    if (cause && !another) chosen.set(trouve.finding, cause.finding);
  }
  return withoutCircles(trouves, chosen);
}

/**
 * Where findings would settle each other, the first in the list is the cause, so that one of them is always left to
 * do.
 */
function withoutCircles(trouves: readonly Trouve[], chosen: Map<Finding, Finding>): ReadonlyMap<Finding, Finding> {
  const rank = new Map(trouves.map(({ finding }, index) => [finding, index]));
  const settled = new Set<Finding>();
  for (const { finding } of trouves) {
    if (!chosen.has(finding)) continue;
    const way = new Set<Finding>();
    let at: Finding | undefined = finding;
    while (at && !settled.has(at) && !way.has(at)) {
      way.add(at);
      at = chosen.get(at);
    }
    if (at && way.has(at)) chosen.delete(firstInCircle(at, chosen, rank));
    for (const one of way) settled.add(one);
  }
  return chosen;
}

function firstInCircle(
  finding: Finding,
  causes: ReadonlyMap<Finding, Finding>,
  rank: ReadonlyMap<Finding, number>,
): Finding {
  let first = finding;
  for (let one = causes.get(finding); one && one !== finding; one = causes.get(one)) {
    if ((rank.get(one) ?? 0) < (rank.get(first) ?? 0)) first = one;
  }
  return first;
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
  if (causes.size === 0) return { findings, isGivenUp: false };
  const attached = findings.map((finding) => {
    const cause = causes.get(finding);
    return cause ? { ...finding, causedBy: cause.id } : finding;
  });
  return {
    findings: groupByCause(attached).flatMap(({ cause, consequences }) => [cause, ...consequences]),
    isGivenUp: false,
  };
}
