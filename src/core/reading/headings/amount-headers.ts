// Finds the headings of tables of amounts: parties over the columns or in the rows; years beside, above, below, in rows, in a title.
import { formatLocalCell } from "../../domain/cell-ref";
import type { Part } from "../../domain/facts";
import { readTotalLabel } from "../labels/total-label";
import { LIMITS } from "../limits";
import { HeaderFinder, findAbove, type Header } from "./header";
import {
  headingAt,
  holdsAmount,
  isOfFigures,
  isNatureCell,
  isPeriodCell,
  isYearCell,
  readHeadingRow,
  yearOf,
  type HeadingCell,
  type HeadingRow,
} from "./heading-cells";
import type { Heading } from "./headings";
import { findBelow, findLoneParty, findParties, isUnderExecutionTitle } from "./party-rows";
import { readScopes, type ValueColumn } from "./scopes";
import { holdsOneText } from "./table-header";
import { readTitleYear, type TitleYear } from "./title-year";

/** One party, or one year, in the labels of the rows is a word. */
const LEAST_SAID = 2;

/** A party, or what is executed in all; "Versé" is the State's. */
const isAmountColumn = ({ part, nature }: ValueColumn): boolean =>
  (part !== null || nature === "executed" || nature === "paid") && nature !== "target" && nature !== "t0";

/** Every part twice or more: parts of a year. One column that comes again is told by the rule of the years. */
const isRepeating = (columns: readonly ValueColumn[]): boolean => {
  const keys = columns
    .filter(({ part, nature }) => part !== "autres" && nature !== "paid")
    .map(({ part, nature }) => `${part ?? ""}/${nature ?? ""}`);
  return keys.length > 0 && [...new Set(keys)].every((key) => keys.indexOf(key) !== keys.lastIndexOf(key));
};

/** What was contracted in all, said again beside what each party has executed. */
const isRepetition = ({ part, nature }: ValueColumn, columns: readonly ValueColumn[]): boolean =>
  nature === "contracted" &&
  part === null &&
  columns.some((other) => other.nature === "executed" && (other.part === "etat" || other.part === "collectivite"));

export class AmountHeaders extends HeaderFinder {
  protected override read(seed: HeadingRow): Header | null {
    const several = findParties(this.grid, seed, this.headings);
    const parties = several.length > 0 ? several : findLoneParty(this.grid, seed);
    if (parties.length === 0) return this.readPartiesInRows(seed);
    const from = parties[0]?.column ?? 0;
    const to = parties.at(-1)?.column ?? 0;
    const at = seed.row.row;
    const natures = findAbove(this.grid, at, from, to, isNatureCell, this.headings);
    const years =
      findAbove(this.grid, at, from, to, isYearCell, this.headings) ??
      findAbove(this.grid, at, from, to, isPeriodCell, this.headings);
    const isOwn = parties.some(({ heading }) => typeof heading.annee === "number");
    const above = [...new Map([natures, years].flatMap((row) => (row ? [[row.row.row, row] as const] : []))).values()];
    const yearColumn = isOwn || years ? null : this.findYearColumn(at - 2, at);
    const below = findBelow(this.grid, seed, parties, !isOwn && !years && !yearColumn, this.headings);
    const rows = [...above, seed, ...(below ? [below] : [])].sort((a, b) => a.row.row - b.row.row);
    // "Acompte versé", "Total 2024-2025", merged down over the row of the parties: a column beside theirs.
    const beside = above.flatMap(({ cells }) =>
      cells.filter(
        ({ heading }) => heading.nature === "paid" || (heading.annee === "periode" && heading.part !== null),
      ),
    );
    const last = Math.max(to, ...[...(below?.cells ?? []), ...beside].map(({ column }) => column));
    const columns = readScopes({ rows, from, to: last }).filter(
      (column, _, all) => isAmountColumn(column) || isRepetition(column, all),
    );
    const header = this.dateAmounts(rows, columns, seed, from, below !== null);
    return header && several.length === 0 ? { ...header, isOfOneParty: true } : header;
  }

  /** The years of columns that do not say theirs: in a column of the rows, in a title, in the name of the sheet. */
  private dateAmounts(
    rows: readonly HeadingRow[],
    columns: readonly ValueColumn[],
    seed: HeadingRow,
    from: number,
    hasBelow: boolean,
  ): Header | null {
    const years = new Set(columns.flatMap(({ annee }) => (typeof annee === "number" ? [annee] : [])));
    const [only] = years;
    if (only !== undefined) {
      // Beside the columns of several years, those of none are totals over them; beside one year's, they are its own.
      const dated = columns.flatMap((column): ValueColumn[] => {
        if (column.annee !== null) return [column];
        if (column.nature === "paid") return years.size > 1 ? [] : [{ ...column, annee: only }];
        if (column.nature !== null) return [];
        if (column.part === null) return [];
        return [{ ...column, annee: years.size > 1 ? "periode" : only }];
      });
      return this.toHeader(rows, this.withoutRunningTotals(dated));
    }
    // What was executed over the years, in a table apart from theirs.
    const isCumulated = columns.some(({ nature, part }) => nature === "executed" && part !== null);
    if (isCumulated && columns.every(({ annee }) => annee === "periode")) return this.toHeader(rows, columns);
    const at = seed.row.row;
    const bottom = Math.max(...rows.map(({ row }) => row.row));
    const yearColumn = this.findYearColumn(at - 2, bottom);
    if (yearColumn) return this.toHeader(rows, columns, { yearColumn });
    if (this.findYearsInRows(bottom, from)) return this.toHeader(rows, columns, { areYearsInRows: true });
    const { previous } = this;
    const isUnderYears =
      previous !== undefined &&
      previous.titleYear === null &&
      columns.some(({ column }) => column >= previous.left && column <= previous.right);
    const titleYear = isUnderYears ? null : this.findTitleYear(seed, from);
    if (!titleYear) {
      if (!hasBelow || columns.length > 0) {
        this.nearMisses.push(`des parts en ${formatLocalCell(at, from)} mais aucune année de budget au-dessus`);
      }
      return null;
    }
    if (isRepeating(columns)) {
      // "Réalisé 2024 S1" beside "S2": parts of a year, which its title does not tell apart.
      this.nearMisses.push(`des parts répétées en ${formatLocalCell(at, from)} pour la seule année ${titleYear.annee}`);
      return null;
    }
    const dated = columns.map((column) =>
      column.span ? column : { ...column, annee: titleYear.annee, yearHeading: titleYear.place ?? column.heading },
    );
    return this.toHeader(rows, dated, { titleYear });
  }

  /** "2024 | Cumul | 2025 | Cumul": a sum up to each year is none of the period, nor is one beside a lone year, where it does not say its years. */
  private withoutRunningTotals(columns: readonly ValueColumn[]): readonly ValueColumn[] {
    const dated = columns.filter(({ annee }) => annee !== "periode");
    const years = new Set(dated.map(({ annee }) => annee));
    return columns.filter(({ annee, part, column, span }) => {
      if (annee !== "periode" || span) return true;
      const own = dated
        .filter((other) => (other.part ?? "total") === (part ?? "total"))
        .map((other) => Math.sign(other.column - column));
      return years.size > 1 && new Set(own).size < 2;
    });
  }

  private findTitleYear(seed: HeadingRow, from: number): TitleYear | null {
    const { grid, headings, previous } = this;
    const own = readTitleYear(grid, seed.row, previous?.bottom ?? null, from, headings);
    return own ?? (isUnderExecutionTitle(grid, seed.row.row) ? (previous?.titleYear ?? null) : null);
  }

  /** Under a heading of parties, rows whose label is a year: "Action 1", then "2024", "2025". */
  private findYearsInRows(bottom: number, before: number): boolean {
    return (
      this.countInRows(bottom, before, (heading) =>
        typeof yearOf(heading) === "number" ? String(heading.annee) : null,
      ) >= LEAST_SAID
    );
  }

  /** Whether parties stand just below: years over them head no rows of parties. */
  private areParties(row: number): boolean {
    for (let distance = 1; distance <= LIMITS.headingRows; distance += 1) {
      const below = readHeadingRow(this.grid.row(row + distance), this.headings);
      if (below && findParties(this.grid, below, this.headings).length > 0) return true;
    }
    return false;
  }

  /** The heading of another table: the labels from there on are its own. */
  private isNextHeading(row: HeadingRow | null): boolean {
    return (
      row !== null &&
      (row.cells.some(({ heading }) => heading.role === "indicateur") ||
        findParties(this.grid, row, this.headings).length > 0)
    );
  }

  /** How many different things the labels under a heading say. */
  private countInRows(bottom: number, before: number, say: (heading: Heading) => string | null): number {
    const said = new Set<string>();
    for (let at = bottom + 1; at <= bottom + LIMITS.rowsToScope; at += 1) {
      const row = this.grid.row(at);
      if (this.isNextHeading(readHeadingRow(row, this.headings))) break;
      for (let column = row?.left ?? 0; row && column < Math.min(before, row.right + 1); column += 1) {
        const text = row.text(column);
        const isSum = text !== null && readTotalLabel(text) !== null;
        const found = isSum || row.value(column) === null ? null : say(headingAt(row, column, this.headings));
        if (found !== null) said.add(found);
      }
    }
    return said.size;
  }

  /** Whose amounts stand under years alone, as a title or the name of the sheet says: "État", "Part Métropole". */
  private findTitleParty(row: number, figures: readonly HeadingCell[]): Part | null {
    if (figures.length < LEAST_SAID || !figures.every(({ heading }) => typeof heading.annee === "number")) return null;
    // "Coût total" is a title like any other, but below the tables of the parties.
    const isBelow = this.previous?.isOfOneParty === true;
    const own = (text: string): Part | null => {
      const { part, nature } = this.headings.read(text);
      const isParty = part === "etat" || part === "collectivite" || (part === "total" && isBelow);
      return nature === null && isParty ? part : null;
    };
    for (let at = row - 1; at > (this.previous?.bottom ?? -1) && row - at <= LIMITS.titleRows; at -= 1) {
      const title = this.grid.row(at);
      const part = holdsOneText(title) ? own(title?.text(title.texts[0] ?? 0) ?? "") : null;
      if (part !== null) return part;
      if (title && isOfFigures(title, this.headings)) return null;
    }
    return own(this.grid.sheet);
  }

  /** A heading of years alone, or of one amount, over rows that each name their party. */
  private readPartiesInRows(seed: HeadingRow): Header | null {
    const { cells, row } = seed;
    if (
      holdsAmount(seed) ||
      cells.some(
        ({ heading: { role, part, nature } }) =>
          role === "indicateur" || part !== null || nature === "t0" || nature === "target",
      )
    )
      return null;
    const figures = cells.filter((cell) => isYearCell(cell) || isNatureCell(cell) || cell.heading.role === "montant");
    const [first] = figures;
    const { previous } = this;
    if (!first || (previous && row.row <= previous.bottom + 1) || this.areParties(row.row)) return null;
    const isNamed = (heading: Heading): string | null =>
      (heading.part === "etat" || heading.part === "collectivite") && heading.annee === null ? heading.part : null;
    const areInRows = this.countInRows(row.row, first.column, isNamed) >= LEAST_SAID;
    const part = areInRows ? null : this.findTitleParty(row.row, figures);
    if (!areInRows && part === null) return null;
    const columns = figures.map(({ column, heading }): ValueColumn => {
      const place = { row: row.row, column };
      const { annee, nature, unit } = heading;
      return { column, annee, nature, unit, part, heading: place, yearHeading: place };
    });
    if (part !== null) return this.toHeader([seed], columns, { isOfOneParty: true });
    const isDated = columns.some(({ annee }) => annee !== null);
    const yearColumn = isDated ? null : this.findYearColumn(row.row, row.row);
    if (yearColumn || isDated)
      return this.toHeader(
        [seed],
        columns.filter(({ annee }) => !isDated || annee !== null),
        { yearColumn, arePartiesInRows: true },
      );
    const titleYear = this.findTitleYear(seed, first.column);
    if (!titleYear) return null;
    const dated = columns.map((column) => ({
      ...column,
      annee: titleYear.annee,
      yearHeading: titleYear.place ?? column.heading,
    }));
    return this.toHeader([seed], dated, { titleYear, arePartiesInRows: true });
  }
}
