// Each page, heading and picture that a page of the documentation points to is there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const PAGES = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"],
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join("docs", name)),
];

const withoutCode = (markdown: string): string => markdown.replace(/^```[^]*?^```/gm, "");

/** As GitHub names a heading in an address. */
function anchorsOf(page: string): string[] {
  const headings = withoutCode(readFileSync(page, "utf8")).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function linksOf(page: string): string[] {
  const links = [...withoutCode(readFileSync(page, "utf8")).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

function isThere(page: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? page : path.join(path.dirname(page), file);
  return existsSync(target) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

it.each(PAGES)("%s", (page) => {
  expect(linksOf(page).filter((link) => !isThere(page, link))).toEqual([]);
});

it("sees a link, a page that is missing and a heading that is missing", () => {
  expect(PAGES.flatMap(linksOf).length).toBeGreaterThan(100);
  expect(isThere("docs/README.md", "../README.md#vitesse")).toBe(true);
  expect(isThere("docs/README.md", "../README.md#lenteur")).toBe(false);
  expect(isThere("docs/README.md", "guides/personne.md")).toBe(false);
});
