// How many rules of each article hold, do not, or cannot be checked.
import { groupByCause } from "../domain/explanations/consequences";
import type { BeyondCalculation, Verification } from "../verification";

/** The first four add up to the number of rules. */
export interface CompteArticle {
  /** As rules name it: "2.2", "2.2, 3", "annexe", "–" for the form of the workbook. */
  readonly article: string;
  readonly conformes: number;
  /** Rules with at least one discrepancy that is not justified. */
  readonly enEcart: number;
  /** Rules whose every discrepancy is justified, or follows from one that is. */
  readonly justifies: number;
  readonly nonVerifiables: number;
  /** Points of the article that no calculation can check. */
  readonly nonCalculables: number;
}

export const COLONNES_DE_COMPTE = ["conformes", "enEcart", "justifies", "nonVerifiables", "nonCalculables"] as const;

type Colonne = (typeof COLONNES_DE_COMPTE)[number];

/** "2.2" before "2.2, 3" before "2.3"; the annexe and the form of the workbook come last. */
function rankOf(article: string): string {
  return article === "–" ? "~~" : article.replaceAll("annexe", "~");
}

function openRules(findings: Verification["findings"]): ReadonlySet<string> {
  const open = groupByCause(findings).flatMap(({ cause, consequences }) =>
    cause.justification === null ? [cause, ...consequences.filter(({ justification }) => justification === null)] : [],
  );
  return new Set(open.map(({ rule }) => rule));
}

export function compterParArticle(
  { rules, findings }: Pick<Verification, "rules" | "findings">,
  beyond: readonly BeyondCalculation[],
): CompteArticle[] {
  const open = openRules(findings);
  const byArticle = new Map<string, Record<Colonne, number>>();
  const count = (article: string, colonne: Colonne): void => {
    const compte = byArticle.get(article) ?? {
      conformes: 0,
      enEcart: 0,
      justifies: 0,
      nonVerifiables: 0,
      nonCalculables: 0,
    };
    byArticle.set(article, compte);
    compte[colonne] += 1;
  };
  for (const { rule, article, status } of rules) {
    if (status === "compliant") count(article, "conformes");
    else if (status === "not-checkable") count(article, "nonVerifiables");
    else count(article, open.has(rule) ? "enEcart" : "justifies");
  }
  for (const { article } of beyond) count(article, "nonCalculables");
  return [...byArticle]
    .map(([article, compte]) => ({ article, ...compte }))
    .sort((left, right) => (rankOf(left.article) < rankOf(right.article) ? -1 : 1));
}
