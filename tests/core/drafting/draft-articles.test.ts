// The articles of a drafted contract by what their headings say they are about.
import { expect, test } from "vitest";
import { draftSigned } from "../../../src/core/drafting/draft-signed";
import { troisPiliers } from "../../contracts/invented-counties";
import { documentOf, type Ligne } from "../../contracts/invented-document";

const articlesOf = (lignes: readonly Ligne[]) => {
  const drafted = draftSigned(documentOf(lignes));
  if (!drafted.ok) throw new Error(drafted.message);
  const { articles, echeances } = drafted.definition;
  return { articles, rapport: echeances.find(({ id }) => id === "rapport-execution")?.article };
};

const renamed = (from: string, to: string): readonly Ligne[] =>
  troisPiliers.lignes.map((ligne) => (ligne === from ? to : ligne));

test("each matter has the article whose heading names it; two of them name none", () => {
  // Articles 3 and 4 are both of somebody's participation.
  expect(articlesOf(troisPiliers.lignes)).toEqual({
    articles: { objet: "1", duree: "2", versement: "5", suivi: "6" },
    rapport: "6",
  });
});

test("one heading of a matter names it", () => {
  const { articles } = articlesOf(renamed("Article 4 – Participation du Département", "Article 4 – Minimum"));
  expect(articles).toMatchObject({ financement: "3" });
});

test("a heading deeper down says it better than the one above", () => {
  const suivi = renamed("Article 6 – Suivi", "Article 6 – Suivi et contrôle").flatMap((ligne) =>
    ligne === "Article 6 – Suivi et contrôle" ? [ligne, "Les parties se réunissent.", "6.2 Suivi"] : [ligne],
  );
  expect(articlesOf(suivi).articles).toMatchObject({ suivi: "6.2", controle: "6" });
});
