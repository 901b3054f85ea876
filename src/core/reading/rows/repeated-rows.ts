// A row that only repeats another one of its action, whatever word tells them apart ("bis", "copie"): a duplicate, and no part of a sum.
import { partsOf, type Shows } from "../../domain/amounts";
import { groupBy } from "../../domain/group-by";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import type { LigneAction } from "../../domain/dossier";
import { COLONNES } from "../../facts/lines/budget-lines";
import { foldText } from "../../domain/words/label";

type Row = Pick<LigneAction, "action" | "operateur" | "amounts">;

const WORDS = new Set(
  "bis ter quater suite copie copy double doublon duplicata duplicate idem rappel reprise report repetition".split(" "),
);

/** What tells a row apart, without the words that only say that it comes again: "CCAS (bis)" is "ccas", "(2)" is nothing. */
export function withoutRepetition(telling: string): string {
  const words = foldText(telling)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  while (WORDS.has(words.at(-1) ?? "")) words.pop();
  return words.every((word) => WORDS.has(word) || /^(?:n|no|de|la|v|version|ligne|\d{1,2}(?:e|eme|nde?)?)$/.test(word))
    ? ""
    : words.join(" ");
}

/** In centimes, null for nothing; undefined for what cannot be read. */
function amountsOf(row: Shows): ReadonlyMap<string, number | null> | null {
  const parts = partsOf(row);
  if (parts.some(({ cell }) => cell.known.reason === "unreadable")) return null;
  return new Map(
    parts.map(({ year, column, cell: { known: lu } }) => [`${year}/${column}`, lu.reason === null ? lu.value : null]),
  );
}

const isSame = (one: ReadonlyMap<string, number | null>, other: ReadonlyMap<string, number | null>): boolean =>
  one.size === other.size && [...one].every(([at, amount]) => other.get(at) === amount);

/** Whether a row shows another one's amounts again, and any. */
export function repeats(row: Shows, other: Shows): boolean {
  const [own, amounts] = [amountsOf(row), amountsOf(other)];
  return own !== null && amounts !== null && isSame(own, amounts) && [...own.values()].some((amount) => amount);
}

/** Whether these rows together show what the contract gives the action, in each cell that they have. */
function areContracted(rows: readonly Row[], action: Action): boolean {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const amounts = amountsOf(row);
    if (!amounts) return false;
    for (const [at, amount] of amounts) sums.set(at, (sums.get(at) ?? 0) + (amount ?? 0));
  }
  const wanted = (at: string): number => {
    const [annee, colonne] = at.split("/");
    return COLONNES.filter((each) => each === colonne).reduce(
      (sum, each) => sum + contractAmount(action, Number(annee), each),
      0,
    );
  };
  return [...sums.values()].some((sum) => sum !== 0) && [...sums].every(([at, sum]) => sum === wanted(at));
}

/** The rows of an action that stand above one, by what they show and by what tells them apart. */
class RowsAbove<One extends Row> {
  private readonly first = new Map<string, { readonly rank: number; readonly row: One }>();
  private rank = 0;

  constructor(private readonly action: Action) {}

  add(row: One): void {
    const amounts = amountsOf(row);
    if (!amounts) return;
    const { same, told } = keysOf(row, amounts);
    const isWhole = areContracted([row], this.action);
    for (const key of [`${same}/${told}`, ...(isWhole ? [same, told] : [])])
      if (!this.first.has(key)) this.first.set(key, { rank: this.rank, row });
    this.rank += 1;
  }

  /** The first that it repeats: its amounts again, or more than the contract gives where that one gives all of it. */
  repeatedBy(row: One): One | undefined {
    const amounts = amountsOf(row);
    if (!amounts || ![...amounts.values()].some((amount) => amount !== null && amount !== 0)) return undefined;
    const { same, told } = keysOf(row, amounts);
    const found = [`${same}/${told}`, same, told].flatMap((key) => this.first.get(key) ?? []);
    return found.sort((one, other) => one.rank - other.rank)[0]?.row;
  }
}

function keysOf({ operateur }: Row, amounts: ReadonlyMap<string, number | null>): { same: string; told: string } {
  const shown = [...amounts].map(([at, amount]) => `${at}=${amount}`).sort();
  return { same: `shows ${shown.join(" ")}`, told: `is ${withoutRepetition(operateur ?? "")}` };
}

const PLAIN = "";

/**
 * What tells a row apart, of those where it is not what its own words say: the same as the row that it repeats, nothing where that
 * is told by nothing. Of rows that together are the contract's, each is a part, the one with the plain label too.
 */
export function findRepeatedRows<One extends Row>(rows: readonly One[]): ReadonlyMap<One, string | undefined> {
  const byAction = groupBy(rows, ({ action }) => action ?? undefined);
  const told = new Map<One, string | undefined>();
  for (const [action, own] of byAction) {
    const plain = own.filter(({ operateur }) => operateur === undefined);
    if (own.length < 2 || plain.length === own.length) continue;
    if (areContracted(own, action)) {
      const [only, another] = plain;
      if (only && !another) told.set(only, PLAIN);
      continue;
    }
    const above = new RowsAbove<One>(action);
    for (const row of own) {
      const other = row.operateur === undefined ? undefined : above.repeatedBy(row);
      if (other) told.set(row, told.has(other) ? told.get(other) : other.operateur);
      above.add(row);
    }
  }
  return told;
}
