// What a click brings is in sight: whole where the pane has room for it, else from its beginning, and nothing stands over it.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { PreviewPage } from "./site/preview-page";
import { cardAction, openTab } from "./site/declare";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

/** Where the box stands in the pane; "in sight" is the only one that an agent may meet. */
async function standing(box: Locator): Promise<string> {
  await box.waitFor();
  return box.evaluate((element) => {
    const room = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const { top, bottom } = element.getBoundingClientRect();
    if (top >= room - 1 && bottom <= window.innerHeight + 1) return "in sight";
    // The progress that stood above it may have gone since, and left its height.
    const isLarge = bottom - top > (window.innerHeight - room) * 0.8;
    if (isLarge && top >= room - 1 && top <= room + window.innerHeight * 0.2) return "in sight";
    // Or the field that waits to be typed in, where it stands lower than the room allows.
    const field =
      isLarge && element.contains(document.activeElement) && document.activeElement?.getBoundingClientRect();
    if (field && field.top >= room - 1 && field.bottom <= window.innerHeight + 1) return "in sight";
    return `from ${top} to ${bottom} of ${window.innerHeight}, of which ${room} are covered`;
  });
}

/** As deep in the window as the button can stand: what it brings has the least room below it. */
async function clickAtBottom(button: Locator): Promise<void> {
  await button.evaluate((element) => element.scrollIntoView({ block: "end" }));
  await button.click();
}

const boxOf = ({ pane }: PreviewPage, title: string | RegExp): Locator =>
  pane.getByRole("heading", { name: title }).locator("xpath=ancestor::*[self::section or self::div[not(@role)]][2]");

const opened = (height: number): Promise<PreviewPage> => openPreview({ viewport: { width: 1366, height } });

describe.each([420, 768])("in a window %d pixels high", (height) => {
  it("are the reports, the procès-verbal and its check", async () => {
    const preview = await opened(height);
    const { pane } = preview;
    const button = (name: string) => pane.getByRole("button", { name, exact: true });
    await openTab(pane, "Rapports");
    await clickAtBottom(button("Écrire les feuilles du bilan"));
    expect(await standing(boxOf(preview, /^Bilan 2024-2025/))).toBe("in sight");
    await clickAtBottom(button("Établir le procès-verbal"));
    expect(await standing(boxOf(preview, "Procès-verbal établi"))).toBe("in sight");
    await clickAtBottom(button("Contrôler le procès-verbal"));
    expect(await standing(boxOf(preview, /^Identique/))).toBe("in sight");
  });

  it("is the question before an annexe that the workbook has", async () => {
    const preview = await opened(height);
    const { pane } = preview;
    await openTab(pane, "Annexes");
    await pane.getByText("Déjà dans le classeur").first().waitFor();
    await clickAtBottom(pane.getByRole("button", { name: "Insérer" }));
    expect(await standing(pane.getByRole("region", { name: "Le classeur l’a déjà" }))).toBe("in sight");
  });

  it("are what a line opens: its card, its correction, its reason", async () => {
    const preview = await opened(height);
    await preview.verify();
    const line = preview.finding("Cofinancement");
    const card = preview.pane.locator("li", { has: line });
    await clickAtBottom(line);
    await cardAction(card, "Corriger").waitFor();
    expect(await standing(line)).toBe("in sight");
    await clickAtBottom(cardAction(card, "Corriger"));
    await card.getByRole("button", { name: "Appliquer", exact: true }).waitFor();
    expect(await standing(card.locator("fieldset, p[tabindex]").locator("xpath=.."))).toBe("in sight");
    await card.getByRole("button", { name: "Renoncer" }).click();
    await clickAtBottom(cardAction(card, "Justifier"));
    expect(await standing(card.locator("form"))).toBe("in sight");
  });
});
