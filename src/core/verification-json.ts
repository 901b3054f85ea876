// The one border where a verification becomes plain text and plain numbers: the object that the command line prints.
import { formatCellRef, formatRangeRef } from "./domain/cell-ref";
import type { Figures } from "./domain/figures";
import type { Question, Reponse, ReponseTenue } from "./domain/question";
import { toEuros, type Montant } from "./domain/values/montant";
import type { CellRef } from "./domain/cell-ref";
import type {
  ContractChange,
  ContractDeadline,
  Finding,
  Fix,
  FixChoice,
  Justification,
  Verification,
} from "./verification";

type Unit = "montant" | "nombre" | "pourcentage" | "jours";

/** Euros or units; null where no number fits. */
export interface PlainFigures {
  readonly found: number | null;
  readonly expected: number | null;
  readonly gap: number | null;
}

export interface FixJson {
  /** As Excel writes it: "'Tableau budgétaire'!D7". */
  readonly cell: string;
  readonly value?: string | number;
  /** English formula with its "=". */
  readonly formula?: string;
}

export interface FixChoiceJson extends Pick<FixChoice, "part" | "settles"> {
  /** Euros. */
  readonly gain: number;
  readonly fix: FixJson;
}

export interface FindingJson
  extends Omit<Finding, "problem" | "cells" | "figures" | "fix" | "choices" | "inscription">, PlainFigures {
  readonly cells: readonly string[];
  /** Left out where there are no figures. */
  readonly unit?: Unit;
  readonly fix: readonly FixJson[] | null;
  readonly choices?: readonly FixChoiceJson[];
}

/** With its cell as Excel writes it. */
type At<Item> = Omit<Item, "cell"> & { readonly cell: string | null };
export type ContractChangeJson = At<ContractChange>;
export type ContractDeadlineJson = At<ContractDeadline>;

/** Without the cells around it, which the workbook itself shows. */
export type QuestionJson = Omit<Question, "range" | "alsoAt" | "sample"> & {
  readonly alsoAt: undefined;
  readonly range: string | null;
  readonly sample: undefined;
};

/** `setAside` in euros. */
export interface AnswerJson extends Reponse {
  readonly label: string;
  readonly range: string | null;
  readonly setAside: number | null;
}

export interface VerificationJson extends Omit<
  Verification,
  "findings" | "contract" | "deadlines" | "verdict" | "answers"
> {
  readonly answers?: readonly AnswerJson[];
  readonly verdict: Omit<Verification["verdict"], "questions"> & { readonly questions?: readonly QuestionJson[] };
  readonly contract: Omit<Verification["contract"], "history"> & { readonly history?: readonly ContractChangeJson[] };
  readonly deadlines?: readonly ContractDeadlineJson[];
  readonly findings: readonly FindingJson[];
}

const CENTIMES_PER_UNIT = { "€": 100, "k€": 100_000, "M€": 100_000_000 } as const;

const UNITS: Readonly<Record<Figures["unit"], Unit>> = {
  montant: "montant",
  euros: "montant",
  nombre: "nombre",
  valeur: "nombre",
  numero: "nombre",
  pourcentage: "pourcentage",
  jours: "jours",
};

const NONE: PlainFigures = { found: null, expected: null, gap: null };

const eurosOf = (montant: Montant | null): number | null => (montant === null ? null : toEuros(montant));

export function plainFigures(figures: Figures | null): PlainFigures {
  if (!figures) return NONE;
  if (figures.unit !== "montant") {
    const { found, expected, gap } = figures;
    return { found, expected, gap };
  }
  const { found, expected, gap } = figures;
  return { found: eurosOf(found), expected: eurosOf(expected), gap: eurosOf(gap) };
}

/** What is typed into the cell to settle the finding: one division of whole centimes carries no binary noise. */
export function fixValue(fix: Exclude<Fix, { readonly formula: string }>): number | string {
  return "montant" in fix ? fix.montant / CENTIMES_PER_UNIT[fix.unit] : fix.value;
}

function fixJson(fix: Fix): FixJson {
  const cell = formatCellRef(fix.cell);
  return "formula" in fix ? { cell, formula: fix.formula } : { cell, value: fixValue(fix) };
}

export function withoutCell(given: Justification): Justification {
  const { text, by, party, on, decision, decidedBy, decidedParty, decidedOn, remark, isVoid } = given;
  return { text, by, party, on, decision, decidedBy, decidedParty, decidedOn, remark, ...(isVoid && { isVoid }) };
}

export function findingJson({ cells, figures, fix, choices, former, ...finding }: Finding): FindingJson {
  const { id, rule, article, severity, subject, message, justification, explanation, causedBy } = finding;
  return {
    ...{ id, rule, article, severity },
    cells: cells.map(formatCellRef),
    ...{ subject, message },
    ...plainFigures(figures),
    ...(figures && { unit: UNITS[figures.unit] }),
    ...{ explanation, causedBy },
    justification: justification && withoutCell(justification),
    ...(former && { former: withoutCell(former) }),
    fix: fix && fix.map(fixJson),
    ...(choices && {
      choices: choices.map(({ gain, fix: one, ...choice }) => ({ ...choice, gain: toEuros(gain), fix: fixJson(one) })),
    }),
  };
}

const at = <Item extends { readonly cell: CellRef | null }>(item: Item): At<Item> => ({
  ...item,
  cell: item.cell && formatCellRef(item.cell),
});

function verdictJson({ questions, ...verdict }: Verification["verdict"]): VerificationJson["verdict"] {
  if (!questions) return verdict;
  return {
    ...verdict,
    questions: questions.map(({ range, ...each }) => ({
      ...each,
      range: range && formatRangeRef(range),
      alsoAt: undefined,
      sample: undefined,
    })),
  };
}

const answerJson = ({ reponse, label, range, setAside }: ReponseTenue): AnswerJson => ({
  ...reponse,
  label,
  range: range && formatRangeRef(range),
  setAside: setAside === null ? null : setAside / 100,
});

export function verificationJson({ contract, deadlines, findings, answers, ...rest }: Verification): VerificationJson {
  const { workbook, verdict, ...others } = rest;
  const { history, ...known } = contract;
  return {
    workbook,
    contract: { ...known, ...(history && { history: history.map(at) }) },
    ...(deadlines && { deadlines: deadlines.map(at) }),
    ...(answers && { answers: answers.map(answerJson) }),
    ...others,
    verdict: verdictJson(verdict),
    findings: findings.map(findingJson),
  };
}
