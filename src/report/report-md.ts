// The report as Markdown, for who keeps texts beside each other and compares them.
import type { Report, ReportedFinding } from "./compose-report";
import { escapeMarkdown } from "./harmless-text";

function findingLines({ word, message, details, consequences }: ReportedFinding, indent = ""): string[] {
  return [
    `${indent}- **${escapeMarkdown(word)}** – ${escapeMarkdown(message)}`,
    ...details.map((detail) => `${indent}  - ${escapeMarkdown(detail)}`),
    ...(consequences.length > 0 ? [`${indent}  - Entraîne aussi\u00a0:`] : []),
    ...consequences.flatMap((one) => findingLines(one, `${indent}    `)),
  ];
}

/** `by` names the product and its version. */
export function reportMarkdown(report: Report, by: string): string {
  const { workbook, contract, verdict, counts, findings, sections } = report;
  const lines = [
    `# Vérification de ${escapeMarkdown(workbook)}`,
    escapeMarkdown(contract),
    `**${escapeMarkdown(verdict)}**`,
    ...counts.map(escapeMarkdown),
    ...(findings.length > 0 ? ["## Par action"] : []),
    ...findings.flatMap(({ title, findings: group }) => [
      `### ${escapeMarkdown(title)}`,
      group.flatMap((finding) => findingLines(finding)).join("\n"),
    ]),
    ...sections.flatMap(({ title, lines: said }) => [
      `## ${escapeMarkdown(title)}`,
      said
        .flatMap(({ text, under }) => [
          `- ${escapeMarkdown(text)}`,
          ...under.map((one) => `  - ${escapeMarkdown(one)}`),
        ])
        .join("\n"),
    ]),
    escapeMarkdown(`${by}.`),
  ];
  return `${lines.join("\n\n")}\n`;
}
