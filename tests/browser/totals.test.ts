// « Actualiser les totaux » in a real page: the preview, its way to a cell, the figures, and what axe says in each theme.
import axe, { type AxeResults } from "axe-core";
import { describe, expect, it } from "vitest";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

async function paneViolations({ page }: PreviewPage, disabledRules: readonly string[]): Promise<string[]> {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error("no pane");
  await frame.evaluate(axe.source);
  const rules = Object.fromEntries(disabledRules.map((rule) => [rule, { enabled: false }]));
  const { violations } = await frame.evaluate(
    (chosen) =>
      (window as typeof window & { axe: { run: (context: object, options: object) => Promise<AxeResults> } }).axe.run(
        { include: document, exclude: [["[data-tabster-dummy]"]] },
        { rules: chosen },
      ),
    rules,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each([
  { name: "light", options: { colorScheme: "light" }, disabledRules: [] },
  { name: "dark", options: { colorScheme: "dark" }, disabledRules: [] },
  // The system draws its own colours over ours there, and axe would measure ours.
  { name: "forced colours", options: { forcedColors: "active" }, disabledRules: ["color-contrast"] },
] as const)("in $name", ({ options, disabledRules }) => {
  it("the totals are shown, replaced, and shown per axe", async () => {
    const preview = await openPreview(options);
    const { pane, page } = preview;
    await pane.getByRole("tab", { name: "Totaux" }).click();
    await pane.getByRole("button", { name: "Actualiser les totaux" }).click();
    await pane.getByRole("heading", { name: "3 cellules à modifier" }).waitFor();
    expect(await paneViolations(preview, disabledRules)).toEqual([]);
    await pane.getByRole("button", { name: /^Action 6 – 2027 – Total, aller à la cellule/ }).click();
    await preview.tab("Tableau budgétaire").and(page.locator("[aria-selected=true]")).waitFor();
    expect(await page.getByLabel("Cellule active").textContent()).toBe("K14");
    await pane.getByRole("button", { name: "Remplacer 3 cellules" }).click();
    await pane.getByRole("img", { name: /^2027/ }).waitFor();
    expect(await preview.cell("K14").textContent()).toMatch(/200.000/);
    expect(await paneViolations(preview, disabledRules)).toEqual([]);
    await pane.getByRole("button", { name: "Relire le classeur" }).click();
    await pane.getByRole("heading", { name: "Les totaux sont déjà des formules justes" }).waitFor();
  });
});
