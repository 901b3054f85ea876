// Finds the headings of tables of amounts: parties over the columns or in the rows; years beside, above, below, in rows, in a title.
import { besideOf } from "../../domain/column-roles";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Part } from "../../domain/natures";
import { readTotalLabel } from "../labels/total-label";
import { LIMITS } from "../limits";
import type { TablesSaid } from "../roles/tables-said";
import type { SheetGrid } from "../sheet-grid";
import { HeaderFinder, type Header } from "./header";
import {
  headingAt,
  holdsAmount,
  isNatureCell,
  isOfFigures,
  isPeriodCell,
  isYearCell,
  yearOf,
  type HeadingCell,
  type HeadingRow,
} from "./heading-cells";
import type { Heading, HeadingReader } from "./headings";
import { findBelow, findLoneParty, findParties, findSplitParties, isUnderExecutionTitle } from "./party-rows";
import { readScopes, type ValueColumn } from "./scopes";
import { readTitleYear, type TitleYear } from "./title-year";

/** One party, or one year, in the labels of the rows is a word. */
const LEAST_SAID = 2;

const isDated = ({ heading }: HeadingCell): boolean => typeof heading.annee === "number";

/** A party, or what is executed in all; "Versé" is the State's. */
const isAmountColumn = ({ part, nature }: ValueColumn): boolean =>
  (part !== null || nature === "executed" || besideOf(nature) !== null) && nature !== "target" && nature !== "t0";

/** Every part twice or more: parts of a year. One column that comes again is told by the rule of the years. */
const isRepeating = (columns: readonly ValueColumn[]): boolean => {
  const keys = columns
    .filter(({ part, nature }) => part !== "autres" && !besideOf(nature))
    .map(({ part, nature }) => `${part ?? ""}/${nature ?? ""}`);
  return keys.length > 0 && [...new Set(keys)].every((key) => keys.indexOf(key) !== keys.lastIndexOf(key));
};

/** What was contracted in all, said again beside what each party has executed. */
const isRepetition = ({ part, nature }: ValueColumn, columns: readonly ValueColumn[]): boolean =>
  nature === "contracted" &&
  part === null &&
  columns.some((other) => other.nature === "executed" && (other.part === "etat" || other.part === "collectivite"));

/** "2024 | Cumul | 2025 | Cumul": a sum up to each year is none of the period, nor is one beside a lone year, where it does not say its years. */
function withoutRunningTotals(columns: readonly ValueColumn[]): readonly ValueColumn[] {
  const dated = columns.filter(({ annee }) => annee !== "periode");
  const areSeveral = new Set(dated.map(({ annee }) => annee)).size > 1;
  return columns.filter(({ annee, part, column, span }) => {
    if (annee !== "periode" || span) return true;
    const own = dated.filter((other) => (other.part ?? "total") === (part ?? "total"));
    return areSeveral && new Set(own.map((other) => Math.sign(other.column - column))).size < 2;
  });
}

/** Beside the columns of several years, those of none are totals over them; beside one year's, they are its own. */
function dateByOthers(columns: readonly ValueColumn[], years: ReadonlySet<number>): readonly ValueColumn[] {
  const [only = null] = years;
  const dated = columns.flatMap((column): ValueColumn[] => {
    const { annee, nature, part } = column;
    if (annee !== null) return [column];
    if (years.size === 1 && (besideOf(nature) || (nature === null && part !== null))) {
      return [{ ...column, annee: only }];
    }
    return years.size > 1 && nature === null && part !== null ? [{ ...column, annee: "periode" }] : [];
  });
  return withoutRunningTotals(dated);
}

const dateByTitle = (columns: readonly ValueColumn[], { annee, place }: TitleYear): readonly ValueColumn[] =>
  columns.map((column) => (column.span ? column : { ...column, annee, yearHeading: place ?? column.heading }));

/** "Total", "Total 2024-2027" right of several years: of them all, whatever part the row is of. */
function totalYears(cells: readonly HeadingCell[]): readonly HeadingCell[] {
  const years = cells.filter(isDated);
  const last = years.at(-1)?.column ?? Infinity;
  return cells.map((cell) => {
    const { annee, part, nature, role } = cell.heading;
    const isTotal = part === "total" && nature === null && role === null && (annee === null || annee === "periode");
    if (!isTotal || years.length < LEAST_SAID || cell.column < last) return cell;
    return { ...cell, heading: { ...cell.heading, annee: "periode", part: null } };
  });
}

export class AmountHeaders extends HeaderFinder {
  constructor(
    grid: SheetGrid,
    headings: HeadingReader,
    private readonly said: TablesSaid,
  ) {
    super(grid, headings);
  }

  protected override read(seed: HeadingRow): Header | null {
    const { sheet } = this;
    const several = findParties(sheet, seed);
    const parties = several.length > 0 ? several : findLoneParty(sheet, seed);
    const [first] = parties;
    if (!first) return this.readPartiesInRows(seed);
    const from = first.column;
    const to = parties.at(-1)?.column ?? from;
    const at = seed.row.row;
    const natures = sheet.findAbove(at, from, to, isNatureCell);
    const years = sheet.findAbove(at, from, to, isYearCell) ?? sheet.findAbove(at, from, to, isPeriodCell);
    const areYearsElsewhere = !parties.some(isDated) && !years && !this.findYearColumn(at - 2, at);
    const above = [natures, years?.row === natures?.row ? null : years].flatMap((row) => row ?? []);
    const below = findBelow(sheet, seed, parties, areYearsElsewhere);
    const split = findSplitParties(sheet, below ?? seed, from);
    const rows = [...above, seed, ...(below ? [below] : [])].sort((a, b) => a.row.row - b.row.row);
    // "Acompte versé", "Total 2024-2025", merged down over the row of the parties: a column beside theirs.
    const beside = above
      .flatMap(({ cells }) => cells)
      .filter(
        ({ column, heading: { annee, nature, part } }) =>
          besideOf(nature) !== null ||
          (annee === "periode" && part !== null) ||
          // "2027 | | Total 2027 | Total général", right of the parties of a pivot.
          (part === "total" && nature === null && column > to),
      );
    const last = Math.max(to, ...[...(below?.cells ?? []), ...beside].map(({ column }) => column));
    const read = readScopes({ rows, from, to: last }).filter(
      (column, _, all) => isAmountColumn(column) || isRepetition(column, all),
    );
    const columns = split ? read.filter(({ column }) => !split.holds(column)) : read;
    if (columns.length < read.length && columns.length === 0) {
      this.nearMisses.push(`des parts en ${formatLocalCell(at, from)} sur plusieurs colonnes chacune`);
      return null;
    }
    const header = this.dateAmounts(split ? [...rows, split.row] : rows, columns, seed, from, below !== null);
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
    const years = new Set(columns.map(({ annee }) => annee).filter((annee) => typeof annee === "number"));
    if (years.size > 0) return this.toHeader(rows, dateByOthers(columns, years));
    // What was executed over the years, in a table apart from theirs.
    const isCumulated = columns.some(({ nature, part }) => nature === "executed" && part !== null);
    if (isCumulated && columns.every(({ annee }) => annee === "periode")) return this.toHeader(rows, columns);
    const at = seed.row.row;
    const bottom = Math.max(...rows.map(({ row }) => row.row));
    const yearColumn = this.findYearColumn(at - 2, bottom);
    if (yearColumn) return this.toHeader(rows, columns, { yearColumn });
    // Under a heading of parties, rows whose label is a year: "Action 1", then "2024", "2025".
    const sayYear = (heading: Heading): string | null =>
      typeof yearOf(heading) === "number" ? String(heading.annee) : null;
    if (this.areInRows(bottom, from, sayYear)) return this.toHeader(rows, columns, { areYearsInRows: true });
    const { previous } = this;
    const isUnderYears =
      previous?.titleYear === null && columns.some(({ column }) => column >= previous.left && column <= previous.right);
    const isPart = isRepeating(columns);
    const titleYear = isUnderYears
      ? null
      : (this.findTitleYear(seed, from) ?? (isPart ? null : this.askYear(at, columns)));
    const place = formatLocalCell(at, from);
    if (!titleYear) {
      if (!hasBelow || columns.length > 0) {
        this.nearMisses.push(`des parts en ${place} mais aucune année de budget au-dessus`);
      }
      return null;
    }
    if (isPart) {
      // "Réalisé 2024 S1" beside "S2": parts of a year, which its title does not tell apart.
      this.nearMisses.push(`des parts répétées en ${place} pour la seule année ${titleYear.annee}`);
      return null;
    }
    return this.toHeader(rows, dateByTitle(columns, titleYear), { titleYear });
  }

  private findTitleYear(seed: HeadingRow, from: number): TitleYear | null {
    const own = readTitleYear(this.sheet, seed.row, this.previous?.bottom ?? null, from);
    return own ?? (isUnderExecutionTitle(this.sheet, seed.row.row) ? (this.previous?.titleYear ?? null) : null);
  }

  /** The year that a person said of the table, which its title does not say. */
  private askYear(row: number, columns: readonly ValueColumn[]): TitleYear | null {
    const annee = this.said.ask("année", row, columns, this.previous?.bottom)?.year;
    return annee === undefined ? null : { annee, place: null, sheetYear: null };
  }

  /** Whether parties stand just below: years over them head no rows of parties. */
  private areParties(row: number): boolean {
    for (let distance = 1; distance <= LIMITS.headingRows; distance += 1) {
      const below = this.sheet.row(row + distance);
      if (below && findParties(this.sheet, below).length > 0) return true;
    }
    return false;
  }

  /** The heading of another table: the labels from there on are its own. */
  private isNextHeading(row: HeadingRow): boolean {
    return row.cells.some(({ heading }) => heading.role === "indicateur") || findParties(this.sheet, row).length > 0;
  }

  /** Whether the labels under a heading say several such things. */
  private areInRows(bottom: number, before: number, say: (heading: Heading) => string | null): boolean {
    const said = new Set<string | null>();
    for (let at = bottom + 1; at <= bottom + LIMITS.rowsToScope; at += 1) {
      const under = this.sheet.row(at);
      if (!under) continue;
      if (this.isNextHeading(under)) break;
      for (const { column, heading } of under.cells) {
        const isSum = readTotalLabel(under.row.text(column) ?? "") !== null;
        if (column < before && !isSum) said.add(say(heading));
      }
    }
    said.delete(null);
    return said.size >= LEAST_SAID;
  }

  /** Whose amounts stand under years alone, as a title or the name of the sheet says: "État", "Part Métropole". */
  private findTitleParty(row: number, figures: readonly HeadingCell[]): Part | null {
    if (figures.length < LEAST_SAID || !figures.every(isDated)) return null;
    const { grid, headings } = this.sheet;
    // "Coût total" is a title like any other, but below the tables of the parties.
    const isBelow = this.previous?.isOfOneParty === true;
    const own = ({ part, nature }: Heading): Part | null => {
      const isParty = part === "etat" || part === "collectivite" || (part === "total" && isBelow);
      return nature === null && isParty ? part : null;
    };
    for (let at = row - 1; at > (this.previous?.bottom ?? -1) && row - at <= LIMITS.titleRows; at -= 1) {
      const title = grid.row(at);
      // What stands right of the figures is a note.
      const [shown, another] = title?.filled(0, figures.at(-1)?.column) ?? [];
      const part =
        title && shown !== undefined && another === undefined ? own(headingAt(title, shown, headings)) : null;
      if (part !== null) return part;
      if (title && isOfFigures(title, headings)) return null;
    }
    return own(headings.read(grid.sheet));
  }

  /** As `findTitleParty`, by what a person said where no title says it. */
  private findSaidParty(row: number, figures: readonly HeadingCell[], columns: readonly ValueColumn[]): Part | null {
    const years = new Set(figures.map(({ heading: { annee, nature } }) => `${annee}/${nature}`));
    if (figures.length < LEAST_SAID || !figures.every(isDated) || years.size < figures.length) return null;
    return this.said.ask("partie", row, columns, this.previous?.bottom)?.party ?? null;
  }

  /** A heading of years alone, or of one amount, over rows that each name their party. */
  private readPartiesInRows(seed: HeadingRow): Header | null {
    const { row } = seed;
    const cells = totalYears(seed.cells);
    const isOther = ({ heading: { role, part, nature } }: HeadingCell): boolean =>
      role === "indicateur" || part !== null || nature === "t0" || nature === "target";
    if (holdsAmount(row) || cells.some(isOther)) return null;
    const figures = cells.filter((cell) => isYearCell(cell) || isNatureCell(cell) || cell.heading.role === "montant");
    const [first] = figures;
    const { previous } = this;
    if (!first || (previous && row.row <= previous.bottom + 1) || this.areParties(row.row)) return null;
    const sayParty = ({ part, annee }: Heading): string | null =>
      (part === "etat" || part === "collectivite") && annee === null ? part : null;
    const arePartiesInRows = this.areInRows(row.row, first.column, sayParty);
    const columnsOf = (part: Part | null): readonly ValueColumn[] =>
      figures.map(({ column, heading }) => {
        const place = { row: row.row, column };
        const { annee, nature, unit, span } = heading;
        return { column, annee, ...(span && { span }), nature, unit, part, heading: place, yearHeading: place };
      });
    const columns = columnsOf(null);
    if (!arePartiesInRows) {
      const part = this.findTitleParty(row.row, figures) ?? this.findSaidParty(row.row, figures, columns);
      return part && this.toHeader([seed], columnsOf(part), { isOfOneParty: true });
    }
    const dated = columns.filter(({ annee }) => annee !== null);
    if (dated.length > 0) return this.toHeader([seed], dated, { arePartiesInRows });
    const yearColumn = this.findYearColumn(row.row, row.row);
    if (yearColumn) return this.toHeader([seed], columns, { yearColumn, arePartiesInRows });
    const titleYear = this.findTitleYear(seed, first.column) ?? this.askYear(row.row, columns);
    return titleYear && this.toHeader([seed], dateByTitle(columns, titleYear), { titleYear, arePartiesInRows });
  }
}
