// What every report of a verification says beside its findings, and below each of them: in a terminal, on a page and in Markdown alike.
import { formatCellRef } from "xlsx-model/cell-ref";
import { describeAnswers } from "../core/domain/describe-answers";
import { describeMotif } from "../core/domain/describe-motif";
import { groupBy } from "../core/domain/group-by";
import { etatDuMotif } from "../core/domain/justification";
import { formatListeCourte } from "../core/domain/words/format";
import {
  describeCauses,
  describeCounts,
  describeLeftAside,
  describeNoFinding,
  describeReading,
  describeUnread,
  groupRules,
  nameRule,
  nameTable,
} from "../core/sheets/describe-verification";
import type { Finding, RuleResult, Verification } from "../core/verification";

export interface ReportLine {
  readonly text: string;
  /** What stands under it. */
  readonly under: readonly string[];
}

export interface ReportSection {
  readonly title: string;
  readonly lines: readonly ReportLine[];
}

const alone = (text: string): ReportLine => ({ text, under: [] });
const counted = (title: string, lines: readonly ReportLine[]): ReportSection => ({
  title: `${title} (${lines.length})`,
  lines,
});

/** Rules that share a reason stand under it. */
const reasons = (title: string, rules: readonly RuleResult[]): ReportSection => ({
  title: `${title} (${rules.length})`,
  lines: [...groupBy(rules, ({ reason }) => reason ?? "")].map(([text, group]) => ({
    text,
    under: group.map(nameRule),
  })),
});

/** What was read, and what was not. */
export function sectionRead(verification: Verification): ReportSection {
  const { read } = verification;
  const asides = [describeLeftAside(verification), describeUnread(verification)].filter((said) => said !== null);
  const tables = read.map(
    (table) => `${nameTable(table)} (« ${table.sheet} », ${table.range}) : ${describeReading(table)}`,
  );
  const none = read.length === 0 ? ["Aucun tableau du contrat n’a été reconnu."] : [];
  return { title: "Ce qui a été lu", lines: [...tables, ...none, ...asides].map(alone) };
}

const GIVEN =
  "La définition du contrat ne dit pas d’où viennent ses valeurs : elle vaut pour confirmée par qui la donne.";

/** Below the verdict: its counts, and how far they go. */
export const countsOf = (verification: Verification): readonly string[] =>
  [
    describeCounts(verification),
    describeCauses(verification),
    describeNoFinding(verification),
    verification.contract.confirmedByGiver === true ? GIVEN : null,
  ].filter((said) => said !== null);

/** What is still asked of the contract's definition and of the workbook, and what was answered; empty ones are left out. */
export function sectionsAsked(verification: Verification): {
  readonly definition: ReportSection;
  readonly questions: ReportSection;
  readonly answers: ReportSection;
} {
  const { answers, contract, verdict } = verification;
  const asked = (verdict.questions ?? []).filter(({ about }) => about !== "contract");
  return {
    definition: {
      title: "Ce que la définition du contrat demande encore",
      lines: (contract.openQuestions ?? []).map(({ field, question }) => alone(`${field} : ${question}`)),
    },
    questions: counted(
      "Voici ce que le classeur ne dit pas assez",
      asked.map(({ text, evidence, lacks = [] }) => ({ text, under: [...evidence, ...lacks] })),
    ),
    answers: counted(
      "Réponses données sur les colonnes et les lignes",
      describeAnswers(answers, contract.localParty).map(({ what, said }) => alone(`${what} : ${said}`)),
    ),
  };
}

/** What was and was not checked, and what cannot be. */
export function sectionsChecked({ rules, beyond }: Verification): readonly ReportSection[] {
  const { compliant, notCheckable, partly } = groupRules(rules);
  return [
    reasons("Règles non vérifiables", notCheckable),
    reasons("Règles vérifiées en partie", partly),
    counted("Règles respectées", compliant.map(nameRule).map(alone)),
    {
      title: "Ce qu’aucun calcul ne peut vérifier",
      lines: beyond.map(({ article, subject }) => alone(nameRule({ title: subject, article }))),
    },
  ];
}

const CELLS_SHOWN = 6;
const MOTIF_WORDS = { "a-faire": "Non admis", "en-attente": "Justifié", accepte: "Accepté" } as const;

/**
 * Cells, then why, then what was said of it. What the explanation of a consequence would say is the cause that it stands under;
 * the JSON has it.
 */
export function detailsOf(
  { cells, explanation, justification }: Finding,
  localParty: string,
  isConsequence: boolean,
): readonly string[] {
  return [
    ...(cells.length > 0 ? [formatListeCourte(cells.map(formatCellRef), CELLS_SHOWN)] : []),
    ...(explanation === null || isConsequence ? [] : [explanation]),
    ...(justification === null
      ? []
      : [`${MOTIF_WORDS[etatDuMotif(justification)]} : ${describeMotif(justification, localParty)}`]),
  ];
}
