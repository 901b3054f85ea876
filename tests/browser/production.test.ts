// The pane as it is released, served with its headers, with Microsoft's CDN answered from the package.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchChromium } from "./site/chromium";
import { paneViolations } from "./site/axe-violations";
import { CDN, fileOf, giveOffice, inExcel } from "./site/in-excel";
import { releasedHeaders } from "./site/release";
import { PreviewPage } from "./site/preview-page";
import { serve, type Site } from "./site/serve";

let browser: Browser;
let site: Site;

beforeAll(async () => {
  // The production pane hides the preview's own; around it stands the same page.
  site = await serve([inject("siteFolder"), inject("previewFolder")], releasedHeaders());
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("the production pane", () => {
  it("loads Excel's library from the CDN and nothing else, and verifies", async () => {
    const fromCdn: string[] = [];
    const context = await inExcel(browser, fromCdn);
    const preview = await PreviewPage.within(context, site.origin);
    await preview.verify();
    await preview.finding("Cofinancement sous le minimum").click();
    await preview.page.getByLabel("Cellule active").getByText("G7").waitFor();
    expect(fromCdn).toEqual(["office.js", "excel-win32-16.01.js", "fr-fr/office_strings.js"]);
    expect(preview.outside.map((address) => address.replace(CDN, ""))).toEqual(fromCdn);
    expect(preview.errors).toEqual([]);
    await context.close();
  });

  it("works in Excel 2021, and says in an older one which Excel it takes, in the place of the pane", async () => {
    const context = await inExcel(browser);
    const preview = await PreviewPage.within(context, site.origin, "/?excel=1.14");
    await preview.verify();
    await preview.page.goto(`${site.origin}/?excel=1.13`);
    await preview.pane.getByRole("alert").getByText("trop ancienne").waitFor();
    expect(await preview.pane.getByRole("alert").textContent()).toContain("Excel 2021");
    expect(await preview.pane.getByRole("button").count()).toBe(0);
    expect(await preview.pane.getByRole("heading").allTextContents()).toEqual(["Contrat local des solidarités"]);
    expect(await paneViolations(preview)).toEqual([]);
    await context.close();
  });

  describe("before Excel's library has come", () => {
    /** Only the pane, whose library `answer` gives out or not. */
    async function openPane(answer: (route: Route, file: string) => Promise<void>): Promise<Page> {
      const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 350, height: 600 } });
      await context.route(`${CDN}**`, (route) => answer(route, fileOf(route)));
      const page = await context.newPage();
      await page.goto(`${site.origin}/taskpane.html`, { waitUntil: "commit" });
      return page;
    }
    const verify = (page: Page) => page.getByRole("button", { name: "Vérifier", exact: true });

    it("is drawn, and what is clicked waits; outside of Excel it then says so", async () => {
      let come = (): void => undefined;
      const asked = new Promise<void>((resolve) => (come = resolve));
      const page = await openPane(async (route) => {
        await asked;
        await giveOffice(route);
      });
      await verify(page).click();
      await page.getByText("Arrêter").waitFor();
      expect(await page.evaluate(() => typeof Office)).toBe("undefined");
      come();
      await page.getByRole("alert").getByText("Cette page est un volet d’Excel").waitFor();
      expect(await verify(page).count()).toBe(0);
      expect(await page.getByRole("heading").allTextContents()).toEqual(["Contrat local des solidarités"]);
      await page.context().close();
    });

    it("gives way to why it does not start where the library is refused", async () => {
      const page = await openPane((route) => route.abort());
      await page.getByRole("alert").getByText("appsforoffice.microsoft.com").waitFor();
      expect(await verify(page).count()).toBe(0);
      await page.context().close();
    });

    it("gives way to the page's own message where the library does not end loading", async () => {
      const page = await openPane(async (route, file) => {
        if (file === "office.js") await giveOffice(route);
      });
      await verify(page).waitFor();
      await page.getByText("Le volet ne démarre pas.").waitFor();
      expect(await verify(page).count()).toBe(0);
      await page.context().close();
    });
  });

  it("holds nothing of the simulated Excel, of the preview or of the file adapter", () => {
    const folder = inject("siteFolder");
    const read = (name: string): string => readFileSync(path.join(folder, name), "utf8");
    // The page that tries a real Excel stands beside the pane, and is no part of it.
    const files = readdirSync(folder).filter((name) => /^(?!essai\.).*\.(?:js|html)$/.test(name));
    expect(read("taskpane.html")).toContain(`<script defer src=${CDN}office.js>`);
    // "AGFzbQEAAAA" is how a WebAssembly module begins, in base64.
    for (const ours of ["connectPane", "The simulated host", "xl/workbook.xml", "AGFzbQEAAAA", "Essai du complément"]) {
      expect(files.filter((name) => read(name).includes(ours))).toEqual([]);
    }
    // The same words are found where they belong, so that a renamed one does not pass unseen.
    const preview = (name: string): string => readFileSync(path.join(inject("previewFolder"), name), "utf8");
    for (const ours of ["connectPane", "The simulated host", "xl/workbook.xml"])
      expect(preview("preview.js")).toContain(ours);
    expect(preview("engine.js")).toContain("AGFzbQEAAAA");
  });
});
