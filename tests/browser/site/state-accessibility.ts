// What a machine can check of the accessibility of one state of the pane: axe, its colours in the dark theme, and its width.
import { COLOURS, paneViolations } from "./axe-violations";
import { inFont, WIDE_FONT } from "./fonts";
import type { PreviewPage } from "./preview-page";

/** The narrowest pane, and one of 350 pixels at 200 %; each in a wide font that is spaced as some agents need it, too. */
const NARROW = [
  ["in 320 pixels", 320, ""],
  ["in 350 pixels at 200 %", 175, ""],
  ["in 320 pixels in a wide font", 320, WIDE_FONT],
  ["in 350 pixels at 200 % in a wide font", 175, WIDE_FONT],
] as const;

async function setWidth({ page }: PreviewPage, width: number): Promise<void> {
  await page.locator(".task-pane").evaluate((pane, pixels) => (pane.style.width = `${pixels}px`), width);
}

/** Looks in each narrow pane, and gives the pane its width back. */
export async function inNarrowPanes(preview: PreviewPage, look: (where: string) => Promise<void>): Promise<void> {
  for (const [where, width, font] of NARROW) {
    await setWidth(preview, width);
    const takeAway = await inFont(preview.pane.locator("html"), font);
    await look(where);
    await takeAway();
  }
  await setWidth(preview, 350);
}

/** Each with where it was found. */
export async function stateViolations(preview: PreviewPage): Promise<string[]> {
  // From the top: what is half scrolled under what stays in view would count as too small to be clicked.
  const page = preview.pane.locator("html");
  const scrolled = await page.evaluate((html) => [html.scrollTop, html.scrollTo(0, 0)][0] ?? 0);
  await preview.changeTheme({ colorScheme: "light" });
  const found = await paneViolations(preview);
  await preview.changeTheme({ colorScheme: "dark" });
  found.push(...(await paneViolations(preview, COLOURS)).map((violation) => `dark: ${violation}`));
  await inNarrowPanes(preview, async (where) => {
    const isCut = await preview.pane
      .locator("html")
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    if (isCut) found.push(`something stands beyond the edge ${where}`);
  });
  await page.evaluate((html, top) => html.scrollTo(0, top), scrolled);
  return found;
}
