// Each contract's own articles: stated by matter, else by what says where a clause stands, else said not to be known.
import { describe, expect, it, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { nommerArticle } from "../../../../src/core/contract/clauses/articles";
import { articleDe } from "../../../../src/core/contract/clauses/articles-du-contrat";
import { listClauses } from "../../../../src/core/contract/clauses/list-clauses";
import type { Convention } from "../../../../src/core/contract/convention";
import { verificationJson } from "../../../../src/core/verification-json";
import { verify } from "../../../../src/core/verify";
import { annexWorkbook } from "../../../contracts/annex-workbook";
import { contratDuDepartement } from "../../../contracts/departement-invente";

const sansArticles: Convention = contratDuDepartement;

const source = (article: string) => ({ article, lieu: `article ${article}` });

describe("the article of a matter", () => {
  const cases: [string, Partial<Convention>, string][] = [
    ["is the one that the contract names", { articles: { financement: "6.1" } }, "6.1"],
    ["is not known where it says nothing", {}, "non précisé"],
    ["is where the State’s amounts were read", { sources: { "annees/2024/credits": source("5") } }, "5"],
    ["is where the threshold was read, for want of them", { sources: { cofinancement: source("8") } }, "8"],
    [
      "is the named one, wherever its clauses were read",
      { articles: { financement: "6.1" }, sources: { "annees/2024": source("5") } },
      "6.1",
    ],
  ];
  it.each(cases)("%s", (_, said, article) => {
    expect(articleDe({ ...sansArticles, ...said }, ["financement"])).toBe(article);
  });

  it("is each known one once, and none for the form of the workbook", () => {
    const convention = { ...sansArticles, articles: { financement: "4", versement: "4", annexe: "annexe 2" } };
    expect(articleDe(convention, ["financement", "versement", "annexe", "controle"])).toBe("4, annexe 2");
    expect(articleDe(convention, [])).toBe("–");
  });

  it("gives way to the article of the very clause", () => {
    const sources = { "annees/2024": source("5"), cofinancement: source("8") };
    expect(articleDe({ ...sansArticles, sources }, ["cofinancement/seuil"])).toBe("8");
    expect(articleDe({ ...sansArticles, sources }, ["financement"])).toBe("5");
  });
});

test.each([
  ["2.2", "article 2.2"],
  ["2.2, annexe, 3", "articles 2.2, 3 et annexe"],
  ["annexe 2", "annexe 2"],
  ["non précisé", "article non précisé"],
  ["II.3", "article II.3"],
  ["–", ""],
])("%s is told as « %s »", (article, words) => {
  expect(nommerArticle(article)).toBe(words);
});

const numbersIn = (convention: Convention): string => {
  // One amount of the State is wrong: rules of money, of totals and of the envelope speak.
  const raw = annexWorkbook(convention, (budget) => {
    const row = budget[3] ?? [];
    row[2] = 1;
  });
  const { findings, rules } = verificationJson(verify(raw, convention, "2026-12-01", "given").verification);
  expect(findings.length).toBeGreaterThan(3);
  return [
    ...findings.map(({ article, message }) => `${article} ${message}`),
    ...rules.map(({ article }) => article),
  ].join(" | ");
};

describe("a contract without articles", () => {
  it("is never told by those of another", () => {
    const echeances = sansArticles.echeances.map((echeance) => ({ ...echeance, article: "non précisé" }));
    const said = numbersIn({ ...sansArticles, echeances });
    expect(said).toContain("Article\u00a0non précisé.");
    expect(said).not.toMatch(/article\u00a0?s? ?[0-9]|(?:^|[|,] )[1-7](?:\.[1-3])?(?: |,|$)|annexe/i);
  });

  it("says so of its clauses", () => {
    const articles = new Set(listClauses(sansArticles).map(({ article }) => article));
    expect([...articles].sort()).toEqual(["2.2", "2.3", "4", "non précisé", "–"]);
  });
});

it("the built-in contract cites its own", () => {
  expect(articleDe(contratIntegre, ["financement", "annexe"])).toBe("2.2, annexe");
  expect(articleDe(contratIntegre, ["cofinancement/seuil"])).toBe("2.2");
  expect(articleDe(contratIntegre, ["coordonneesBancaires/iban"])).toBe("3");
});
