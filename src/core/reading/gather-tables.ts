// Puts together the tables of one kind that show other years of the contract: one sheet per year is one table.
import { formatLocalRange } from "../domain/cell-ref";
import type { Action } from "../domain/convention";
import type { RangeRef } from "../domain/cell-ref";

interface AnyTable {
  readonly range: RangeRef;
  readonly lignesAction: readonly { readonly action: Action | null }[];
  readonly notes?: readonly string[];
}

/** A table of one sheet, before those of other years join it. */
export interface Part<Table> {
  readonly table: Table;
  /** What it shows, each once: "2024", "réalisé 2024". */
  readonly slots: readonly string[];
  /** Only a title or the sheet's name says its year: less telling than a heading. */
  readonly isTitled: boolean;
}

export interface SheetParts<Table> {
  readonly sheet: string;
  readonly parts: readonly Part<Table>[];
  /** French clause: why the sheet has no such table; empty when it has one. */
  readonly why: string;
}

export interface SheetTables<Table> {
  readonly sheet: string;
  readonly tables: readonly Table[];
  readonly why: string;
}

export const namesTheContract = ({ lignesAction }: AnyTable): boolean =>
  lignesAction.some(({ action }) => action !== null);

function areDisjoint<Table>(parts: readonly Part<Table>[]): boolean {
  const seen = new Set<string>();
  for (const { slots } of parts) {
    for (const slot of slots) {
      if (seen.has(slot)) return false;
      seen.add(slot);
    }
  }
  return true;
}

function noteLeftAside(parts: readonly Part<AnyTable>[]): string[] {
  return parts.map(
    ({ table: { range }, slots }) =>
      `Un autre tableau (${slots.join(", ")}) se trouve dans la feuille « ${range.sheet} », plage ${formatLocalRange(range)} : il n’a pas été retenu.`,
  );
}

/** Tables that show the same years stay apart: the agent decides between them. */
export function gatherTables<Table extends AnyTable>(
  sheets: readonly SheetParts<Table>[],
  merge: (parts: readonly [Table, ...Table[]]) => Table,
): readonly SheetTables<Table>[] {
  const all = sheets.flatMap(({ parts }) => parts);
  const ours = all.filter(({ table }) => namesTheContract(table));
  const headed = ours.filter(({ isTitled }) => !isTitled);
  const taken = new Set(headed.flatMap(({ slots }) => slots));
  const isAside = ({ isTitled, slots }: Part<Table>): boolean => isTitled && slots.some((slot) => taken.has(slot));
  const aside = ours.filter(isAside);
  const kept = ours.filter((part) => !isAside(part));
  const [first] = kept;
  const isOne = first !== undefined && areDisjoint(kept);
  if (!isOne) {
    return sheets.map(({ sheet, parts, why }) => ({ sheet, tables: parts.map(({ table }) => table), why }));
  }
  const ordered = [...kept].sort((a, b) => (a.slots[0] ?? "").localeCompare(b.slots[0] ?? ""));
  const [start = first, ...others] = ordered;
  const whole = others.length === 0 ? start.table : merge([start.table, ...others.map(({ table }) => table)]);
  const notes = [...(whole.notes ?? []), ...noteLeftAside(aside)];
  const table = notes.length > 0 ? { ...whole, notes } : whole;
  return sheets.map(({ sheet, parts, why }) => ({
    sheet,
    tables: parts.includes(start) ? [table] : [],
    why,
  }));
}
