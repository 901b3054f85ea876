// What the report of a verification says, in which order, before it is HTML or Markdown.
import type { Convention } from "../core/contract/convention";
import { describeContract } from "../core/contract/in-force/contrat-servi";
import { formatCellRef } from "../core/domain/cell-ref";
import { describeAnswers } from "../core/domain/describe-answers";
import { describeMotif } from "../core/domain/describe-motif";
import type { Dossier } from "../core/domain/dossier";
import { groupBy } from "../core/domain/group-by";
import { accord } from "../core/domain/words/accord";
import { formatListeCourte } from "../core/domain/words/format";
import { typographie } from "../core/domain/words/typographie";
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
import { orderFindings } from "../core/sheets/ecarts/order-findings";
import { SEVERITY_WORDS } from "../core/sheets/parts/sheet-style";
import { composeSyntheseSheet } from "../core/sheets/synthese/synthese-sheet";
import type { Finding, RuleResult, Severity, Verification } from "../core/verification";
import type { RawWorkbook, SheetPlan } from "../core/workbook-port";
import type { NumeroAction } from "../core/domain/values/numero-action";

export interface ReportedFinding {
  readonly severity: Severity;
  readonly word: string;
  readonly message: string;
  /** Cells, then why, then what was said of it: each a sentence. */
  readonly details: readonly string[];
  readonly consequences: readonly ReportedFinding[];
}

export interface ReportSection {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Report {
  readonly workbook: string;
  readonly contract: string;
  readonly isConforming: boolean;
  readonly verdict: string;
  readonly counts: readonly string[];
  /** By action in the contract's order; what is of no action stands first. */
  readonly findings: readonly { readonly title: string; readonly findings: readonly ReportedFinding[] }[];
  readonly synthese: SheetPlan;
  /** What was read, what was not, what was checked and what cannot be. */
  readonly sections: readonly ReportSection[];
}

const CELLS_SHOWN = 6;
const WHOLE_CONTRACT = "Tout le contrat";

function reportFinding(finding: Finding, localParty: string, consequences: readonly Finding[] = []): ReportedFinding {
  const { severity, message, cells, explanation, justification } = finding;
  return {
    severity,
    word: SEVERITY_WORDS[severity],
    message,
    details: [
      ...(cells.length > 0 ? [`${formatListeCourte(cells.map(formatCellRef), CELLS_SHOWN)}.`] : []),
      ...(explanation === null ? [] : [explanation]),
      ...(justification === null ? [] : [describeMotif(justification, localParty)]),
    ].map(typographie),
    // What the explanation of a consequence would say is the cause that it stands under.
    consequences: consequences.map((one) => reportFinding({ ...one, explanation: null }, localParty)),
  };
}

const nameAction = ({ actions }: Convention, number: NumeroAction | null): string => {
  if (number === null) return WHOLE_CONTRACT;
  const action = actions.find(({ numero }) => numero === number);
  return action ? `Action ${number} – ${action.intitule}` : `Action ${number}`;
};

/** Rules that share a reason stand behind it. */
const reasons = (title: string, rules: readonly RuleResult[]): ReportSection => ({
  title: `${title} (${rules.length})`,
  lines: [...groupBy(rules, ({ reason }) => reason ?? "")].map(([reason, group]) =>
    typographie(`${reason} – ${group.map(nameRule).join(" ; ")}.`),
  ),
});

export function composeReport(verification: Verification, dossier: Dossier, raw: RawWorkbook): Report {
  const { contract, verdict, rules } = verification;
  const causes = orderFindings(verification);
  const ranks = new Map(dossier.convention.actions.map(({ numero }, index) => [numero, index]));
  const rank = (action: NumeroAction | null): number =>
    action === null ? -1 : (ranks.get(action) ?? Number.POSITIVE_INFINITY);
  const { compliant, notCheckable, partly } = groupRules(rules);
  const listed = (title: string, lines: readonly (string | null)[]): ReportSection => ({
    title,
    lines: lines.filter((line) => line !== null).map(typographie),
  });
  return {
    workbook: verification.workbook,
    contract: `${dossier.convention.intitule}. ${describeContract(verification)}.`,
    isConforming: verdict.state === "conforming",
    verdict: verdict.sentence,
    counts: [
      describeCounts(verification),
      ...[describeCauses(verification), describeNoFinding(verification)].filter((said) => said !== null),
    ].map(typographie),
    findings: [...groupBy(causes, ({ cause }) => cause.subject.action ?? null)]
      .sort(([one], [other]) => rank(one) - rank(other))
      .map(([action, group]) => ({
        title: typographie(`${nameAction(dossier.convention, action)} : ${accord(group.length, "constat")}`),
        findings: group.map(({ cause, consequences }) => reportFinding(cause, contract.localParty, consequences)),
      })),
    synthese: composeSyntheseSheet(verification, dossier, raw),
    sections: [
      listed(
        "Ce que le classeur ne dit pas assez",
        (verdict.questions ?? []).map(({ text, evidence }) => [text, ...evidence].join(" ")),
      ),
      listed(
        "Réponses données",
        describeAnswers(verification.answers, contract.localParty).map(({ what, said }) => `${what} : ${said}`),
      ),
      listed("Ce qui a été lu", [
        ...verification.read.map(
          (table) => `${nameTable(table)} (« ${table.sheet} », ${table.range}) : ${describeReading(table)}`,
        ),
        describeLeftAside(verification),
        describeUnread(verification),
      ]),
      reasons("Règles non vérifiables", notCheckable),
      reasons("Règles vérifiées en partie", partly),
      listed(`Règles respectées (${compliant.length})`, compliant.map(nameRule)),
      listed(
        "Ce qu’aucun calcul ne peut vérifier",
        verification.beyond.map(({ article, subject }) => nameRule({ title: subject, article })),
      ),
    ].filter(({ lines }) => lines.length > 0),
  };
}
