// A verification as JUnit's XML, which the programs that run checks by themselves read: a test for each rule, failed by what is left to do.
import { formatCellRef } from "xlsx-model/cell-ref";
import { etatDuMotif } from "../core/domain/justification";
import { formatListe } from "../core/domain/words/format";
import { typographie } from "../core/domain/words/typographie";
import type { Finding, RuleResult, Verification } from "../core/verification";
import { escapeHtml } from "./harmless-text";

/** Errors that the exit status counts too: one that the other party has accepted is done, and so is what only follows from it. */
export function errorsLeft(findings: readonly Finding[]): readonly Finding[] {
  const accepted = new Set(
    findings.filter(({ justification }) => etatDuMotif(justification) === "accepte").map(({ id }) => id),
  );
  return findings.filter(
    ({ id, severity, causedBy }) =>
      severity === "error" && !accepted.has(id) && (causedBy === null || !accepted.has(causedBy)),
  );
}

const escape = (text: string): string => escapeHtml(typographie(text));

const lineOf = ({ cells, message }: Finding): string =>
  escape(cells.length > 0 ? `${formatListe(cells.map(formatCellRef))} : ${message}` : message);

function testOf({ rule, title, article, status, reason = "" }: RuleResult, findings: readonly Finding[]): string {
  const own = findings.filter((finding) => finding.rule === rule);
  const left = errorsLeft(findings).filter((finding) => own.includes(finding));
  const others = own.filter((finding) => !left.includes(finding));
  const inside = [
    ...left.map(
      (finding) => `      <failure type="error" message="${escape(finding.message)}">${lineOf(finding)}</failure>\n`,
    ),
    ...(status === "not-checkable" ? [`      <skipped message="${escape(reason)}"/>\n`] : []),
    ...(others.length > 0 ? [`      <system-out>${others.map(lineOf).join("\n")}</system-out>\n`] : []),
  ].join("");
  return `    <testcase classname="${rule}" name="${escape(`${title} (article ${article})`)}">\n${inside}    </testcase>\n`;
}

/** Whose contract it is, and that nothing is left to ask: nothing holds before. */
const verdictTest = ({ verdict: { state, sentence } }: Verification): string => {
  const isUncertain = state === "not-this-contract" || state === "to-confirm";
  const failure = isUncertain ? `      <failure type="${state}" message="${escape(sentence)}"/>\n` : "";
  return `    <testcase classname="verdict" name="Le contrat suivi est connu et la lecture certaine">\n${failure}    </testcase>\n`;
};

export function reportJunit(verification: Verification): string {
  const { workbook, rules, findings } = verification;
  const tests = [verdictTest(verification), ...rules.map((rule) => testOf(rule, findings))];
  const count = (part: string): number => tests.filter((test) => test.includes(part)).length;
  const counts = `tests="${tests.length}" failures="${count("<failure ")}" errors="0" skipped="${count("<skipped ")}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${counts}>
  <testsuite name="${escape(workbook)}" ${counts}>
${tests.join("")}  </testsuite>
</testsuites>
`;
}
