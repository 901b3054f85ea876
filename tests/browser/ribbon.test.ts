// The ribbon's buttons do what the pane's do, through the add-in's own command handlers.
import { describe, expect, it } from "vitest";
import { AGENT_SHEETS, dumpSheets, only } from "./site/dump-sheets";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

describe("the ribbon", () => {
  it("verifies and clears as the pane does", async () => {
    const [byPane, byRibbon] = [await openPreview(), await openPreview()];
    const before = await dumpSheets(byRibbon);
    await byPane.verify();
    await byRibbon.ribbonButton("Vérifier").click();
    await byRibbon.hasVerified();
    expect(await dumpSheets(byRibbon)).toEqual(await dumpSheets(byPane));

    await byRibbon.ribbonButton("Effacer le surlignage").click();
    await byRibbon.pane.getByText(/a été effacé/).waitFor();
    expect(only(await dumpSheets(byRibbon), AGENT_SHEETS)).toEqual(before);
  });

  it("opens the closed pane again, with its results", async () => {
    const preview = await openPreview();
    await preview.verify();
    const pane = preview.page.getByRole("complementary", { name: /Volet/ });
    await preview.page.getByRole("button", { name: "Fermer le volet" }).click();
    await pane.waitFor({ state: "hidden" });
    await preview.ribbonButton("Afficher le volet").click();
    await pane.waitFor();
    await preview.hasVerified();
  });

  it("opens the closed pane for Vérifier", async () => {
    const preview = await openPreview();
    await preview.page.getByRole("button", { name: "Fermer le volet" }).click();
    await preview.ribbonButton("Vérifier").click();
    await preview.hasVerified();
  });

  it("shows each control with its icon and its tooltip", async () => {
    const preview = await openPreview();
    const icons = preview.page.getByRole("region", { name: "Ruban" }).locator("img");
    expect(await icons.count()).toBe(6);
    const widths = await icons.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(new Set(widths)).toEqual(new Set([80]));
    await preview.ribbonButton("Vérifier").hover();
    await preview.page.getByRole("tooltip").filter({ hasText: "Vérifie le classeur" }).waitFor();
  });
});
