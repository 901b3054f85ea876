// The rows of a heading that name whose amounts stand below them, and those just under and above.
import { besideOf } from "../../domain/column-roles";
import {
  holdsAmount,
  isNatureCell,
  isYearCell,
  type HeadedSheet,
  type HeadingCell,
  type HeadingRow,
} from "./heading-cells";
import { LIMITS } from "../limits";
import { announcesExecution } from "./execution-title";
import type { Heading } from "./headings";

const isLabelRole = ({ role }: Heading): boolean => role !== null && role !== "montant";
const isSaid = ({ annee, part, nature }: Heading): boolean => annee !== null || part !== null || nature !== null;

/** Whether the nearest heading to the left, there or just above, is the indicators': what is achieved is no amount. */
function isAchieved(sheet: HeadedSheet, seed: HeadingRow, column: number): boolean {
  const left = seed.cells.filter((cell) => cell.column < column && cell.heading.part !== null).at(-1)?.column ?? -1;
  return sheet.findRole("indicateur", seed.row.row - 2, seed.row.row, left + 1, column - 1) !== null;
}

/** The cells of a row that name whose amounts stand below them; none for one party alone, which is a word. */
export function findParties(sheet: HeadedSheet, seed: HeadingRow): readonly HeadingCell[] {
  // "État | Réalisé | 65 000": a row of a list that says its party and its nature.
  const isBareExecuted = ({ heading }: HeadingCell): boolean =>
    heading.part === null && heading.nature === "executed" && !holdsAmount(seed.row);
  const isExecuted = seed.cells.some(({ heading }) => heading.nature === "executed" && heading.part !== null);
  const cells = seed.cells.filter((cell) => {
    const { part, nature, annee } = cell.heading;
    if (part !== null) return nature !== "target" && nature !== "t0";
    // "Contractualisé | Exécuté État | Exécuté Métropole": what was contracted in all, said again.
    if (nature === "contracted") return isExecuted && annee === null;
    if (besideOf(nature)) return true;
    return isBareExecuted(cell) && annee === null && !isAchieved(sheet, seed, cell.column);
  });
  // What the State paid is no party beside the others; what each party paid is what was spent.
  const isSpent = cells.some(({ heading }) => heading.nature === "paid" && heading.part === "collectivite");
  const said = cells.filter(
    ({ heading: { nature, part } }) =>
      (!besideOf(nature) || (isSpent && nature === "paid" && part !== null)) &&
      (nature !== "contracted" || part !== null),
  );
  const parties = new Set(said.map(({ heading }) => heading.part ?? "total"));
  return parties.size >= 2 && (parties.has("etat") || parties.has("collectivite")) ? cells : [];
}

/** "Action | Crédits État 2024 | Crédits État 2025": one party is said enough where each of its cells says its year, over figures. */
export function findLoneParty({ grid }: HeadedSheet, { row, cells }: HeadingRow): readonly HeadingCell[] {
  const own = cells.filter(
    ({ heading: { part, nature } }) =>
      (part === "etat" || part === "collectivite") && nature !== "target" && nature !== "t0" && !besideOf(nature),
  );
  const [first] = own;
  const isHeaded = first !== undefined && row.texts.some(({ column }) => column < first.column);
  const isDated = own.every(({ heading }) => typeof heading.annee === "number");
  const below = Array.from({ length: LIMITS.headingRows }, (_, index) => grid.row(row.row + 1 + index));
  const isFilled = ({ column }: HeadingCell): boolean =>
    below.some((under) => typeof under?.value(column) === "number");
  return isHeaded && isDated && own.every(isFilled) ? own : [];
}

function holdsLabel({ row, cells }: HeadingRow, before: number): boolean {
  return cells.some(
    ({ column, heading }) => column < before && row.text(column) !== null && !isLabelRole(heading) && !isSaid(heading),
  );
}

/** "Prévu | Réalisé" under each party, or years under each party. */
export function findBelow(
  sheet: HeadedSheet,
  seed: HeadingRow,
  parties: readonly HeadingCell[],
  mayBeYears: boolean,
): HeadingRow | null {
  const below = sheet.row(seed.row.row + 1);
  const from = parties[0]?.column ?? 0;
  const cells = below?.cells.filter(({ column }) => column >= from) ?? [];
  if (!below || cells.length === 0) return null;
  const natures = new Set(cells.filter(isNatureCell).map(({ heading }) => heading.nature));
  if (natures.size > 1) return below;
  // "Notifié | Engagé | Payé": of the others of each party nothing is known, they are nobody's.
  if (natures.size === 1 && !holdsAmount(below.row) && !holdsLabel(below, from)) return below;
  if (!mayBeYears || cells.length < 2 || !cells.every(isYearCell)) return null;
  // One figure under each party, beside a label: amounts of 2 025 €.
  return cells.length <= parties.length && holdsLabel(below, from) ? null : below;
}

/** "Investissement | Fonctionnement", "HT | TTC" under one party: which of them its amount is, nobody knows. */
export interface SplitParties {
  readonly row: HeadingRow;
  readonly holds: (column: number) => boolean;
}

/** `lowest` is the row of the heading just above. */
export function findSplitParties(sheet: HeadedSheet, lowest: HeadingRow, from: number): SplitParties | null {
  const row = sheet.row(lowest.row.row + 1);
  if (!row || holdsAmount(row.row) || holdsLabel(row, from)) return null;
  const heads = lowest.cells.filter(({ column }) => column >= from).map(({ column }) => column);
  const groups = heads.map((column, index) => ({ from: column, to: heads[index + 1] ?? Infinity }));
  const split = groups.filter((group) => {
    const cells = row.cells.filter(({ column }) => column >= group.from && column < group.to);
    return cells.length > 1 && cells.some(({ heading }) => heading.isUnknown);
  });
  const holds = (column: number): boolean => split.some((group) => column >= group.from && column < group.to);
  return split.length > 0 ? { row, holds } : null;
}

/** "Réalisé" under the budget of the same sheet: the year is that of the table above. */
export const isUnderExecutionTitle = ({ grid }: HeadedSheet, row: number): boolean =>
  (grid.row(row - 1)?.texts ?? []).some(({ text }) => announcesExecution(text));
