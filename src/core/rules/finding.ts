// From what a rule reports to the finding that it makes: identity, figures, sentence, cells and fix.
import { splitArticle } from "../contract/clauses/articles";
import { articleDe } from "../contract/clauses/articles-du-contrat";
import type { Convention } from "../contract/convention";
import type { Figures, FiguresComparees } from "../domain/figures";
import { subjectParty } from "../domain/outside-words";
import { remember } from "../domain/remember";
import type { Subject } from "../domain/subject";
import { subtractMontants } from "../domain/values/montant";
import { formatMontant, formatNombre, NBSP } from "../domain/words/format";
import { capitalised, typographie } from "../domain/words/typographie";
import type { Finding } from "../verification";
import type { MessageMeta, Report, RuleMeta } from "./rule";
import type { RuleId } from "./rule-id";

const NOT_GIVEN = "non renseigné";

/** "cofinancement-minimum/1/2025/metropole": the rule and its subject, never a cell. */
export function findingId(rule: string, subject: Subject, key?: string): string {
  const { axe, action, indicator, year, party } = subject;
  // The axe of an action follows from the action.
  const place = action !== undefined ? `${action}` : axe !== undefined ? `axe-${axe}` : undefined;
  let id = rule;
  if (place !== undefined) id += `/${place}`;
  if (indicator !== undefined) id += `/indicateur-${indicator}`;
  if (year !== undefined) id += `/${year}`;
  if (party !== undefined) id += `/${subjectParty(party)}`;
  return key === undefined ? id : `${id}/${key}`;
}

// Differences of decimals carry binary noise (0.3 − 0.1); indicators have at most a few decimals.
function difference(found: number, expected: number): number {
  return Math.round((found - expected) * 1e6) / 1e6;
}

function withGap(figures: FiguresComparees): Figures {
  if (figures.unit === "montant") {
    const { found, expected } = figures;
    return {
      unit: figures.unit,
      found,
      expected,
      gap: found === null || expected === null ? null : subtractMontants(found, expected),
    };
  }
  const { unit, found, expected } = figures;
  return {
    unit,
    found,
    expected,
    gap: unit === "numero" || found === null || expected === null ? null : difference(found, expected),
  };
}

function formatFigure(figures: Figures, which: "found" | "expected" | "gap"): string {
  if (figures.unit === "montant") {
    const montant = figures[which];
    return montant === null ? NOT_GIVEN : formatMontant(montant);
  }
  const figure = figures[which];
  if (figure === null) return NOT_GIVEN;
  if (figures.unit === "pourcentage") return `${formatNombre(Math.round(figure * 1e8) / 1e6)}${NBSP}%`;
  return figures.unit === "euros" ? `${formatNombre(figure)}${NBSP}€` : formatNombre(figure);
}

/** What a placeholder of figures stands for; undefined for another one. */
function describeFigure(figures: Figures, name: string): string | undefined {
  switch (name) {
    case "found":
    case "expected":
      return formatFigure(figures, name);
    case "gap":
      return `${figures.gap !== null && figures.gap > 0 ? "+" : ""}${formatFigure(figures, "gap")}`;
    case "distance":
      return formatFigure(figures, "gap").replace(/^−/, "");
    default:
      return undefined;
  }
}

/** "Article 2.2.", "Article 2.2 et annexe."; nothing for what no article asks. */
function citeArticle(article: string): string {
  const { numbers, named } = splitArticle(article);
  if (numbers.length === 0) return named.length === 0 ? "" : ` ${capitalised(named.join(" et "))} du contrat.`;
  const articles = `Article${numbers.length > 1 ? "s" : ""}\u00a0${numbers.join(" et\u00a0")}`;
  return ` ${[articles, ...named].join(" et ")}.`;
}

/** The words of a message: every other one is the name of a placeholder. */
const wordingOf = remember(({ text }: MessageMeta) => typographie(text).split(/\{(\w+)\}/));
const titleOf = remember(({ problem = "" }: MessageMeta) => typographie(problem).split(/\{(\w+)\}/));

type Said = Pick<Report<RuleMeta>, "message" | "figures" | "data">;

function messageOf({ id, messages }: RuleMeta, { message }: Said): MessageMeta {
  const known = messages[message];
  if (!known) throw new Error(`unknown message: ${id}/${message}`);
  return known;
}

function fillIn(words: readonly string[], meta: RuleMeta, report: Said): string {
  const figures = report.figures ? withGap(report.figures) : null;
  const data: Readonly<Record<string, string>> = report.data ?? {};
  let sentence = "";
  // One pass, so that a label of the workbook that holds braces is never taken for a placeholder.
  words.forEach((word, rank) => {
    const text = rank % 2 === 0 ? word : (data[word] ?? (figures ? describeFigure(figures, word) : undefined));
    if (text === undefined) throw new Error(`no text for {${word}} in ${meta.id}/${report.message}`);
    sentence += text;
  });
  return sentence;
}

/** What it says, without the article that asks for it. */
export const sentenceOf = (meta: RuleMeta, report: Said): string =>
  fillIn(wordingOf(messageOf(meta, report)), meta, report);

function problemOf(meta: RuleMeta, report: Said): string {
  const message = messageOf(meta, report);
  return message.problem === undefined ? typographie(meta.problem) : fillIn(titleOf(message), meta, report);
}

export function buildFinding(convention: Convention, meta: RuleMeta, report: Report<RuleMeta>): Finding {
  const article = report.article ?? articleDe(convention, meta.articles);
  return {
    id: findingId(meta.id, report.subject, report.key),
    // Only the registry holds rules, and RuleId lists the identifiers of the registry.
    rule: meta.id as RuleId,
    article,
    severity: messageOf(meta, report).severity ?? meta.severity,
    cells: report.cells,
    subject: report.subject,
    problem: problemOf(meta, report),
    message: `${sentenceOf(meta, report)}${citeArticle(article)}`,
    figures: report.figures ? withGap(report.figures) : null,
    ...(report.enJeu !== undefined && { enJeu: report.enJeu }),
    explanation: report.explanation === undefined ? null : typographie(report.explanation),
    causedBy: null,
    justification: null,
    fix: report.fix && report.fix.length > 0 ? report.fix : null,
  };
}
