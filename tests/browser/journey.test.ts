// The slip-ridden example until nothing is left to do, with the pane alone: corrections, reasons, answers.
import { describe, expect, it } from "vitest";
import { formatLocalCell } from "../../src/core/domain/cell-ref";
import { paneViolations } from "./site/axe-violations";
import { dumpSheets } from "./site/dump-sheets";
import {
  changes,
  CORRECTED,
  DONE,
  isKept,
  isReopened,
  isStillConforming,
  reopened,
  savedWorkbook,
  stateLine,
  toDo,
} from "./site/finish-list";
import type { PreviewPage } from "./site/preview-page";
import { usePreview } from "./site/use-preview";
import { compliantFile } from "./site/workbooks";

const openPreview = usePreview();
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
      await pane.getByLabel("Pour quelle partie").selectOption("collectivite");
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
  }, 600_000);

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
  });

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
  });

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
  });

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
