// Pictures of the preview and of its pane, in each theme, after a verification: `tsx scripts/screenshots.ts folder [--readme]`.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { buildSite } from "../tests/browser/site/build-site";
import { launchChromium } from "../tests/browser/site/chromium";
import { PreviewPage } from "../tests/browser/site/preview-page";
import { serve } from "../tests/browser/site/serve";

const README_PICTURE = "docs/images/verifier.png";
const THEMES: Readonly<Record<string, BrowserContextOptions>> = {
  clair: { colorScheme: "light" },
  sombre: { colorScheme: "dark" },
  contraste: { colorScheme: "dark", forcedColors: "active" },
};
const args = process.argv.slice(2);
const folder = args.find((argument) => !argument.startsWith("--")) ?? path.join(tmpdir(), "captures");
const built = mkdtempSync(path.join(tmpdir(), "apercu-"));
mkdirSync(folder, { recursive: true });
await buildSite("webpack.preview.config.js", built);
const site = await serve(built);
const browser = await launchChromium();
try {
  for (const [theme, options] of Object.entries(THEMES)) {
    await takePages(browser, theme, options);
    for (const width of [350, 700]) await takePane(browser, theme, options, width);
  }
  if (args.includes("--readme")) await takeReadme(browser);
} finally {
  await browser.close();
  await site.close();
  rmSync(built, { recursive: true });
}
process.stdout.write(`Captures dans ${folder}\n`);

async function takePages(browser: Browser, theme: string, options: BrowserContextOptions): Promise<void> {
  const preview = await PreviewPage.open(browser, site.origin, options);
  await preview.page.screenshot({ path: path.join(folder, `page-${theme}-avant.png`) });
  await preview.verify();
  for (const name of await preview.page.getByRole("tab").allTextContents()) {
    await preview.tab(name).click();
    const file = `page-${theme}-${name.toLowerCase().replaceAll(/\P{L}+/gu, "-")}.png`;
    await preview.page.screenshot({ path: path.join(folder, file) });
  }
  await preview.close();
}

async function takePane(browser: Browser, theme: string, options: BrowserContextOptions, width: number): Promise<void> {
  const preview = await PreviewPage.open(browser, site.origin, options);
  const pane = preview.page.locator(".task-pane");
  await pane.evaluate((element, pixels) => (element.style.width = `${pixels}px`), width);
  const take = async (name: string): Promise<void> => {
    await preview.page.setViewportSize({ width: 1500, height: await wholeHeight(preview) });
    await pane.screenshot({ path: path.join(folder, `volet-${theme}-${width}-${name}.png`) });
  };
  await take("avant");
  await preview.verify();
  await preview.pane.getByRole("heading", { name: "Écarts", exact: true }).waitFor();
  await take("apres");
  const { pane: content } = preview;
  const button = (name: string | RegExp) => content.getByRole("button", { name });
  await content.getByRole("tab", { name: "Annexes" }).click();
  await button("Insérer").waitFor();
  await take("annexes");
  await content.getByRole("tab", { name: "Totaux" }).click();
  await button("Actualiser les totaux").click();
  await button(/^Remplacer/).waitFor();
  await take("totaux-apercu");
  await button(/^Remplacer/).click();
  await button("Relire le classeur").waitFor();
  await take("totaux-apres");
  await content.getByRole("tab", { name: "Rapports" }).click();
  await button("Écrire les feuilles du bilan").click();
  await content
    .getByText(/Feuilles écrites/)
    .first()
    .waitFor();
  await button("Établir le procès-verbal").click();
  await content
    .getByText(/Procès-verbal établi/)
    .first()
    .waitFor();
  await button("Contrôler le procès-verbal").click();
  await content
    .getByText(/identique/i)
    .first()
    .waitFor();
  await take("rapports");
  await preview.close();
}

/** Of a window in which the pane's whole content shows. */
async function wholeHeight(preview: PreviewPage): Promise<number> {
  const content = await preview.pane.locator("main").evaluate((element) => element.scrollHeight);
  const top = await preview.page.locator(".task-pane iframe").boundingBox();
  return Math.ceil((top?.y ?? 0) + content);
}

async function takeReadme(browser: Browser): Promise<void> {
  mkdirSync(path.dirname(README_PICTURE), { recursive: true });
  const viewport = { width: 1440, height: 860 };
  const preview = await PreviewPage.open(browser, site.origin, { colorScheme: "light", viewport });
  await preview.verify();
  await preview.pane
    .getByRole("button", { name: /64.999,99/ })
    .first()
    .click();
  await preview.page.screenshot({ path: README_PICTURE });
  await preview.close();
}
