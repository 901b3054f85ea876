// The marks by which our highlights, our result sheets and earlier choices are found again in a workbook, whatever the agent renamed.
import { compareTexts } from "../../domain/words/compare-texts";
import { parseCellRef, quoteSheet, type RangeRef } from "xlsx-model/cell-ref";
import type { Severity } from "../../verification";
import {
  RESULT_SHEET_KINDS,
  type ChoiceKind,
  type RawChoice,
  type ResultSheetKind,
  type UnfinishedWrite,
} from "../../workbook-port";
import { pieceOfMark } from "./kept-texts";

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
  "bilan-page": "_contrat_solidarites_bilan_page",
  "proces-verbal": "_contrat_solidarites_proces_verbal",
  comparaison: "_contrat_solidarites_comparaison",
  "notes-conservees": "_contrat_solidarites_notes",
  "avenant-note": "_contrat_solidarites_avenant_note",
  "avenant-tableau": "_contrat_solidarites_avenant_tableau",
  "tableau-contrats": "_contrat_solidarites_tableau_contrats",
  "tableau-credits": "_contrat_solidarites_tableau_credits",
  "tableau-axes": "_contrat_solidarites_tableau_axes",
};

/** Hidden names by which earlier versions kept which of several tables counts: they pointed at its heading, `_2` at a second one's. */
const CHOICE_MARKS: Readonly<Record<ChoiceKind, string>> = {
  budget: "_contrat_solidarites_choix_budget",
  execution: "_contrat_solidarites_choix_execution",
  indicators: "_contrat_solidarites_choix_indicateurs",
};

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
export function highlightFormula(severity: Severity, turn = 0): string {
  return `LEN("${SEVERITY_MARKS[severity]}")>${turn}`;
}

/** Below the length of any mark: a number that tells the highlights of one write from those of another, where nothing else does. */
export const HIGHLIGHT_TURNS = [0, 1, 2, 3] as const;

/** With or without "=". */
export function isHighlightFormula(formula: string): boolean {
  return formula.includes(`"${PREFIX}/`);
}

/** Which result sheet a defined name marks, be it whole or not; Excel compares names without case. */
export function resultSheetOfMark(name: string): ResultSheetKind | null {
  const wanted = name.toLowerCase();
  return (
    RESULT_SHEET_KINDS.find((kind) => RESULT_SHEET_MARKS[kind] === wanted || unfinishedMark(kind) === wanted) ?? null
  );
}

/** Whether a defined name is one of ours: no formula of the agent's means anything by it. */
export function isOurName(name: string): boolean {
  return isUnfinishedMark(name) || [resultSheetOfMark, choiceOfMark, pieceOfMark].some((known) => known(name) !== null);
}

/** Which of the agent's choices a defined name keeps. */
function choiceOfMark(name: string): { readonly kind: ChoiceKind; readonly rank: number } | null {
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
    .sort((left, right) => compareTexts(left.kind, right.kind) || left.rank - right.rank)
    .map(({ kind, heading }) => ({ kind, heading }));
}

const UNFINISHED_PREFIX = "_contrat_solidarites_en_cours_";

/**
 * Hidden name of the workbook that stands while something is being written, and stays where the write did not end. It points
 * at the first cell of a sheet of its own, or at the area of a placed annexe; `number` tells annexes of one run apart.
 */
export function unfinishedMark(kind: UnfinishedWrite["kind"], number = 1): string {
  const word = kind === "annexe" ? `annexe_${number}` : kind === "placed" ? "place" : kind.replaceAll("-", "_");
  return UNFINISHED_PREFIX + word;
}

const isUnfinishedMark = (name: string): boolean => name.toLowerCase().startsWith(UNFINISHED_PREFIX);

/** What the workbook's names, and what they refer to with or without "=", say of writes that did not end. */
export function readUnfinished(
  names: readonly { readonly name: string; readonly formula: string }[],
): UnfinishedWrite[] {
  return names.flatMap(({ name, formula }) => {
    const mark = name.toLowerCase();
    if (!isUnfinishedMark(name)) return [];
    const kind =
      RESULT_SHEET_KINDS.find((each) => unfinishedMark(each) === mark) ??
      (mark === unfinishedMark("placed") ? "placed" : "annexe");
    return [{ kind, mark, range: parseArea(formula.replace(/^=/, "")) }];
  });
}

/** "'Notes'!$C$6:$P$28", or one cell. */
function parseArea(text: string): RangeRef | null {
  const [first = "", last] = text.split(/:(?=[^:!]*$)/);
  const start = parseCellRef(first);
  const end = start && (last === undefined ? start : parseCellRef(`${quoteSheet(start.sheet)}!${last}`));
  // What Excel leaves of a deleted sheet looks like the name of one.
  if (start?.sheet.startsWith("#")) return null;
  return start && end && { sheet: start.sheet, top: start.row, left: start.column, bottom: end.row, right: end.column };
}
