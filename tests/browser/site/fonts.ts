// Another font than that of the machine: what fits in Segoe UI must fit in what a browser without it takes.
import type { Locator } from "playwright-core";

/** Wider than Segoe UI by a sixth; spaced as some agents need it (WCAG 1.4.12), in its lines and paragraphs too. */
export const WIDE_FONT = `
  * { font-family: 'DejaVu Sans', Verdana !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }
  p { margin-bottom: 2em !important; }`;

/** "" leaves the page's own; answers how to take it away. */
export async function inFont(root: Locator, css: string): Promise<() => Promise<void>> {
  const style = await root.evaluateHandle((element, text) => {
    const added = document.createElement("style");
    added.textContent = text;
    element.append(added);
    return added;
  }, css);
  return () => style.evaluate((added) => added.remove());
}
