// The keyboard across the whole page, from the ribbon to the grid and into the pane.
import type { PreviewPage } from "./preview-page";

/** The name of what has the keyboard, in the page or in its pane. */
export async function focusedInPage({ page }: PreviewPage): Promise<string> {
  const name = (): string => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return (element?.getAttribute("aria-label") ?? labels[0]?.textContent ?? element?.textContent ?? "").trim();
  };
  const frame = page.frames().find((candidate) => candidate.url().includes("taskpane.html"));
  return frame && (await isInPane({ page })) ? frame.evaluate(name) : page.evaluate(name);
}

const isInPane = ({ page }: Pick<PreviewPage, "page">): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.tagName === "IFRAME");

/** By Tab alone, from where the keyboard is. */
export async function tabThroughPageTo(preview: PreviewPage, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 160; presses += 1) {
    if (wanted.test(await focusedInPage(preview))) return;
    await preview.page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${String(wanted)}`);
}

/** To « Vérifier » in the pane, by Tab alone; the ribbon's button bears the same name. */
export async function verifyByKeyboard(preview: PreviewPage): Promise<void> {
  const { page, pane } = preview;
  const button = pane.locator("button:not([role]):focus", { hasText: /^Vérifier$/ }).first();
  for (let presses = 0; (await button.count()) === 0; presses += 1) {
    if (presses === 160) throw new Error("Tab never reached « Vérifier »");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await preview.hasVerified();
}
