// Takes the pictures of the guides in the autonomous page: `npm run guide-pictures`, after a build of the page.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Locator, Page } from "playwright-core";
import { parseConvention } from "../src/contracts/parse-convention";
import { openFileWorkbook } from "../src/files/file-workbook";
import { insertAnnexe } from "../src/usecases/insert-annexe";
import { decodePng, encodePng } from "./captures/png";
import { definitionOf, inventRegion } from "./region/region";
import { workbookOf } from "./region/region-workbook";
import { cardAction, declare, openTab as goToTab } from "../tests/browser/site/declare";
import { doubtfulContract, signedContract } from "../tests/browser/site/signed-contract";
import { suiviFile } from "../tests/browser/site/suivi-workbook";
import { launchBrowser } from "./release/browser";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PICTURES = join(ROOT, "docs/guides/images");
const PAGE = join(process.argv[2] ?? join(ROOT, "dist-page"), "index.html");
const EXAMPLE = join(ROOT, "exemples/classeur-exemple.xlsx");
const DAY = "2026-11-24";
const TODAY = new Date(`${DAY}T09:30:00`);

const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true }).first();

/** Where workbooks are opened: a tab of the pane has a field of its own for another one. */
const filesOf = (page: Page): Locator => page.locator("input[type=file]").first();

async function verify(page: Page): Promise<void> {
  await button(page, "Vérifier").click();
  await page.getByText(/^Vérifié à/).waitFor();
}

/** Workbooks of other contracts, each with its sheet « Contrat ». */
async function otherContracts() {
  const files = inventRegion(3).map(async (contract) => {
    const name = `${contract.nom}.xlsx`;
    const { model, port } = openFileWorkbook(workbookOf(contract), name);
    const parsed = parseConvention(definitionOf(contract));
    if (!parsed.ok) throw new Error(parsed.message);
    await insertAnnexe(port, parsed.convention, DAY, [{ kind: "contrat" }], "given");
    await model.calculate();
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return { name, mimeType, buffer: Buffer.from(model.save()) };
  });
  return Promise.all(files);
}

const openTab = (page: Page, name: string): Promise<void> => goToTab(page.locator("#volet"), name);

/** In the order in which an agent, then a State officer, meet them. */
const STEPS: readonly (readonly [name: string, step: (page: Page) => Promise<unknown>])[] = [
  ["ouverture", (page) => page.getByRole("heading", { level: 1 }).waitFor()],
  [
    "ecarts",
    async (page) => {
      await filesOf(page).setInputFiles([EXAMPLE]);
      await verify(page);
    },
  ],
  [
    "correction",
    async (page) => {
      await page.locator("[data-finding]", { hasText: "Total de l’action faux" }).click();
      await cardAction(page.locator("#volet"), "Corriger").click();
      await button(page, "Appliquer").scrollIntoViewIfNeeded();
    },
  ],
  [
    "justification",
    async (page) => {
      await button(page, "Renoncer").click();
      await cardAction(page.locator("#volet"), "Justifier").click();
      await declare(page.locator("body"), "Mme Roy", "collectivite");
      await page.getByLabel("Motif").fill("Un second poste a été ouvert en 2027\u00a0; avenant en préparation.");
    },
  ],
  [
    "contrat",
    async (page) => {
      await button(page, "Renoncer").click();
      await openTab(page, "Contrat");
      await page.getByRole("heading", { name: "Échéances", exact: true }).waitFor();
    },
  ],
  [
    "avenant",
    async (page) => {
      await button(page, "Préparer l’avenant").click();
      await page.getByText("Rien ne serait rompu").first().waitFor();
      await button(page, /^3 · /).click();
      await page.getByLabel("Action 3, État, montant proposé 2027").fill("30 000");
      await page.getByLabel("Action 3, Métropole, montant proposé 2027").fill("28 000");
      await page.getByText("2 points à régler").first().waitFor();
      await page.getByRole("heading", { name: "Préparer l’avenant" }).scrollIntoViewIfNeeded();
    },
  ],
  [
    "avenant-projet",
    async (page) => {
      await button(page, "Créer le projet d’avenant").click();
      await page.getByRole("heading", { name: "Créer le projet" }).waitFor();
    },
  ],
  [
    "rapports",
    async (page) => {
      await button(page, "‹ Préparer l’avenant").click();
      await button(page, "‹ Retour au contrat").click();
      await openTab(page, "Rapports");
      await button(page, "Établir le procès-verbal").click();
      await page.getByText("Procès-verbal établi").first().waitFor();
    },
  ],
  [
    "plusieurs",
    async (page) => {
      const others = await otherContracts();
      await filesOf(page).setInputFiles(others);
      await button(page, others.at(-1)?.name ?? "").waitFor();
      await verify(page);
    },
  ],
  [
    "tableau-de-bord",
    async (page) => {
      await button(page, "Tableau de bord").click();
      await button(page, /^tableau-de-bord/).waitFor();
    },
  ],
  [
    "lecture",
    async (page) => {
      await filesOf(page).setInputFiles([suiviFile()]);
      await button(page, "Vérifier").click();
      await button(page, "Une par une").click();
      await page.getByText(/comparés au contrat/).waitFor();
      await page
        .getByRole("button", { name: /^Colonnes/ })
        .first()
        .waitFor();
    },
  ],
  [
    "lecture-liste",
    async (page) => {
      const columns = page.getByRole("button", { name: /^Colonnes/ }).first();
      await columns.click();
      // The pane alone: what stands around it stays in the picture.
      await page.locator("#volet").evaluate((volet) => {
        const title = [...volet.querySelectorAll("h3")].find(({ textContent }) => textContent?.startsWith("Colonnes"));
        volet.scrollTop += (title?.getBoundingClientRect().top ?? 0) - volet.getBoundingClientRect().top - 12;
      });
    },
  ],
  [
    "nouveau-documents",
    async (page) => {
      await page.locator("#volet").getByRole("tab", { name: "Contrat", exact: true }).click();
      await button(page, "Nouveau contrat").click();
      const [, annexes] = await signedContract();
      await page.locator("#volet input[type=file][multiple]").setInputFiles([doubtfulContract(), annexes]);
      await page.getByText("1 feuille", { exact: true }).waitFor();
    },
  ],
  [
    "nouveau-question",
    async (page) => {
      await button(page, "Retirer annexe-1.xlsx").click();
      await button(page, "Lire ces documents").click();
      await page.getByRole("radio", { name: /^Les deux/ }).check();
      await button(page, "Garder les deux").click();
      await page.getByRole("radio", { name: /^Les deux/ }).check();
    },
  ],
];

async function main(): Promise<void> {
  if (!existsSync(PAGE))
    throw new Error(`${PAGE} is not built: npx webpack --mode production --config webpack.page.config.js`);
  mkdirSync(PICTURES, { recursive: true });
  const browser = await launchBrowser();
  // As small as the page is still itself, in twice as many pixels: read on paper, in the width of an A4 page.
  const context = await browser.newContext({
    viewport: { width: 1000, height: 640 },
    deviceScaleFactor: 2,
    locale: "fr-FR",
  });
  await context.clock.setFixedTime(TODAY);
  const page = await context.newPage();
  await page.goto(pathToFileURL(PAGE).href);
  for (const [name, step] of STEPS) {
    await step(page);
    await page.mouse.move(0, 0);
    const picture = await page.screenshot({ animations: "disabled" });
    writeFileSync(join(PICTURES, `${name}.png`), encodePng(decodePng(picture)));
  }
  await browser.close();
}

await main();
