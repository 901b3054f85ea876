// Where several plans stand side by side: those that do not count are left aside with a reason, or may be amounts of an avenant that nobody recorded.
import type { RangeRef } from "xlsx-model/cell-ref";
import type { PlageNonLue } from "../../domain/dossier";
import { typographie } from "../../domain/words/typographie";
import type { Account } from "../account/account-for";
import { figureAt } from "../account/figure-cells";
import type { Header } from "../headings/header";
import type { ValueColumn } from "../headings/scopes";
import { rowsBetween } from "../sheet-grid";
import type { SplitColumns } from "./split-columns";

const UNRECORDED =
  "montants modifiés, alors qu’aucun avenant n’est enregistré : non comparés. Enregistrez l’avenant, ou retirez cette colonne";
const OTHER_PLAN = "autre état des mêmes montants : laissé de côté";

/** "2025 (avenant 1)" beside "2025 (initial)": without an avenant, other amounts than those that were read change what is in force. */
export function accountForPlans(
  header: Header,
  range: RangeRef,
  { budget, aside }: Pick<SplitColumns, "budget" | "aside">,
  isAmended: boolean,
): Account {
  const nonLus: PlageNonLue[] = [];
  const aPart: PlageNonLue[] = [];
  const rows = rowsBetween(header.grid, header.bottom + 1, range.bottom);
  const isSame = (one: ValueColumn, other: ValueColumn): boolean =>
    one.annee === other.annee && one.part === other.part;
  for (const column of aside) {
    const taken = budget.find((other) => isSame(other, column));
    const figures = rows.flatMap((row) => figureAt(row, column.column) ?? []);
    const differing = rows.filter(
      (row) => figureAt(row, column.column) && row.value(column.column) !== row.value(taken?.column ?? -1),
    );
    const [first] = figures;
    const last = figures.at(-1);
    if (!first || !last) continue;
    const place = { sheet: range.sheet, top: first.row, bottom: last.row, left: column.column, right: column.column };
    const isUnrecorded = column.nature === "modified" && !isAmended && differing.length > 0;
    if (isUnrecorded) nonLus.push({ range: place, pourquoi: typographie(UNRECORDED), sujet: "budget" });
    else aPart.push({ range: place, pourquoi: typographie(OTHER_PLAN) });
  }
  return { nonLus: sideBySide(nonLus), aPart: sideBySide(aPart) };
}

/** Columns that touch are one range. */
function sideBySide(columns: readonly PlageNonLue[]): readonly PlageNonLue[] {
  const joined: PlageNonLue[] = [];
  for (const column of columns) {
    const last = joined.at(-1);
    if (last?.range.right !== column.range.left - 1) joined.push(column);
    else {
      const top = Math.min(last.range.top, column.range.top);
      const bottom = Math.max(last.range.bottom, column.range.bottom);
      joined[joined.length - 1] = { ...last, range: { ...last.range, top, bottom, right: column.range.right } };
    }
  }
  return joined;
}
