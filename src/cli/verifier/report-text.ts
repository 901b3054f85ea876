// The readable report: what was read, then the findings by rule, worst first, then what was and was not checked.
import { groupBy } from "../../core/domain/group-by";
import { formatCellRef, type CellRef } from "../../core/domain/cell-ref";
import { accord } from "../../core/domain/words/accord";
import { describeContract } from "../../core/contract/in-force/contrat-servi";
import type { CauseGroup } from "../../core/why/consequences";
import { describeMotif } from "../../core/domain/describe-motif";
import { etatDuMotif } from "../../core/domain/justification";
import { formatListe } from "../../core/domain/words/format";
import { typographie } from "../../core/domain/words/typographie";
import { describeAnswers } from "../../core/domain/describe-answers";
import type { Finding, Justification, RuleResult, Verification } from "../../core/verification";
import {
  describeCauses,
  describeCounts,
  describeNoFinding,
  describeReading,
  describeLeftAside,
  describeUnread,
  groupRules,
  nameRule,
  nameTable,
} from "../../core/sheets/describe-verification";
import { orderFindings } from "../../core/sheets/ecarts/order-findings";
import { SEVERITY_WORDS } from "../../core/sheets/parts/sheet-style";
import { oneLine } from "../one-line";

const CELLS_SHOWN = 6;

function listCells(cells: readonly CellRef[]): string {
  const rest = cells.length - CELLS_SHOWN;
  return `${cells.slice(0, CELLS_SHOWN).map(formatCellRef).join(", ")}${rest > 0 ? ` et ${accord(rest, "autre")}` : ""}`;
}

const MOTIF_WORDS = { "a-faire": "Non admis", "en-attente": "Justifié", accepte: "Accepté" } as const;

function describeJustification(justification: Justification, localParty: string): string {
  return `${MOTIF_WORDS[etatDuMotif(justification)]} : ${describeMotif(justification, localParty)}`;
}

/** What the explanation of a consequence would say is the cause that it stands under; the JSON has it. */
function addFinding(lines: Line[], finding: Finding, localParty: string, indent: string, isConsequence: boolean): void {
  const { severity, message, cells, explanation, justification } = finding;
  lines.push(`${indent}${SEVERITY_WORDS[severity]} – ${message}`);
  if (cells.length > 0) lines.push(`${indent}  ${listCells(cells)}`);
  if (explanation !== null && !isConsequence) lines.push(`${indent}  ${explanation}`);
  if (justification !== null) lines.push(`${indent}  ${describeJustification(justification, localParty)}`);
}

/** A cause, then what correcting it would settle as well. */
function addCause(lines: Line[], { cause, consequences }: CauseGroup<Finding>, localParty: string): void {
  addFinding(lines, cause, localParty, "  ", false);
  if (consequences.length > 0) lines.push("    Entraîne aussi :");
  for (const consequence of consequences) addFinding(lines, consequence, localParty, "      ", true);
}

interface Heading {
  readonly heading: string;
}
type Line = string | Heading;

const heading = (text: string): Heading => ({ heading: text });

function findingSections(verification: Verification): Line[] {
  const byId = new Map(verification.rules.map((rule) => [rule.rule, rule]));
  return [...groupBy(orderFindings(verification), ({ cause }) => cause.rule)].flatMap(([id, group]) => {
    const rule = byId.get(id);
    const caused = group.reduce((sum, { consequences }) => sum + consequences.length, 0);
    const counts = [accord(group.length, "écart"), ...(caused > 0 ? [accord(caused, "conséquence")] : [])];
    const lines: Line[] = ["", heading(`${rule ? nameRule(rule) : id} : ${formatListe(counts)}`)];
    for (const each of group) addCause(lines, each, verification.contract.localParty);
    return lines;
  });
}

/** Rules that share a reason stand under it. */
function reasonSection(title: string, rules: readonly RuleResult[]): Line[] {
  if (rules.length === 0) return [];
  return [
    "",
    heading(`${title} (${rules.length})`),
    ...[...groupBy(rules, ({ reason }) => reason ?? "")].flatMap(([reason, group]) => [
      `  ${reason}`,
      ...group.map((rule) => `    – ${nameRule(rule)}`),
    ]),
  ];
}

function coverageSections({ rules, beyond }: Verification): Line[] {
  const { compliant, notCheckable, partly } = groupRules(rules);
  return [
    ...reasonSection("Règles non vérifiables", notCheckable),
    ...reasonSection("Règles vérifiées en partie", partly),
    "",
    heading(`Règles respectées (${compliant.length})`),
    ...compliant.map((rule) => `  – ${nameRule(rule)}`),
    "",
    heading("Ce qu’aucun calcul ne peut vérifier"),
    ...beyond.map(({ article, subject }) => `  – ${nameRule({ title: subject, article })}`),
  ];
}

/** What the definition of the contract still asks. */
function questionLines({ contract: { openQuestions = [], confirmedByGiver } }: Verification): Line[] {
  const given =
    "La définition du contrat ne dit pas d’où viennent ses valeurs : elle vaut pour confirmée par qui la donne.";
  const said = confirmedByGiver === true ? ["", given] : [];
  if (openQuestions.length === 0) return said;
  return [
    ...said,
    "",
    heading("Ce que la définition du contrat demande encore"),
    ...openQuestions.map(({ field, question }) => `  ${field} : ${question}`),
  ];
}

/** What the words of the workbook do not say enough. */
function readingLines({ verdict: { questions = [] } }: Verification): Line[] {
  const asked = questions.filter(({ about }) => about !== "contract");
  if (asked.length === 0) return [];
  const sheets = new Set(
    asked.flatMap(({ about, answers }) =>
      about === "table" ? answers.flatMap(({ range }) => (range ? `--feuille "${range.sheet}"` : [])) : [],
    ),
  );
  return [
    "",
    heading(`Voici ce que le classeur ne dit pas assez (${asked.length})`),
    ...asked.flatMap(({ text, evidence, lacks = [] }) => [
      `  ${text}`,
      ...[...evidence, ...lacks].map((one) => `    – ${one}`),
    ]),
    "  Pour répondre : dans le volet, ou ici avec --lecture-sortie questions.json, puis --lecture questions.json.",
    ...(sheets.size > 0 ? [`  Pour choisir un tableau, aussi : ${[...sheets].join(" ou ")}.`] : []),
  ];
}

/** What people said of the columns and rows, with who did. */
function answerLines({ answers, contract: { localParty } }: Verification): Line[] {
  const said = describeAnswers(answers, localParty);
  if (said.length === 0) return [];
  return [
    "",
    heading(`Réponses données sur les colonnes et les lignes (${said.length})`),
    ...said.map(({ what, said: text }) => `  ${what} : ${text}`),
  ];
}

export function formatReport(verification: Verification, styled: boolean): string {
  const noFinding = describeNoFinding(verification);
  const causes = describeCauses(verification);
  const asides = [describeLeftAside(verification), describeUnread(verification)].filter((said) => said !== null);
  const lines: Line[] = [
    heading(verification.workbook),
    `Contrat ${verification.contract.id}. ${describeContract(verification)}.`,
    "",
    heading("Ce qui a été lu"),
    ...verification.read.flatMap((table) => [
      `  ${nameTable(table)} (« ${table.sheet} », ${table.range}) : ${describeReading(table)}`,
    ]),
    ...(verification.read.length === 0 ? ["  Aucun tableau du contrat n’a été reconnu."] : []),
    ...asides.map((said) => `  ${said}`),
    "",
    heading(verification.verdict.sentence),
    describeCounts(verification),
    ...(causes === null ? [] : [causes]),
    ...(noFinding === null ? [] : [noFinding]),
    ...questionLines(verification),
    ...readingLines(verification),
    ...answerLines(verification),
    ...findingSections(verification),
    ...coverageSections(verification),
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
