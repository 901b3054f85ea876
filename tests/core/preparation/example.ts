// The example workbook, and its executed amounts of 2025 as they stand in its cells.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { openFileWorkbook } from "../../../src/files/file-workbook";

const EXAMPLE = fileURLToPath(new URL("../../../exemples/classeur-exemple.xlsx", import.meta.url));

export const readExample = (): Promise<RawWorkbook> =>
  openFileWorkbook(readFileSync(EXAMPLE), "classeur-exemple.xlsx").port.read();

/** Cells of the execution table as they stand: A is the label, F to H are 2025. */
export function executed2025(raw: RawWorkbook): Map<number, { etat: number; total: number }> {
  const [block] = raw.sheets.find(({ name }) => name === "Exécution")?.blocks ?? [];
  const found = new Map<number, { etat: number; total: number }>();
  for (const row of block?.values ?? []) {
    const numero = Number(/^(\d+)\b/.exec(String(row[0] ?? ""))?.[1]);
    const [etat, local] = [row[5], row[6]].map(Number);
    if (numero > 0 && etat !== undefined && local !== undefined) {
      found.set(numero, { etat, total: Math.round((etat + local) * 100) / 100 });
    }
  }
  return found;
}
