// What a machine can check of accessibility: the page and its pane, before and after a run, in each theme.
import axe, { type AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

/** axe's findings, as "rule: element"; Tabster's focus dummies are hidden from readers and yet take focus, on purpose. */
async function violations(frame: Frame, disabledRules: readonly string[]): Promise<string[]> {
  await frame.evaluate(axe.source);
  const options = {
    iframes: false,
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    rules: Object.fromEntries(disabledRules.map((rule) => [rule, { enabled: false }])),
  };
  const { violations: found } = await frame.evaluate(
    (chosen) =>
      (window as typeof window & { axe: { run: (context: object, options: object) => Promise<AxeResults> } }).axe.run(
        { include: document, exclude: [["[data-tabster-dummy]"]] },
        chosen,
      ),
    options,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
  );
}

describe.each([
  { name: "light", options: { colorScheme: "light" }, disabledRules: [] },
  { name: "dark", options: { colorScheme: "dark" }, disabledRules: [] },
  // The system draws its own colours over ours there, and axe would measure ours.
  { name: "forced colours", options: { forcedColors: "active" }, disabledRules: ["color-contrast"] },
] as const)("in $name", ({ options, disabledRules }) => {
  it("the page and the pane pass axe before and after a verification", async () => {
    const preview = await openPreview(options);
    const check = async (): Promise<void> => {
      for (const frame of preview.page.frames()) expect(await violations(frame, disabledRules)).toEqual([]);
    };
    await check();
    await preview.verify();
    await preview.pane
      .getByRole("button", { name: /64.999,99/ })
      .first()
      .waitFor();
    await check();
    await preview.tab("Écarts").click();
    await check();
  });
});
