// A formula as a cell or a rule takes it: refused as Excel refuses it, and of no value where it uses what Excel does not know.
import type { CellValue } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { ExcelState } from "../excel-state";
import { hostErrors } from "../wire";
import { isFunctionOf } from "./excel-functions";
import { parseFormula } from "./parse-formula";

/** What a cell shows until it is calculated. `formula` begins with "="; `sheetId` is the cell's own sheet. */
export function enteredFormula(state: ExcelState, sheetId: string, formula: string): CellValue {
  const parsed = parseFormula(formula);
  if (!parsed) throw hostErrors.invalidArgument();
  const { version, houseRules } = state.profile;
  const unknown = [...parsed.functions].some((name) => !isFunctionOf(version, name) && !isNamed(state, sheetId, name));
  if (unknown && houseRules) throw hostErrors.invalidArgument(`Stricter than Excel: ${formula} would be #NAME?.`);
  if ([...parsed.names].some((name) => !isNamed(state, sheetId, name))) return "#NAME?";
  return linkLabel(formula) ?? UNCOMPUTED;
}

/** The formula of a conditional format or of an entry control, which shows no #NAME? to anybody. */
export function checkRuleFormula(state: ExcelState, sheetId: string, formula: string): void {
  const functions = parseFormula(formula)?.functions ?? [];
  const isKnown = [...functions].every((name) => isFunctionOf(state.profile.version, name));
  if (!isKnown || enteredFormula(state, sheetId, formula) === "#NAME?") throw hostErrors.invalidArgument();
}

function isNamed({ model }: ExcelState, sheetId: string, written: string): boolean {
  const name = written.slice(written.lastIndexOf("!") + 1).toLowerCase();
  return (
    model.names.some((known) => known.name.toLowerCase() === name && (known.scope ?? sheetId) === sheetId) ||
    model.sheets.some(({ objects }) =>
      objects.some((object) => object.kind === "table" && object.name?.toLowerCase() === name),
    )
  );
}

/** The formula engine has no HYPERLINK; Excel shows the label. */
function linkLabel(formula: string): string | null {
  const match = /^=HYPERLINK\("(?:[^"]|"")*",\s*"((?:[^"]|"")*)"\)$/i.exec(formula);
  return match?.[1]?.replaceAll('""', '"') ?? null;
}
