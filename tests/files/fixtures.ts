// The workbooks of tests/fixtures, and a look into the parts of an .xlsx with another reader than the adapter's own.
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export const FIXTURES = [
  "dijon",
  "riche",
  "excel-fait-main",
  "prefixe",
  "feuille-protegee",
  "structure-protegee",
] as const;
export type Fixture = (typeof FIXTURES)[number];

export function fixture(name: Fixture): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${name}.xlsx`, import.meta.url)));
}

/** Text of each part; binary ones byte by byte. */
export function partsOf(xlsx: Uint8Array): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const [path, bytes] of Object.entries(unzipSync(xlsx))) parts[path] = strFromU8(bytes, true);
  return parts;
}

/** UTF-8 text of one part. */
export function partText(xlsx: Uint8Array, path: string): string {
  const bytes = unzipSync(xlsx)[path];
  if (!bytes) throw new Error(`no part ${path}`);
  return strFromU8(bytes);
}

/** The fixture with parts changed, or with null left out. */
export function withParts(xlsx: Uint8Array, changes: Readonly<Record<string, string | null>>): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(xlsx)));
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) parts.delete(path);
    else parts.set(path, strToU8(text));
  }
  return zipSync(Object.fromEntries(parts));
}

const SHEET = "xl/worksheets/sheet1.xml";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The hand-made workbook with the given rows in the place of its own; `styles` and texts stay. */
export function withRows(rows: string): Uint8Array {
  return withParts(fixture("excel-fait-main"), {
    [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  });
}

export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((path) => old[path] !== now[path]).sort();
}
