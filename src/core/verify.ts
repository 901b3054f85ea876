// The one entry of the core: a workbook, a contract and a date in, what holds and what does not out.
import type { Convention } from "./domain/contrat/convention";
import type { Dossier, SourceContrat } from "./domain/dossier";
import { holdsFor } from "./domain/justification-tient";
import { describeChoices } from "./reading/describe-choices";
import { describeRead } from "./reading/describe-read";
import { readDossier } from "./reading/read-dossier";
import { readJustifications } from "./reading/read-justifications";
import { attachCauses } from "./rules/causes/attach-causes";
import { rules } from "./rules/index";
import { runRules } from "./rules/run-rules";
import type { Finding, RuleResult, Verification } from "./verification";
import type { RawWorkbook } from "./workbook-port";

function justify(findings: readonly Finding[], given: ReturnType<typeof readJustifications>): Finding[] {
  return findings.map((finding) => {
    const justification = given.get(finding.id);
    if (!justification || !holdsFor(finding, justification)) return finding;
    const { text, by, on } = justification;
    return { ...finding, justification: { text, by, on } };
  });
}

function summarise(findings: readonly Finding[], results: readonly RuleResult[]): Verification["summary"] {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return {
    error: count("error"),
    warning: count("warning"),
    info: count("info"),
    consequences: findings.filter(({ causedBy }) => causedBy !== null).length,
    justified: findings.filter(({ justification }) => justification !== null).length,
    notCheckable: results.filter(({ status }) => status === "not-checkable").length,
  };
}

/**
 * `asOf` is an ISO date. A "built-in" convention serves where the workbook has no sheet « Contrat »; a "given" one
 * serves in any case.
 */
export function verify(
  raw: RawWorkbook,
  convention: Convention,
  asOf: string,
  source: Exclude<SourceContrat, "workbook"> = "built-in",
): { readonly verification: Verification; readonly dossier: Dossier } {
  const dossier = readDossier(raw, convention, asOf, source);
  const run = runRules(rules, dossier);
  const findings = justify(attachCauses(run.findings, dossier), readJustifications(raw));
  const { results } = run;
  const unread = raw.sheets
    .filter(({ visibility, resultSheet }) => visibility !== "visible" && resultSheet === null)
    .map(({ name }) => ({ sheet: name, reason: "feuille masquée, non lue" }));
  const choices = describeChoices(dossier.choix ?? []);
  const verification: Verification = {
    workbook: raw.name,
    contract: {
      id: dossier.convention.id,
      avenants: dossier.avenants.map(({ numero }) => numero),
      source: dossier.sourceContrat ?? source,
    },
    asOf,
    read: describeRead(dossier),
    ...(unread.length > 0 && { unread }),
    ...(choices.length > 0 && { choices }),
    rules: results,
    findings,
    summary: summarise(findings, results),
  };
  return { verification, dossier };
}
