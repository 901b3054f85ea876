// How a person names one of several tables of a workbook, and how an answer finds it again though its sheet was renamed.
import { isSameSheet, type RangeRef } from "xlsx-model/cell-ref";
import type { Reponse } from "../../domain/question";
import type { ChoiceKind } from "../../workbook-port";

export const A_VERIFIER = "tableau à vérifier";

const WORDS: Readonly<Record<ChoiceKind, string>> = {
  budget: "budget",
  execution: "exécution",
  indicators: "indicateurs",
};

export const wordOf = (kind: ChoiceKind): string => WORDS[kind];

interface Placed {
  readonly range: RangeRef;
}

/** By its sheet; with its rank from top to bottom where the sheet holds several. */
export function nameTables<Table extends Placed>(tables: readonly Table[]): ReadonlyMap<Table, string> {
  const names = new Map<Table, string>();
  const before = new Map<string, number>();
  const sorted = [...tables].sort((one, other) => one.range.top - other.range.top || one.range.left - other.range.left);
  for (const table of sorted) {
    const { sheet } = table.range;
    const rank = (before.get(sheet) ?? 0) + 1;
    before.set(sheet, rank);
    names.set(table, rank === 1 ? sheet : `${sheet}, ${rank}e tableau`);
  }
  return names;
}

/** The table that an answer means among those that show the same; `sheets` are all those of the workbook. */
export function tableMeant<Table extends Placed>(
  { key, answer }: Reponse,
  names: ReadonlyMap<Table, string>,
  sheets: readonly string[],
): Table | null {
  const { of = "" } = answer;
  const all = [...names];
  const [same] = all.find(([, name]) => isSameSheet(name, of)) ?? [];
  if (same) return same;
  // Where its sheet is there no more and one table stands there that the question did not know, that sheet was renamed.
  if (sheets.some((sheet) => isSameSheet(sheet, of))) return null;
  const [unknown, another] = all.filter(([, name]) => key.path.every((known) => !isSameSheet(known, name)));
  return unknown && !another ? unknown[0] : null;
}
