// What is wrong with a definition, place by place, and the checks that its parts share: what is named exists, and stands once.
import type { DefinitionProblem } from "./describe-issue";
import type { NumeroAction } from "../../domain/values/numero-action";

export type Path = readonly PropertyKey[];

export const guillemets = (text: string | number): string => `«\u00a0${text}\u00a0»`;

const NAMED = {
  axe: { nom: "l’axe", liste: "axes" },
  action: { nom: "l’action", liste: "actions" },
  annee: { nom: "l’année", liste: "annees" },
} as const;

export class Problems {
  readonly all: DefinitionProblem[] = [];

  report(path: Path, message: string): void {
    this.all.push({ path, message });
  }

  /** Whether it does: what is not there is reported. */
  exists<Value extends NumeroAction>(
    path: Path,
    what: keyof typeof NAMED,
    value: Value,
    known: { has(value: Value): boolean },
  ): boolean {
    const { nom, liste } = NAMED[what];
    const isKnown = known.has(value);
    if (!isKnown) this.report(path, `${nom} ${value} n’existe pas dans ${guillemets(liste)}`);
    return isKnown;
  }

  once<Key>(path: Path, key: Key, seen: Set<Key>, message = "figure deux fois"): void {
    if (seen.has(key)) this.report(path, message);
    seen.add(key);
  }

  /** That field of each item stands for one of them. */
  unique<Item>(path: Path, field: string & keyof Item, items: readonly Item[]): void {
    const seen = new Set<unknown>();
    items.forEach((item, index) =>
      this.once([...path, index, field], item[field], seen, `${guillemets(String(item[field]))} figure deux fois`),
    );
  }
}
