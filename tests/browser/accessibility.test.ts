// What a machine can check of accessibility: the page and every tab of its pane, in each theme, and in a narrow pane.
import { describe, expect, it } from "vitest";
import { pageViolations, paneViolations, THEMES } from "./site/axe-violations";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

async function showFindings(preview: PreviewPage): Promise<void> {
  await preview.verify();
  await preview.pane
    .getByRole("button", { name: /64.999,99/ })
    .first()
    .waitFor();
}

describe.each(THEMES)("in $name", ({ options }) => {
  it("the page and the pane pass axe, before and after a verification, an edit and a report", async () => {
    const preview = await openPreview(options);
    const { pane, page } = preview;
    const checkPane = async () => expect(await paneViolations(preview)).toEqual([]);
    const checkPage = async () => expect(await pageViolations(preview)).toEqual([]);
    await checkPage();
    await checkPane();
    await showFindings(preview);
    await checkPane();
    await preview.tab("Écarts").click();
    await checkPage();
    await pane.getByRole("tab", { name: "Annexes" }).click();
    await pane.getByRole("button", { name: "Insérer" }).waitFor();
    await checkPane();
    await pane.getByRole("tab", { name: "Rapports" }).click();
    await pane.getByRole("button", { name: "Écrire les feuilles du bilan" }).click();
    await pane.getByText(/^Prêt à transmettre/).waitFor();
    await preview.tab("Indicateurs").click();
    await preview.cell("C5").dblclick();
    await page.getByLabel("Contenu de C5").fill("321");
    await page.keyboard.press("Enter");
    await pane.getByText(/périmés.*bilan/).waitFor();
    await checkPane();
  });
});

describe("in a pane of 320 pixels, which is also one twice as wide at 200 %", () => {
  const isCut = ({ pane }: PreviewPage) =>
    pane.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);

  it("nothing stands beyond the edge of the findings, and of the totals to be replaced", async () => {
    const preview = await openPreview();
    const { pane, page } = preview;
    await page.locator(".task-pane").evaluate((element) => (element.style.width = "320px"));
    await showFindings(preview);
    expect(await isCut(preview)).toBe(false);
    await pane.getByRole("tab", { name: "Totaux" }).click();
    await pane.getByRole("button", { name: "Actualiser les totaux" }).click();
    await pane.getByRole("button", { name: /^Remplacer/ }).waitFor();
    expect(await isCut(preview)).toBe(false);
  });
});
