// Gives each finding the reason that a party gave for it, in « Écarts » or in the execution table, and the other's decision.
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
  given: ReadonlyMap<string, JustificationLue>,
  execution: TableauExecution | null,
): Finding[] {
  return findings.map((finding) => {
    const lue = given.get(finding.id);
    const held = lue && holdsFor({ ...finding, ...plainFigures(finding.figures) }, lue.saisie) ? lue : null;
    const beside = reasonBeside(finding, execution);
    // Nothing was typed, as of nearly all of them.
    if (!lue && !beside) return finding;
    const typed = beside?.text.trim() ?? null;
    const { justification } = suivreMotif(held?.saisie ?? null, typed);
    if (!justification) {
      const former = lue && !held ? suivreMotif(lue.saisie, null).justification : null;
      return former ? { ...finding, former } : finding;
    }
    const inTable = justification.text === typed ? beside?.ref : undefined;
    const cell = inTable ?? (held && { sheet: held.sheet, ...held.saisie.place });
    return { ...finding, justification: cell ? { ...justification, cell } : justification };
  });
}
