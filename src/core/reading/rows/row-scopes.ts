// Rows that say themselves which year or which party their figures are about: each year and party is a table of its own.
import type { Part, Periode } from "../../domain/natures";
import type { Header } from "../headings/header";
import { headingAt, yearOf } from "../headings/heading-cells";
import type { HeadingReader } from "../headings/headings";
import type { HeadingPlace } from "../headings/table-header";
import { isTitle } from "../labels/total-label";
import type { GridRow } from "../sheet-grid";
import { namesAction, namesAxe, namesNothing, namesTotal, type Line, type RowLabel } from "./row-labels";

export interface Slice {
  readonly annee: Periode | null;
  readonly part: Part | null;
  readonly yearHeading?: HeadingPlace;
  readonly lines: readonly Line[];
}

interface Said {
  readonly annee: Periode | null;
  readonly part: Part | null;
  /** What the row is called, without the words for its year and its party. */
  readonly own: readonly RowLabel[];
  readonly total: RowLabel | undefined;
  readonly yearHeading: HeadingPlace | null;
}

export class RowScopes {
  private axe: RowLabel | null = null;
  private identity: readonly RowLabel[] = [];
  private readonly parts = new Set<string>();
  private year: Periode | null = null;
  /** The years that a total below the last total sums: below several years it is the total of all of them. */
  private readonly yearsToSum = new Set<Periode>();
  private readonly slices = new Map<string, Omit<Slice, "lines"> & { readonly lines: Line[] }>();
  readonly ignored: Line[] = [];
  /** Rows of figures whose year or party is not said. */
  readonly unscoped: Line[] = [];

  constructor(
    private readonly header: Header,
    private readonly mainColumn: number,
    private readonly headings: HeadingReader,
  ) {}

  static needed({ yearColumn, arePartiesInRows, areYearsInRows }: Header): boolean {
    return yearColumn !== null || arePartiesInRows || areYearsInRows;
  }

  sort(lines: readonly Line[], hasFigures: (row: GridRow) => boolean): readonly Slice[] {
    for (const line of lines) {
      const figures = hasFigures(line.row);
      const said = this.say(line, figures);
      this.enter(said, line, figures);
      if (said.total && !figures && isTitle(said.own[0]?.meaning.total?.of ?? "")) this.ignored.push(line);
      else if (this.isRow(said, figures) && this.isWhole(said)) this.keep(line, said);
      else if (figures && !said.total) this.unscoped.push(line);
      else if (figures || !this.isCarried(said)) this.ignored.push(line);
    }
    return [...this.slices.values()];
  }

  /** Words beside the labels, without figures, are a note. */
  private isRow({ own }: Said, figures: boolean): boolean {
    return figures || own.some((label) => label.column === this.mainColumn || namesAction(label) || namesTotal(label));
  }

  private isWhole({ annee, part }: Said): boolean {
    const { yearColumn, areYearsInRows, arePartiesInRows } = this.header;
    return (part !== null || !arePartiesInRows) && (annee !== null || !(yearColumn || areYearsInRows));
  }

  /** Words alone that the rows below take up: an action over its years or parties, the heading of an axe. */
  private isCarried({ own }: Said): boolean {
    return own.some((label) => !namesNothing(label) || this.header.arePartiesInRows);
  }

  private say(line: Line, hasFigures: boolean): Said {
    const { arePartiesInRows, areYearsInRows } = this.header;
    let part: Part | null = null;
    let annee: Periode | null = null;
    let yearHeading: HeadingPlace | null = null;
    const own: RowLabel[] = [];
    for (const label of line.found) {
      const heading = this.headings.read(label.text);
      const known = namesAction(label) || namesAxe(label);
      if (
        arePartiesInRows &&
        !known &&
        heading.part !== null &&
        heading.annee === null &&
        !this.isTotalOfTable(label, heading.part, line)
      ) {
        part = heading.part;
      } else if (areYearsInRows && !known && typeof yearOf(heading) === "number") {
        annee = yearOf(heading);
        yearHeading = { row: line.row.row, column: label.column };
      } else own.push(label);
    }
    // "Total État": a total, of the party that it names.
    const total = own.find(namesTotal);
    // Right of "Action 1", below its years: its own. A second one is the table's.
    const isOfRow = own.length === 1 && this.isUnderYears(total) && total.column > this.mainColumn;
    if (isOfRow && !this.identity.some((label) => this.isUnderYears(label))) own.unshift(...this.identity);
    if (arePartiesInRows && hasFigures && total && part === null) part = this.headings.read(total.text).part ?? "total";
    const yearCell = areYearsInRows && annee === null ? this.findYearCell(line.row) : undefined;
    if (yearCell !== undefined) {
      annee = yearOf(headingAt(line.row, yearCell, this.headings));
      yearHeading = { row: line.row.row, column: yearCell };
    }
    if (arePartiesInRows && hasFigures && part === null && own.length > 0) part = "total";
    if (areYearsInRows && hasFigures && annee === null && own.length > 0) annee = "periode";
    if (this.header.yearColumn) annee = this.readYear(line, own, total);
    return { annee, part, own, total, yearHeading };
  }

  private findYearCell(row: GridRow): number | undefined {
    const isYear = (column: number): boolean => yearOf(headingAt(row, column, this.headings)) !== null;
    return row
      .filled(row.left, this.header.left - 1)
      .find((column) => typeof row.value(column) === "number" && isYear(column));
  }

  /** "Total" under the parties of an action is its own; under a whole group, or naming a party, it is the table's. */
  private isTotalOfTable(label: RowLabel, part: Part, { found, row }: Line): boolean {
    if (!namesTotal(label)) return false;
    // "TOTAL | État", "Action 1 | Total": the party stands right of what it is a part of.
    if (found.length > 1) return label === found[0];
    if (part !== "total") return true;
    const year = this.header.yearColumn ? String(row.value(this.header.yearColumn.column)) : "";
    return this.identity.length === 0 || this.parts.size === 0 || this.parts.has(`total/${year}`);
  }

  /** An empty cell under a year, in a column left of the labels, belongs to the year above: merged, or written once. */
  private readYear({ row, found }: Line, own: readonly RowLabel[], total: RowLabel | undefined): Periode | null {
    const place = this.header.yearColumn;
    if (!place) return null;
    const isWritten = row.value(place.column) !== null;
    const written = isWritten ? yearOf(headingAt(row, place.column, this.headings)) : null;
    const isMerged = !isWritten && found.length > 0 && place.column < this.mainColumn;
    const annee = written ?? (isMerged ? this.year : null);
    const isUnder = this.isUnderYears(total);
    if (!total || (own.some(namesAction) && !isUnder)) return annee;
    const ofTotal =
      written ??
      this.headings.years.inTitle(total.text) ??
      (this.yearsToSum.size === 1 ? (annee ?? this.year) : isUnder ? "periode" : null);
    if (total.meaning.total?.kind === "total" && !total.meaning.total.axe) this.yearsToSum.clear();
    return ofTotal;
  }

  /** "Total" in the column of the years. */
  private isUnderYears(label: RowLabel | undefined): label is RowLabel {
    return label !== undefined && label.column === this.header.yearColumn?.column;
  }

  private enter({ own, part, annee }: Said, { row }: Line, figures: boolean): void {
    const beside = figures || own.length > 1 ? this.header.axeColumn?.column : undefined;
    const axe = own.find(namesAxe) ?? own.find(({ column }) => column === beside);
    if (axe) this.axe = axe;
    if (own.some((label) => label !== axe)) this.identity = own.filter((label) => label !== axe);
    else if (axe && !this.header.yearColumn) this.identity = [];
    if (own.length > 0) this.parts.clear();
    const { yearColumn } = this.header;
    if (part !== null) this.parts.add(`${part}/${yearColumn ? String(row.value(yearColumn.column)) : ""}`);
    this.year = annee ?? this.year;
  }

  private keep(line: Line, { annee, part, total, yearHeading }: Said): void {
    if (!total && annee !== null) this.yearsToSum.add(annee);
    const key = `${annee ?? ""}/${part ?? ""}`;
    let slice = this.slices.get(key);
    if (!slice) {
      const place = yearHeading ?? this.header.yearColumn;
      slice = { annee, part, ...(place && { yearHeading: place }), lines: [] };
      this.slices.set(key, slice);
    }
    const found = [...(this.axe && !total ? [this.axe] : []), ...this.identity];
    slice.lines.push({ ...line, found });
  }
}
