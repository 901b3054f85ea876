// The amounts that a sum runs over: of all the action rows of a table, of those under one heading, or of one axe.
import { addUnder } from "../domain/group-by";
import { remember } from "../domain/remember";
import type { ColumnRole } from "../domain/column-roles";
import { axeDe } from "../contract/in-force/en-vigueur";
import type { ActionRow, Row, YearFact } from "./fact";
import type { FactTable } from "./fact-tables";

/** The rows of a group: "total", the heading that they stand under by its index, the contract's axe by its number, or none. */
/** By where its rows stand: the same in every year. */
type PlaceKey = "total" | `ligne-${number}`;
export type GroupKey = PlaceKey | "sans-axe" | `axe-${number}`;

export interface Group {
  readonly table: FactTable;
  readonly key: GroupKey;
  readonly year: number;
  readonly column: ColumnRole;
  readonly facts: readonly YearFact[];
}

/**
 * The axe that a row counts in: the one that it stands under; in a table without headings an action tells its axe itself. An action
 * that stands where the contract has it today counts, for a year of before, in the axe that it then was.
 */
export function axeOfRow({ tableau: { lignesAction, lignesAxe } }: FactTable, index: number, annee: number) {
  const ligne = lignesAction[index];
  if (!ligne) return undefined;
  const { ligneAxe, action } = ligne;
  const own = ligneAxe === null ? undefined : lignesAxe[ligneAxe]?.axe?.numero;
  const isInPlace = lignesAxe.length === 0 || own === action?.axe;
  return action && isInPlace ? axeDe(action, annee) : own;
}

/** Every group that an action row belongs to in a year. */
export function groupKeysOf(table: FactTable, index: number, annee: number): readonly GroupKey[] {
  const ligne = table.tableau.lignesAction[index];
  if (!ligne) return [];
  const { ligneAxe } = ligne;
  const axe = axeOfRow(table, index, annee);
  return [
    "total",
    ...(ligneAxe === null ? [] : [`ligne-${ligneAxe}` as const]),
    axe === undefined ? "sans-axe" : (`axe-${axe}` as const),
  ];
}

const NONE: readonly ActionRow[] = [];

const groupsOf = remember((table: FactTable) => {
  const byYear = new Map<number, Map<GroupKey, ActionRow[]>>();
  const rowsIn = (year: number): ReadonlyMap<GroupKey, readonly ActionRow[]> => {
    const gathered = byYear.get(year);
    if (gathered) return gathered;
    const rows = new Map<GroupKey, ActionRow[]>();
    for (const row of table.actions) for (const key of groupKeysOf(table, row.index, year)) addUnder(rows, key, row);
    byYear.set(year, rows);
    return rows;
  };
  const known = new Map<string, Group>();
  return {
    rowsIn,
    at(key: GroupKey, year: number, column: ColumnRole): Group {
      const name = `${key}/${year}/${column}`;
      let group = known.get(name);
      if (!group) {
        const facts = (rowsIn(year).get(key) ?? NONE).flatMap((row) => row.at(year, column));
        known.set(name, (group = { table, key, year, column, facts }));
      }
      return group;
    },
  };
});

/** Always the same object for the same group; empty where the table has no such row. */
export const groupOf = (table: FactTable, key: GroupKey, year: number, column: ColumnRole): Group =>
  groupsOf(table).at(key, year, column);

/** The action rows of a group, from top to bottom. */
const rowsOfGroup = (table: FactTable, key: PlaceKey): readonly ActionRow[] =>
  groupsOf(table).rowsIn(0).get(key) ?? NONE;

/** What the rows are that a row of sums adds; null for a total of some actions only. */
export const groupKeyOf = ({ kind, index }: Row): PlaceKey | null =>
  kind === "total" ? "total" : kind === "axe" ? `ligne-${index}` : null;

/** What a row of sums adds: all the actions, those under its heading, or those that a total of some of them closes. */
export function rowsUnder(table: FactTable, row: Row): readonly ActionRow[] {
  const key = groupKeyOf(row);
  if (key !== null) return rowsOfGroup(table, key);
  const of = row.kind === "groupe" ? table.tableau.sommes[row.index]?.of : undefined;
  return of?.kind === "groupe" ? rowsOfGroup(table, "total").slice(of.de, of.a) : NONE;
}
