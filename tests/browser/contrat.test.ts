// The first opening and the tab « Contrat » in a real browser: an avenant from the form to the cells, by keyboard alone.
import { describe, expect, it } from "vitest";
import { paneViolations } from "./site/axe-violations";
import { dumpSheets } from "./site/dump-sheets";
import { usePreview } from "./site/use-preview";
import { emptyFile, foreignFile, tableauFile } from "./site/workbooks";

const openPreview = usePreview();

describe("the first opening", () => {
  it.each([
    ["empty", emptyFile, "Ce classeur est vide"],
    ["foreign", foreignFile, "Ce classeur n’est pas celui du contrat"],
    ["a tableau de bord", tableauFile, "Ce classeur est un tableau de bord"],
  ] as const)("says that a workbook is %s, and nothing is written into it", async (_, file, title) => {
    const preview = await openPreview();
    await preview.openFile(await file());
    await preview.pane.getByRole("heading", { name: title }).waitFor();
    const before = await dumpSheets(preview);
    await preview.pane.getByRole("button", { name: "Vérifier", exact: true }).click();
    await preview.pane.getByRole("button", { name: "Vérifier", exact: true, disabled: false }).waitFor();
    await preview.pane.getByRole("heading", { name: title }).waitFor();
    expect(await dumpSheets(preview)).toEqual(before);
    expect(await paneViolations(preview)).toEqual([]);
  });
});

describe("an avenant", () => {
  it("goes from the form to the sheet, is in force at once, and the keyboard never loses its place", async () => {
    const preview = await openPreview();
    const { pane, page } = preview;
    await pane.getByRole("tab", { name: "Contrat" }).click();
    await pane.getByRole("button", { name: "Insérer la feuille « Contrat »" }).click();
    await pane.getByRole("button", { name: "Enregistrer un avenant" }).focus();
    await page.keyboard.press("Enter");
    await pane.getByLabel("Signé le").fill("2026-02-10");
    await pane.getByLabel("Action", { exact: true }).selectOption("8");
    await pane.getByLabel("Année").selectOption("2026");
    await pane.getByLabel("Part", { exact: true }).selectOption("etat");
    await pane.getByLabel("Nouveau montant").fill("47 500,50");
    await page.keyboard.press("Enter");
    await pane.getByRole("heading", { name: "Ce qui va changer" }).waitFor();
    expect(await pane.locator(":focus").textContent()).toBe("Ce qui va changer");
    expect(await paneViolations(preview)).toEqual([]);
    await pane.getByRole("button", { name: "Enregistrer", exact: true }).focus();
    await page.keyboard.press("Enter");
    await pane.getByText(/^L’avenant n°.1 est enregistré/).waitFor();
    await pane.getByText(/^Avenant n°.1 en vigueur à cette date/).waitFor();
    expect(await pane.locator(":focus").textContent()).toBe("Enregistrer un avenant");
    const sheets = JSON.stringify(await dumpSheets(preview));
    expect(sheets).toContain("47500.5");
    await pane.getByRole("tab", { name: "Écarts" }).click();
    await preview.verify();
    await preview.tab("Écarts").click();
    expect(await preview.grid.getByText(/Action.8.*2026.*47.500,50/).count()).toBeGreaterThan(0);
  });
});
