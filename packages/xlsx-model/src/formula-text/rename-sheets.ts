// Formulas that name sheets, when these get other tab names.
import { quoteSheet } from "../cell-ref";
import { joinTokens, tokenize, unquoteSheet } from "./formula-tokens";

export function renameSheetsInFormula(formula: string, renamed: ReadonlyMap<string, string>): string {
  return joinTokens(
    tokenize(formula).map((token) => {
      const name = token.sheet === null ? undefined : renamed.get(unquoteSheet(token.sheet));
      return name === undefined ? token : { ...token, sheet: quoteSheet(name) };
    }),
  );
}
