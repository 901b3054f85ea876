// The guides as PDF, printed by the browser from their Markdown.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { marked } from "marked";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser";

const STYLE = `
  @page { size: A4; margin: 18mm 17mm; }
  body { font: 10.5pt/1.5 "Segoe UI", Carlito, "Liberation Sans", Arial, sans-serif; color: #1f2937; }
  h1 { font-size: 21pt; line-height: 1.2; color: #0f703b; margin: 0 0 12pt; }
  h2 { font-size: 14pt; margin: 18pt 0 6pt; break-after: avoid; border-bottom: 1pt solid #d1d5db; }
  h3 { font-size: 11.5pt; margin: 12pt 0 4pt; break-after: avoid; }
  img { display: block; max-width: 100%; max-height: 70mm; margin: 8pt auto; border: 0.5pt solid #d1d5db; }
  table { width: 100%; border-collapse: collapse; margin: 8pt 0; }
  th, td { border: 0.5pt solid #9ca3af; padding: 3pt 5pt; text-align: left; vertical-align: top; }
  th { background: #eef2f1; }
  tr, img, pre { break-inside: avoid; }
  code { font: 9.5pt "Liberation Mono", Consolas, monospace; background: #f3f4f6; padding: 0 2pt; overflow-wrap: anywhere; }
  pre { background: #f3f4f6; padding: 6pt 8pt; white-space: pre-wrap; }
  pre code { padding: 0; }
  a { color: inherit; }
`;

/** `sources` are Markdown files below `root`; each gives a PDF of the same name, the same bytes each time. */
export async function printGuides(
  root: string,
  sources: readonly string[],
  version: string,
): Promise<Map<string, Uint8Array>> {
  const browser = await launchBrowser();
  try {
    const printed = new Map<string, Uint8Array>();
    for (const source of sources) {
      const page = await browser.newPage();
      await open(page, join(root, source));
      const bytes = await printWhole(page, version);
      await page.close();
      printed.set(source, withoutDates(bytes));
    }
    return printed;
  } finally {
    await browser.close();
  }
}

/** Shrunk a little where that spares a page: what would go on over to a last one is often a few lines. */
const SCALES = [1, 0.97, 0.94, 0.91, 0.88];

async function printWhole(page: Page, version: string): Promise<Uint8Array> {
  const print = (scale: number) =>
    page.pdf({
      scale,
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: footer(version),
    });
  const [usual = 1, ...smaller] = SCALES;
  const whole = await print(usual);
  for (const scale of smaller) {
    const shrunk = await print(scale);
    if (pagesOf(shrunk) < pagesOf(whole)) return shrunk;
  }
  return whole;
}

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length ?? 0;

/** At the foot of each page: what a guide is of, its version, and where one is in it. */
const footer = (version: string): string =>
  `<div style="width: 100%; margin: 0 17mm; font: 8pt 'Liberation Sans', Arial, sans-serif; color: #4b5563; display: flex; justify-content: space-between">
    <span><span class="title"></span>, version ${version}</span>
    <span>page <span class="pageNumber"></span> sur <span class="totalPages"></span></span>
  </div>`;

/** Beside its source for a moment, so that its pictures are found. */
async function open(page: Page, source: string): Promise<void> {
  const markdown = readFileSync(source, "utf8");
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "Guide";
  const body = await marked.parse(markdown);
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>${body}</html>`;
  const beside = `${source}.impression.html`;
  writeFileSync(beside, html);
  try {
    await page.goto(pathToFileURL(beside).href, { waitUntil: "load" });
    const broken = await page.evaluate(() =>
      [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
    );
    if (broken.length > 0) throw new Error(`${source} names pictures that are not there: ${broken.join(", ")}`);
  } finally {
    rmSync(beside);
  }
}

/** The only part of such a PDF that changes from one run to the next. */
function withoutDates(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  return Buffer.from(text.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, "/$1 (D:20240101000000"), "latin1");
}
