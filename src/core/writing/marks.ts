// The marks by which our highlights, our result sheets and the agent's choices are found again in a workbook, whatever the agent renamed.
import { parseCellRef } from "../domain/cell-ref";
import type { Severity } from "../verification";
import type { ChoiceKind, RawChoice, ResultSheetKind } from "../workbook-port";

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
};

/** Hidden names of the workbook; each points at the heading of the table that the agent chose. */
export const CHOICE_MARKS: Readonly<Record<ChoiceKind, string>> = {
  budget: "_contrat_solidarites_choix_budget",
  execution: "_contrat_solidarites_choix_execution",
  indicators: "_contrat_solidarites_choix_indicateurs",
};

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
  for (const kind of ["ecarts", "synthese"] as const) {
    if (RESULT_SHEET_MARKS[kind] === wanted) return kind;
  }
  return null;
}

/** For which kind of table a defined name keeps the agent's choice. */
export function choiceOfMark(name: string): ChoiceKind | null {
  const wanted = name.toLowerCase();
  for (const kind of ["budget", "execution", "indicators"] as const) {
    if (CHOICE_MARKS[kind] === wanted) return kind;
  }
  return null;
}

/** What the agent's choices are, from the workbook's names and what they refer to, with or without "=". */
export function readChoices(names: readonly { readonly name: string; readonly formula: string }[]): RawChoice[] {
  return names.flatMap(({ name, formula }) => {
    const kind = choiceOfMark(name);
    return kind ? [{ kind, heading: parseCellRef(formula.replace(/^=/, "")) }] : [];
  });
}
