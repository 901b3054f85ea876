// The slip-ridden example until nothing is left to do, with the pane alone: corrections, reasons, answers.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatLocalCell } from "../../src/core/domain/cell-ref";
import { openXlsx } from "../../src/files/open-xlsx";
import { paneViolations } from "./site/axe-violations";
import { dumpSheets } from "./site/dump-sheets";
import { tabThroughPageTo, verifyByKeyboard } from "./site/page-keyboard";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { compliantFile } from "./site/workbooks";

const openPreview = usePreview();
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const stateLine = async ({ pane }: PreviewPage): Promise<string> =>
  ((await pane.locator("#etat").textContent()) ?? "").replace(/\s/g, " ");

async function toDo(preview: PreviewPage): Promise<number> {
  return Number(/^(\d+) à traiter/.exec(await stateLine(preview))?.[1] ?? 0);
}

/** What a click began has been written and verified. */
async function changes(preview: PreviewPage, click: () => Promise<void>): Promise<void> {
  const before = await stateLine(preview);
  await click();
  await expect.poll(() => stateLine(preview), { timeout: 30_000 }).not.toBe(before);
  await preview.hasVerified();
}

/** The state falls while one card after the other is settled. */
async function settleAll(preview: PreviewPage): Promise<{ corrected: number; justified: number; accepted: number }> {
  const { pane } = preview;
  const button = (name: string) => pane.getByRole("button", { name, exact: true });
  const done = { corrected: 0, justified: 0, accepted: 0 };
  while ((await toDo(preview)) > 0) {
    if ((await button("Corriger").count()) > 0) {
      await button("Corriger").first().click();
      await button("Appliquer").waitFor();
      const choice = pane.getByRole("radio").first();
      if ((await choice.count()) > 0) await choice.check();
      await changes(preview, () => button("Appliquer").click());
      done.corrected += 1;
      continue;
    }
    await button("Justifier").first().click();
    await pane.getByLabel("Motif").fill("Avenant en préparation, revue prévue au dialogue de gestion");
    // Who signed once need not type the name again.
    if (done.justified === 0) {
      await pane.getByLabel("Donné par").fill("Mme Roy");
      await pane.getByLabel("Pour quelle partie").selectOption("local");
    }
    await changes(preview, () => button("Enregistrer").click());
    done.justified += 1;
  }
  // Reasons of the execution table say neither who gave them nor for which party.
  for (let left = await button("Compléter").count(); left > 0; left -= 1) {
    await button("Compléter").first().click();
    await button("Enregistrer").click();
    await button("Compléter")
      .nth(left - 1)
      .waitFor({ state: "detached" });
    await preview.hasVerified();
  }
  for (let left = await button("Répondre").count(); left > 0; left -= 1) {
    await button("Répondre").first().click();
    if (done.accepted === 0) {
      await pane.getByLabel("Réponse de").fill("M. Petit");
      await pane.getByLabel("Pour quelle partie").selectOption("etat");
    }
    await changes(preview, () => button("Accepter").click());
    done.accepted += 1;
  }
  return done;
}

/** Contents and styles that the agent had: only what a correction names may differ. */
function differences(before: string, after: string): string[] {
  const [old, now] = [before, after].map((dump) => JSON.parse(dump) as { cells: [number, number, unknown, unknown][] });
  return (old?.cells ?? []).flatMap(([row, column, ...rest], index) => {
    const [, , ...restNow] = now?.cells[index] ?? [];
    return JSON.stringify(rest) === JSON.stringify(restNow) ? [] : [formatLocalCell(row, column)];
  });
}

/** Totals that follow from what was corrected. */
const CORRECTED: Readonly<Record<string, readonly string[]>> = {
  "Tableau budgétaire": ["B7", "G7", "C13", "K14", "I18"],
  Indicateurs: ["F7"],
  Exécution: ["H13"],
  "Lisez-moi": [],
};

async function savedWorkbook({ page }: PreviewPage, save: () => Promise<void>): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent("download"), save()]);
  return new Uint8Array(readFileSync(await download.path()));
}

const reopened = (saved: Uint8Array) => ({ name: "rouvert.xlsx", mimeType: XLSX, buffer: Buffer.from(saved) });

async function isReopened(preview: PreviewPage): Promise<void> {
  await preview.page.getByRole("heading", { name: /^rouvert\.xlsx/ }).waitFor();
  await preview.pane.getByText(/^Dernière vérification.: à la date du 24\/11\/2026/).waitFor();
}

const DONE = "Conforme, sous réserve de 10 écarts acceptés par les deux parties";

/** Of the workbook as it was saved: settled, and the same as the last time. */
async function isStillConforming(preview: PreviewPage): Promise<void> {
  expect(await stateLine(preview)).toBe(DONE);
  await preview.pane.getByText(/^Depuis la vérification du 24\/11\/2026.: rien n’a changé\.$/).waitFor();
}

/** All that the agent had typed is as it was, but for the cells that a correction named. */
function isKept(saved: Uint8Array): void {
  const original = new Uint8Array(readFileSync("exemples/classeur-exemple.xlsx"));
  for (const [sheet, cells] of Object.entries(CORRECTED)) {
    const [before, after] = [typedCells(original, sheet), typedCells(saved, sheet)];
    const kept = Object.entries(before).filter(([cell]) => !cells.includes(cell));
    expect(after).toMatchObject(Object.fromEntries(kept));
  }
}

/** Values and formulas typed by the agent, by address. */
function typedCells(bytes: Uint8Array, sheet: string): Record<string, unknown> {
  const found = openXlsx(bytes, "classeur.xlsx").sheets.find(({ name }) => name === sheet);
  const used = found?.usedRange(true);
  if (!found || !used) throw new Error(`no ${sheet}`);
  const cells: Record<string, unknown> = {};
  for (let row = used.top; row <= used.bottom; row += 1) {
    for (let column = used.left; column <= used.right; column += 1) {
      const { value, formula } = found.content(row, column);
      if (value !== null || formula !== null) cells[formatLocalCell(row, column)] = formula ?? value;
    }
  }
  return cells;
}

describe("the list to finish", () => {
  it("goes from what is to do to « Conforme » with the pane alone, and loses nothing of the agent's", async () => {
    const preview = await openPreview();
    await preview.verify();
    const first = await dumpSheets(preview);
    expect(await toDo(preview)).toBe(15);
    expect(await settleAll(preview)).toEqual({ corrected: 7, justified: 8, accepted: 10 });
    expect(await stateLine(preview)).toBe(DONE);
    await preview.pane.getByRole("heading", { name: "Ce qui a été vérifié" }).waitFor();
    const last = await dumpSheets(preview);
    for (const [sheet, cells] of Object.entries(CORRECTED)) {
      const changed = differences(first[sheet] ?? "", last[sheet] ?? "");
      expect([sheet, cells.filter((cell) => !changed.includes(cell))]).toEqual([sheet, []]);
    }
    const saved = await savedWorkbook(preview, () =>
      preview.page.getByRole("button", { name: "Télécharger le classeur" }).click(),
    );
    isKept(saved);
    await preview.page.getByLabel("Ouvrir un classeur…").setInputFiles(reopened(saved));
    await isReopened(preview);
    await preview.verify();
    await isStillConforming(preview);
    expect(await paneViolations(preview)).toEqual([]);
  }, 240_000);

  it("shows what was verified of a conforming workbook, what it has not, and what is next", async () => {
    const preview = await openPreview();
    await preview.openFile(compliantFile());
    await preview.verify();
    expect(await stateLine(preview)).toBe("Conforme");
    for (const name of ["Ce qui a été vérifié", "Ce que le classeur n’a pas", "La suite"]) {
      await preview.pane.getByRole("heading", { name }).waitFor();
    }
    expect(await paneViolations(preview)).toEqual([]);
    await preview.pane.getByRole("button", { name: "Procès-verbal et bilan" }).click();
    await preview.pane.getByRole("tab", { name: "Rapports", selected: true }).waitFor();
  }, 60_000);

  it("goes on to the next one when one is settled, its cell selected and the keyboard on it", async () => {
    const preview = await openPreview();
    await preview.verify();
    const { page, pane } = preview;
    await page.keyboard.press("F8");
    const focusedCard = () => pane.locator("[data-finding]:focus").getAttribute("data-finding");
    await pane.locator("[data-finding]").first().focus();
    await page.keyboard.press("F8");
    const current = await focusedCard();
    await page.keyboard.press("ArrowDown");
    const next = await focusedCard();
    expect(next).not.toBe(current);
    await page.keyboard.press("ArrowUp");
    expect(await focusedCard()).toBe(current);
  }, 60_000);

  it("is finished by the keyboard alone, saved, opened again and compared", async () => {
    const preview = await openPreview();
    const { page, pane } = preview;
    await verifyByKeyboard(preview);
    const { keyboard } = page;
    const focused = () => pane.locator("body").evaluate(() => document.activeElement?.textContent ?? "");
    const tabTo = async (wanted: RegExp) => {
      for (let presses = 0; presses < 30; presses += 1) {
        if (wanted.test((await focused()).trim())) return;
        await keyboard.press("Tab");
      }
      throw new Error(`Tab never reached ${String(wanted)}`);
    };
    await keyboard.press("F8");
    for (let left = await toDo(preview); left > 0; left = await toDo(preview)) {
      await pane.locator("[data-finding]:focus").waitFor();
      const card = pane.locator("li", { has: pane.locator("[data-finding]:focus") });
      const canCorrect = (await card.getByRole("button", { name: "Corriger", exact: true }).count()) > 0;
      await tabTo(canCorrect ? /^Corriger$/ : /^Justifier$/);
      await keyboard.press("Enter");
      if (canCorrect) {
        await pane.getByRole("button", { name: "Appliquer" }).waitFor();
        await tabTo(/^Appliquer$/);
      } else {
        await pane.getByLabel("Motif").waitFor();
        await keyboard.type("Revue au dialogue de gestion");
        await keyboard.press("Tab");
        if ((await pane.getByLabel("Donné par").inputValue()) === "") {
          await keyboard.type("Mme Roy");
          await keyboard.press("Tab");
          await keyboard.press("ArrowDown");
        }
        await tabTo(/^Enregistrer$/);
      }
      await changes(preview, () => keyboard.press("Enter"));
    }
    expect(await stateLine(preview)).toMatch(/^Plus rien à traiter · 10 justifiés/);
    // Nothing is left to go to: the keyboard is on the line that says so.
    await expect.poll(focused).toMatch(/^Plus rien à traiter/);

    // What the execution table explained is signed first.
    for (let left = await pane.getByRole("button", { name: "Compléter" }).count(); left > 0; left -= 1) {
      await pane.getByRole("button", { name: "Compléter" }).first().focus();
      await keyboard.press("Enter");
      await tabTo(/^Enregistrer$/);
      await keyboard.press("Enter");
      await pane
        .getByRole("button", { name: "Compléter" })
        .nth(left - 1)
        .waitFor({ state: "detached" });
      await preview.hasVerified();
      await expect.poll(focused).toMatch(/^Plus rien à traiter/);
    }
    // The other party: from one answer to the next reason that waits for one.
    await keyboard.press("F8");
    for (let answered = 0; answered < 10; answered += 1) {
      await pane.locator("[data-finding]:focus").waitFor();
      await tabTo(/^Répondre$/);
      await keyboard.press("Enter");
      await pane.getByLabel("Réponse de").waitFor();
      if (answered === 0) {
        await keyboard.type("M. Petit");
        await keyboard.press("Tab");
        // No party is proposed for an answer: past the one that gave the reason, to the other.
        await keyboard.press("ArrowDown");
        await keyboard.press("ArrowDown");
      }
      await tabTo(/^Accepter$/);
      await changes(preview, () => keyboard.press("Enter"));
    }
    expect(await stateLine(preview)).toBe(DONE);
    await expect.poll(focused).toMatch(/^Conforme/);

    // The buttons that save and open are those of the page around, as Excel's own would be.
    await tabThroughPageTo(preview, /^Télécharger le classeur$/);
    const saved = await savedWorkbook(preview, () => keyboard.press("Enter"));
    isKept(saved);
    await tabThroughPageTo(preview, /^Ouvrir un classeur…/);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), keyboard.press("Enter")]);
    await chooser.setFiles(reopened(saved));
    await isReopened(preview);
    await verifyByKeyboard(preview);
    await isStillConforming(preview);
  }, 400_000);

  it("takes a correction back while its cell still holds it", async () => {
    const preview = await openPreview();
    await preview.verify();
    const before = await stateLine(preview);
    await preview.pane.getByRole("button", { name: "Corriger", exact: true }).first().click();
    await changes(preview, () => preview.pane.getByRole("button", { name: "Appliquer" }).click());
    const undo = preview.pane.getByRole("button", { name: "Annuler la correction" });
    // However far down the list the agent has come, it is said where the eye is.
    await preview.pane.locator("[data-finding]").last().scrollIntoViewIfNeeded();
    expect(await undo.evaluate((button) => button.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await changes(preview, () => undo.click());
    expect(await stateLine(preview)).toBe(before);
  }, 60_000);

  it("shows the first discrepancy and its actions without scrolling, at 350 × 600", async () => {
    const preview = await openPreview({ viewport: { width: 1366, height: 768 } });
    await preview.page.locator(".task-pane").evaluate((element) => (element.style.width = "350px"));
    await preview.verify();
    const frame = await preview.page.locator(".task-pane iframe").boundingBox();
    const actions = await preview.pane.getByRole("button", { name: "Pourquoi ?" }).first().boundingBox();
    if (!frame || !actions) throw new Error("no pane");
    expect(actions.y + actions.height - frame.y).toBeLessThan(600);
  });
});
