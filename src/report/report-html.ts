// The report as one page that needs nothing else: it opens from a mail, prints on A4, and is read aloud in order.
import type { Report, ReportedFinding } from "./compose-report";
import { escapeHtml } from "./harmless-text";
import type { ReportLine } from "./report-sections";
import { sheetHtml } from "./sheet-html";

const STYLE = `
  :root { color-scheme: light; }
  body { font: 16px/1.5 "Segoe UI", Carlito, "Liberation Sans", Arial, sans-serif; color: #1f2937; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; color: #1b365d; }
  h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #c5ccd6; color: #1b365d; break-after: avoid; }
  h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; } h3, h3 + p { break-after: avoid; }
  .verdict { border: 2px solid #1f2937; border-left-width: .75rem; padding: .75rem 1rem; font-size: 1.1rem; font-weight: 600; }
  .verdict.conforming { border-color: #1e5631; }
  .verdict.not { border-color: #8c1d18; }
  ul { padding-left: 1.25rem; margin: .25rem 0; }
  li { margin: .35rem 0; break-inside: avoid; }
  .findings { list-style: none; padding-left: 0; }
  .findings > li { border-left: .3rem solid; padding: .1rem 0 .1rem .75rem; }
  .findings > .error { border-color: #8c1d18; } .error > .word { color: #8c1d18; }
  .findings > .warning { border-color: #6b4e00; border-left-style: double; } .warning > .word { color: #6b4e00; }
  .findings > .info { border-color: #174a7c; border-left-style: dotted; } .info > .word { color: #174a7c; }
  .word { font-weight: 700; }
  .detail { margin: .1rem 0; color: #4b5563; }
  .wide { overflow-x: auto; }
  table { border-collapse: collapse; font-size: .85rem; margin: .5rem 0; }
  th, td { border: 1px solid #c5ccd6; padding: .2rem .4rem; text-align: left; vertical-align: top; }
  th { background: #1b365d; color: #fff; }
  td.figure { text-align: right; white-space: nowrap; } td { min-width: 2.5rem; } td.long { min-width: 9rem; } tr { break-inside: avoid; }
  figure { margin: 1rem 0; break-inside: avoid; } figcaption { font-weight: 600; }
  svg { width: 100%; max-width: 40rem; height: auto; font: 12px "Segoe UI", Carlito, "Liberation Sans", Arial, sans-serif; }
  footer { margin-top: 2rem; color: #4b5563; font-size: .9rem; }
  @page { size: A4; margin: 15mm; }
  @page synthese { size: A4 landscape; }
  @media print { body { font-size: 10pt; margin: 0; max-width: none; } .synthese { page: synthese; } .wide { overflow: visible; } table { font-size: 8pt; width: 100%; } td.long { min-width: 0; } th { color: inherit; background: none; border-bottom-width: 2px; } figure { display: inline-block; width: 49%; } }
`;

function findingHtml({ severity, word, message, details, consequences }: ReportedFinding): string {
  const more = [
    ...details.map((detail) => `<p class="detail">${escapeHtml(detail)}</p>`),
    ...(consequences.length > 0
      ? [`<p class="detail">Entraîne aussi :</p><ul class="findings">${consequences.map(findingHtml).join("")}</ul>`]
      : []),
  ];
  return `<li class="${severity}"><span class="word">${escapeHtml(word)}</span> – ${escapeHtml(message)}${more.join("")}</li>`;
}

function lineHtml({ text, under }: ReportLine): string {
  const below = under.map((one) => `<li>${escapeHtml(one)}</li>`).join("");
  return `<li>${escapeHtml(text)}${below === "" ? "" : `<ul>${below}</ul>`}</li>`;
}

/** `by` names the product and its version. */
export function reportHtml(report: Report, by: string): string {
  const { workbook, contract, isConforming, verdict, counts, findings, synthese, sections } = report;
  const found = findings.map(
    ({ title, findings: group }) =>
      `<h3>${escapeHtml(title)}</h3><ul class="findings">${group.map(findingHtml).join("")}</ul>`,
  );
  const more = sections.map(
    ({ title, lines }) => `<h2>${escapeHtml(title)}</h2><ul>${lines.map(lineHtml).join("")}</ul>`,
  );
  // The banner of the sheet says what the head of the page says.
  const shown = sheetHtml(synthese, 2);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`Vérification de ${workbook}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(`Vérification de ${workbook}`)}</h1>
<p>${escapeHtml(contract)}</p>
<p class="verdict ${isConforming ? "conforming" : "not"}">${escapeHtml(verdict)}</p>
${counts.map((said) => `<p>${escapeHtml(said)}</p>`).join("\n")}
${found.length === 0 ? "" : `<h2>Par action</h2>\n${found.join("\n")}`}
<section class="synthese">
<h2>Synthèse par axe</h2>
${shown}
</section>
${more.join("\n")}
</main>
<footer><p>${escapeHtml(by)}. Ce rapport montre une vérification ; seul le classeur permet de la refaire.</p></footer>
</body>
</html>
`.replace(/ ([:;?!»])/g, "\u00a0$1");
}
