// Keys and names with braces: "actions/{action}/montants/{annee}", "Enveloppe « {intitule} » – {annee}".
import { foldText } from "../../domain/words/label";
import { slug } from "../../domain/words/typographie";
import type { Noms } from "./chose";

const BRACES = /\{(?:(slug) )?(\w+)(?:\|(\w+))?\}/g;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\"]/g, "\\$&");

const NUMBERS: ReadonlySet<string> = new Set(["axe", "indicateur", "rang"]);

const digitsOf = (name: string): string | null => (name === "annee" ? "\\d{4}" : NUMBERS.has(name) ? "\\d+" : null);

/** Null where a name is not known and has no default. */
export function fill(template: string, noms: Noms): string | null {
  let isWhole = true;
  const filled = template.replace(BRACES, (_, isSlug: string | undefined, name: string, otherwise?: string) => {
    const nom = noms[name] ?? otherwise;
    if (nom === undefined) isWhole = false;
    return isSlug ? slug(String(nom)) : String(nom);
  });
  return isWhole ? filled : null;
}

/** By the first of which all the names are known. */
export function fillFirst(templates: readonly string[], noms: Noms): string {
  for (const template of templates) {
    const filled = fill(template, noms);
    if (filled !== null) return filled;
  }
  return "";
}

/** What the braces of a key stand for, by name. */
export function keyPattern(template: string): RegExp {
  let source = "";
  let from = 0;
  for (const { 0: whole, 2: name = "", 3: otherwise, index } of template.matchAll(BRACES)) {
    const digits = digitsOf(name) ?? "[^/]+";
    source += `${escape(template.slice(from, index))}(?<${name}>${digits}${otherwise === undefined ? "" : `|${otherwise}`})`;
    from = index + whole.length;
  }
  return new RegExp(`^${source}${escape(template.slice(from))}$`);
}

/** Of folded words; a label may stand with its quotation marks or without. */
export function namePattern(template: string): RegExp {
  const names: string[] = [];
  const marked = template.replace(BRACES, (_, __, name: string) => `zq${names.push(name) - 1}zq`);
  const source = escape(foldText(marked)).replace(
    /(\\" ?)?zq(\d+)zq( ?\\")?/g,
    (_, opens: string | undefined, rank: string) => {
      const name = names[Number(rank)] ?? "";
      const digits =
        digitsOf(name) ?? (name === "sousAction" || name === "action" ? "\\S+" : opens === undefined ? ".+" : ".+?");
      return opens === undefined ? `(?<${name}>${digits})` : `"? ?(?<${name}>${digits}) ?"?`;
    },
  );
  return new RegExp(`^${source.replaceAll(" - ", " ?- ?")}$`);
}
