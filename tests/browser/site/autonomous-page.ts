// The autonomous page as an agent meets it, from a server or from the disk, with a watch on everything that must not happen.
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { launchChromium } from "./chromium";
import { releasedHeaders } from "./release";
import { serve, type Site } from "./serve";
import type { WorkbookFile } from "./workbooks";

const TODAY = new Date("2026-11-24T09:30:00");

export class AutonomousPage {
  readonly errors: string[] = [];
  readonly outside: string[] = [];

  constructor(
    readonly page: Page,
    readonly address: string,
  ) {
    const own = new URL(address);
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      const isOwn = protocol === own.protocol && host === own.host;
      if (!isOwn && protocol !== "data:" && protocol !== "blob:") this.outside.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    page.on("pageerror", (error) => this.errors.push(String(error)));
  }

  get pane(): Locator {
    return this.page.locator("#volet");
  }

  get grid(): Locator {
    return this.page.getByRole("grid");
  }

  cell(address: string): Locator {
    return this.grid.locator(`[data-address="${address}"]`);
  }

  sheet(name: string): Locator {
    return this.page.locator(".sheet-tabs").getByRole("tab", { name, exact: true });
  }

  button(name: string): Locator {
    return this.pane.getByRole("button", { name, exact: true });
  }

  async open(...files: readonly WorkbookFile[]): Promise<void> {
    await this.page.locator("input[type=file]").setInputFiles([...files]);
    await this.button("Vérifier").waitFor();
  }

  async hasVerified(): Promise<void> {
    await this.pane.getByText(/^Vérifié à/).waitFor();
    await this.pane.getByRole("button", { name: "Vérifier", exact: true, disabled: false }).waitFor();
  }

  async verify(): Promise<void> {
    await this.button("Vérifier").click();
    await this.hasVerified();
  }

  async stateLine(): Promise<string> {
    return ((await this.pane.locator("#etat").textContent()) ?? "").replace(/\s/g, " ");
  }

  /** What a click began has been written and verified. */
  async changes(click: () => Promise<void>): Promise<void> {
    const before = await this.stateLine();
    await click();
    await expect.poll(() => this.stateLine(), { timeout: 30_000 }).not.toBe(before);
    await this.hasVerified();
  }
}

export type Source = "server" | "disk";

/** Answers how to open the page; each is checked and closed after its test. */
export function useAutonomousPage(): (source?: Source, options?: BrowserContextOptions) => Promise<AutonomousPage> {
  let browser: Browser;
  let site: Site;
  let opened: AutonomousPage[] = [];
  beforeAll(async () => {
    site = await serve([inject("siteFolder")], releasedHeaders());
    browser = await launchChromium();
  });
  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const { page, errors, outside } of pages) {
      await page.context().close();
      expect(outside).toEqual([]);
      expect(errors).toEqual([]);
    }
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return async (source = "server", options = {}) => {
    const viewport = { width: 1500, height: 900 };
    const context = await browser.newContext({ viewport, locale: "fr-FR", ...options });
    await context.clock.setFixedTime(TODAY);
    const address =
      source === "server"
        ? `${site.origin}/page/index.html`
        : pathToFileURL(`${inject("siteFolder")}/page/index.html`).href;
    // From the disk there is no network at all; from a server, that one alone.
    if (source === "disk") await context.setOffline(true);
    await context.route(
      (url) => url.protocol.startsWith("http") && url.origin !== site.origin,
      (route) => route.abort(),
    );
    // As Firefox and Safari are: no dialog of the system, which no test can answer.
    await context.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    const page = new AutonomousPage(await context.newPage(), address);
    opened.push(page);
    await page.page.goto(address);
    await page.page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };
}
