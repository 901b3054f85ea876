// Another font than that of the machine: what fits in Segoe UI must fit in what a browser without it takes.
import type { Locator } from "playwright-core";

/** Wider than Segoe UI by a sixth; widened again, as some agents need it (WCAG 1.4.12). */
export const WIDE_FONT =
  "* { font-family: 'DejaVu Sans', Verdana !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }";

/** "" leaves the page's own. */
export async function inFont(root: Locator, css: string): Promise<void> {
  await root.evaluate((element, text) => {
    const style = document.createElement("style");
    style.textContent = text;
    element.append(style);
  }, css);
}
