// The French pages have the no-break spaces of French typography, outside of code and addresses.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const PAGES = [
  "README.md",
  "docs/GLOSSAIRE.md",
  "docs/CAUSES.md",
  ...readdirSync("docs/regles").map((name) => `docs/regles/${name}`),
];

function plainSpaces(markdown: string): string[] {
  const text = markdown
    .replace(/^```[^]*?^```/gm, "")
    .replace(/^\|[-| :]+\|$/gm, "")
    .replace(/`[^`]*`|\]\([^)]*\)|<https?:[^>]*>/g, "");
  return text.match(/.{0,20}(?: [:;?!»€%](?=[\s)|*_.,»]|$)|« |\d \d{3}(?!\d)).{0,10}/gm) ?? [];
}

it.each(PAGES)("%s", (page) => {
  expect(plainSpaces(readFileSync(page, "utf8"))).toEqual([]);
});
