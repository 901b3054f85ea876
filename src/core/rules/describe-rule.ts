// The page of a rule as titles and paragraphs: the documentation and the help of the pane both show it.
import { typographie } from "../domain/words/typographie";
import type { Severity } from "../verification";
import { sentenceOf } from "./finding";
import type { Report, RuleMeta } from "./rule";
import type { Exemple, Prose } from "./rule-page";

export interface Section {
  readonly titre: string;
  /** French with its no-break spaces; `code` between backquotes. */
  readonly paragraphes: readonly string[];
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "erreur",
  warning: "avertissement",
  info: "information",
};

/** The severities of its messages, the worst first. */
export function severitesOf(meta: RuleMeta): readonly string[] {
  const found = new Set(Object.values(meta.messages).map(({ severity }) => severity ?? meta.severity));
  return (["error", "warning", "info"] as const).flatMap((severity) =>
    found.has(severity) ? [SEVERITIES[severity]] : [],
  );
}

/** "Gravité : erreur.", or which severity when, where the rule has several. */
export const graviteOf = (meta: RuleMeta): string =>
  francais(`Gravité : ${meta.page.gravite ?? severitesOf(meta).join(", ")}.`);

export function sectionsOf(meta: RuleMeta): readonly Section[] {
  const { contrat, verifie, conforme, ecart, corriger, limites } = meta.page;
  return [
    { titre: "Texte du contrat", paragraphes: paragraphs(contrat) },
    { titre: "Ce qui est vérifié", paragraphes: paragraphs(verifie) },
    { titre: "Exemple conforme", paragraphes: paragraphs(conforme) },
    { titre: "Exemple en écart", paragraphes: ecart.map((exemple) => quote(meta, exemple)) },
    { titre: "Comment corriger", paragraphes: paragraphs(corriger) },
    { titre: "Limites", paragraphes: paragraphs(limites) },
  ];
}

const paragraphs = (prose: Prose): readonly string[] => (typeof prose === "string" ? [prose] : prose).map(francais);

/** With its no-break spaces, those between thousands too; what is between backquotes is not language. */
const francais = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 0 ? typographie(part).replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u00a0") : part))
    .join("");

/** As the rules fill in a placeholder: an amount has its no-break spaces, an account number has not. */
const asSaid = (text: string): string => typographie(text).replace(/(?<=(?<!\d)\d{1,3}) (?=\d{3}(?!\d))/g, "\u00a0");

/** What the agent reads for an example: the sentence, and the explanation beside it. */
export function exempleLu(
  meta: RuleMeta,
  exemple: Exemple,
): { readonly message: string; readonly explanation: string | null } {
  const { explanation, data: given = {} } = exemple;
  const data = Object.fromEntries(Object.entries(given).map(([name, text]) => [name, asSaid(text)]));
  return {
    message: sentenceOf(meta, { ...exemple, data } as unknown as Report<RuleMeta>),
    explanation: explanation === undefined ? null : asSaid(explanation),
  };
}

function quote(meta: RuleMeta, exemple: Exemple): string {
  const { message, explanation } = exempleLu(meta, exemple);
  return francais(`« ${message} »${explanation === null ? "" : ` Explication : « ${explanation} »`}`);
}
