// What was achieved in 2024 and 2025, in two columns that the service added to its indicator table; targets set since.
import type { SheetModel } from "xlsx-model/workbook-model";
import { annexeIndicateurs } from "./annexe";
import { looks, typeIn } from "./looks";

/** 2024 and 2025, in the order of the indicators; null where the service has not collected the value yet. */
export type Achieved = readonly (readonly [number | null, number | null])[];

export const ACHIEVED_SO_FAR: Achieved = [
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

/** Every target reached. */
export const ACHIEVED_HELD: Achieved = [
  [452, 471],
  [133, 141],
  [256, 262],
  [58, 83],
  [312, 335],
  [151, 184],
  [158, 161],
  [21, 20],
  [94, 92],
  [180, 322],
  [45, 66],
];

/** The third, of action 3, began in November 2024. */
export const ACHIEVED_WITH_A_LATE_START: Achieved = ACHIEVED_HELD.map((values, index) =>
  index === 2 ? [96, values[1]] : values,
);

const T0 = 2;
const CIBLE_2024 = 3;
const CIBLE_2025 = 4;
const FIRST = 7;

/** The contract leaves this target to be set, and the service has set it since. */
export function setOneTarget(sheet: SheetModel, top: number): void {
  const index = annexeIndicateurs.findIndex((cells) => String(cells[1]).startsWith("Nombre de bénéficiaires"));
  typeIn(sheet, top + index, CIBLE_2025, 300);
}

/** What the contract leaves to be set, set: by the start of the indicator's label, one target a year. */
export function setTargets(sheet: SheetModel, top: number, targets: Readonly<Record<string, readonly number[]>>): void {
  for (const [start, values] of Object.entries(targets)) {
    const index = annexeIndicateurs.findIndex((cells) => String(cells[1]).startsWith(start));
    if (index < 0) throw new Error(`no indicator starts with ${start}`);
    for (const [offset, value] of values.entries()) typeIn(sheet, top + index, CIBLE_2024 + offset, value);
  }
}

export function putAchieved(sheet: SheetModel, top: number, achieved: Achieved): void {
  for (const [index, year] of [2024, 2025].entries()) typeIn(sheet, top, FIRST + index, `Réalisé ${year}`);
  sheet.setStyle({ top, left: FIRST, bottom: top, right: FIRST + 1 }, looks.heading);
  let indicator = 0;
  annexeIndicateurs.forEach((cells, index) => {
    if (index === 0 || cells[T0] === null || cells[T0] === undefined) return;
    const row = top + index;
    for (const [offset, value] of (achieved[indicator] ?? []).entries()) typeIn(sheet, row, FIRST + offset, value);
    sheet.setStyle({ top: row, left: FIRST, bottom: row, right: FIRST + 1 }, looks.valeur);
    indicator += 1;
  });
  if (indicator !== achieved.length) throw new Error(`${indicator} indicators for ${achieved.length} values`);
  for (const column of [FIRST, FIRST + 1]) sheet.setColumnWidth(column, 11);
}
