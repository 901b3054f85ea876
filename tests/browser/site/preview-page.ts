// The preview page as an agent meets it: ribbon, grid and pane, with a watch on everything that must not happen.
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from "playwright-core";
import type { WorkbookFile } from "./workbooks";
import type { PreviewWindow } from "../../../src/preview/preview-window";

export interface SystemTheme {
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
}

const TODAY = new Date("2026-11-24T09:30:00");

export class PreviewPage {
  /** Requests that left localhost. */
  readonly outside: string[] = [];
  /** Errors of either page, refusals of the content security policy among them. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly origin: string,
  ) {
    page.on("request", (request) => {
      const { protocol, origin: from } = new URL(request.url());
      if (protocol.startsWith("http") && from !== origin) this.outside.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    page.on("pageerror", (error) => this.errors.push(String(error)));
  }

  /** At "/?theme=systeme" the pane follows the system's theme instead of that of the simulated Excel. */
  static async open(
    browser: Browser,
    origin: string,
    options: BrowserContextOptions = {},
    path = "/",
  ): Promise<PreviewPage> {
    const window = { width: 1500, height: 900 };
    const context = await browser.newContext({ viewport: window, locale: "fr-FR", ...options });
    return PreviewPage.within(context, origin, path);
  }

  static async within(context: BrowserContext, origin: string, path = "/"): Promise<PreviewPage> {
    // What is due and what is provisional depends on the day.
    await context.clock.setFixedTime(TODAY);
    const preview = new PreviewPage(await context.newPage(), origin);
    await preview.goto(path);
    return preview;
  }

  async goto(path = "/"): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
    await this.isReady();
  }

  /** As Excel does when the agent closes the pane and opens it again. */
  async reloadPane(): Promise<void> {
    await this.page.locator(".task-pane iframe").evaluate((frame) => {
      (frame as HTMLIFrameElement).contentWindow?.location.reload();
    });
  }

  /** The pane is drawn before Excel is ready; the ribbon needs both. */
  async isReady(): Promise<void> {
    await this.pane.getByRole("button", { name: "Vérifier", exact: true }).waitFor();
    await this.pane.locator("body").evaluate(async () => {
      await Office.onReady();
    });
  }

  /** Changes the system's theme; the pane follows when the script of that theme has come. */
  async changeTheme(theme: SystemTheme): Promise<void> {
    await this.page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...theme });
    const isLight = theme.colorScheme !== "dark" && theme.forcedColors !== "active";
    const provider = this.pane.locator(".fui-FluentProvider");
    // What shows in the place of the pane follows the system by itself.
    if ((await provider.count()) === 0) return;
    await provider.first().evaluate(async (drawn, light) => {
      // No function of its own: what compiles the scripts would name it with a helper that the page does not have.
      while ((getComputedStyle(drawn).getPropertyValue("--colorNeutralBackground1") === "#ffffff") !== light)
        await new Promise(requestAnimationFrame);
      // A colour goes over into the other one, for a frame at least where motion is reduced: until then it is between the two.
      for (;;) {
        await new Promise(requestAnimationFrame);
        const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
        if (transitions.length === 0) break;
        await Promise.allSettled(transitions.map(({ finished }) => finished));
      }
    }, isLight);
  }

  get pane(): FrameLocator {
    return this.page.frameLocator(".task-pane iframe");
  }

  get grid(): Locator {
    return this.page.getByRole("grid");
  }

  cell(address: string): Locator {
    return this.grid.locator(`[data-address="${address}"]`);
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name, exact: true });
  }

  ribbonButton(name: string): Locator {
    return this.page.getByRole("region", { name: "Ruban" }).getByRole("button", { name, exact: true });
  }

  /** Another workbook takes the place of the one that is open, and the pane starts afresh. */
  async openFile(file: WorkbookFile): Promise<void> {
    await this.page.getByLabel("Ouvrir un classeur…").setInputFiles(file);
    await this.page.getByRole("heading", { name: file.name }).waitFor();
    await this.isReady();
  }

  async verify(): Promise<void> {
    await this.pane.getByRole("button", { name: "Vérifier", exact: true }).click();
    await this.hasVerified();
  }

  /** The line of the first discrepancy of a kind, which opens into its card. */
  finding(problem: string): Locator {
    return this.pane.locator("[data-finding]").filter({ hasText: problem }).first();
  }

  /** The pane shows results, and no run is under way. */
  async hasVerified(): Promise<void> {
    await this.pane.getByText(/^Vérifié à/).waitFor();
    await this.pane.getByRole("button", { name: "Vérifier", exact: true, disabled: false }).waitFor();
  }

  /** What was asked of the simulated Excel and it does not have. */
  unsupported(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as PreviewWindow).session.host.unsupported);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
