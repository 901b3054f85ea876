// The story of two parties over mail, in the pane and in the page: each list at each step, and nobody reaches « Conforme » alone.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { AutonomousPage } from "./site/autonomous-page";
import { useAutonomousPage } from "./site/autonomous-page";
import { cardAction, changeWho, declare, openTab, showView } from "./site/declare";
import { dumpSheets } from "./site/dump-sheets";
import { reopened, savedWorkbook, stateLine } from "./site/finish-list";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { compliantFile } from "./site/workbooks";

const openPreview = usePreview();
const openPage = useAutonomousPage();

type Pane = PreviewPage["pane"] | AutonomousPage["pane"];

/** The three views with their counts, as the party that reads them sees them. */
const views = async (pane: Pane): Promise<readonly string[]> =>
  (await pane.getByRole("group", { name: "Quels écarts" }).getByRole("button").allTextContents()).map((text) =>
    text.replace(/\s/g, " "),
  );

const mailed = (preview: PreviewPage): Promise<Uint8Array> =>
  savedWorkbook(preview, () => preview.page.getByRole("button", { name: "Télécharger le classeur" }).click());

async function mailedBack({ page }: AutonomousPage): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Enregistrer une copie" }).click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

/** The officer opens what he received, as himself. */
async function officer(received: Uint8Array): Promise<AutonomousPage> {
  const page = await openPage();
  await page.open(reopened(received));
  await page.verify();
  await changeWho(page.pane, "M. Petit", "etat");
  return page;
}

async function takeBack(preview: PreviewPage, received: Uint8Array): Promise<void> {
  const { pane } = preview;
  const open = pane.getByRole("button", { name: "Reprendre les réponses d’un classeur reçu" });
  if ((await open.getAttribute("aria-expanded")) === "false") await open.click();
  await pane.locator("input[type=file][accept*=xlsx]").setInputFiles(reopened(received));
  const take = pane.getByRole("button", { name: "Reprendre", exact: true });
  await take.click();
  await take.waitFor({ state: "detached" });
  await preview.hasVerified();
}

it("goes from the agent to the officer and back, twice, to the procès-verbal", async () => {
  const preview = await openPreview();
  const { page, pane } = preview;
  await preview.openFile(compliantFile());
  await preview.tab("Tableau budgétaire").click();
  await preview.cell("C13").dblclick();
  await page.getByLabel("Contenu de C13").fill("45700");
  await page.keyboard.press("Enter");
  await preview.verify();
  expect(await views(pane)).toEqual(["À traiter 1", "Attend l’autre partie 0", "Réglés 0"]);

  // The agent justifies; he is not offered to accept his own reason, and nothing conforms.
  await page.keyboard.press("F8");
  await pane.locator("[data-finding]").first().click();
  if ((await cardAction(pane, "Justifier").count()) === 0) await pane.locator("[data-finding]").first().click();
  await cardAction(pane, "Justifier").click();
  await declare(pane, "Mme Roy", "collectivite");
  await pane.getByLabel("Motif", { exact: true }).fill("Virement interne voté");
  await pane.getByRole("button", { name: "Enregistrer" }).click();
  await pane.getByRole("button", { name: "Attend l’État 1" }).waitFor();
  await preview.hasVerified();
  expect(await stateLine(preview)).toBe("Plus rien à traiter · 1 justifié");
  await showView(pane, /^Attend/);
  await pane.locator("[data-finding]").first().click();
  await cardAction(pane, "Modifier le motif").waitFor();
  expect(await cardAction(pane, "Accepter").count()).toBe(0);

  // The officer opens on what awaits him, and refuses: a reason is required.
  const first = await officer(await mailed(preview));
  expect(await first.stateLine()).toBe("1 réponse attendue");
  expect(await views(first.pane)).toEqual(["À traiter 1", "Attend la collectivité 0", "Réglés 0"]);
  await first.pane.locator("[data-finding]").first().click();
  await cardAction(first.pane, "Refuser…").click();
  await first.button("Refuser").click();
  await first.pane.getByText(/^Dites pourquoi/).waitFor();
  await first.pane.getByLabel(/^Votre raison/).fill("Joindre la délibération");
  await first.changes(() => first.button("Refuser").click());
  expect(await views(first.pane)).toEqual(["À traiter 0", "Attend la collectivité 1", "Réglés 0"]);

  // Back: what was said comes first, and is to do again; the new version stands after the old one.
  await takeBack(preview, await mailedBack(first));
  await pane.getByRole("heading", { name: /a répondu.: 1.refusé/ }).waitFor();
  expect(await views(pane)).toEqual(["À traiter 1", "Attend l’État 0", "Réglés 0"]);
  await pane.getByRole("button", { name: /^Refusé · / }).click();
  await cardAction(pane, "Refaire le motif").click();
  await pane.getByLabel("Motif", { exact: true }).fill("Virement interne voté le 12 juin, délibération jointe");
  await pane.getByRole("button", { name: "Enregistrer" }).click();
  await pane.getByRole("button", { name: "Attend l’État 1" }).waitFor();
  await preview.hasVerified();
  expect(await stateLine(preview)).toBe("Plus rien à traiter · 1 justifié");

  const second = await officer(await mailed(preview));
  await second.pane.locator("[data-finding]").first().click();
  await second.pane
    .getByText(/délibération jointe/)
    .first()
    .waitFor();
  await second.changes(() => cardAction(second.pane, "Accepter").click());
  const done = "Conforme, sous réserve de 1 écart accepté par les deux parties";
  expect(await second.stateLine()).toBe(done);

  await takeBack(preview, await mailedBack(second));
  await expect.poll(() => stateLine(preview)).toBe(done);
  expect(await views(pane)).toEqual(["À traiter 0", "Attend l’État 0", "Réglés 1"]);
  await openTab(pane, "Rapports");
  await pane.getByRole("button", { name: "Établir le procès-verbal" }).click();
  await pane
    .getByText(/Procès-verbal établi/)
    .first()
    .waitFor();
  const [, sheet] = Object.entries(await dumpSheets(preview)).find(([name]) => name.startsWith("Procès-verbal")) ?? [];
  for (const said of ["Mme Roy", "M. Petit", "délibération jointe"]) expect(sheet).toContain(said);
}, 300_000);
