// The amounts that a sum runs over: of all the action rows of a table, of those under one heading, or of one axe.
import { addUnder } from "../domain/group-by";
import { remember } from "../domain/remember";
import type { ColumnRole } from "../domain/column-roles";
import type { ActionRow, Row, YearFact } from "./fact";
import type { FactTable } from "./fact-tables";

/** The rows of a group: "total", the heading that they stand under by its index, the contract's axe by its number, or none. */
export type GroupKey = "total" | "sans-axe" | `ligne-${number}` | `axe-${number}`;

export interface Group {
  readonly table: FactTable;
  readonly key: GroupKey;
  readonly year: number;
  readonly column: ColumnRole;
  readonly facts: readonly YearFact[];
}

/** Every group that an action row belongs to; in a table without headings an action tells its axe itself. */
export function groupKeysOf({ tableau }: FactTable, index: number): readonly GroupKey[] {
  const { lignesAction, lignesAxe } = tableau;
  const ligne = lignesAction[index];
  if (!ligne) return [];
  const { ligneAxe, action } = ligne;
  const own = ligneAxe === null ? undefined : lignesAxe[ligneAxe]?.axe?.numero;
  const axe = lignesAxe.length === 0 ? action?.axe : own;
  return [
    "total",
    ...(ligneAxe === null ? [] : [`ligne-${ligneAxe}` as const]),
    axe === undefined ? "sans-axe" : (`axe-${axe}` as const),
  ];
}

const groupsOf = remember((table: FactTable) => {
  const rows = new Map<GroupKey, ActionRow[]>();
  for (const row of table.actions) for (const key of groupKeysOf(table, row.index)) addUnder(rows, key, row);
  const known = new Map<string, Group>();
  return {
    rows,
    at(key: GroupKey, year: number, column: ColumnRole): Group {
      const name = `${key}/${year}/${column}`;
      let group = known.get(name);
      if (!group) {
        const facts = (rows.get(key) ?? []).flatMap((row) => row.at(year, column));
        known.set(name, (group = { table, key, year, column, facts }));
      }
      return group;
    },
  };
});

/** Always the same object for the same group; empty where the table has no such row. */
export const groupOf = (table: FactTable, key: GroupKey, year: number, column: ColumnRole): Group =>
  groupsOf(table).at(key, year, column);

const NONE: readonly ActionRow[] = [];

/** The action rows of a group, from top to bottom. */
const rowsOfGroup = (table: FactTable, key: GroupKey): readonly ActionRow[] => groupsOf(table).rows.get(key) ?? NONE;

/** What the rows are that a row of sums adds; null for a total of some actions only. */
export const groupKeyOf = ({ kind, index }: Row): GroupKey | null =>
  kind === "total" ? "total" : kind === "axe" ? `ligne-${index}` : null;

/** What a row of sums adds: all the actions, those under its heading, or those that a total of some of them closes. */
export function rowsUnder(table: FactTable, row: Row): readonly ActionRow[] {
  const key = groupKeyOf(row);
  if (key !== null) return rowsOfGroup(table, key);
  const of = row.kind === "groupe" ? table.tableau.sommes[row.index]?.of : undefined;
  return of?.kind === "groupe" ? rowsOfGroup(table, "total").slice(of.de, of.a) : NONE;
}
