// One indicator of the contract in one year, and how its figures are changed.
import { changeIndicator, targetAt, yearsOf, type Content, type IndicatorRow, type IndicatorTable } from "../content";
import { indicatorsOf, pick, type Dice, type Planted } from "./slip";

export interface Spot {
  readonly table: IndicatorTable;
  readonly row: IndicatorRow;
  readonly action: number;
  readonly axe: number;
  readonly rank: number;
  readonly annee: number;
  readonly target: number | "nd";
  /** "5/indicateur-2". */
  readonly place: string;
}

export function spotIn(content: Content, dice: Dice, years = yearsOf(content.convention)): Spot | null {
  const { convention, indicators } = content;
  const own = indicatorsOf(content).filter(({ id }) => !id.startsWith("national"));
  const row = pick(own, dice.row);
  const annee = pick(years, dice.year);
  if (!indicators || !row || annee === null) return null;
  const rank = Number(row.id.split(".")[1]);
  const action = convention.actions.find(({ numero }) => numero === row.action);
  const indicateur = action?.indicateurs.find(({ numero }) => numero === rank);
  const target = indicateur ? targetAt(indicateur, annee) : null;
  if (target === null) return null;
  return {
    table: indicators,
    row,
    action: row.action,
    axe: row.axe,
    rank,
    annee,
    target,
    place: `${row.action}/indicateur-${rank}`,
  };
}

/** A spot whose target the contract gives, or leaves to be set. */
export function spotWhere(content: Content, dice: Dice, isGiven: boolean, years?: readonly number[]): Spot | null {
  const count = indicatorsOf(content).length;
  for (let turn = 0; turn < count; turn += 1) {
    const spot = spotIn(content, { ...dice, row: dice.row + turn }, years);
    if (spot && (spot.target !== "nd") === isGiven) return spot;
  }
  return null;
}

export function plantIndicators(
  content: Content,
  indicators: IndicatorTable,
  planted: Omit<Planted, "content">,
): Planted {
  return { content: { ...content, indicators }, ...planted };
}

export function changeTarget(
  content: Content,
  { table, row, annee }: Spot,
  value: IndicatorRow["t0"],
  planted: Omit<Planted, "content">,
) {
  const changed = changeIndicator(table, row.id, (one) => [{ ...one, cibles: new Map(one.cibles).set(annee, value) }]);
  return plantIndicators(content, changed, planted);
}

export function changeAchieved(
  content: Content,
  { table, row, annee }: Spot,
  value: IndicatorRow["t0"],
  planted: Omit<Planted, "content">,
) {
  const changed = changeIndicator(table, row.id, (one) => [
    { ...one, realises: new Map(one.realises).set(annee, value) },
  ]);
  return plantIndicators(content, changed, planted);
}
