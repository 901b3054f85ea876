// The slip-ridden example until nothing is left to do, by the keyboard alone: from the ribbon to the file that is opened again.
import { expect, it } from "vitest";
import { formatLocalCell } from "xlsx-model/local-cell";
import { paneViolations } from "./site/axe-violations";
import { cardAction, openSettings } from "./site/declare";
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
import { tabThroughPageTo, verifyByKeyboard } from "./site/page-keyboard";
import { usePreview } from "./site/use-preview";

const openPreview = usePreview();

/** The addresses of the agent's cells whose content or style is another one. */
function differences(before: string, after: string): string[] {
  const [old, now] = [before, after].map((dump) => JSON.parse(dump) as { cells: [number, number, unknown, unknown][] });
  return (old?.cells ?? []).flatMap(([row, column, ...rest], index) => {
    const [, , ...restNow] = now?.cells[index] ?? [];
    return JSON.stringify(rest) === JSON.stringify(restNow) ? [] : [formatLocalCell(row, column)];
  });
}

it("is finished by the keyboard alone, saved, opened again and compared", async () => {
  const preview = await openPreview();
  const { page, pane } = preview;
  await verifyByKeyboard(preview);
  let keys = 0;
  const keyboard = {
    type: (text: string) => page.keyboard.type(text),
    press: (key: string) => {
      keys += 1;
      return page.keyboard.press(key);
    },
  };
  const focused = () =>
    pane.locator("body").evaluate(() => {
      const active = document.activeElement;
      return (active instanceof HTMLInputElement ? active.labels?.[0] : active)?.textContent ?? "";
    });
  const tabTo = async (wanted: RegExp) => {
    for (let presses = 0; presses < 30; presses += 1) {
      if (wanted.test((await focused()).trim())) return;
      await keyboard.press("Tab");
    }
    throw new Error(`Tab never reached ${String(wanted)}`);
  };
  const declareByKeyboard = async (name: string, party: RegExp) => {
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type(name);
    await tabTo(/^(?:La collectivité|L’État)/);
    while (!party.test((await focused()).trim())) await keyboard.press("ArrowDown");
    await keyboard.press("Space");
    await tabTo(/^Continuer$/);
    await keyboard.press("Enter");
  };
  const first = await dumpSheets(preview);
  expect(await toDo(preview)).toBe(15);
  const settled = { corrected: 0, justified: 0 };
  await keyboard.press("F8");
  for (let left = await toDo(preview); left > 0; left = await toDo(preview)) {
    await pane.locator("[data-finding]:focus").waitFor();
    const card = pane.locator("li", { has: pane.locator("[data-finding]:focus") });
    const canCorrect = (await cardAction(card, "Corriger").count()) > 0;
    settled[canCorrect ? "corrected" : "justified"] += 1;
    // From its line, a letter does what its button does.
    await keyboard.press(canCorrect ? "c" : "m");
    if (canCorrect) {
      await pane.getByRole("button", { name: "Appliquer", exact: true }).waitFor();
      await tabTo(/^Appliquer$/);
    } else {
      // Who it is is asked once.
      if (settled.justified === 1) {
        await pane.getByLabel("Votre nom").waitFor();
        await declareByKeyboard("Mme Roy", /^La collectivité/);
      }
      await pane.getByLabel("Motif").waitFor();
      await keyboard.type("Revue au dialogue de gestion");
      await tabTo(/^Enregistrer$/);
    }
    await changes(preview, () => keyboard.press("Enter"));
  }
  expect(settled).toEqual({ corrected: 7, justified: 8 });
  expect(await stateLine(preview)).toMatch(/^Plus rien à traiter · 10 justifiés/);
  // Nothing is left to go to: the keyboard is on the line that says so.
  await expect.poll(focused).toMatch(/^Plus rien à traiter/);

  // What the execution table explained is signed first.
  await pane.getByRole("button", { name: /^Attend l’État 10$/ }).focus();
  await keyboard.press("Enter");
  for (let signed = 0; signed < 2; signed += 1) {
    // Those that are signed already stand between.
    for (let steps = 0; steps < 12; steps += 1) {
      await keyboard.press("F8");
      await pane.locator("[data-finding]:focus").waitFor();
      if ((await cardAction(pane, "Compléter").count()) > 0) break;
    }
    await tabTo(/^Compléter$/);
    await keyboard.press("Enter");
    await tabTo(/^Enregistrer$/);
    await keyboard.press("Enter");
    await cardAction(pane, "Compléter").waitFor({ state: "detached" });
    await preview.hasVerified();
    await expect.poll(focused).toMatch(/^Plus rien à traiter/);
  }
  // The other party takes the seat, and goes from one reason that waits for an answer to the next.
  await openSettings(pane).focus();
  await keyboard.press("Enter");
  await pane.getByRole("button", { name: "Changer" }).waitFor();
  await tabTo(/^Changer$/);
  await keyboard.press("Enter");
  await declareByKeyboard("M. Petit", /^L’État/);
  await keyboard.press("F8");
  for (let answered = 0; answered < 10; answered += 1) {
    await pane.locator("[data-finding]:focus").waitFor();
    await tabTo(/^Accepter$/);
    await changes(preview, () => keyboard.press("Enter"));
  }
  expect(await stateLine(preview)).toBe(DONE);
  await expect.poll(focused).toMatch(/^Conforme/);
  await pane.getByRole("heading", { name: "Ce qui a été vérifié" }).waitFor();
  // Without the words that are typed. The pane took 183 when its cards were 143 pixels high, each with its buttons.
  expect(keys).toBeLessThanOrEqual(105);
  const last = await dumpSheets(preview);
  for (const [sheet, cells] of Object.entries(CORRECTED)) {
    const changed = differences(first[sheet] ?? "", last[sheet] ?? "");
    expect([sheet, cells.filter((cell) => !changed.includes(cell))]).toEqual([sheet, []]);
  }

  // The buttons that save and open are those of the page around, as Excel's own would be.
  await tabThroughPageTo(preview, /^Télécharger le classeur$/);
  const saved = await savedWorkbook(preview, () => keyboard.press("Enter"));
  isKept(saved);
  await tabThroughPageTo(preview, /^Ouvrir un classeur…/);
  // A busy Chromium that is still at the download drops the key: it is pressed again, as a person would.
  const chosen = page.waitForEvent("filechooser", { timeout: 90_000 });
  let isOpen = false;
  void chosen.then(() => (isOpen = true));
  await expect
    .poll(
      async () => {
        if (!isOpen) await keyboard.press("Enter");
        return isOpen;
      },
      { interval: 5_000, timeout: 80_000 },
    )
    .toBe(true);
  await (await chosen).setFiles(reopened(saved));
  await isReopened(preview);
  await verifyByKeyboard(preview);
  await isStillConforming(preview);
  expect(await paneViolations(preview)).toEqual([]);
}, 600_000);
