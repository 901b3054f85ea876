// The marks by which our highlights and our result sheets are found again in a workbook, whatever the agent renamed.
import type { Severity } from "../verification";
import type { ResultSheetKind } from "../workbook-port";

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
