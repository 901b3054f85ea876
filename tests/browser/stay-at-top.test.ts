// Everything that stays at the top of the pane at once: one below the other, and never over what the keyboard goes to.
import { describe, expect, it } from "vitest";
import { cardAction } from "./site/declare";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { protectedFile } from "./site/workbooks";

const openPreview = usePreview();

/** Of the pane alone. */
async function setSize({ page }: PreviewPage, width: number, height: number): Promise<void> {
  const frame = page.locator(".task-pane");
  await frame.evaluate((element, pixels) => (element.style.width = `${pixels}px`), width);
  const top = (await frame.locator("iframe").boundingBox())?.y ?? 0;
  await page.setViewportSize({ width: 1500, height: Math.round(top + height) });
}

/** Refusals that nobody has read, a correction to take back, and results that are stale. */
async function showAll(preview: PreviewPage): Promise<void> {
  const { page, pane } = preview;
  await preview.openFile(protectedFile());
  await preview.verify();
  await preview.finding("Total exécuté faux").click();
  await cardAction(pane, "Corriger").click();
  await pane.getByRole("button", { name: "Appliquer", exact: true }).click();
  await pane.getByRole("button", { name: NAMES[1] }).waitFor();
  await preview.hasVerified();
  await preview.tab("Indicateurs").click();
  await preview.cell("A24").click();
  await page.keyboard.type("note");
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Vérifier à nouveau" }).waitFor();
}

/** The buttons by which each can be told, and what the eye sees where they stand. */
const NAMES = [/^Vérifier à nouveau$/, /^Annuler : /, /^Masquer$/] as const;

async function covered({ pane }: PreviewPage, names: readonly RegExp[] = NAMES): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const seen = await pane
      .getByRole("button", { name })
      .last()
      .evaluate((element) => {
        const { top, left, width, height } = element.getBoundingClientRect();
        // Scrolled within its own box, or out of the window, it covers nothing and nothing covers it.
        if (top < 0 || top + height > window.innerHeight) return "away";
        const on = document.elementFromPoint(left + width / 2, top + height / 2);
        return element.contains(on) ? "seen" : "covered";
      });
    if (seen !== "seen") found.push(`${String(name)}: ${seen}`);
  }
  return found;
}

/** Bottom of what stays at the top, as the page itself keeps it free. */
const room = ({ pane }: PreviewPage): Promise<number> =>
  pane.locator("html").evaluate((html) => parseFloat(getComputedStyle(html).scrollPaddingTop) || 0);

async function scrollTo({ pane }: PreviewPage, top: number): Promise<void> {
  await pane.locator("html").evaluate(async (_, pixels) => {
    window.scrollTo(0, pixels);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, top);
}

describe("what stays at the top of the pane", () => {
  it("stands one below the other, and the card gone to below them, in each width", async () => {
    const preview = await openPreview({ reducedMotion: "reduce" });
    const { page, pane } = preview;
    await showAll(preview);
    for (const width of [450, 350, 320]) {
      await setSize(preview, width, 800);
      await expect.poll(() => room(preview)).toBeGreaterThan(200);
      for (const top of [300, 700, 1500]) {
        await scrollTo(preview, top);
        expect([width, top, await covered(preview)]).toEqual([width, top, []]);
      }
      await pane.locator("[data-finding]").first().click();
      for (let step = 0; step < 4; step += 1) {
        await page.keyboard.press(step === 0 ? "F8" : "Tab");
        await pane.locator(":focus").first().waitFor();
        const focused = await pane.locator(":focus").evaluate((element) => element.getBoundingClientRect().top);
        expect(focused).toBeGreaterThanOrEqual(await room(preview));
      }
    }
  }, 120_000);

  it("leaves a third of a low pane to the list: what is too much scrolls with it, below what stays", async () => {
    const preview = await openPreview({ reducedMotion: "reduce" });
    await showAll(preview);
    for (const [width, height] of [
      [175, 300],
      [175, 600],
      [320, 300],
    ] as const) {
      await setSize(preview, width, height);
      await scrollTo(preview, 700);
      await expect.poll(() => room(preview)).toBeLessThanOrEqual((2 / 3) * height);
      expect([width, height, await covered(preview, NAMES.slice(0, 1))]).toEqual([width, height, []]);
      // What scrolled away is found again by the keyboard, and nothing covers it then.
      for (const name of NAMES) {
        await preview.pane.getByRole("button", { name }).last().focus();
        expect([width, height, await covered(preview, [name])]).toEqual([width, height, []]);
      }
    }
  }, 120_000);
});
