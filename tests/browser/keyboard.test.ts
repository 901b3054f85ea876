// The whole job without a mouse.
import { describe, expect, it } from "vitest";
import { focusedInPage, tabThroughPageTo } from "./site/page-keyboard";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

describe("the keyboard alone", () => {
  it("verifies from the ribbon, reaches a finding in the pane and goes to its cell", async () => {
    const preview = await openPreview();
    await preview.page.getByLabel("Ouvrir un classeur…").focus();
    await tabThroughPageTo(preview, /^Vérifier$/);
    expect(await preview.page.evaluate(() => document.activeElement?.closest(".ribbon") !== null)).toBe(true);
    await preview.page.keyboard.press("Enter");
    await preview.hasVerified();
    await tabThroughPageTo(preview, /Cofinancement sous le minimum/);
    await preview.page.keyboard.press("Enter");
    await preview.page.getByLabel("Cellule active").getByText("G7").waitFor();
    expect(await focusedInPage(preview)).toMatch(/Cofinancement sous le minimum/);
  });

  it("moves in the grid, edits a cell and changes sheet", async () => {
    const preview = await openPreview();
    await preview.cell("A1").click();
    const { keyboard } = preview.page;
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await keyboard.press(key);
    expect(await focusedInPage(preview)).toBe("");
    await keyboard.type("12,5");
    await keyboard.press("Enter");
    expect(await preview.cell("B3").textContent()).toBe("12,5");
    expect(await preview.cell("B4").getAttribute("aria-selected")).toBe("true");
    await tabThroughPageTo(preview, /^Tableau budgétaire$/);
    await keyboard.press("ArrowRight");
    expect(await preview.tab("Indicateurs").getAttribute("aria-selected")).toBe("true");
  });
});
