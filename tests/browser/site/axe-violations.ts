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
/** What a theme can change of a page that has been checked in another. */
export const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * As "rule: element". What is only found in passing, while one state gives way to the next, is no state that anyone
 * can meet: what is found is looked for once more when nothing moves.
 */
export async function violations(frame: Frame, checks: readonly string[] = CHECKED): Promise<string[]> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
  await stillness(frame);
  if ((await found(frame, checks)).length === 0) return [];
  await frame.waitForTimeout(1000);
  await stillness(frame);
  return found(frame, checks);
}

/** Two frames pass, and every transition or animation that ends has ended. */
async function stillness(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    for (;;) {
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      const moving = document
        .getAnimations()
        .filter(
          ({ effect, playState }) => playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime),
        );
      if (moving.length === 0) return;
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}

/** Tabster's focus dummies are hidden from readers and yet take focus, on purpose. */
async function found(frame: Frame, checks: readonly string[]): Promise<string[]> {
  const { violations: nodesOfRules } = await frame.evaluate((checked) => {
    // The system draws its own colours over ours there, and axe would measure ours.
    const isForced = window.matchMedia("(forced-colors: active)").matches;
    return (
      window as typeof window & { axe: { run: (context: object, options: object) => Promise<AxeResults> } }
    ).axe.run(
      { include: document, exclude: [["[data-tabster-dummy]"]] },
      { iframes: false, runOnly: checked, rules: isForced ? { "color-contrast": { enabled: false } } : {} },
    );
  }, checks as string[]);
  return nodesOfRules.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
  );
}

export function pageViolations({ page }: PreviewPage): Promise<string[]> {
  return violations(page.mainFrame());
}

export function paneViolations({ page }: PreviewPage, checks?: readonly string[]): Promise<string[]> {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error("no pane");
  return violations(frame, checks);
}
