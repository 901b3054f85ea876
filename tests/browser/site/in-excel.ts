// A page as it is released, in the preview's Excel: Microsoft's CDN is answered from the package.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Route } from "playwright-core";
import type { PreviewWindow } from "../../../src/preview/preview-window";

export const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const OFFICE = path.resolve("node_modules/@microsoft/office-js/dist");

/** The file of Microsoft's library that is asked for: "office.js". */
export const fileOf = (route: Route): string => route.request().url().replace(CDN, "");

export function giveOffice(route: Route): Promise<void> {
  return route.fulfill({ contentType: "text/javascript", body: readFileSync(path.join(OFFICE, fileOf(route))) });
}

/** Around the page as it is released stands the preview's Excel; `fromCdn` gets the files asked of Microsoft. */
export async function inExcel(browser: Browser, fromCdn: string[] = []): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1500, height: 900 } });
  await context.route(`${CDN}**`, (route) => {
    fromCdn.push(fileOf(route));
    return giveOffice(route);
  });
  // What the preview's build does by a script of its own: Excel is there before its library.
  await context.addInitScript(() => {
    if (window.parent !== window) (window.parent as PreviewWindow).connectPane(window);
  });
  return context;
}
