// Writes src/taskpane/aide/pages.json, pages of the tab « Aide » that no rule makes: the help, the accessibility statement; --check only compares.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { typographie } from "../src/core/domain/words/typographie";
import type { Block, HelpPage } from "../src/taskpane/aide/help-page";
import { writeOrCheck } from "./write-or-check";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(at(path), "utf8");

/** Of a link its words are kept. What is between backquotes is not language. */
const inline = (text: string): string =>
  text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replaceAll("**", "")
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 0 ? typographie(part) : part))
    .join("");

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => inline(cell.trim()));

function blockOf(lines: readonly string[]): Block {
  const [first = ""] = lines;
  if (first.startsWith("#")) return { titre: inline(first.replace(/^#+ /, "")) };
  if (first.startsWith("|")) {
    return { tableau: lines.filter((line) => !/^\|[\s|:-]+\|$/.test(line)).map(cellsOf) };
  }
  if (first.startsWith("- ")) {
    const items = lines.join("\n").split(/^- /m).slice(1);
    return { liste: items.map((item) => inline(item.replaceAll(/\s*\n\s*/g, " ").trim())) };
  }
  return { texte: inline(lines.join(" ")) };
}

/** The title of the page, and what follows it. Only what the project's own pages use is understood. */
function parseMarkdown(markdown: string): { readonly title: string; readonly blocks: readonly Block[] } {
  const paragraphs = markdown
    .trim()
    .split(/\n\s*\n/)
    .flatMap((paragraph) => {
      const lines = paragraph.split("\n");
      return lines[0]?.startsWith("#") ? [lines.slice(0, 1), lines.slice(1)] : [lines];
    })
    .filter((lines) => lines.length > 0);
  const [title = [], ...rest] = paragraphs;
  return { title: (title[0] ?? "").replace(/^# /, ""), blocks: rest.map(blockOf) };
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: "\u00a0", amp: "&", lt: "<", gt: ">", quot: '"' };

const words = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/[ \n\t]+/g, " ")
    .trim();

/** The help is one page for who opens it alone, and a page for each of its parts in the pane. */
function helpPages(): readonly HelpPage[] {
  const [, main = ""] = /<main>([\s\S]*)<\/main>/.exec(read("src/taskpane/aide.html")) ?? [];
  const pages: { id: string; kind: "guide"; title: string; blocks: Block[] }[] = [];
  let items: string[] | null = null;
  for (const [, tag, html = ""] of main.matchAll(/<(h2|p|li)\b[^>]*>([\s\S]*?)<\/\1>/g)) {
    if (tag === "h2") {
      pages.push({ id: `guide-${pages.length + 1}`, kind: "guide", title: words(html), blocks: [] });
    } else if (tag === "li") {
      const list: string[] = items ?? [];
      if (list.length === 0) pages.at(-1)?.blocks.push({ liste: list });
      list.push(words(html));
      items = list;
      continue;
    } else pages.at(-1)?.blocks.push({ texte: words(html) });
    items = null;
  }
  if (pages.length === 0) throw new Error("the help has no part");
  return pages;
}

function statement(): HelpPage {
  const { title, blocks } = parseMarkdown(read("docs/ACCESSIBILITE.md"));
  return { id: "accessibilite", kind: "declaration", title: typographie(title), blocks };
}

const pages: readonly HelpPage[] = [...helpPages(), statement()];

writeOrCheck(at("src/taskpane/aide/pages.json"), `${JSON.stringify(pages, null, 1)}\n`);
