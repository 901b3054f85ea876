// Annexes from the ribbon's menu and from the pane: on new sheets and at the selected cell, by mouse and by keyboard.
import { describe, expect, it } from "vitest";
import { AGENT_SHEETS, dumpSheets, only } from "./site/dump-sheets";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

const menuItem = ({ page }: PreviewPage, name: string) => page.getByRole("menuitem", { name, exact: true });
const focusedText = ({ page }: PreviewPage) => page.evaluate(() => document.activeElement?.textContent ?? "");
const saying = ({ pane }: PreviewPage, text: RegExp) => pane.getByText(text).waitFor();

async function openAnnexes({ pane }: PreviewPage): Promise<void> {
  await pane.getByRole("tab", { name: "Annexes" }).click();
  await pane.getByRole("button", { name: "Insérer", exact: true }).waitFor();
}

describe("the ribbon's menu", () => {
  it("inserts each annexe on a new sheet, beside the agent's own", async () => {
    const preview = await openPreview();
    const before = only(await dumpSheets(preview), AGENT_SHEETS);
    const sheets = [
      ["Imputation des crédits", "Imputation des crédits"],
      ["Contrat", "Contrat"],
    ] as const;
    for (const [item, sheet] of sheets) {
      await preview.ribbonButton("Insérer une annexe").click();
      await menuItem(preview, item).click();
      await preview.page.getByRole("tab", { name: sheet, exact: true, selected: true }).waitFor();
      await saying(preview, new RegExp(`a été insérée dans la nouvelle feuille «.${sheet}.»`));
    }
    expect(only(await dumpSheets(preview), AGENT_SHEETS)).toEqual(before);
    // A second one is refused, in the pane.
    await preview.ribbonButton("Insérer une annexe").click();
    await menuItem(preview, "Contrat").click();
    await saying(preview, /a déjà sa feuille du contrat/);
    await preview.pane.getByRole("tab", { name: "Annexes", selected: true }).waitFor();
  });

  it("is walked through by the keyboard", async () => {
    const preview = await openPreview();
    const { keyboard } = preview.page;
    await preview.ribbonButton("Insérer une annexe").focus();
    await keyboard.press("Enter");
    expect(await preview.ribbonButton("Insérer une annexe").getAttribute("aria-expanded")).toBe("true");
    expect(await focusedText(preview)).toMatch(/^Tableau budgétaire/);
    await keyboard.press("ArrowUp");
    expect(await focusedText(preview)).toMatch(/^Contrat/);
    await keyboard.press("e");
    expect(await focusedText(preview)).toMatch(/^Exécution/);
    await keyboard.press("e");
    expect(await focusedText(preview)).toMatch(/^Échéancier/);
    await keyboard.press("Home");
    await keyboard.press("Escape");
    expect(await preview.page.getByRole("menu").count()).toBe(0);
    expect(await focusedText(preview)).toBe("Insérer une annexe");
    await keyboard.press("ArrowUp");
    expect(await focusedText(preview)).toMatch(/^Contrat/);
    await keyboard.press("Tab");
    expect(await preview.page.getByRole("menu").count()).toBe(0);
    expect(await focusedText(preview)).toBe("Actualiser les totaux");
    await preview.ribbonButton("Insérer une annexe").focus();
    await keyboard.press("ArrowDown");
    await keyboard.press("End");
    await keyboard.press("ArrowUp");
    await keyboard.press("ArrowUp");
    await keyboard.press("ArrowUp");
    await keyboard.press("Enter");
    await preview.page.getByRole("tab", { name: "Imputation des crédits", exact: true, selected: true }).waitFor();
  });

  it("closes when the agent clicks elsewhere", async () => {
    const preview = await openPreview();
    await preview.ribbonButton("Rapports").click();
    expect(await preview.page.getByRole("menuitem").count()).toBe(3);
    await preview.cell("A14").click();
    expect(await preview.page.getByRole("menu").count()).toBe(0);
  });

  it("opens the pane on the totals and on the reports", async () => {
    const preview = await openPreview();
    await preview.ribbonButton("Actualiser les totaux").click();
    await preview.pane.getByRole("tab", { name: "Totaux", selected: true }).waitFor();
    await preview.ribbonButton("Rapports").click();
    await menuItem(preview, "Procès-verbal de vérification").click();
    await preview.pane.getByRole("tab", { name: "Rapports", selected: true }).waitFor();
  });
});

describe("the pane's tab", () => {
  it("inserts at the selected cell, never over what is there", async () => {
    const preview = await openPreview();
    await openAnnexes(preview);
    const { pane, page } = preview;
    await preview.tab("Lisez-moi").click();
    await preview.cell("A1").click();
    await pane.getByRole("radio", { name: /^Imputation/ }).check();
    await pane.getByRole("radio", { name: "À la cellule sélectionnée" }).check();
    const before = await dumpSheets(preview);
    await pane.getByRole("button", { name: "Insérer", exact: true }).click();
    await saying(preview, /n’est pas libre.: la cellule A\d+ n’est pas vide/);
    expect(await dumpSheets(preview)).toEqual(before);

    await preview.cell("D30").click();
    await pane.getByRole("button", { name: "Insérer", exact: true }).click();
    await saying(preview, /insérée à la cellule sélectionnée de la feuille «.Lisez-moi.»/);
    expect(await preview.cell("D30").textContent()).toContain("Annexe – Imputation des crédits");
    expect(await page.getByRole("tab", { name: "Imputation des crédits", exact: true }).count()).toBe(0);
  });

  it("is used with the arrows and Tab alone", async () => {
    const preview = await openPreview();
    await openAnnexes(preview);
    const { keyboard } = preview.page;
    const frame = preview.page.frames().find((candidate) => candidate.url().includes("taskpane.html"));
    const focused = () =>
      frame?.evaluate(() => document.activeElement?.getAttribute("value") ?? document.activeElement?.textContent ?? "");
    await preview.pane.getByRole("radio", { name: /^Tableau budgétaire/ }).focus();
    for (const kind of ["indicateurs", "execution", "fiches", "imputation", "versements", "echeancier"]) {
      await keyboard.press("ArrowDown");
      expect(await focused()).toBe(kind);
    }
    // The example has an « Échéancier » already.
    await keyboard.press("ArrowUp");
    await keyboard.press("ArrowUp");
    await keyboard.press("Tab");
    expect(await focused()).toBe("new-sheets");
    await keyboard.press("Tab");
    expect(await focused()).toBe("Insérer");
    await keyboard.press("Enter");
    await preview.page.getByRole("tab", { name: "Imputation des crédits", exact: true, selected: true }).waitFor();
  });

  it("inserts all of them, which Vérifier then reads", async () => {
    const preview = await openPreview();
    await openAnnexes(preview);
    await preview.pane.getByRole("radio", { name: /^Toutes les annexes/ }).check();
    await preview.pane.getByRole("button", { name: "Insérer", exact: true }).click();
    await saying(preview, /feuilles ont été insérées/);
    await preview.tab("Contrat").waitFor();
    await preview.pane.getByRole("tab", { name: "Vérifier" }).click();
    await preview.verify();
    await preview.pane.getByRole("tab", { name: "Contrat" }).click();
    await saying(preview, /D’après la feuille «.Contrat.» du classeur/);
  });
});

describe("a table that the workbook has already", () => {
  it("is not inserted again from the ribbon, and from the pane only after a question", async () => {
    const preview = await openPreview();
    const before = await dumpSheets(preview);
    await preview.ribbonButton("Insérer une annexe").click();
    await menuItem(preview, "Tableau budgétaire").click();
    await saying(preview, /^Le classeur a déjà.*rien n’a été inséré/);
    const { pane } = preview;
    await saying(preview, /^Déjà dans le classeur.*Tableau budgétaire/);
    await pane.getByRole("button", { name: "Insérer", exact: true }).click();
    await pane.getByRole("heading", { name: "Le classeur l’a déjà" }).waitFor();
    expect(await dumpSheets(preview)).toEqual(before);
    await pane.getByRole("button", { name: "Insérer quand même" }).click();
    await saying(preview, /a été insérée dans la nouvelle feuille/);
  });
});

describe("the look", () => {
  it.each([350, 1200])("cuts nothing at %i pixels", async (width) => {
    const preview = await openPreview();
    await preview.page
      .locator(".task-pane")
      .evaluate((element, pixels) => (element.style.width = `${pixels}px`), width);
    await openAnnexes(preview);
    for (const name of [/^Tableau/, /^Exécution/, /^Fiches/, /^Toutes/]) {
      await preview.pane.getByRole("radio", { name }).check();
      const [content, frame] = await preview.pane
        .locator("html")
        .evaluate((element) => [element.scrollWidth, element.clientWidth]);
      expect(content).toBe(frame);
    }
  });
});
