// Gives each finding the reason that a party gave for it, in « Écarts » or in the execution table, and the other's decision.
import type { CellRef } from "xlsx-model/cell-ref";
import type { TableauExecution } from "./domain/dossier";
import { groupByCause } from "./why/consequences";
import { groupBy } from "./domain/group-by";
import { etatDuMotif, unsigned, type Justification } from "./domain/justification";
import type { CadreDuMotif } from "./domain/justification-complete";
import { queFaire, SANS_JUSTIFICATION } from "./domain/justification-possible";
import { motifsDe, retenir, versionsDe } from "./domain/registre";
import type { Parole } from "./domain/parole";
import { reasonBeside, RULE_ANSWERED } from "./domain/justification-du-tableau";
import { suivreMotif } from "./domain/justification-suivie";
import { DATED_RULES, holdsFor } from "./domain/justification-tient";
import type { JustificationLue } from "./reading/read-justifications";
import type { RuleId } from "./rules/rule-id";
import type { Finding } from "./verification";
import { plainFigures } from "./verification-json";

// The domain knows no rule: here their names are held against the registry.
[...DATED_RULES, RULE_ANSWERED] satisfies readonly RuleId[];
SANS_JUSTIFICATION satisfies Partial<Record<RuleId, string>>;

/** They hold a cell against what it should add up: as long as the figures stay, no reason for one of them makes the sum right. */
const SUMS: readonly string[] = [
  "total-de-l-action",
  "sous-total-axe",
  "total-general",
  "total-de-la-periode",
  "execution-coherente",
] satisfies readonly RuleId[];

/**
 * Nobody is asked to correct a remark, nor what is excused: what would follow from the correction then stands for
 * itself, and is to do. Under an excused cause that is what no reason excuses, and the sums.
 */
function standAlone(findings: readonly Finding[]): readonly Finding[] {
  const alone = new Set<Finding>();
  for (const { cause, consequences } of groupByCause(findings)) {
    const isRemark = cause.severity === "info";
    if (!isRemark && etatDuMotif(cause.justification) === "a-faire") continue;
    for (const each of consequences) {
      const staysWrong = isRemark ? each.severity !== "info" : queFaire(each.rule) !== null || SUMS.includes(each.rule);
      if (staysWrong) alone.add(each);
    }
  }
  if (alone.size === 0) return findings;
  return findings.map((finding) => (alone.has(finding) ? { ...finding, causedBy: null } : finding));
}

export function justify(
  findings: readonly Finding[],
  given: ReadonlyMap<string, readonly JustificationLue[]>,
  execution: TableauExecution | null,
  cadre: CadreDuMotif,
  paroles: readonly Parole[] = [],
): readonly Finding[] {
  const byFinding = groupBy(paroles, ({ id }) => id);
  const justified = findings.map((finding) => {
    const lues = given.get(finding.id) ?? [];
    const beside = reasonBeside(finding, execution);
    const said = byFinding.get(finding.id) ?? [];
    // For nearly all findings nothing was typed.
    if (lues.length === 0 && !beside) return said.length === 0 ? finding : withVersions(finding, said);
    const typed = beside?.text.trim() ?? null;
    const inscribed = { ...finding, ...inscriptionOf(finding, lues, typed, cadre) };
    return withVersions(withReason(inscribed, lues, typed, beside?.ref, cadre), said);
  });
  return standAlone(justified);
}

/** What was said before and what stands now, each in its order. */
function withVersions(finding: Finding, said: readonly Parole[]): Finding {
  if (said.length === 0) return finding;
  const { id, justification, former } = finding;
  const withThem = (given: Justification): Justification => ({
    ...given,
    versions: versionsDe(retenir(said, id, given), id),
  });
  if (justification) return { ...finding, justification: withThem(justification) };
  if (former) return { ...finding, former: withThem(former) };
  const last = motifsDe(said, id).at(-1);
  // Taken from another copy, where the figures are not these: its words are the start of the next ones.
  return last?.ailleurs
    ? { ...finding, former: { ...unsigned(last.text), ...signatureOf(last), versions: versionsDe(said, id) } }
    : finding;
}

const signatureOf = ({ by, party, on }: Parole) => ({ by, party, on });

const holds = (finding: Finding, { saisie }: JustificationLue): boolean =>
  holdsFor({ ...finding, ...plainFigures(finding.figures) }, saisie);

/** What the row of the finding is written with again: of the first row that holds for it, its words or not. */
function inscriptionOf(
  finding: Finding,
  lues: readonly JustificationLue[],
  typed: string | null,
  cadre: CadreDuMotif,
): Pick<Finding, "inscription"> {
  const placed = lues.find((lue) => holds(finding, lue)) ?? null;
  return placed === null && typed === null
    ? {}
    : { inscription: suivreMotif(placed?.saisie ?? null, typed, finding.rule, cadre).inscription };
}

/** Where several rows bear words for one finding the first counts. */
function withReason(
  finding: Finding,
  lues: readonly JustificationLue[],
  typed: string | null,
  besideAt: CellRef | undefined,
  cadre: CadreDuMotif,
): Finding {
  const lue = lues.find(({ saisie }) => saisie.text !== "");
  const held = lue && holds(finding, lue) ? lue : null;
  const { justification } = suivreMotif(held?.saisie ?? null, typed, finding.rule, cadre);
  if (!justification) {
    const former = lue && !held ? suivreMotif(lue.saisie, null, finding.rule, cadre).justification : null;
    return former ? { ...finding, former } : finding;
  }
  const inTable = justification.text === typed ? besideAt : undefined;
  const cell = inTable ?? (held && { sheet: held.sheet, ...held.saisie.place });
  return { ...finding, justification: cell ? { ...justification, cell } : justification };
}
