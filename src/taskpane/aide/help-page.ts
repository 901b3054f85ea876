// A page of the tab « Aide », as rules and scripts/generate-help.ts make it, and how a page is searched.
import { foldText } from "../../core/domain/words/fold-text";

/** Texts may hold `code` and [words](rule.md). */
export type Block =
  | { readonly titre: string }
  | { readonly texte: string }
  | { readonly liste: readonly string[] }
  /** Its first row is its heading. */
  | { readonly tableau: readonly (readonly string[])[] };

export interface HelpPage {
  /** A rule's own, for a rule. */
  readonly id: string;
  readonly kind: "guide" | "declaration" | "regle";
  readonly title: string;
  /** The articles of the contract, on the page of a rule; left out while the contract is not known. */
  readonly article?: string;
  readonly blocks: readonly Block[];
}

export interface Found {
  readonly page: HelpPage;
  /** The first sentence that holds a word that was looked for; null where only the title does. */
  readonly excerpt: string | null;
}

/** Without the marks of `code` and links. */
const plainText = (text: string): string => text.replace(/\[([^[\]]+)\]\([^()]+\)/g, "$1").replaceAll("`", "");

function linesOf(block: Block): readonly string[] {
  if ("titre" in block) return [block.titre];
  if ("texte" in block) return [block.texte];
  if ("liste" in block) return block.liste;
  return block.tableau.map((row) => row.join(" "));
}

const EXCERPT = 140;

function excerptOf(lines: readonly string[], words: readonly string[]): string | null {
  const line = lines.find((each) => words.some((word) => foldText(each).includes(word)));
  if (line === undefined) return null;
  const sentence =
    line.split(/(?<=[.?!]) /).find((each) => words.some((word) => foldText(each).includes(word))) ?? line;
  return sentence.length <= EXCERPT ? sentence : `${sentence.slice(0, EXCERPT).replace(/(?<!\s)\s+\S*$/, "")}…`;
}

/** Pages that hold every word, those that hold them in their title first; all of them for no word. */
export function searchPages(pages: readonly HelpPage[], query: string): readonly Found[] {
  const words = foldText(query)
    .split(" ")
    .filter((word) => word !== "");
  const found = pages.flatMap((page) => {
    const lines = page.blocks.flatMap(linesOf).map(plainText);
    const title = foldText(`${page.title} ${page.id} article ${page.article ?? ""}`);
    const all = `${title} ${foldText(lines.join(" "))}`;
    if (!words.every((word) => all.includes(word))) return [];
    const isInTitle = words.every((word) => title.includes(word));
    return [{ page, excerpt: isInTitle ? null : excerptOf(lines, words), isInTitle }];
  });
  return [...found.filter(({ isInTitle }) => isInTitle), ...found.filter(({ isInTitle }) => !isInTitle)].map(
    ({ page, excerpt }) => ({ page, excerpt }),
  );
}
