// LibreOffice without its windows, an independent reader of what the product writes: it converts a file, or computes a workbook anew.
// Debian's updates bring other versions of it from one day to the next, so no more is compared here than every version has to agree on.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll } from "vitest";
import { columnName } from "xlsx-model/local-cell";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { CellValue } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import type { WorkbookModel } from "xlsx-model/workbook-model";

/** The profile that LibreOffice makes when it starts first, which takes most of its time: one for a test file. */
const folder = mkdtempSync(path.join(tmpdir(), "libreoffice-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

export const XLSX = "xlsx:Calc MS Excel 2007 XML";

/** Converts `files` to `format`, an extension or an extension and the name of a filter, into the folder `out`. */
export function convert(files: readonly string[], format: string, out: string): void {
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
  const options = [profile, "--headless", "--convert-to", format, "--outdir", out, ...files];
  execFileSync("soffice", options, { stdio: "ignore" });
}

/** The file that LibreOffice makes of `bytes`, whose name ends in `from` as in "xlsx". */
export function converted(bytes: Uint8Array, from: string, format: string): Uint8Array {
  const own = mkdtempSync(path.join(folder, "fichier-"));
  const file = path.join(own, `entree.${from}`);
  writeFileSync(file, bytes);
  convert([file], format, path.join(own, "sortie"));
  return new Uint8Array(readFileSync(path.join(own, "sortie", `entree.${format.split(":")[0] ?? ""}`)));
}

/** A workbook as LibreOffice computes it: none of the results that stand in the file is left for it to show. */
export function computedByLibreOffice(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!name.includes("worksheets/")) continue;
    parts[name] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return converted(zipSync(parts), "xlsx", XLSX);
}

const isError = (value: CellValue): boolean => typeof value === "string" && /^#\S+[!?A]$/u.test(value);

/** An empty text is left out by LibreOffice, and lines end as it ends them. */
const shownText = (value: CellValue): CellValue =>
  typeof value === "string" ? value.replaceAll("\r\n", "\n") : (value ?? "");

/**
 * Whether LibreOffice shows the value that we compute. It writes fifteen digits of a number. Which error a cell shows differs between its
 * versions (a list without room for itself, from 26 on), so one error is as good as another.
 */
export function isSameValue(ours: CellValue, theirs: CellValue): boolean {
  if (typeof ours === "number" && typeof theirs === "number")
    return Math.abs(ours - theirs) <= 1e-12 * Math.max(1000, Math.abs(ours), Math.abs(theirs));
  return (isError(ours) && isError(theirs)) || shownText(ours) === shownText(theirs);
}

export interface Compared {
  /** Formulas with a value of ours. */
  readonly formulas: number;
  /** Formulas that we leave to Excel, by the cell that holds them. */
  readonly uncomputed: readonly string[];
  /** Cells in which LibreOffice shows another value than ours, in words. */
  readonly differing: readonly string[];
}

/** Every cell of `ours` beside the one that LibreOffice shows once it has computed the workbook anew. */
export function compareWithLibreOffice(ours: WorkbookModel): Compared {
  const theirs = openXlsx(computedByLibreOffice(ours.save()), "classeur.xlsx");
  const uncomputed: string[] = [];
  const differing: string[] = [];
  let formulas = 0;
  for (const sheet of ours.sheets) {
    const other = theirs.sheets.find(({ name }) => name === sheet.name);
    const { top, left, bottom, right } = sheet.usedRange(true) ?? { top: 0, left: 0, bottom: -1, right: -1 };
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const { value, formula } = sheet.content(row, column);
        const cell = `${sheet.name}!${columnName(column)}${row + 1}`;
        if (value === UNCOMPUTED) {
          uncomputed.push(cell);
          continue;
        }
        if (formula !== null) formulas += 1;
        const shown = other?.content(row, column).value ?? null;
        if (!isSameValue(value, shown)) differing.push(`${cell}: ${formula ?? ""} ${value}, for LibreOffice ${shown}`);
      }
  }
  return { formulas, uncomputed, differing };
}
