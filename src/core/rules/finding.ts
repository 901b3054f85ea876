// From what a rule reports to the finding that leaves the core: identity, figures, sentence, cells and fix.
import { formatCellRef } from "../domain/cell-ref";
import { formatMontant, formatNombre, NBSP } from "../domain/words/format";
import { subtractMontants, toEuros, type Montant } from "../domain/values/montant";
import { remember } from "../domain/remember";
import { typographie } from "../domain/words/typographie";
import type { Finding, Fix, Subject } from "../verification";
import type { Figures, FixCell, MessageMeta, Report, RuleMeta } from "./rule";

const UNIT = { "€": 1, "k€": 1_000, "M€": 1_000_000 } as const;
const NOT_GIVEN = "non renseigné";

/** "cofinancement-minimum/1/2025/metropole": the rule and its subject, never a cell. */
export function findingId(rule: string, subject: Subject, key?: string): string {
  const { axe, action, indicator, year, party } = subject;
  // The axe of an action follows from the action.
  const place = action !== undefined ? `${action}` : axe !== undefined ? `axe-${axe}` : undefined;
  const rank = indicator !== undefined ? `indicateur-${indicator}` : undefined;
  return [rule, place, rank, year, party, key].filter((part) => part !== undefined).join("/");
}

interface FigureTexts {
  readonly found: number | null;
  readonly expected: number | null;
  readonly gap: number | null;
  readonly texts: Readonly<Record<string, string>>;
}

// Differences of decimals carry binary noise (0.3 − 0.1); indicators have at most a few decimals.
function difference(found: number, expected: number): number {
  return Math.round((found - expected) * 1e6) / 1e6;
}

function compared<N extends number>(
  found: N | null,
  expected: N | null,
  gap: N | null,
  format: (figure: N) => string,
  toNumber: (figure: N) => number,
): FigureTexts {
  const show = (figure: N | null): string => (figure === null ? NOT_GIVEN : format(figure));
  const signed = show(gap);
  return {
    found: found === null ? null : toNumber(found),
    expected: expected === null ? null : toNumber(expected),
    gap: gap === null ? null : toNumber(gap),
    texts: {
      found: show(found),
      expected: show(expected),
      gap: gap !== null && gap > 0 ? `+${signed}` : signed,
      distance: signed.replace(/^−/, ""),
    },
  };
}

function describeFigures(figures: Figures | undefined): FigureTexts {
  if (!figures) return { found: null, expected: null, gap: null, texts: {} };
  if (figures.unit === "montant") {
    const { found, expected } = figures;
    const gap = found === null || expected === null ? null : subtractMontants(found, expected);
    return compared<Montant>(found, expected, gap, formatMontant, toEuros);
  }
  const { unit, found, expected } = figures;
  const format = unit === "euros" ? (euros: number) => `${formatNombre(euros)}${NBSP}€` : formatNombre;
  const gap = unit === "numero" || found === null || expected === null ? null : difference(found, expected);
  return compared<number>(found, expected, gap, format, (figure) => figure);
}

function describeFix(fix: FixCell): Fix {
  const cell = formatCellRef(fix.cell);
  if ("formula" in fix) return { cell, formula: fix.formula };
  return { cell, value: "montant" in fix ? toEuros(fix.montant) / UNIT[fix.unit] : fix.value };
}

/** "Article 2.2.", "Article 2.2 et annexe."; nothing for what no article asks. */
function citeArticle(article: string): string {
  if (article === "–") return "";
  const parts = article.split(", ").filter((part) => part !== "annexe");
  const articles =
    parts.length > 1
      ? `Articles\u00a0${parts.join(" et\u00a0")}`
      : parts.length === 1
        ? `Article\u00a0${parts[0]}`
        : "";
  if (!article.includes("annexe")) return ` ${articles}.`;
  return articles ? ` ${articles} et annexe.` : " Annexe du contrat.";
}

const wordingOf = remember(({ text }: MessageMeta) => typographie(text));

export function buildFinding(meta: RuleMeta, report: Report<RuleMeta>): Finding {
  const message = meta.messages[report.message];
  if (!message) throw new Error(`unknown message: ${meta.id}/${report.message}`);
  const { found, expected, gap, texts } = describeFigures(report.figures);
  const data: Readonly<Record<string, string>> = { ...texts, ...report.data };
  // One pass, so that a label of the workbook that holds braces is never taken for a placeholder.
  const sentence = wordingOf(message).replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = data[name];
    if (text === undefined) throw new Error(`no text for {${name}} in ${meta.id}/${report.message}`);
    return text;
  });
  return {
    id: findingId(meta.id, report.subject, report.key),
    rule: meta.id,
    article: meta.article,
    severity: message.severity ?? meta.severity,
    cells: report.cells.map(formatCellRef),
    subject: report.subject,
    message: `${sentence}${citeArticle(meta.article)}`,
    found,
    expected,
    gap,
    ...((report.figures?.unit === "montant" || report.figures?.unit === "euros") && { unit: "€" }),
    explanation: report.explanation === undefined ? null : typographie(report.explanation),
    causedBy: null,
    justification: null,
    fix: report.fix && report.fix.length > 0 ? report.fix.map(describeFix) : null,
  };
}
