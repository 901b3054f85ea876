// What was achieved in 2024 and 2025, in two columns that the service added to its indicator table.
import type { SheetModel } from "../../src/files/workbook-model";
import { annexeIndicateurs } from "./annexe";
import { looks, typeIn } from "./looks";

/** In the order of the indicators; null where the service has not collected the value yet. */
const ACHIEVED: readonly (readonly [number | null, number | null])[] = [
  [448, 471],
  [127, null],
  [96, 241],
  [58, 83],
  [312, 335],
  [149, 176],
  [158, 161],
  [20, 18],
  [74, 92],
  [180, 322],
  [45, null],
];

const T0 = 2;
const CIBLE_2025 = 4;
const FIRST = 7;

export function putAchieved(sheet: SheetModel, top: number): void {
  for (const [index, year] of [2024, 2025].entries()) typeIn(sheet, top, FIRST + index, `Réalisé ${year}`);
  sheet.setStyle({ top, left: FIRST, bottom: top, right: FIRST + 1 }, looks.heading);
  let indicator = 0;
  annexeIndicateurs.forEach((cells, index) => {
    if (index === 0 || cells[T0] === null || cells[T0] === undefined) return;
    const row = top + index;
    for (const [offset, value] of (ACHIEVED[indicator] ?? []).entries()) typeIn(sheet, row, FIRST + offset, value);
    sheet.setStyle({ top: row, left: FIRST, bottom: row, right: FIRST + 1 }, looks.valeur);
    // The contract leaves this target to be set, and the service has set it since.
    if (String(cells[1]).startsWith("Nombre de bénéficiaires")) typeIn(sheet, row, CIBLE_2025, 300);
    indicator += 1;
  });
  if (indicator !== ACHIEVED.length) throw new Error(`${indicator} indicators for ${ACHIEVED.length} values`);
  for (const column of [FIRST, FIRST + 1]) sheet.setColumnWidth(column, 11);
}
