// Writes docs/regles: a page for each rule, of what the rule itself says, and what covers each article of the contract; --check only compares.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ARTICLES, SANS_ARTICLE } from "../src/core/contract/clauses/articles";
import { typographie } from "../src/core/domain/words/typographie";
import { beyondCalculation } from "../src/core/rules/beyond-calculation";
import { graviteOf, sectionsOf, severitesOf } from "../src/core/rules/describe-rule";
import { rules } from "../src/core/rules/index";
import type { RuleMeta } from "../src/core/rules/rule";
import { writeOrCheck } from "./write-or-check";

const FOLDER = fileURLToPath(new URL("../docs/regles/", import.meta.url));

const SECTIONS = [
  { article: ARTICLES.objet, heading: "Article 1 – Objet" },
  { article: ARTICLES.actions, heading: "Article 2.1 – Actions, fiches et indicateurs" },
  { article: ARTICLES.financement, heading: "Article 2.2 – Engagements financiers" },
  { article: ARTICLES.suivi, heading: "Article 2.3 – Suivi et évaluation" },
  { article: ARTICLES.versement, heading: "Article 3 – Versement des crédits" },
  { article: ARTICLES.duree, heading: "Article 4 – Durée" },
  { article: ARTICLES.controle, heading: "Article 5 – Contrôle financier" },
  { article: ARTICLES.denonciation, heading: "Article 6 – Dénonciation" },
  { article: ARTICLES.litiges, heading: "Article 7 – Litiges" },
  { article: ARTICLES.annexe, heading: "Annexe – Tableaux et fiches" },
  { article: SANS_ARTICLE, heading: "Forme du classeur, sans article" },
] as const;

function concerns(articles: string, article: string): boolean {
  return articles.split(", ").includes(article);
}

function section({ article, heading }: (typeof SECTIONS)[number]): string {
  const available = rules.filter(({ meta }) => concerns(meta.article, article));
  const beyond = beyondCalculation.filter((entry) => entry.article === article);
  if (available.length + beyond.length === 0) throw new Error(`nothing covers article ${article}`);
  const parts = [`## ${heading}`];
  if (available.length > 0) {
    const rows = available.map(
      ({ meta }) => `| [${meta.id}](${meta.id}.md) | ${typographie(meta.title)} | ${severitesOf(meta).join(", ")} |`,
    );
    parts.push(["| Règle | Ce qui doit tenir | Gravité |", "| --- | --- | --- |", ...rows].join("\n"));
  }
  if (beyond.length > 0) {
    const rows = beyond.map(({ subject, reason }) => `- ${typographie(subject)}. ${typographie(reason)}`);
    parts.push(["Ce qu’aucun calcul ne peut vérifier\u00a0:", "", ...rows].join("\n"));
  }
  return parts.join("\n\n");
}

const introduction = `# Les règles, article par article

Ce que « Vérifier » contrôle, et ce qu’aucun calcul ne peut contrôler. Une règle qui porte sur
plusieurs articles figure sous chacun d’eux. Cette page est produite par \`npm run generate\`.

${rules.length} règles disponibles, ${beyondCalculation.length} points qu’aucun calcul ne peut vérifier.`;

const index = `${[typographie(introduction), ...SECTIONS.map(section)].join("\n\n")}\n`;

const IDS: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id));

/** "Articles 2.2 et 3, annexe." */
function reference(article: string): string {
  if (article === "–") return "Aucun article\u00a0: règle de forme.";
  const parts = article.split(", ");
  const numbers = parts.filter((part) => part !== "annexe");
  const named = numbers.length === 0 ? [] : [`article${numbers.length > 1 ? "s" : ""} ${numbers.join(" et ")}`];
  return typographie(`Référence : ${[...named, ...parts.filter((part) => part === "annexe")].join(", ")}.`);
}

/** The name of a rule between backquotes leads to its page. */
const linked = (text: string): string =>
  text.replace(/`([a-z0-9-]+)`/g, (whole, id: string) => (IDS.has(id) ? `[${id}](${id}.md)` : whole));

const body = (paragraphs: readonly string[]): string =>
  paragraphs
    .map((text, index) => {
      const isNextItem = text.startsWith("- ") && paragraphs[index - 1]?.startsWith("- ");
      return `${index === 0 ? "" : isNextItem ? "\n" : "\n\n"}${linked(text)}`;
    })
    .join("");

function page(meta: RuleMeta): string {
  const head = `# ${meta.id}\n\n${typographie(meta.title)}. ${reference(meta.article)} ${graviteOf(meta)}`;
  const sections = sectionsOf(meta).map(({ titre, paragraphes }) => `## ${titre}\n\n${body(paragraphes)}`);
  return `${[head, ...sections].join("\n\n")}\n`;
}

writeOrCheck(`${FOLDER}README.md`, index);
for (const { meta } of rules) writeOrCheck(`${FOLDER}${meta.id}.md`, page(meta));

const left = readdirSync(FOLDER).filter((name) => name !== "README.md" && !IDS.has(name.replace(/\.md$/, "")));
if (left.length > 0) {
  console.error(`No rule makes these of docs/regles: ${left.join(", ")}.`);
  process.exitCode = 1;
}
