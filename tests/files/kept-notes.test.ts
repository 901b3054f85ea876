// Whatever somebody types on a sheet that the product rewrites is still in the workbook after it is written again.
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { openFileWorkbook, type FileWorkbook } from "../../src/files/file-workbook";
import type { SheetModel } from "xlsx-model/workbook-model";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { writeBilan } from "../../src/usecases/write-bilan";

const AS_OF = "2026-02-15";
const EXAMPLE = new Uint8Array(readFileSync(new URL("../../exemples/classeur-bilan.xlsx", import.meta.url)));
const NOTES = "Notes conservées";
const SHEETS = ["Écarts", "Synthèse", "Bilan financier", "Matrice des indicateurs", "Bilan par axe", "Écarts du bilan"];
const PAGE = "Procès-verbal";

function withProtectedStructure(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const part = "xl/workbook.xml";
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  return zipSync({
    ...parts,
    [part]: strToU8(xml.replace(/<bookViews|<sheets/u, '<workbookProtection lockStructure="1"/>$&')),
  });
}

const reopened = ({ save }: FileWorkbook): FileWorkbook => openFileWorkbook(save(), "classeur.xlsx");

function sheetOf({ model }: FileWorkbook, name: string): SheetModel {
  const sheet = model.sheets.find((each) => each.name.startsWith(name));
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Writes every sheet of ours again, at a later date: rows come and go. */
async function writeAll({ port }: FileWorkbook, asOf = AS_OF): Promise<readonly string[]> {
  const verified = await verifyWorkbook(port, contratIntegre, asOf);
  const bilan = await writeBilan(port, contratIntegre, { periode: "mi-parcours", asOf });
  const first = await establishProcesVerbal(port, contratIntegre, asOf, null);
  const page =
    first.kind === "exists" ? await establishProcesVerbal(port, contratIntegre, asOf, first.standing) : first;
  if (page.kind === "exists") throw new Error(page.sentence);
  return [...(verified.kept ?? []), ...bilan.kept, ...page.kept];
}

/** Every text of the workbook, and in which sheets it stands. */
function textsOf({ model }: FileWorkbook): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const sheet of model.sheets) {
    const used = sheet.usedRange(true);
    for (let row = used?.top ?? 0; used && row <= used.bottom; row += 1) {
      for (let column = used.left; column <= used.right; column += 1) {
        const { value } = sheet.content(row, column);
        if (typeof value === "string") found.set(value, [...(found.get(value) ?? []), sheet.name]);
      }
    }
  }
  return found;
}

async function written(): Promise<FileWorkbook> {
  const workbook = openFileWorkbook(EXAMPLE, "classeur.xlsx");
  await writeAll(workbook);
  return reopened(workbook);
}

describe("what is typed on sheets of ours", () => {
  it("is nothing where nobody typed, however often they are written", async () => {
    const workbook = await written();
    expect(await writeAll(workbook, "2026-06-30")).toEqual([]);
    expect(workbook.model.sheets.map(({ name }) => name)).not.toContain(NOTES);
  });

  it("is never lost: over a cell of ours, in an empty one, beside and below", async () => {
    const workbook = await written();
    const typed: string[] = [];
    for (const name of [...SHEETS, PAGE]) {
      const sheet = sheetOf(workbook, name);
      const { bottom = 0, right = 0 } = sheet.usedRange(true) ?? {};
      for (const [row, column] of [
        [1, 1],
        [3, 0],
        [Math.floor(bottom / 2), 2],
        [bottom - 1, right - 2],
        [4, right + 1],
        [5, right + 60],
        [bottom + 1, 0],
        [bottom + 3, right + 2],
        [bottom + 600, 1],
      ] as const) {
        const text = `Note ${typed.length} sur ${name}`;
        sheet.setContent(row, column, { value: text, formula: null });
        typed.push(text);
      }
    }
    const again = reopened(workbook);
    const said = await writeAll(again, "2026-06-30");
    expect(said).toHaveLength(3);
    const texts = textsOf(reopened(again));
    // What stands over one of several rows that say the same is kept with the whole row.
    const isOnce = (text: string) => [...texts].filter(([found]) => found.split(" · ").includes(text)).length === 1;
    expect(typed.filter((text) => !isOnce(text))).toEqual([]);
    const stayed = typed.filter((text) => texts.get(text)?.[0] !== undefined && texts.get(text)?.[0] !== NOTES);
    expect(stayed.length).toBeGreaterThanOrEqual(SHEETS.length);
    // Once more: what stayed stays, what moved is not moved again.
    expect(await writeAll(again, "2026-06-30")).toEqual([]);
    expect(textsOf(again)).toEqual(texts);
  });

  it("stays beside the row that it was typed beside, when that one moves", async () => {
    const workbook = await written();
    const sheet = sheetOf(workbook, "Écarts");
    const { bottom = 0, right = 0 } = sheet.usedRange(true) ?? {};
    const rowOf = (book: FileWorkbook, text: unknown) =>
      Array.from({ length: bottom + 20 }, (_, row) => row).filter(
        (row) => sheetOf(book, "Écarts").content(row, 18).value === text,
      );
    const id = Array.from({ length: bottom }, (_, row) => sheet.content(row, 18).value).filter(
      (value) => typeof value === "string" && value.includes("/"),
    )[3];
    const [row = -1] = rowOf(workbook, id);
    sheet.setContent(row, right + 1, { value: "Vu", formula: null });
    // A finding more above it.
    sheetOf(workbook, "Tableau budgétaire").setContent(4, 3, { value: 1, formula: null });
    await verifyWorkbook(workbook.port, contratIntegre, AS_OF);
    const [now = -1] = rowOf(workbook, id);
    expect([now === row, sheetOf(workbook, "Écarts").content(now, right + 1).value]).toEqual([false, "Vu"]);
  });

  it("takes nothing of ours for a note where somebody emptied a column, but what he typed over it", async () => {
    const workbook = await written();
    const sheet = sheetOf(workbook, "Écarts");
    const { bottom = 0 } = sheet.usedRange(true) ?? {};
    const row = Array.from({ length: bottom }, (_, index) => index).find(
      (index) => sheet.content(index, 2).value === "Erreur",
    );
    sheet.setContent(row ?? 0, 0, { value: "À revoir ensemble", formula: null });
    for (let index = 0; index <= bottom; index += 1) sheet.setContent(index, 1, { value: null, formula: null });
    const { kept = [] } = await verifyWorkbook(workbook.port, contratIntegre, AS_OF);
    expect(kept.join()).toMatch(/^1 texte saisi dans/u);
    expect(sheetOf(workbook, NOTES).content(3, 2).value).toBe("À revoir ensemble");
  });

  it("keeps a sheet as it stands where there is no room for what was typed on it", async () => {
    const workbook = await written();
    sheetOf(workbook, "Synthèse").setContent(1, 1, { value: "Analyse", formula: null });
    const locked = openFileWorkbook(withProtectedStructure(workbook.save()), "classeur.xlsx");
    const { refusals, kept } = await verifyWorkbook(locked.port, contratIntegre, "2026-06-30");
    expect([kept, sheetOf(locked, "Synthèse").content(1, 1).value]).toEqual([undefined, "Analyse"]);
    expect(refusals.join()).toContain("n’a pas de place où être gardé (la structure du classeur est protégée)");
  });
});

describe("a copy of a sheet of ours", () => {
  it("is told, and asks nothing", async () => {
    const workbook = await written();
    const { verification: alone } = await verifyWorkbook(workbook.port, contratIntegre, AS_OF);
    for (const name of [...SHEETS, PAGE]) workbook.model.copySheet(sheetOf(workbook, name).id, `Copie ${name}`);
    const { verification } = await verifyWorkbook(reopened(workbook).port, contratIntegre, AS_OF);
    expect([verification.verdict.sentence, verification.summary]).toEqual([alone.verdict.sentence, alone.summary]);
    const why = expect.stringContaining("copie d’une feuille écrite par le complément");
    expect(verification.leftAside?.map(({ sheet, reason }) => [sheet, reason])).toEqual(
      [...SHEETS, PAGE].map((name) => [`Copie ${name}`, why]),
    );
  });
});
