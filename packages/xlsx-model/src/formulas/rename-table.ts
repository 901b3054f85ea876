// Formulas that name a table or one of its columns, when it gets another name.
import { joinTokens, tokenize, type Token } from "../formula-text/formula-tokens";

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export function renameTableInFormula(formula: string, from: string, to: string): string {
  return joinTokens(
    tokenize(formula).map((token): Token => {
      const name = tableOf(token);
      return name !== null && sameName(name, from) ? { ...token, text: to + token.text.slice(name.length) } : token;
    }),
  );
}

export function renameColumnInFormula(formula: string, table: string, from: string, to: string): string {
  const [before, after] = [escapeColumn(from), escapeColumn(to)];
  return joinTokens(
    tokenize(formula).map((token): Token => {
      const name = tableOf(token);
      if (name === null || !sameName(name, table)) return token;
      const inside = token.text.slice(name.length);
      const renamed = inside.replace(/\[(@?)((?:'.|[^[\]'#@])+)(?:\]|$)/g, (whole, at: string, column: string) =>
        whole.endsWith("]") && sameName(column, before) ? `[${at}${after}]` : whole,
      );
      return { ...token, text: name + renamed };
    }),
  );
}

function tableOf({ kind, text }: Token): string | null {
  return kind === "table" ? text.slice(0, text.indexOf("[")) : null;
}

/** Brackets and the like stand after an apostrophe. */
function escapeColumn(name: string): string {
  return name.replace(/['#[\]@]/g, "'$&");
}
