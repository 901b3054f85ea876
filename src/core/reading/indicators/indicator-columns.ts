// What the columns of an indicator table measure: the initial situation, targets and achieved values, each once.
import type { Header } from "../headings/header";
import type { ValueColumn } from "../headings/scopes";
import type { RepeatedColumn } from "../unread-repeats";

/** The columns of one table: each measure of each year once, and those that come again. */
export interface Columns {
  readonly t0: number | null;
  readonly values: readonly (ValueColumn & { readonly isAchieved: boolean })[];
  readonly repeated: readonly RepeatedColumn[];
}

/** Years alone are targets, unless the title says that they were achieved. */
export function sortColumns({ columns }: Header, isTitledExecution: boolean): Columns {
  const isSaid = columns.some(({ nature }) => nature !== null && nature !== "t0");
  const seen = new Map<string, number>();
  const repeated: RepeatedColumn[] = [];
  const isFirst = (slot: string, column: number): boolean => {
    const of = seen.get(slot);
    if (of === undefined) seen.set(slot, column);
    else repeated.push({ column, of });
    return of === undefined;
  };
  const values = columns.flatMap((column) => {
    const { nature, annee } = column;
    if (nature === "t0") isFirst("t0", column.column);
    if (nature === "t0" || annee === "periode") return [];
    const isAchieved = nature === null ? isTitledExecution && !isSaid : nature === "executed" || nature === "achieved";
    const slot = `${String(isAchieved)}/${annee ?? ""}`;
    return isFirst(slot, column.column) ? [{ ...column, isAchieved }] : [];
  });
  return { t0: seen.get("t0") ?? null, values, repeated };
}
