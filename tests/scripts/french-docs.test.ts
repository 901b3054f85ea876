// The French pages have the no-break spaces of French typography, outside of code and addresses.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const PAGES = [
  "README.md",
  "docs/GLOSSAIRE.md",
  "docs/CAUSES.md",
  "docs/CLAUSES.md",
  "docs/ACCESSIBILITE.md",
  "docs/verification-excel.md",
  ...["docs/regles", "docs/guides"].flatMap(pagesOf),
];

function pagesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}

const HELP = "src/taskpane/aide.html";

function textOfMarkdown(markdown: string): string {
  return markdown
    .replace(/^```[^]*?^```/gm, "")
    .replace(/^\|[-| :]+\|$/gm, "")
    .replace(/`[^`]*`|\]\([^)]*\)|<https?:[^>]*>/g, "");
}

function textOfPage(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>|<[^>]+>/g, "")
    .replaceAll("&nbsp;", "\u00A0")
    .replace(/[ \n]+/g, " ");
}

function plainSpaces(text: string): string[] {
  return text.match(/.{0,20}(?: [:;?!»€%](?=[\s)|*_.,»]|$)|« |\d \d{3}(?!\d)).{0,10}/gm) ?? [];
}

it.each(PAGES)("%s", (page) => {
  expect(plainSpaces(textOfMarkdown(readFileSync(page, "utf8")))).toEqual([]);
});

it(HELP, () => {
  expect(plainSpaces(textOfPage(readFileSync(HELP, "utf8")))).toEqual([]);
});
