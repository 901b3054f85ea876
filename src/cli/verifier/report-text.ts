// The readable report: what was read, then the findings by rule, worst first, then what was and was not checked.
import { groupBy } from "../../core/domain/group-by";
import { accord } from "../../core/domain/words/accord";
import { describeContract } from "../../core/contract/in-force/contrat-servi";
import type { CauseGroup } from "../../core/why/consequences";
import { formatListe } from "../../core/domain/words/format";
import { typographie } from "../../core/domain/words/typographie";
import type { Finding, Verification } from "../../core/verification";
import { describeProvisional, nameRule } from "../../core/sheets/describe-verification";
import { orderFindings } from "../../core/sheets/ecarts/order-findings";
import { SEVERITY_WORDS } from "../../core/sheets/parts/sheet-style";
import {
  countsOf,
  detailsOf,
  sectionRead,
  sectionsAsked,
  sectionsChecked,
  type ReportSection,
} from "../../report/report-sections";
import { oneLine } from "../one-line";

interface Heading {
  readonly heading: string;
}
type Line = string | Heading;

const heading = (text: string): Heading => ({ heading: text });

function findingLines(finding: Finding, localParty: string, indent: string, isConsequence: boolean): Line[] {
  return [
    `${indent}${SEVERITY_WORDS[finding.severity]} – ${finding.message}`,
    ...detailsOf(finding, localParty, isConsequence).map((detail) => `${indent}  ${detail}`),
  ];
}

/** A cause, then what correcting it would settle as well. */
function causeLines({ cause, consequences }: CauseGroup<Finding>, localParty: string): Line[] {
  return [
    ...findingLines(cause, localParty, "  ", false),
    ...(consequences.length > 0 ? ["    Entraîne aussi :"] : []),
    ...consequences.flatMap((consequence) => findingLines(consequence, localParty, "      ", true)),
  ];
}

function findingSections(verification: Verification): Line[] {
  const byId = new Map(verification.rules.map((rule) => [rule.rule, rule]));
  return [...groupBy(orderFindings(verification), ({ cause }) => cause.rule)].flatMap(([id, group]) => {
    const rule = byId.get(id);
    const caused = group.reduce((sum, { consequences }) => sum + consequences.length, 0);
    const counts = [accord(group.length, "écart"), ...(caused > 0 ? [accord(caused, "conséquence")] : [])];
    return [
      "",
      heading(`${rule ? nameRule(rule) : id} : ${formatListe(counts)}`),
      ...group.flatMap((each) => causeLines(each, verification.contract.localParty)),
    ];
  });
}

function sectionLines({ title, lines }: ReportSection): Line[] {
  if (lines.length === 0) return [];
  return [
    "",
    heading(title),
    ...lines.flatMap(({ text, under }) => [`  ${text}`, ...under.map((one) => `    – ${one}`)]),
  ];
}

/** How what is asked may be answered from here. */
function answerWays({ verdict: { questions = [] } }: Verification): Line[] {
  const asked = questions.filter(({ about }) => about !== "contract");
  if (asked.length === 0) return [];
  const sheets = new Set(
    asked.flatMap(({ about, answers }) =>
      about === "table" ? answers.flatMap(({ range }) => (range ? `--feuille "${range.sheet}"` : [])) : [],
    ),
  );
  return [
    "  Pour répondre : dans le volet, ou ici avec --lecture-sortie questions.json, puis --lecture questions.json.",
    ...(sheets.size > 0 ? [`  Pour choisir un tableau, aussi : ${[...sheets].join(" ou ")}.`] : []),
  ];
}

export function formatReport(verification: Verification, styled: boolean): string {
  const { definition, questions, answers } = sectionsAsked(verification);
  const provisional = describeProvisional(verification);
  const lines: Line[] = [
    heading(verification.workbook),
    `Contrat ${verification.contract.id}. ${describeContract(verification)}.`,
    ...(provisional === null ? [] : [provisional]),
    ...sectionLines(sectionRead(verification)),
    "",
    heading(verification.verdict.sentence),
    ...countsOf(verification),
    ...sectionLines(definition),
    ...sectionLines(questions),
    ...answerWays(verification),
    ...sectionLines(answers),
    ...findingSections(verification),
    ...sectionsChecked(verification).flatMap(sectionLines),
  ];
  let report = "";
  for (const line of lines) report += `${print(line, styled)}\n`;
  return report;
}

function print(line: Line, styled: boolean): string {
  if (typeof line !== "string") {
    const text = typographie(oneLine(line.heading));
    return styled ? `\u001b[1m${text}\u001b[22m` : text;
  }
  let indent = 0;
  while (line.charAt(indent) === " ") indent += 1;
  return line.slice(0, indent) + typographie(oneLine(line));
}
