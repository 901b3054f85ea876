// A verification as JUnit's XML, which the programs that run checks by themselves read: a test for each rule, failed by what is left to do.
import { formatCellRef } from "xlsx-model/cell-ref";
import { etatDuMotif } from "../core/domain/justification";
import { formatListe } from "../core/domain/words/format";
import { typographie } from "../core/domain/words/typographie";
import { nameRule } from "../core/sheets/describe-verification";
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

const linesOf = (findings: readonly Finding[]): string[] => findings.map(lineOf);

/** One failure of a test, whatever is left: of several, most programs show the first only. */
function failureOf(left: readonly Finding[]): string {
  const [first] = left;
  if (!first) return "";
  const said = left.length === 1 ? first.message : `${left.length} erreurs à traiter`;
  return `      <failure type="error" message="${escape(said)}">${linesOf(left).join("\n")}</failure>\n`;
}

function testOf(result: RuleResult, findings: readonly Finding[]): string {
  const { rule, status, reason } = result;
  const own = findings.filter((finding) => finding.rule === rule);
  const left = errorsLeft(findings).filter((finding) => own.includes(finding));
  const isSkipped = status === "not-checkable";
  const others = [
    ...(reason === undefined || isSkipped ? [] : [escape(reason)]),
    ...linesOf(own.filter((finding) => !left.includes(finding))),
  ];
  const inside = [
    failureOf(left),
    isSkipped ? `      <skipped message="${escape(reason ?? "")}"/>\n` : "",
    others.length > 0 ? `      <system-out>${others.join("\n")}</system-out>\n` : "",
  ].join("");
  return testCase(rule, nameRule(result), inside);
}

const testCase = (classname: string, name: string, inside: string): string =>
  `    <testcase classname="${classname}" name="${escape(name)}" time="0">\n${inside}    </testcase>\n`;

/** Whose contract it is, and that nothing is left to ask: nothing holds before. */
const verdictTest = ({ verdict: { state, sentence } }: Verification): string => {
  const isUncertain = state === "not-this-contract" || state === "to-confirm";
  const failure = isUncertain ? `      <failure type="${state}" message="${escape(sentence)}"/>\n` : "";
  return testCase("verdict", "Le contrat suivi est connu et la lecture certaine", failure);
};

export function reportJunit(verification: Verification): string {
  const { workbook, rules, findings } = verification;
  const tests = [verdictTest(verification), ...rules.map((rule) => testOf(rule, findings))];
  const count = (part: string): number => tests.filter((test) => test.includes(part)).length;
  const counts = `tests="${tests.length}" failures="${count("<failure ")}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${counts}>
  <testsuite name="${escape(workbook)}" ${counts} skipped="${count("<skipped ")}" time="0">
${tests.join("")}  </testsuite>
</testsuites>
`;
}
