// What a machine can check of accessibility: the page and its pane, before and after a run, in each theme.
import axe, { type AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import { describe, expect, it } from "vitest";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

/** axe's findings, as "rule: element"; Tabster's focus dummies are hidden from readers and yet take focus, on purpose. */
async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const { violations: found } = await frame.evaluate(() =>
    (window as typeof window & { axe: { run: (context: object, options: object) => Promise<AxeResults> } }).axe.run(
      { include: document, exclude: [["[data-tabster-dummy]"]] },
      { iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] },
    ),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
  );
}

describe.each([
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "forced colours", options: { forcedColors: "active" } },
] as const)("in $name", ({ options }) => {
  it("the page and the pane pass axe before and after a verification", async () => {
    const preview = await openPreview(options);
    const frames = () => preview.page.frames();
    for (const frame of frames()) expect(await violations(frame)).toEqual([]);
    await preview.verify();
    await preview.pane
      .getByRole("button", { name: /64.999,99/ })
      .first()
      .waitFor();
    for (const frame of frames()) expect(await violations(frame)).toEqual([]);
    await preview.tab("Écarts").click();
    const [page] = frames();
    expect(page && (await violations(page))).toEqual([]);
  });
});
