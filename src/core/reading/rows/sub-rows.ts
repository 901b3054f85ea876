// Rows under an action that name no action of the contract: its operators where it shows no amount itself, its sub-actions or its detail where it does.
import type { Action, SousAction } from "../../contract/convention";
import type { LabelMeaning } from "../labels/label-reader";
import { LIMITS } from "../limits";
import { sousActionOf } from "./sub-actions";
import { namesNothing, type Line, type RowLabel } from "./row-labels";

/** "6.1 Volet logement", under action 6, is numbered as a part of it; any other number is another action's. */
const isNumberedUnder = ({ label: { numero, rang } }: LabelMeaning, over: Action): boolean =>
  rang ? rang.axe === over.numero : numero === null || numero === over.numero;

/** The label of a row that has that one only, in the column of the actions. */
function onlyLabel({ found }: Line, mainColumn: number): RowLabel | null {
  const only = found[0];
  return only && found.length === 1 && only.column === mainColumn ? only : null;
}

const isSum = (whole: readonly number[], parts: readonly (readonly number[])[]): boolean =>
  whole.every((amount, index) => amount === parts.reduce((sum, part) => sum + (part[index] ?? 0), 0));

interface Below {
  readonly line: Line;
  readonly label: RowLabel;
  readonly amounts: readonly number[];
  /** That the contract gives to the action, whatever its amounts. */
  readonly sousAction: SousAction | null;
}

/**
 * `amountsOf` gives the amounts of a row, one for each column, in centimes; null for a row that holds nothing. `mayBeAction` tells the
 * rows whose words or amounts are those of an action that stands nowhere: that they stand there, or add up, may be chance.
 */
export function tellSubRows(
  lines: readonly Line[],
  mainColumn: number,
  amountsOf: (line: Line) => readonly number[] | null,
  mayBeAction: (line: Line, label: RowLabel) => boolean,
): readonly Line[] {
  const told: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const label = onlyLabel(line, mainColumn);
    const action = label?.meaning.action;
    const below: Below[] = [];
    for (let next = at + 1; action && next < lines.length; next += 1) {
      const sub = lines[next];
      if (!sub) break;
      const own = onlyLabel(sub, mainColumn);
      const isUnder = own && namesNothing(own) && isNumberedUnder(own.meaning, action) && !own.designe;
      const amounts = isUnder ? amountsOf(sub) : null;
      if (!own || !amounts) break;
      below.push({ line: sub, label: own, amounts, sousAction: sousActionOf(own.text, action) });
    }
    // The amounts of most rows are not asked for: nothing stands under them.
    const areKnown = below.some(({ sousAction }) => sousAction !== null);
    const areEnough = areKnown || below.length >= LIMITS.subRows;
    const whole = label && areEnough ? amountsOf(line) : null;
    const areDetail =
      whole !== null &&
      whole.some((amount) => amount !== 0) &&
      isSum(
        whole,
        below.map(({ amounts }) => amounts),
      );
    const isDoubtful = areEnough && !areKnown && below.some((one) => mayBeAction(one.line, one.label));
    if (!label || !areEnough || isDoubtful || (whole !== null && !areDetail && !areKnown)) {
      told.push(line);
      continue;
    }
    if (whole !== null) told.push(line);
    for (const { line: sub, label: own, sousAction } of below) {
      const detail = { ...own, isDetail: true, ...(sousAction && action && { sousAction: { action, sousAction } }) };
      const found = whole === null ? { ...label, operateur: own.text.trim() } : sousAction || areDetail ? detail : own;
      told.push({ ...sub, found: [found] });
    }
    at += below.length;
  }
  return told;
}
