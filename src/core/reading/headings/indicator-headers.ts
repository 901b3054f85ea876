// Finds the headings of indicator tables: targets and achieved values over the years, beside them, or by row.
import { formatLocalCell } from "xlsx-model/local-cell";
import { HeaderFinder, type Header } from "./header";
import { holdsAmount, isNatureCell, type HeadingCell, type HeadingRow } from "./heading-cells";
import { readScopes, type ValueColumn } from "./scopes";
import { readTitleYear } from "./title-year";

/** A year alone is a target; "Réalisé" without a year of its own, beside "2024", is about the year on its left. */
function toMeasures(columns: readonly ValueColumn[]): readonly ValueColumn[] {
  let annee: ValueColumn["annee"] = null;
  return columns.map((column) => {
    const isBareAchieved = column.annee === null && (column.nature === "executed" || column.nature === "achieved");
    const own = isBareAchieved ? annee : column.annee;
    annee = own;
    return { ...column, annee: own };
  });
}

export class IndicatorHeaders extends HeaderFinder {
  protected override read(seed: HeadingRow): Header | null {
    const { sheet, previous } = this;
    const at = seed.row.row;
    const indicator = seed.cells.find(({ heading }) => heading.role === "indicateur");
    const from = (indicator ?? seed.cells.find(({ heading }) => heading.nature === "t0"))?.column;
    // Under a column of years, "T0" is the year of a row.
    if (from === undefined || (!indicator && from === previous?.yearColumn?.column)) return null;
    const next = sheet.row(at + 1);
    // "Indicateurs", the title over "Action | Indicateur | T0".
    const isAlone = seed.cells.every((cell) => cell === indicator || cell.heading.isUnknown);
    if (isAlone && next?.cells.some(({ heading }) => heading.role === "indicateur")) return null;
    const to = this.findEnd(seed, next, from);
    const start = this.findStart(seed, next, from);
    const isSeen = ({ column }: HeadingCell): boolean => column >= from && column <= to;
    const own = seed.cells.filter(isSeen);
    const under = next?.cells.filter(isSeen) ?? [];
    const isDated = own.some(({ heading }) => typeof heading.annee === "number");
    const yearColumn = isDated ? null : this.findYearColumn(at, at, start);
    const isBelow = this.isIndicatorSubheading(own, under, from, isDated, yearColumn !== null, next);
    const above = isDated ? sheet.findAbove(at, from + 1, to, isNatureCell) : null;
    const rows = [...(above ? [above] : []), seed, ...(isBelow && next ? [next] : [])];
    const columns = toMeasures(readScopes({ rows, from, to }));
    const actionColumn = sheet.findRole("action", at, at, start)?.column ?? null;
    const right = Math.max(from, ...columns.map(({ column }) => column));
    const common = {
      indicatorColumn: indicator?.column ?? null,
      actionColumn: actionColumn !== null && actionColumn < right ? actionColumn : null,
      axeColumn: null,
      left: Math.min(actionColumn ?? from, from),
      right,
    };
    const dated = columns.filter(({ annee, nature }) => annee !== null || nature === "t0");
    if (dated.some(({ annee }) => annee !== null)) return this.toHeader(rows, dated, common);
    const values = columns.filter(({ nature }) => nature !== "t0");
    if (values.length > 0 && yearColumn) {
      return this.toHeader(rows, columns, { ...common, yearColumn, left: Math.min(common.left, yearColumn.column) });
    }
    const titleYear = values.length > 0 ? readTitleYear(sheet, seed.row, previous?.bottom ?? null, from) : null;
    if (titleYear) {
      const titled = columns.map((column) => (column.nature === "t0" ? column : { ...column, annee: titleYear.annee }));
      return this.toHeader(rows, titled, { ...common, titleYear });
    }
    if (from !== previous?.yearColumn?.column) {
      const text = seed.row.text(from)?.trim() ?? "";
      this.nearMisses.push(`«\u00a0${text}\u00a0» en ${formatLocalCell(at, from)} mais aucune année de cible à côté`);
    }
    return null;
  }

  /** Whether the row below belongs to the heading: the first row of data may hold a figure that looks like a year. */
  private isIndicatorSubheading(
    own: readonly HeadingCell[],
    under: readonly HeadingCell[],
    from: number,
    isDated: boolean,
    hasYearColumn: boolean,
    next: HeadingRow | null,
  ): boolean {
    // "Cible" beside figures is the first row under the heading.
    if (isDated) return under.some(({ heading: { nature } }) => nature !== null) && !(next && holdsAmount(next.row));
    const hasValues = own.some(({ heading: { nature } }) => nature !== null && nature !== "t0");
    const mayBeHeading = !hasValues || next?.row.text(from) === null;
    return !hasYearColumn && mayBeHeading && under.some(({ heading }) => typeof heading.annee === "number");
  }

  /** The last column before another table beside: one of amounts, or other indicators. */
  private findEnd(seed: HeadingRow, next: HeadingRow | null, from: number): number {
    const isAmount = ({ heading }: HeadingCell): boolean => heading.part !== null;
    const ends = [
      ...seed.cells.filter((cell) => cell.column > from && (isAmount(cell) || cell.heading.role === "indicateur")),
      ...(next?.cells.filter((cell) => cell.column > from && isAmount(cell)) ?? []),
    ];
    return Math.min(Infinity, ...ends.map(({ column }) => column - 1));
  }

  /** Where the table may begin: right of the amounts that stand on its left. */
  private findStart(seed: HeadingRow, next: HeadingRow | null, from: number): number {
    const amounts = [...seed.cells, ...(next?.cells ?? [])].filter(
      ({ column, heading }) => column < from && heading.part !== null,
    );
    return Math.max(0, ...amounts.map(({ column }) => column + 1));
  }
}
