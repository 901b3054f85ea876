// « Actualiser les totaux » in a real page: the preview, its way to a cell, the figures, and what axe says in each theme.
import { describe, expect, it } from "vitest";
import { paneViolations, THEMES } from "./site/axe-violations";
import { openTab } from "./site/declare";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

describe.each(THEMES)("in $name", ({ options }) => {
  it("the totals are shown, replaced, and shown per axe", async () => {
    const preview = await openPreview(options);
    const { pane, page } = preview;
    await openTab(pane, "Totaux");
    await pane.getByRole("button", { name: "Actualiser les totaux" }).click();
    await pane.getByRole("heading", { name: "4 cellules à modifier" }).waitFor();
    expect(await paneViolations(preview)).toEqual([]);
    await pane.getByRole("button", { name: /^Action 6 – 2027 – Total, aller à la cellule/ }).click();
    await preview.tab("Tableau budgétaire").and(page.locator("[aria-selected=true]")).waitFor();
    expect(await page.getByLabel("Cellule active").textContent()).toBe("K14");
    await pane.getByRole("button", { name: "Remplacer 4 cellules" }).click();
    await pane.getByRole("img", { name: /^2027/ }).waitFor();
    expect(await preview.cell("K14").textContent()).toMatch(/200.000/);
    expect(await paneViolations(preview)).toEqual([]);
    await pane.getByRole("button", { name: "Relire le classeur" }).click();
    await pane.getByRole("heading", { name: "Les totaux sont déjà des formules justes" }).waitFor();
  });
});
