// The browser and the served preview of one test file, and a fresh page for each test.
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { launchChromium } from "./chromium";
import { PreviewPage } from "./preview-page";
import { serve, type Site } from "./serve";

/** Answers how to open a page; each is checked and closed after its test. */
export function usePreview(): (options?: BrowserContextOptions, path?: string) => Promise<PreviewPage> {
  let browser: Browser;
  let site: Site;
  let opened: PreviewPage[] = [];
  beforeAll(async () => {
    site = await serve([inject("previewFolder")]);
    browser = await launchChromium();
  });
  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const page of pages) {
      expect(page.outside).toEqual([]);
      expect(page.errors).toEqual([]);
      expect(await page.unsupported()).toEqual([]);
      await page.close();
    }
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return async (options, path) => {
    const page = await PreviewPage.open(browser, site.origin, options, path);
    opened.push(page);
    return page;
  };
}
