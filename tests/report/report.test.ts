// The report that opens from a mail: all that the verification says, nothing that a label could make of it, the same in both forms.
import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { composeReport } from "../../src/report/compose-report";
import { typographie } from "../../src/core/domain/words/typographie";
import { escapeHtml, escapeMarkdown } from "../../src/report/harmless-text";
import { errorsLeft, reportJunit } from "../../src/report/report-junit";
import { reportHtml } from "../../src/report/report-html";
import { reportMarkdown } from "../../src/report/report-md";

async function reported(name: string, change: (raw: RawWorkbook) => RawWorkbook = (raw) => raw) {
  const raw = change(await openFileWorkbook(readFileSync(`exemples/${name}`), name).port.read());
  const { verification, dossier } = verify(raw, contratIntegre, "2026-11-24");
  const report = composeReport(verification, dossier, raw);
  return { verification, html: reportHtml(report, "Produit 1"), markdown: reportMarkdown(report, "Produit 1") };
}

/** As a reader sees it: no mark-up, one kind of space. */
const read = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

describe.each(["classeur-exemple.xlsx", "classeur-conforme.xlsx", "classeur-bilan.xlsx"])(
  "the report of %s",
  (name) => {
    it("says the verdict, each finding, and each rule that has none, as HTML and once as Markdown", async () => {
      const { verification, html, markdown } = await reported(name);
      const said = [
        verification.verdict.sentence,
        ...verification.findings.map(({ message }) => message),
        ...verification.rules.filter(({ status }) => status !== "discrepancy").map(({ title }) => title),
      ];
      for (const text of said.map(typographie)) {
        expect(read(html)).toContain(read(escapeHtml(text)));
        expect(read(markdown)).toContain(read(escapeMarkdown(text)));
      }
      const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;
      const { length } = verification.findings;
      expect(count(html, /<li class="(?:error|warning|info)">/g)).toBe(length);
      expect(count(markdown, /^ *- \*\*(?:Erreur|Avertissement|Information)\*\*/gm)).toBe(length);
      expect(html.includes('class="verdict conforming"')).toBe(verification.verdict.state === "conforming");
    });

    it("needs nothing that is not in it, and runs nothing", async () => {
      const { html } = await reported(name);
      expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
      expect(html).not.toMatch(/<script|<link|\bsrc=|url\(|https?:/i);
      expect(html).not.toMatch(/suivent (?:vos|les) cellules|dans la feuille «.Écarts.»\.<\/p>/);
    });
  },
);

it("is a test for each rule as JUnit's XML, failed by the errors that are left, and nothing that a label could add to it", async () => {
  for (const name of ["classeur-exemple.xlsx", "classeur-conforme.xlsx"]) {
    const { verification } = await reported(name, (raw) => raw);
    const evil = { ...verification, workbook: '"/><failure message="' };
    const xml = reportJunit(evil);
    const parsed: string[] = [];
    const parser = new SaxesParser();
    parser.on("opentag", ({ name: tag }) => parsed.push(tag));
    parser.write(xml).close();
    const count = (tag: string): number => parsed.filter((each) => each === tag).length;
    expect(count("testcase")).toBe(verification.rules.length + 1);
    const left = errorsLeft(verification.findings);
    expect(count("failure")).toBe(new Set(left.map(({ rule }) => rule)).size);
    for (const { message } of left) expect(read(xml)).toContain(read(escapeHtml(typographie(message))));
    for (const { reason = "", title } of verification.rules)
      for (const said of [reason, title]) expect(read(xml)).toContain(read(escapeHtml(typographie(said))));
    expect(xml).not.toMatch(/<testsuites [^>]*skipped|\(article (?:–|annexe)\)/);
    expect(count("skipped")).toBe(verification.rules.filter(({ status }) => status === "not-checkable").length);
  }
});

it("shows the amounts of each axe as the sheet does, and a bar of each", async () => {
  const { html } = await reported("classeur-exemple.xlsx");
  expect(read(html)).toContain('<td class="figure">145 700,00 €</td>');
  expect(html.match(/<svg role="img"/g)).toHaveLength(5);
  // Axe 3 of 2024, to the State's amount in the contract: the longest of the picture ends where the scale does.
  expect(read(html)).toContain(">145 700 €</text>");
  expect(html.match(/width="380\.0"/g)?.length).toBeGreaterThan(0);
});

it("makes nothing of what somebody wrote into a label, its name or a reason", async () => {
  const evil = "<img src=x onerror=alert(1)> \u202exslx.`*_[x](http://x)";
  const { html, markdown } = await reported("classeur-exemple.xlsx", (raw) => ({
    ...raw,
    name: evil,
    sheets: raw.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        values: block.values.map((row) =>
          row.map((value) => (typeof value === "string" && value.includes("mobilité") ? `${value} ${evil}` : value)),
        ),
      })),
    })),
  }));
  for (const text of [html, markdown]) {
    expect(text).not.toMatch(/(?<!\\)<img|\u202e/);
    expect(text).toContain("onerror");
  }
  expect(markdown).not.toMatch(/(?<!\\)\[x/);
});
