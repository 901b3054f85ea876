// The reports in the preview, under the pane's own security policy: sheets, a document that is really saved, the procès-verbal.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { openTab } from "./site/declare";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

it("writes the report's sheets, and saves its Word document without any request", async () => {
  const preview = await openPreview();
  await openTab(preview.pane, "Rapports");
  await preview.pane.getByRole("option", { name: "Année 2025" }).waitFor({ state: "attached" });
  await preview.pane.getByRole("button", { name: "Écrire les feuilles du bilan" }).click();
  await preview.pane.getByText(/^Prêt à transmettre/).waitFor();
  await preview.tab("Bilan financier").waitFor();

  const downloaded = preview.page.waitForEvent("download");
  await preview.pane.getByRole("button", { name: "Télécharger le document Word" }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toBe("bilan-execution-2024-2025.docx");
  const again = preview.page.waitForEvent("download");
  await preview.pane.getByRole("link", { name: /bilan-execution-2024-2025\.docx/ }).click();
  const [first, second] = [await download.path(), await (await again).path()];
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  const parts = unzipSync(new Uint8Array(readFileSync(first)));
  expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("Matrice des indicateurs");
});

it("establishes the procès-verbal, finds it identical, then names the cell that changed and goes there", async () => {
  const preview = await openPreview();
  await openTab(preview.pane, "Rapports");
  await preview.pane.getByRole("button", { name: "Établir le procès-verbal" }).click();
  await preview.pane.getByRole("heading", { name: "Procès-verbal établi" }).waitFor();
  await preview.tab("Procès-verbal").waitFor();
  await preview.pane.getByRole("button", { name: "Contrôler le procès-verbal" }).click();
  await preview.pane.getByRole("heading", { name: /^Identique/ }).waitFor();

  await preview.tab("Indicateurs").click();
  await preview.cell("C5").dblclick();
  await preview.page.keyboard.press("Control+A");
  await preview.page.keyboard.type("321");
  await preview.page.keyboard.press("Enter");
  await preview.tab("Procès-verbal").click();
  await preview.pane.getByRole("button", { name: "Contrôler le procès-verbal" }).click();
  await preview.pane.getByRole("heading", { name: /^Différent/ }).waitFor();
  await preview.pane.getByText(/321 à présent/).waitFor();
  await preview.pane.getByRole("button", { name: "Aller à la cellule Indicateurs, C5" }).click();
  await preview.page.getByRole("tab", { name: "Indicateurs", selected: true }).waitFor();
});
