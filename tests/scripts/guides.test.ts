// What the guides quote and what they set in bold is written so in the product: a button is named as the agent sees it.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/core/rules/index";

/** Excel's own words, and what begins a paragraph. */
const NOT_OURS: readonly string[] = [
  ...["Ôter la protection de la feuille", "Dans Excel", "Dans la page autonome", "Avec la ligne de commande", "À voir"],
  // How a manifest is put into Excel.
  ...["Options", "Centre de gestion de la confidentialité", "Paramètres du Centre de gestion de la confidentialité"],
  ...["Catalogues de compléments approuvés", "URL du catalogue", "Ajouter un catalogue", "Afficher dans le menu"],
  ...["Compléments", "Plus de compléments", "Dossier partagé", "Aller au dossier", "Mes compléments"],
  "Télécharger mon complément",
];

const GUIDES: readonly string[] = [
  ...["agent", "officier-etat", "auteur-de-contrat"].map((name) => `docs/guides/${name}.md`),
  "docs/verification-excel.md",
];

const plain = (text: string): string => text.replace(/\u00A0|\u202F|\\u00a0|\$\{NBSP\}|&nbsp;/g, " ");

const product = plain(
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:tsx?|html)$/.test(name))
    .map((name) => readFileSync(path.join("src", name), "utf8"))
    .concat(["manifest.xml", "src/excel-check/manifest.xml"].map((file) => readFileSync(file, "utf8")))
    .join("\n"),
);

/** The administrator's guide quotes Microsoft's pages; its table of failures quotes ours. */
function quotesOf(guide: string): string[] {
  const text = plain(readFileSync(guide, "utf8"));
  const found = [...text.matchAll(/\*\*([^*]+)\*\*|« ([^»]+) »/g)].map(([, bold, quoted]) => bold ?? quoted ?? "");
  return [...new Set(found)].filter((quote) => /^\p{Lu}/u.test(quote) && !NOT_OURS.includes(quote));
}

const failuresOf = (guide: string): string[] =>
  [...plain(readFileSync(guide, "utf8")).matchAll(/^\| « ([^»]+) »/gm)].map(([, quote = ""]) => quote);

/** At the beginning of a text of the product; what stands for a name or a number, "…" or " n ", is anything. */
function isSaid(quote: string): boolean {
  const [first = "", ...others] = quote.split(/ ?… ?| n\b/).filter((piece) => piece !== "");
  return (
    ['"', "`", ">", "\n "].some((before) => product.includes(before + first)) &&
    others.every((piece) => product.includes(piece))
  );
}

/** The first words of each line of a table. */
const rowsOf = (guide: string): string[] =>
  [...readFileSync(guide, "utf8").matchAll(/^\| +(\p{Lu}[^|]+?) +\|/gmu)].map(([, name = ""]) => name);

describe("the words of the product", () => {
  it.each(GUIDES)("are quoted as they are: %s", (guide) => {
    const quotes = quotesOf(guide);
    expect(quotes.length).toBeGreaterThan(8);
    expect(quotes.filter((quote) => !isSaid(quote))).toEqual([]);
  });

  it("are quoted as they are in the administrator’s table of failures", () => {
    const failures = failuresOf("docs/guides/administrateur.md");
    expect(failures.length).toBeGreaterThan(1);
    expect(failures.filter((quote) => !isSaid(quote))).toEqual([]);
  });

  it("name the rules as the sheet « Écarts » does", () => {
    const titles = rules.map(({ meta }) => meta.title);
    const named = rowsOf("docs/guides/officier-etat.md");
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !titles.includes(name))).toEqual([]);
  });

  it("are not found where they are others", () => {
    expect(["Corriger tout de suite", "La feuille … est protégée contre tout"].filter(isSaid)).toEqual([]);
    expect(isSaid("La feuille … est protégée")).toBe(true);
  });
});
