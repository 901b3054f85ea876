// Writes docs/regles/README.md: what covers each article of the contract; --check only compares.
import { fileURLToPath } from "node:url";
import { typographie } from "../src/core/domain/words/typographie";
import { beyondCalculation } from "../src/core/rules/beyond-calculation";
import { rules } from "../src/core/rules/index";
import type { RuleMeta } from "../src/core/rules/rule";
import type { Severity } from "../src/core/verification";
import { writeOrCheck } from "./write-or-check";

const path = fileURLToPath(new URL("../docs/regles/README.md", import.meta.url));

const ARTICLES = [
  { article: "1", heading: "Article 1 – Objet" },
  { article: "2.1", heading: "Article 2.1 – Actions, fiches et indicateurs" },
  { article: "2.2", heading: "Article 2.2 – Engagements financiers" },
  { article: "2.3", heading: "Article 2.3 – Suivi et évaluation" },
  { article: "3", heading: "Article 3 – Versement des crédits" },
  { article: "4", heading: "Article 4 – Durée" },
  { article: "5", heading: "Article 5 – Contrôle financier" },
  { article: "6", heading: "Article 6 – Dénonciation" },
  { article: "7", heading: "Article 7 – Litiges" },
  { article: "annexe", heading: "Annexe – Tableaux et fiches" },
  { article: "–", heading: "Forme du classeur, sans article" },
] as const;

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "erreur",
  warning: "avertissement",
  info: "information",
};

function concerns(articles: string, article: string): boolean {
  return articles.split(", ").includes(article);
}

function severitiesOf(meta: RuleMeta): string {
  const found = new Set(Object.values(meta.messages).map(({ severity }) => severity ?? meta.severity));
  return (["error", "warning", "info"] as const)
    .filter((severity) => found.has(severity))
    .map((severity) => SEVERITIES[severity])
    .join(", ");
}

function section({ article, heading }: (typeof ARTICLES)[number]): string {
  const available = rules.filter(({ meta }) => concerns(meta.article, article));
  const beyond = beyondCalculation.filter((entry) => entry.article === article);
  if (available.length + beyond.length === 0) throw new Error(`nothing covers article ${article}`);
  const parts = [`## ${heading}`];
  if (available.length > 0) {
    const rows = available.map(
      ({ meta }) => `| [${meta.id}](${meta.id}.md) | ${typographie(meta.title)} | ${severitiesOf(meta)} |`,
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

const expected = `${[typographie(introduction), ...ARTICLES.map(section)].join("\n\n")}\n`;

writeOrCheck(path, expected);
