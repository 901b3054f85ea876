// What the report of a verification says, in which order, before it is HTML or Markdown.
import type { Convention } from "../core/contract/convention";
import { describeContract } from "../core/contract/in-force/contrat-servi";
import type { Dossier } from "../core/domain/dossier";
import { groupBy } from "../core/domain/group-by";
import { accord } from "../core/domain/words/accord";
import type { NumeroAction } from "../core/domain/values/numero-action";
import { typographie } from "../core/domain/words/typographie";
import { describeProvisional } from "../core/sheets/describe-verification";
import { orderFindings } from "../core/sheets/ecarts/order-findings";
import { SEVERITY_WORDS } from "../core/sheets/parts/sheet-style";
import { composeSyntheseSheet, IN_WORKBOOK_ONLY } from "../core/sheets/synthese/synthese-sheet";
import type { Finding, Severity, Verification } from "../core/verification";
import type { RawWorkbook, SheetPlan } from "../core/workbook-port";
import {
  countsOf,
  detailsOf,
  sectionRead,
  sectionsAsked,
  sectionsChecked,
  type ReportSection,
} from "./report-sections";

export interface ReportedFinding {
  readonly severity: Severity;
  readonly word: string;
  readonly message: string;
  /** Cells, then why, then what was said of it: each a sentence. */
  readonly details: readonly string[];
  readonly consequences: readonly ReportedFinding[];
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

const WHOLE_CONTRACT = "Tout le contrat";

function reportFinding(finding: Finding, localParty: string, consequences: readonly Finding[] | null): ReportedFinding {
  const { severity, message } = finding;
  return {
    severity,
    word: SEVERITY_WORDS[severity],
    message,
    details: detailsOf(finding, localParty, consequences === null).map(typographie),
    consequences: (consequences ?? []).map((one) => reportFinding(one, localParty, null)),
  };
}

const nameAction = ({ actions }: Convention, number: NumeroAction | null): string => {
  if (number === null) return WHOLE_CONTRACT;
  const action = actions.find(({ numero }) => numero === number);
  return action ? `Action ${number} – ${action.intitule}` : `Action ${number}`;
};

const withSpaces = ({ title, lines }: ReportSection): ReportSection => ({
  title,
  lines: lines.map(({ text, under }) => ({ text: typographie(text), under: under.map(typographie) })),
});

/** As a copy, whose figures follow nothing. */
const asCopied = (sheet: SheetPlan): SheetPlan => ({
  ...sheet,
  cells: sheet.cells.map((row) =>
    row.map((cell) => {
      const { value } = cell;
      if (typeof value !== "string") return cell;
      return { ...cell, value: IN_WORKBOOK_ONLY.reduce((left, said) => left.replace(said, ""), value) };
    }),
  ),
});

export function composeReport(verification: Verification, dossier: Dossier, raw: RawWorkbook): Report {
  const { contract, verdict } = verification;
  const causes = orderFindings(verification);
  const ranks = new Map(dossier.convention.actions.map(({ numero }, index) => [numero, index]));
  const rank = (action: NumeroAction | null): number =>
    action === null ? -1 : (ranks.get(action) ?? Number.POSITIVE_INFINITY);
  const { definition, questions, answers } = sectionsAsked(verification);
  return {
    workbook: verification.workbook,
    contract: [`${dossier.convention.intitule}. ${describeContract(verification)}.`, describeProvisional(verification)]
      .filter((sentence) => sentence !== null)
      .join(" "),
    isConforming: verdict.state === "conforming",
    verdict: verdict.sentence,
    counts: countsOf(verification).map(typographie),
    findings: [...groupBy(causes, ({ cause }) => cause.subject.action ?? null)]
      .sort(([one], [other]) => rank(one) - rank(other))
      .map(([action, group]) => ({
        title: typographie(`${nameAction(dossier.convention, action)} : ${accord(group.length, "constat")}`),
        findings: group.map(({ cause, consequences }) => reportFinding(cause, contract.localParty, consequences)),
      })),
    synthese: asCopied(composeSyntheseSheet(verification, dossier, raw)),
    sections: [definition, questions, answers, sectionRead(verification), ...sectionsChecked(verification)]
      .filter(({ lines }) => lines.length > 0)
      .map(withSpaces),
  };
}
