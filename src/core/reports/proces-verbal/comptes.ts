// How many rules of each article hold, do not, or cannot be checked.
import { SANS_ARTICLE } from "../../contract/clauses/articles";
import { groupByCause } from "../../why/consequences";
import { etatDuMotif, type EtatDuMotif } from "../../domain/justification";
import type { Verification } from "../../verification";

/** The first five add up to the number of rules. */
export interface CompteArticle {
  /** As rules name it: "2.2", "2.2, 3", "annexe", "–" for the form of the workbook. */
  readonly article: string;
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

/** A cause settles what follows from it; of its own, a consequence may be further than its cause. */
const ADVANCE: readonly EtatDuMotif[] = ["a-faire", "en-attente", "accepte"];

/** How far the discrepancy that is left furthest behind is, of each rule that has one. */
function advanceOf(findings: Verification["findings"]): ReadonlyMap<string, EtatDuMotif> {
  const byRule = new Map<string, EtatDuMotif>();
  for (const { cause, consequences } of groupByCause(findings)) {
    const ofCause = ADVANCE.indexOf(etatDuMotif(cause.justification));
    for (const { rule, justification } of [cause, ...consequences]) {
      const own = Math.max(ofCause, ADVANCE.indexOf(etatDuMotif(justification)));
      const before = byRule.get(rule);
      const least = before === undefined ? own : Math.min(own, ADVANCE.indexOf(before));
      byRule.set(rule, ADVANCE[least] ?? "a-faire");
    }
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
  for (const { rule, article, status } of rules) {
    if (status === "compliant") count(article, "conformes");
    else if (status === "not-checkable") count(article, "nonVerifiables");
    else count(article, COLUMN_OF[advance.get(rule) ?? "a-faire"]);
  }
  for (const { article } of beyond) count(article, "nonCalculables");
  return [...byArticle]
    .map(([article, compte]) => ({ article, ...compte }))
    .sort((left, right) => (rankOf(left.article) < rankOf(right.article) ? -1 : 1));
}
