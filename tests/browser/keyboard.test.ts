// The whole job without a mouse.
import { describe, expect, it } from "vitest";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

/** The name of what has the keyboard, in the page or in its pane. */
async function focused({ page }: PreviewPage): Promise<string> {
  const name = (): string => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  };
  const inPage = await page.evaluate(() => document.activeElement?.tagName === "IFRAME");
  const frame = page.frames().find((candidate) => candidate.url().includes("taskpane.html"));
  return inPage && frame ? frame.evaluate(name) : page.evaluate(name);
}

async function tabTo(preview: PreviewPage, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (wanted.test((await focused(preview)).trim())) return;
    await preview.page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${String(wanted)}`);
}

describe("the keyboard alone", () => {
  it("verifies from the ribbon, reaches a finding in the pane and goes to its cell", async () => {
    const preview = await openPreview();
    await preview.page.getByLabel("Ouvrir un classeur…").focus();
    await tabTo(preview, /^Vérifier$/);
    expect(await preview.page.evaluate(() => document.activeElement?.closest(".ribbon") !== null)).toBe(true);
    await preview.page.keyboard.press("Enter");
    await preview.hasVerified();
    await tabTo(preview, /^Cofinancement sous le minimum/);
    await preview.page.keyboard.press("Enter");
    await preview.page.getByLabel("Cellule active").getByText("G7").waitFor();
    expect(await focused(preview)).toMatch(/^Cofinancement sous le minimum/);
  });

  it("moves in the grid, edits a cell and changes sheet", async () => {
    const preview = await openPreview();
    await preview.cell("A1").click();
    const { keyboard } = preview.page;
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await keyboard.press(key);
    expect(await focused(preview)).toBe("");
    await keyboard.type("12,5");
    await keyboard.press("Enter");
    expect(await preview.cell("B3").textContent()).toBe("12,5");
    expect(await preview.cell("B4").getAttribute("aria-selected")).toBe("true");
    await tabTo(preview, /^Tableau budgétaire$/);
    await keyboard.press("ArrowRight");
    expect(await preview.tab("Indicateurs").getAttribute("aria-selected")).toBe("true");
  });
});
