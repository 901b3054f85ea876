// Files come in by the button or by dropping them, and go out annotated.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openXlsx } from "xlsx-model/open-xlsx";
import { openSettings } from "./site/declare";
import { dumpSheets } from "./site/dump-sheets";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { compliantFile, largeFile, protectedFile, textFile, type WorkbookFile } from "./site/workbooks";

const openPreview = usePreview();

async function choose(preview: PreviewPage, file: WorkbookFile): Promise<void> {
  await preview.page.getByLabel("Ouvrir un classeur…").setInputFiles(file);
}

async function drop({ page }: PreviewPage, { name, buffer }: WorkbookFile): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, base64]) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], fileName));
      return transfer;
    },
    [name, buffer.toString("base64")] as const,
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}

describe("opening a file", () => {
  it("replaces the workbook and starts a fresh pane", async () => {
    const preview = await openPreview();
    await preview.verify();
    await choose(preview, compliantFile());
    await preview.page.getByRole("heading", { name: /^classeur-conforme\.xlsx/ }).waitFor();
    await preview.isReady();
    expect(await preview.pane.getByText(/^Vérifié à/).count()).toBe(0);
    expect(await preview.page.getByRole("tab").allTextContents()).toEqual([
      "Tableau budgétaire",
      "Indicateurs",
      "Exécution",
      "Contrat",
    ]);
    await openSettings(preview.pane).click();
    await preview.pane.getByLabel("Date de vérification").fill("2024-06-30");
    await preview.verify();
    expect(await preview.pane.getByText(/\d+\s+erreur/).count()).toBe(0);
  });

  it("takes a file that is dropped on the page", async () => {
    const preview = await openPreview();
    await drop(preview, compliantFile());
    await preview.page.getByRole("heading", { name: /^classeur-conforme\.xlsx/ }).waitFor();
    await preview.isReady();
  });

  it("says why a bad file cannot be opened, and keeps the workbook", async () => {
    const preview = await openPreview();
    const before = await dumpSheets(preview);
    await drop(preview, textFile());
    await preview.page.getByRole("alert").filter({ hasText: "notes.xlsx" }).waitFor();
    expect(await dumpSheets(preview)).toEqual(before);
    await preview.page.getByRole("alert").getByRole("button", { name: "Fermer" }).click();
    await preview.page.getByRole("alert").waitFor({ state: "hidden" });
    await preview.verify();
  });

  it("shows the results of a protected sheet, and says that it could not be highlighted", async () => {
    const preview = await openPreview();
    await choose(preview, protectedFile());
    await preview.page.getByRole("tab", { name: "Tableau budgétaire (protégée)" }).waitFor();
    await preview.isReady();
    const before = await dumpSheets(preview);
    await preview.verify();
    await preview.pane
      .getByText(/Tableau budgétaire.*protégée/)
      .first()
      .waitFor();
    await preview.finding("Cofinancement sous le minimum").click();
    await preview.pane
      .getByText(/64.999,99/)
      .first()
      .waitFor();
    expect((await dumpSheets(preview))["Tableau budgétaire"]).toBe(before["Tableau budgétaire"]);
    await preview.tab("Écarts").waitFor();
  });
});

describe("a large workbook", () => {
  it("is drawn by its window, and scrolls to any row", async () => {
    const preview = await openPreview();
    await choose(preview, largeFile());
    await preview.page.getByRole("heading", { name: /^grand\.xlsx/ }).waitFor();
    const drawn = preview.grid.getByRole("gridcell");
    await preview.cell("A1").waitFor();
    expect(await drawn.count()).toBeLessThan(2_000);
    await preview.page.locator(".grid-scroller").evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
    });
    await preview.cell("A8000").getByText("Action 8000").waitFor();
    expect(await preview.cell("A1").textContent()).toBe("Action 1");
    expect(await preview.cell("A4000").count()).toBe(0);
    expect(await drawn.count()).toBeLessThan(2_000);
  });
});

describe("downloading", () => {
  it("gives the annotated workbook, the agent's cells unchanged", async () => {
    const preview = await openPreview();
    await preview.verify();
    const [download] = await Promise.all([
      preview.page.waitForEvent("download"),
      preview.page.getByRole("button", { name: "Télécharger le classeur" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("classeur-exemple-annote.xlsx");
    const annotated = openXlsx(readFileSync(await download.path()), "annote.xlsx");
    expect(annotated.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Tableau budgétaire", "Indicateurs", "Lisez-moi", "Écarts", "Synthèse par axe"]),
    );
    const budget = annotated.sheets.find(({ name }) => name === "Tableau budgétaire");
    expect(budget?.content(6, 6).value).toBe(64_999.99);
    expect(budget?.conditionalFormats.length).toBeGreaterThan(1);
  });
});
