// What the journeys through the list to finish share: its state, and the workbook that is saved and opened again at their end.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { formatLocalCell } from "xlsx-model/local-cell";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { PreviewPage } from "./preview-page";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const stateLine = async ({ pane }: PreviewPage): Promise<string> =>
  ((await pane.locator("#etat").textContent()) ?? "").replace(/\s/g, " ");

export async function toDo(preview: PreviewPage): Promise<number> {
  return Number(/^(\d+) à traiter/.exec(await stateLine(preview))?.[1] ?? 0);
}

/** What a click began has been written and verified. */
export async function changes(preview: PreviewPage, click: () => Promise<void>): Promise<void> {
  const before = await stateLine(preview);
  await click();
  await expect.poll(() => stateLine(preview), { timeout: 30_000 }).not.toBe(before);
  await preview.hasVerified();
}

/** Totals that follow from what was corrected. */
export const CORRECTED: Readonly<Record<string, readonly string[]>> = {
  "Tableau budgétaire": ["B7", "G7", "C13", "K14", "I18"],
  Indicateurs: ["F7"],
  Exécution: ["H13"],
  "Lisez-moi": [],
};

export async function savedWorkbook({ page }: PreviewPage, save: () => Promise<void>): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent("download"), save()]);
  return new Uint8Array(readFileSync(await download.path()));
}

export const reopened = (saved: Uint8Array) => ({ name: "rouvert.xlsx", mimeType: XLSX, buffer: Buffer.from(saved) });

export async function isReopened(preview: PreviewPage): Promise<void> {
  await preview.page.getByRole("heading", { name: /^rouvert\.xlsx/ }).waitFor();
  await preview.pane.getByText(/^Dernière vérification.: à la date du 24\/11\/2026/).waitFor();
}

export const DONE = "Conforme, sous réserve de 10 écarts acceptés par les deux parties";

/** Of the workbook as it was saved: settled, and the same as the last time. */
export async function isStillConforming(preview: PreviewPage): Promise<void> {
  expect(await stateLine(preview)).toBe(DONE);
  await preview.pane.getByText(/^Depuis la vérification du 24\/11\/2026.: rien n’a changé\.$/).waitFor();
}

/** All that the agent had typed is as it was, but for the cells that a correction named. */
export function isKept(saved: Uint8Array): void {
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
