// What axe says of the page, and of the pane within it, in the theme that shows.
import axe, { type AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import type { PreviewPage } from "./preview-page";

export const THEMES = [
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "forced colours", options: { forcedColors: "active" } },
] as const;

const CHECKED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** As "rule: element"; Tabster's focus dummies are hidden from readers and yet take focus, on purpose. */
async function frameViolations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const found = await frame.evaluate((checked) => {
    // The system draws its own colours over ours there, and axe would measure ours.
    const isForced = window.matchMedia("(forced-colors: active)").matches;
    return (
      window as typeof window & { axe: { run: (context: object, options: object) => Promise<AxeResults> } }
    ).axe.run(
      { include: document, exclude: [["[data-tabster-dummy]"]] },
      { iframes: false, runOnly: checked, rules: isForced ? { "color-contrast": { enabled: false } } : {} },
    );
  }, CHECKED);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
  );
}

export function pageViolations({ page }: PreviewPage): Promise<string[]> {
  return frameViolations(page.mainFrame());
}

export function paneViolations({ page }: PreviewPage): Promise<string[]> {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error("no pane");
  return frameViolations(frame);
}
