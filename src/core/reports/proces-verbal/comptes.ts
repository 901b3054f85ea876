// How many rules of each article hold, do not, or cannot be checked.
import { SANS_ARTICLE } from "../../contract/clauses/articles";
import type { EtatDuMotif } from "../../domain/justification";
import { isUnchecked, type Verification } from "../../verification";
import { advances, leastAdvanced } from "../place-state";

/** The first five add up to the number of rules. */
export interface CompteArticle {
  /** As rules name it: "2.2", "2.2, 3", "annexe", "–" for the form of the workbook. */
  readonly article: string;
  /** Rules of which all was compared and holds, with or without remarks. */
  readonly conformes: number;
  /** Rules with at least one discrepancy that is left to do: without a reason, or with one that was refused. */
  readonly enEcart: number;
  /** Rules whose every discrepancy is justified, or follows from one that is, and of which one still waits for the other party. */
  readonly justifies: number;
  /** Rules whose every discrepancy the other party has accepted, or follows from one that it has. */
  readonly acceptes: number;
  readonly nonVerifiables: number;
  /** Points of the article that no calculation can check. */
  readonly nonCalculables: number;
}

export const COLONNES_DE_COMPTE = [
  "conformes",
  "enEcart",
  "justifies",
  "acceptes",
  "nonVerifiables",
  "nonCalculables",
] as const;

type Colonne = (typeof COLONNES_DE_COMPTE)[number];

/** "2.2" before "2.2, 3" before "2.3"; the annexe and the form of the workbook come last. */
function rankOf(article: string): string {
  return article === SANS_ARTICLE ? "~~" : article.replaceAll("annexe", "~");
}

/** How far the discrepancy that is left furthest behind is, of each rule that has one. A remark is none. */
function advanceOf(findings: Verification["findings"]): ReadonlyMap<string, EtatDuMotif> {
  const advance = advances(findings);
  const byRule = new Map<string, EtatDuMotif>();
  for (const { id, rule } of findings) {
    const own = advance.get(id);
    if (own !== undefined) byRule.set(rule, leastAdvanced(own, byRule.get(rule)));
  }
  return byRule;
}

const COLUMN_OF = { "a-faire": "enEcart", "en-attente": "justifies", accepte: "acceptes" } as const;

export function compterParArticle({
  rules,
  findings,
  beyond,
}: Pick<Verification, "rules" | "findings" | "beyond">): CompteArticle[] {
  const advance = advanceOf(findings);
  const byArticle = new Map<string, Record<Colonne, number>>();
  const count = (article: string, colonne: Colonne): void => {
    const compte = byArticle.get(article) ?? {
      conformes: 0,
      enEcart: 0,
      justifies: 0,
      acceptes: 0,
      nonVerifiables: 0,
      nonCalculables: 0,
    };
    byArticle.set(article, compte);
    compte[colonne] += 1;
  };
  for (const result of rules) {
    const { rule, article } = result;
    const left = advance.get(rule);
    if (left !== undefined) count(article, COLUMN_OF[left]);
    else count(article, isUnchecked(result) ? "nonVerifiables" : "conformes");
  }
  for (const { article } of beyond) count(article, "nonCalculables");
  return [...byArticle]
    .map(([article, compte]) => ({ article, ...compte }))
    .sort((left, right) => (rankOf(left.article) < rankOf(right.article) ? -1 : 1));
}
