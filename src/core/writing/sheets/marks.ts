// The marks by which our highlights, our result sheets and the agent's choices are found again in a workbook, whatever the agent renamed.
import { absoluteCellRef, parseCellRef } from "../../domain/cell-ref";
import type { Severity } from "../../verification";
import {
  RESULT_SHEET_KINDS,
  type ChoiceKind,
  type RawChoice,
  type ResultSheetKind,
  type WritePlan,
} from "../../workbook-port";

const PREFIX = "contrat-local-des-solidarites";

const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  error: `${PREFIX}/erreur`,
  warning: `${PREFIX}/avertissement`,
  info: `${PREFIX}/information`,
};

/** Hidden names of the workbook; each points at A1 of the sheet, so that it follows renames and goes with the sheet. */
export const RESULT_SHEET_MARKS: Readonly<Record<ResultSheetKind, string>> = {
  ecarts: "_contrat_solidarites_ecarts",
  synthese: "_contrat_solidarites_synthese",
  contrat: "_contrat_solidarites_contrat",
  "bilan-financier": "_contrat_solidarites_bilan_financier",
  "bilan-indicateurs": "_contrat_solidarites_bilan_indicateurs",
  "bilan-synthese": "_contrat_solidarites_bilan_synthese",
  "bilan-ecarts": "_contrat_solidarites_bilan_ecarts",
  "proces-verbal": "_contrat_solidarites_proces_verbal",
};

const CHOICE_MARKS: Readonly<Record<ChoiceKind, string>> = {
  budget: "_contrat_solidarites_choix_budget",
  execution: "_contrat_solidarites_choix_execution",
  indicators: "_contrat_solidarites_choix_indicateurs",
};

/** Hidden name of the workbook that points at the heading of a table that the agent chose; `rank` is from 1. */
function choiceMark(kind: ChoiceKind, rank: number): string {
  return rank === 1 ? CHOICE_MARKS[kind] : `${CHOICE_MARKS[kind]}_${rank}`;
}

const CHART_PREFIX = "contrat_solidarites_";

/** Name of a chart of ours: what the agent draws himself on one of our sheets is told from it and stays. */
export function chartName(name: string): string {
  return CHART_PREFIX + name;
}

/** Excel compares names without case. */
export function isOurChart(name: string): boolean {
  return name.toLowerCase().startsWith(CHART_PREFIX);
}

/** Formula of a conditional format, without "=": always true, and without any cell reference, which Excel would shift. */
export function highlightFormula(severity: Severity): string {
  return `LEN("${SEVERITY_MARKS[severity]}")>0`;
}

/** With or without "=". */
export function isHighlightFormula(formula: string): boolean {
  return formula.includes(`"${PREFIX}/`);
}

/** Which result sheet a defined name marks; Excel compares names without case. */
export function resultSheetOfMark(name: string): ResultSheetKind | null {
  const wanted = name.toLowerCase();
  return RESULT_SHEET_KINDS.find((kind) => RESULT_SHEET_MARKS[kind] === wanted) ?? null;
}

/** Which of the agent's choices a defined name keeps. */
export function choiceOfMark(name: string): { readonly kind: ChoiceKind; readonly rank: number } | null {
  const [, mark, rank = "1"] = /^(.+?)(?:_(\d{1,3}))?$/.exec(name.toLowerCase()) ?? [];
  const kind = (["budget", "execution", "indicators"] as const).find((wanted) => CHOICE_MARKS[wanted] === mark);
  return kind ? { kind, rank: Number(rank) } : null;
}

/** What the agent's choices are, from the workbook's names and what they refer to, with or without "=". */
export function readChoices(names: readonly { readonly name: string; readonly formula: string }[]): RawChoice[] {
  return names
    .flatMap(({ name, formula }) => {
      const mark = choiceOfMark(name);
      return mark ? [{ ...mark, heading: parseCellRef(formula.replace(/^=/, "")) }] : [];
    })
    .sort((left, right) => left.kind.localeCompare(right.kind) || left.rank - right.rank)
    .map(({ kind, heading }) => ({ kind, heading }));
}

/** The names that keep the choices of a kind, and those that are no longer needed among the names there are. */
export function planChoices(
  { kind, headings }: NonNullable<WritePlan["choices"]>[number],
  names: Iterable<string>,
): {
  readonly kept: readonly { readonly name: string; readonly reference: string }[];
  readonly gone: readonly string[];
} {
  const kept = headings.map((heading, index) => ({
    name: choiceMark(kind, index + 1),
    reference: absoluteCellRef(heading),
  }));
  const gone = [...names].filter((name) => {
    const mark = choiceOfMark(name);
    return mark?.kind === kind && mark.rank > headings.length;
  });
  return { kept, gone };
}
