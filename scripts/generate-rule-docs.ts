// Writes docs/regles: a page for each rule, of what the rule itself says, and what covers each article of the contract; --check only compares.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contratIntegre } from "../src/contracts/built-in";
import { nommerArticle, SANS_ARTICLE, type Matiere } from "../src/core/contract/clauses/articles";
import { articleDe } from "../src/core/contract/clauses/articles-du-contrat";
import { capitalised, typographie } from "../src/core/domain/words/typographie";
import { beyondCalculation } from "../src/core/rules/beyond-calculation";
import { graviteOf, sectionsOf, severitesOf } from "../src/core/rules/describe-rule";
import { rules } from "../src/core/rules/index";
import type { RuleMeta } from "../src/core/rules/rule";
import { writeOrCheck } from "./write-or-check";

const FOLDER = fileURLToPath(new URL("../docs/regles/", import.meta.url));

/** As the contract that the product ships numbers them: each workbook's findings cite those of its own. */
const articleOf = ({ articles }: Pick<RuleMeta, "articles">): string => articleDe(contratIntegre, articles);

const SECTIONS = [
  { matiere: "objet", titre: "Objet" },
  { matiere: "actions", titre: "Actions, fiches et indicateurs" },
  { matiere: "financement", titre: "Engagements financiers" },
  { matiere: "suivi", titre: "Suivi et évaluation" },
  { matiere: "versement", titre: "Versement des crédits" },
  { matiere: "duree", titre: "Durée" },
  { matiere: "controle", titre: "Contrôle financier" },
  { matiere: "denonciation", titre: "Dénonciation" },
  { matiere: "litiges", titre: "Litiges" },
  { matiere: "annexe", titre: "Tableaux et fiches" },
  { matiere: null, titre: "Forme du classeur, sans article" },
] as const satisfies readonly { readonly matiere: Matiere | null; readonly titre: string }[];

function concerns(articles: string, article: string): boolean {
  return articles.split(", ").includes(article);
}

function section({ matiere, titre }: (typeof SECTIONS)[number]): string {
  const article = articleOf({ articles: matiere === null ? [] : [matiere] });
  const available = rules.filter(({ meta }) => concerns(articleOf(meta), article));
  const beyond = beyondCalculation(contratIntegre).filter((entry) => entry.article === article);
  if (available.length + beyond.length === 0) throw new Error(`nothing covers article ${article}`);
  const heading = matiere === null ? titre : `${capitalised(nommerArticle(article))} – ${titre}`;
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
plusieurs articles figure sous chacun d’eux. Les numéros sont ceux du contrat intégré : chaque écart cite l’article du
contrat que suit le classeur. Cette page est produite par \`npm run generate\`.

${rules.length} règles disponibles, ${beyondCalculation(contratIntegre).length} points qu’aucun calcul ne peut vérifier.`;

const index = `${[typographie(introduction), ...SECTIONS.map(section)].join("\n\n")}\n`;

const IDS: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id));

/** "Référence : articles 2.2 et 3 (contrat intégré)." */
function reference(article: string): string {
  if (article === SANS_ARTICLE) return "Aucun article\u00a0: règle de forme.";
  return typographie(`Référence : ${nommerArticle(article)} (contrat intégré).`);
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
  const head = `# ${meta.id}\n\n${typographie(meta.title)}. ${reference(articleOf(meta))} ${graviteOf(meta)}`;
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
