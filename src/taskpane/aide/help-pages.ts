// All the pages of the tab « Aide »: those of scripts/generate-help.ts, and those of the rules, of what each rule itself says.
import { typographie } from "../../core/domain/words/typographie";
import type { RuleResult } from "../../core/verification";
import { graviteOf, sectionsOf } from "../../core/rules/describe-rule";
import { rules } from "../../core/rules/index";
import type { RuleMeta } from "../../core/rules/rule";
import type { Block, HelpPage } from "./help-page";
import pagesJson from "./pages.json";

const TITLES: ReadonlyMap<string, string> = new Map(rules.map(({ meta }) => [meta.id, typographie(meta.title)]));

/** Another rule is told by what it says, as its identifier is for other programs; other code stays as it is. */
function withLinks(text: string): string {
  return text.replace(/(?:la règle )?`([a-z0-9-]+)`/g, (whole, id: string) => {
    const title = TITLES.get(id);
    return title === undefined ? whole : `la règle [${asLink(title)}](${id}.md)`;
  });
}

/** Quotation marks within quotation marks. */
const asLink = (title: string): string => typographie(`« ${title.replace(/«\s?/g, "“").replace(/\s?»/g, "”")} »`);

/** Paragraphs that begin with "- " stand together in one list. */
function blocksOf(paragraphs: readonly string[]): readonly Block[] {
  const blocks: (Block & { liste?: string[] })[] = [];
  for (const paragraph of paragraphs.map(withLinks)) {
    const last = blocks.at(-1);
    if (!paragraph.startsWith("- ")) blocks.push({ texte: paragraph });
    else if (last?.liste) last.liste.push(paragraph.slice(2));
    else blocks.push({ liste: [paragraph.slice(2)] });
  }
  return blocks;
}

const pageOf = (meta: RuleMeta): HelpPage => ({
  id: meta.id,
  kind: "regle",
  title: typographie(meta.title),
  blocks: [
    { texte: graviteOf(meta) },
    ...sectionsOf(meta).flatMap(({ titre, paragraphes }) => [{ titre }, ...blocksOf(paragraphes)]),
  ],
});

/** With the articles of the contract that the workbook follows, once it was verified. */
export function pagesOf(results: readonly Pick<RuleResult, "rule" | "article">[]): readonly HelpPage[] {
  const articles = new Map<string, string>(results.map(({ rule, article }) => [rule, article]));
  return PAGES.map((page) => {
    const article = articles.get(page.id);
    return article === undefined ? page : { ...page, article };
  });
}

const PAGES: readonly HelpPage[] = [...(pagesJson as readonly HelpPage[]), ...rules.map(({ meta }) => pageOf(meta))];
