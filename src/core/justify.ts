// Gives each finding the reason that a party gave for it, in « Écarts » or in the execution table, and the other's decision.
import type { CellRef } from "./domain/cell-ref";
import type { TableauExecution } from "./domain/dossier";
import { reasonBeside, RULE_ANSWERED } from "./domain/justification-du-tableau";
import { suivreMotif } from "./domain/justification-suivie";
import { DATED_RULES, holdsFor } from "./domain/justification-tient";
import type { JustificationLue } from "./reading/read-justifications";
import type { RuleId } from "./rules/rule-id";
import type { Finding } from "./verification";
import { plainFigures } from "./verification-json";

// The domain knows no rule: here their names are held against the registry.
[...DATED_RULES, RULE_ANSWERED] satisfies readonly RuleId[];

export function justify(
  findings: readonly Finding[],
  given: ReadonlyMap<string, readonly JustificationLue[]>,
  execution: TableauExecution | null,
): Finding[] {
  return findings.map((finding) => {
    const lues = given.get(finding.id) ?? [];
    const beside = reasonBeside(finding, execution);
    // Nothing was typed, as of nearly all of them.
    if (lues.length === 0 && !beside) return finding;
    const typed = beside?.text.trim() ?? null;
    return withReason({ ...finding, ...inscriptionOf(finding, lues, typed) }, lues, typed, beside?.ref);
  });
}

const holds = (finding: Finding, { saisie }: JustificationLue): boolean =>
  holdsFor({ ...finding, ...plainFigures(finding.figures) }, saisie);

/** What the row of the finding is written with again: of the first row that holds for it, its words or not. */
function inscriptionOf(
  finding: Finding,
  lues: readonly JustificationLue[],
  typed: string | null,
): Pick<Finding, "inscription"> {
  const placed = lues.find((lue) => holds(finding, lue)) ?? null;
  return placed === null && typed === null
    ? {}
    : { inscription: suivreMotif(placed?.saisie ?? null, typed).inscription };
}

/** Where several rows bear words for one finding the first counts. */
function withReason(
  finding: Finding,
  lues: readonly JustificationLue[],
  typed: string | null,
  besideAt: CellRef | undefined,
): Finding {
  const lue = lues.find(({ saisie }) => saisie.text !== "");
  const held = lue && holds(finding, lue) ? lue : null;
  const { justification } = suivreMotif(held?.saisie ?? null, typed);
  if (!justification) {
    const former = lue && !held ? suivreMotif(lue.saisie, null).justification : null;
    return former ? { ...finding, former } : finding;
  }
  const inTable = justification.text === typed ? besideAt : undefined;
  const cell = inTable ?? (held && { sheet: held.sheet, ...held.saisie.place });
  return { ...finding, justification: cell ? { ...justification, cell } : justification };
}
