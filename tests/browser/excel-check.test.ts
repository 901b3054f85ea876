// The page that tries a real Excel, by its buttons, over the preview's: as that Excel is, with setters that do nothing, and where it may not write.
import { readFileSync } from "node:fs";
import { createXlsx } from "xlsx-model/create-xlsx";
import { createExcelHost } from "simulated-excel/excel-host";
import { replayReport } from "simulated-excel/replay-report";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import type { ExcelReport } from "../../src/excel-check/run-checks";
import type { PreviewWindow } from "../../src/preview/preview-window";
import { launchChromium } from "./site/chromium";
import { paneViolations, THEMES } from "./site/axe-violations";
import { inExcel } from "./site/in-excel";
import { PreviewPage } from "./site/preview-page";
import { releasedHeaders } from "./site/release";
import { serve, type Site } from "./site/serve";

const BEGIN = "Commencer l’essai";

let browser: Browser;
let site: Site;
let preview: PreviewPage;

beforeAll(async () => {
  site = await serve([inject("siteFolder"), inject("previewFolder")], releasedHeaders());
  browser = await launchChromium();
});

afterEach(async () => {
  expect(preview.errors).toEqual([]);
  await preview.close();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** In the place of the pane, beside an empty workbook. */
async function openPage(path?: string): Promise<void> {
  preview = await PreviewPage.within(await inExcel(browser), site.origin, path);
  await preview.openFile({ name: "vide.xlsx", mimeType: "", buffer: Buffer.from(createXlsx("vide.xlsx").save()) });
  await preview.page.locator(".task-pane iframe").evaluate((frame: HTMLIFrameElement) => {
    frame.src = "essai.html";
  });
  await button(BEGIN).waitFor();
  await state("Prêt.");
}

const button = (name: string) => preview.pane.getByRole("button", { name, exact: true });
const state = (words: string | RegExp) => preview.pane.locator("#etat").getByText(words).waitFor({ timeout: 240_000 });
const lines = (id: string) => preview.pane.locator(`#${id} > li`).allTextContents();

async function download(): Promise<ExcelReport> {
  const coming = preview.page.waitForEvent("download");
  await button("Télécharger le compte rendu").click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^essai-excel-pc-\d{4}-\d\d-\d\d\.json$/);
  return JSON.parse(readFileSync(await file.path(), "utf8")) as ExcelReport;
}

/** Its sheets, and its names. */
const workbook = () =>
  preview.page.evaluate(() => {
    const { model } = (window as PreviewWindow).session;
    return [model.sheets.map(({ name }) => name), model.names.map(({ name }) => name)];
  });

it("passes, leaves the workbook empty, and names the setters that do nothing when it is run again", async () => {
  await openPage();
  await preview.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(BEGIN).click();
  await state("Essai terminé. Ses feuilles sont retirées.");
  expect(await preview.pane.locator("#bilan").textContent()).toBe("Contrôles réussis\u00a0: 12 sur 12");
  expect(await lines("differences")).toEqual(["Aucune."]);
  expect(await workbook()).toEqual([["Feuil1"], []]);
  expect(await preview.unsupported()).toEqual([]);

  // By keyboard, from where the first run has left it: the results, then back to the button.
  await preview.page.evaluate(() => {
    const tables = (window as PreviewWindow).session.host.classes as unknown as Record<string, Record<string, object>>;
    const undone = [
      ["RangeFill", "set", "Color"],
      ["DataValidation", "set", "Rule"],
      ["ChartSeries", "call", "SetValues"],
      ["Range", "call", "Merge"],
    ] as const;
    for (const [className, kind, name] of undone)
      Object.assign(tables[className] ?? {}, { [kind]: { ...tables[className]?.[kind], [name]: () => null } });
  });
  await preview.page.keyboard.press("Shift+Tab");
  await preview.page.keyboard.press("Enter");
  await button("Arrêter").waitFor();
  await button("Arrêter").waitFor({ state: "hidden", timeout: 240_000 });
  const told = await lines("differences");
  expect(told.map((line) => line.split("\u00a0:")[0]).sort()).toEqual([
    "ChartSeries.setValues",
    "DataValidation.rule",
    "Range.merge",
    "RangeFill.color",
  ]);
  expect(told.find((line) => line.startsWith("RangeFill"))).toMatch(
    /prévu "#D6DFEC", relu "#FFFFFF" \(Tableau budgétaire A5, et \d+ fois ailleurs\)$/,
  );
  for (const { name, options } of THEMES) {
    await preview.changeTheme(options);
    expect([name, await paneViolations(preview)]).toEqual([name, []]);
  }
  const report = await download();
  expect(replayReport(createExcelHost(createXlsx("vide.xlsx")), report)).toContain("Range.merge");
  await button("Copier le compte rendu").click();
  await preview.pane.getByText("Compte rendu copié.").waitFor();
  expect(JSON.parse(await preview.page.evaluate(() => navigator.clipboard.readText()))).toEqual(report);
});

it("stops when it is told to, waits for a cell that is typed, and writes nothing where something stands", async () => {
  await openPage("/?excel=1.14");
  const excel = (act: "beginCellEdit" | "endCellEdit") =>
    preview.page.evaluate((name) => (window as PreviewWindow).session.host[name](), act);
  await excel("beginCellEdit");
  await button(BEGIN).click();
  await state(/^Validez la cellule/);
  await excel("endCellEdit");
  await button("Arrêter").click();
  await state("Essai arrêté. Ses feuilles sont retirées.");
  expect(await workbook()).toEqual([["Feuil1"], []]);
  await preview.page.evaluate(async () => {
    const { host, model } = (window as PreviewWindow).session;
    for (const sheet of model.sheets) await host.editCell(sheet, 0, 0, "à moi");
  });
  await button(BEGIN).click();
  await state(/n’est pas vide/);
  expect(await preview.pane.locator("#resultat").isVisible()).toBe(false);
  expect(await preview.cell("A1").textContent()).toBe("à moi");
  expect(await workbook()).toEqual([["Feuil1"], []]);
});
