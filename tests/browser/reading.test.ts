// Headings that nobody has met before: asked once, answered by the keyboard alone, kept in the workbook that is saved.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { violations } from "./site/axe-violations";
import { useAutonomousPage, type AutonomousPage } from "./site/autonomous-page";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { compliantFile, unclearFile, type WorkbookFile } from "./site/workbooks";

const openPage = useAutonomousPage();
const openPreview = usePreview();
const TITLE = "Voici comment je lis votre classeur";

const focused = ({ page }: AutonomousPage): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const name = element?.getAttribute("aria-label") ?? labels[0]?.textContent ?? element?.textContent ?? "";
    return name.replace(/\s/g, " ").trim();
  });

async function tabTo(page: AutonomousPage, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (wanted.test(await focused(page))) return;
    await page.page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${String(wanted)}`);
}

async function press(page: AutonomousPage, wanted: RegExp, ...keys: readonly string[]): Promise<void> {
  await tabTo(page, wanted);
  for (const key of keys) await page.page.keyboard.press(key);
}

const isFocused = (page: AutonomousPage, wanted: RegExp) =>
  expect.poll(() => focused(page), { timeout: 30_000 }).toMatch(wanted);

async function verifyByKeyboard(page: AutonomousPage): Promise<void> {
  await page.pane.getByRole("tab", { name: "Écarts" }).focus();
  await page.page.keyboard.press("Tab");
  await press(page, /^Vérifier$/, "Enter");
}

async function save({ page }: AutonomousPage): Promise<WorkbookFile> {
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Enregistrer une copie" }).click(),
  ]);
  return { ...unclearFile(), name: saved.suggestedFilename(), buffer: readFileSync(await saved.path()) };
}

const shownAt = (page: AutonomousPage) =>
  page.page.evaluate(
    () => document.querySelector("[data-address][aria-selected=true]")?.getAttribute("data-address") ?? null,
  );

describe("a workbook whose headings say « BP 2024 Etat »", () => {
  it("is asked about, answered by the keyboard alone, verified, and asked about no more", async () => {
    const page = await openPage();
    await page.open(unclearFile());
    await verifyByKeyboard(page);
    await isFocused(page, /^La part de l’État votée, année par année \?$/);
    const stood = await shownAt(page);
    await page.page.keyboard.press("Enter");
    await page.pane.getByText(/32 montants de plus comparés au contrat, aucun écart/).waitFor();
    expect(await violations(page.page.mainFrame())).toEqual([]);
    // Nothing is gone to, nothing answered, until it is asked for.
    expect(await shownAt(page)).toBe(stood);
    await press(page, /^Voir dans la feuille/, "Enter");
    await page.cell("C4").and(page.page.locator("[aria-selected=true]")).waitFor();
    await press(page, /^Oui, les 4$/, "Enter");

    // Who answers is asked once.
    await isFocused(page, /^Votre nom$/);
    await page.page.keyboard.type("Claire Martin");
    await press(page, /^La collectivité/, " ");
    await press(page, /^Continuer$/, "Enter");

    await isFocused(page, /^À quoi correspondent ces montants \?$/);
    await press(page, /^L’État : ce qui est voté$/, " ", "ArrowUp");
    await isFocused(page, /^Rien de cela : ne pas comparer$/);
    await page.pane.getByText(/Rien à comparer\s: \d+ montants laissés de côté/).waitFor();
    await press(page, /^Retenir : ne pas comparer$/, "Enter");
    await isFocused(page, /^Voir le résultat$/);
    expect(await page.pane.getByRole("button", { name: /^Changer/ }).count()).toBe(5);
    expect(await violations(page.page.mainFrame())).toEqual([]);
    await page.page.keyboard.press("Enter");
    await page.hasVerified();
    expect(await page.stateLine()).toMatch(/^Conforme/);

    // The answers are in the workbook: neither its next verification nor a colleague's asks.
    const copy = await save(page);
    await page.open(copy);
    await page.verify();
    expect(await page.pane.getByRole("heading", { name: TITLE }).count()).toBe(0);
    expect(await page.stateLine()).toMatch(/^Conforme/);

    // At any time: what is read stands under the letters of the columns too, and is changed there.
    await page.pane.getByRole("button", { name: /^Ce qui a été lu/ }).focus();
    await page.page.keyboard.press("Enter");
    await press(page, /^Voir comment/, "Enter");
    await isFocused(page, /^Voir le résultat$/);
    await page.grid.getByRole("button", { name: /^Colonne B, .*Total, voté 2024. Changer$/ }).focus();
    await page.page.keyboard.press("ArrowRight");
    await isFocused(page, /^Colonne C, .*État, voté 2024. Changer$/);
    await page.page.keyboard.press("Enter");
    await isFocused(page, /^Que contient cette colonne \?$/);
    await page.pane.getByText("C’est ce qui est lu aujourd’hui.").waitFor();
    expect(await violations(page.page.mainFrame())).toEqual([]);
    await page.page.keyboard.press("Escape");
    await isFocused(page, /^Colonne C, .*État, voté 2024. Changer$/);
  }, 120_000);

  it("is verified without an answer, at the price that was said; what is certain asks nothing", async () => {
    const page = await openPage();
    await page.open(unclearFile());
    // As at 400 %: the sheet shows its column, and the question that was come to stays in sight.
    await page.page.setViewportSize({ width: 320, height: 256 });
    await verifyByKeyboard(page);
    await isFocused(page, /année par année/);
    await page.grid.getByRole("button", { name: /^Colonne B/ }).waitFor();
    const box = await page.pane.getByRole("heading", { name: /année par année/ }).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 256) + (box?.height ?? 0)).toBeLessThan(258);
    await press(page, /^Vérifier sans répondre$/, "Enter");
    await page.hasVerified();
    expect(await page.stateLine()).toBe("À préciser avant de conclure");
    await isFocused(page, /^À préciser avant de conclure$/);
    await page.open(compliantFile());
    await page.verify();
    expect(await page.pane.getByRole("heading", { name: TITLE }).count()).toBe(0);
  }, 120_000);
});

/** Where what must be seen at once ends, from the top of the pane that is not scrolled. */
const bottoms = ({ pane }: PreviewPage) =>
  pane.locator("main").evaluate((main) => {
    const bottom = (element: Element | null | undefined): number => element?.getBoundingClientRect().bottom ?? Infinity;
    const card = main.querySelector("h3[tabindex]")?.closest("section");
    const buttons = [...(card?.querySelectorAll("button") ?? [])].slice(-3);
    return {
      scrolled: window.scrollY,
      question: bottom(card?.querySelector("h3")),
      evidence: bottom(card?.querySelector("ul")),
      consequence: bottom([...(card?.querySelectorAll("[role=status]") ?? [])].at(-1)),
      firstButton: Math.min(...buttons.map((each) => each.getBoundingClientRect().top)),
      buttons: Math.max(...buttons.map(bottom)),
    };
  });

describe("in a pane of 350 × 600", () => {
  it("the question, what it rests on, what it changes and the buttons are in sight at once", async () => {
    const preview = await openPreview();
    await preview.page.locator(".task-pane").evaluate((pane) => (pane.style.width = "350px"));
    const top = (await preview.page.locator(".task-pane iframe").boundingBox())?.y ?? 0;
    await preview.page.setViewportSize({ width: 1500, height: Math.ceil(top) + 600 });
    await preview.openFile(unclearFile());
    await preview.pane.getByRole("button", { name: "Vérifier", exact: true }).click();
    for (const next of [null, "Une par une"]) {
      if (next !== null) await preview.pane.getByRole("button", { name: next }).click();
      await preview.pane.getByText(/comparés au contrat/).waitFor();
      const shown = await bottoms(preview);
      expect(shown.scrolled).toBe(0);
      expect(shown.question).toBeLessThan(shown.evidence);
      expect(shown.evidence).toBeLessThan(shown.consequence);
      expect(shown.consequence).toBeLessThanOrEqual(shown.firstButton);
      expect(shown.buttons).toBeLessThanOrEqual(600);
    }
  });
});
