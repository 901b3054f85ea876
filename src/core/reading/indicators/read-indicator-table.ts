// Reads one located indicator table: its actions, their indicators, and what was left aside.
import type { CellRef } from "../../domain/cell-ref";
import type { Action, Indicateur } from "../../domain/contrat/convention";
import type {
  Cell,
  LigneIgnoree,
  LigneIndicateur,
  LigneNonReconnue,
  TableauIndicateurs,
  ValeurCell,
} from "../../domain/dossier";
import { lirePourcentage, lireValeur } from "../../domain/values/lire-valeur";
import type { ParsedLabel } from "../../domain/words/label";
import type { Header } from "../headings/header";
import { headingAt, yearOf } from "../headings/heading-cells";
import type { HeadingReader } from "../headings/headings";
import { rowText, type TableZone } from "../headings/table-header";
import type { LabelReader } from "../labels/label-reader";
import { recogniseActions } from "../rows/recognise-actions";
import { findRowLabels, namesAction, namesAxe, type Line, type RowLabel } from "../rows/row-labels";
import { findTitleAction } from "../rows/title-action";
import { readCell, readFigure, type GridRow } from "../sheet-grid";
import { contradicting } from "../unread-repeats";
import { sortColumns, type Columns } from "./indicator-columns";
import { mergeIndicatorRows } from "./merge-indicator-tables";

interface RowValues {
  readonly t0: ValeurCell | null;
  readonly cibles: ReadonlyMap<number, ValeurCell>;
  readonly realises: ReadonlyMap<number, ValeurCell>;
  /** The year that the row names, in a table of one row per year. */
  readonly annee: number | null;
  /** At least one cell holds a figure or a word for a missing one. */
  readonly hasFigure: boolean;
}

const NONE: ReadonlyMap<number, ValeurCell> = new Map();

class IndicatorTableReader {
  private readonly grid;
  private readonly lignesAction: (TableauIndicateurs["lignesAction"][number] & { readonly action: Action | null })[] =
    [];
  private readonly lignesIndicateur: LigneIndicateur[] = [];
  /** The year of each row of `lignesIndicateur`, in a table of one row per year. */
  private readonly years: (number | null)[] = [];
  private readonly ignored: LigneIgnoree[] = [];
  private readonly unknown: LigneNonReconnue[] = [];
  private readonly redites: CellRef[] = [];
  /** Those that some row says by its own words. */
  private readonly sure = new Set<Indicateur>();
  private last: { readonly label: Cell; readonly indicateur: LigneIndicateur["indicateur"] } | null = null;
  private isUnderAction = false;
  /** Rows under an indicator say what was achieved. */
  private hasAchievedRows = false;

  constructor(
    private readonly header: Header,
    private readonly columns: Columns,
    private readonly zone: TableZone,
    private readonly headings: HeadingReader,
    private readonly labels: LabelReader,
  ) {
    this.grid = header.grid;
  }

  /** Null when the table has neither action nor indicator. */
  read(): TableauIndicateurs | null {
    const { header, grid, zone } = this;
    const labelColumns = this.findLabelColumns();
    const isData = ({ row }: GridRow): boolean => row > header.bottom && row < zone.end;
    const shows = (row: GridRow): boolean => !row.isBlank && rowText(row, zone) !== "";
    for (const row of grid.rows) if (row.row >= zone.titleTop && row.row < header.top && shows(row)) this.ignore(row);
    const lines = grid.rows
      .filter((row) => isData(row) && shows(row))
      .map((row): Line => ({ row, found: findRowLabels(row, labelColumns, this.labels), number: null }));
    for (const { text } of lines.flatMap(({ found }) => found)) {
      const indicateur = this.labels.index.findIndicateur(this.labels.read(text).label, null);
      if (indicateur) this.sure.add(indicateur);
    }
    this.enterTitle(lines);
    const main = header.actionColumn ?? header.indicatorColumn ?? header.left;
    let bottom = header.bottom;
    let left = header.left;
    for (const line of this.recognise(lines, main)) {
      if (!this.readLine(line)) this.ignore(line.row);
      else {
        bottom = line.row.row;
        for (const column of contradicting(line.row, this.columns.repeated))
          this.redites.push(this.ref(bottom, column));
        for (const { column } of line.found) if (column < left) left = column;
      }
    }
    if (this.lignesAction.length === 0 && this.lignesIndicateur.length === 0) return null;
    return this.toTable({ sheet: grid.sheet, top: header.top, left, bottom, right: header.right });
  }

  /** In a column of their own, actions may be retitled; beside indicators in one column, words are indicators first. */
  private recognise(lines: readonly Line[], main: number): readonly Line[] {
    return this.header.actionColumn === null || this.header.actionColumn === this.header.indicatorColumn
      ? lines
      : recogniseActions(lines, main, this.labels);
  }

  private ref(row: number, column: number): CellRef {
    return { sheet: this.grid.sheet, row, column };
  }

  private ignore(row: GridRow): void {
    this.ignored.push({ row: row.row + 1, text: rowText(row, this.zone) });
  }

  private findLabelColumns(): readonly number[] {
    const { header, zone } = this;
    const taken = new Set(header.columns.map(({ column }) => column));
    if (header.yearColumn) taken.add(header.yearColumn.column);
    const first = header.grid.rows.reduce((least, row) => Math.min(least, row.left), header.left);
    const columns: number[] = [];
    for (let column = Math.max(first, zone.left); column < header.right; column += 1) {
      if (!taken.has(column)) columns.push(column);
    }
    return columns;
  }

  private readValues(row: GridRow): RowValues {
    const { header, headings, columns } = this;
    let hasFigure = false;
    const read = (column: number): ValeurCell => {
      const cell = readFigure(header.grid, row, column, lireValeur);
      if (row.value(column) !== null && cell.lu.kind !== "unreadable") hasFigure = true;
      if (cell.formula !== null) hasFigure = true;
      return cell;
    };
    const { yearColumn } = header;
    const heading = yearColumn && headingAt(row, yearColumn.column, headings);
    const said = heading && yearOf(heading);
    const annee = typeof said === "number" ? said : null;
    let t0 = columns.t0 === null ? null : read(columns.t0);
    if (yearColumn && annee === null) {
      const [first] = columns.values;
      // In a table of one row per year, a row may hold the initial situation instead of a year.
      if (first && heading?.nature === "t0") t0 = read(first.column);
      return { t0, cibles: NONE, realises: NONE, annee: null, hasFigure };
    }
    const cibles = new Map<number, ValeurCell>();
    const realises = new Map<number, ValeurCell>();
    for (const value of columns.values) {
      const year = annee ?? value.annee;
      if (typeof year === "number") (value.isAchieved ? realises : cibles).set(year, read(value.column));
    }
    return { t0, cibles, realises, annee, hasFigure };
  }

  private asShares(row: GridRow, { t0, cibles, realises, ...rest }: RowValues): RowValues {
    const share = ({ ref }: ValeurCell): ValeurCell => readFigure(this.grid, row, ref.column, lirePourcentage);
    const shares = (cells: ReadonlyMap<number, ValeurCell>) =>
      new Map([...cells].map(([annee, cell]) => [annee, share(cell)] as const));
    return { ...rest, t0: t0 && share(t0), cibles: shares(cibles), realises: shares(realises) };
  }

  /** One that resembles an indicator of its action is it, unless another row says it by its words. */
  private findIndicateur(label: ParsedLabel, action: Action | null): LigneIndicateur["indicateur"] {
    const { index } = this.labels;
    const said = index.findIndicateur(label, action);
    if (said || !action) return said;
    const resembling = index.findResemblingIndicateur(label, action);
    return resembling && !this.sure.has(resembling) ? resembling : null;
  }

  /** "Cible", "Réalisé" in the labels of a row, where the heading says years alone: what the figures of the row are. */
  private findMeasure(found: readonly RowLabel[]): { readonly label: RowLabel; readonly isAchieved: boolean } | null {
    if (this.header.yearColumn || this.columns.values.some(({ nature }) => nature !== null)) return null;
    for (const label of found) {
      const { nature, annee, part } = this.headings.read(label.text);
      if (annee !== null || part !== null || label.meaning.action) continue;
      if (nature === "target") return { label, isAchieved: false };
      if (nature === "achieved" || nature === "executed") return { label, isAchieved: true };
    }
    return null;
  }

  /** The figures of the row are those of the indicator above it. */
  private amendLast({ t0, cibles }: RowValues, isAchieved: boolean): boolean {
    const last = this.lignesIndicateur.pop();
    if (!last) return false;
    const isGiven = t0 !== null && t0.lu.kind !== "missing";
    const figures = isAchieved ? { realises: cibles } : { cibles, ...(isGiven && { t0 }) };
    this.lignesIndicateur.push({ ...last, ...figures });
    this.hasAchievedRows ||= isAchieved;
    return true;
  }

  private readIndicateur(row: GridRow, column: number | null, values: RowValues): boolean {
    const { header, labels, lignesAction } = this;
    const ligneAction = this.isUnderAction ? lignesAction.length - 1 : null;
    const action = ligneAction === null ? null : (lignesAction[ligneAction]?.action ?? null);
    const text = column === null ? null : row.text(column);
    const parsed = text === null ? null : labels.read(text).label;
    const indicateur = parsed && this.findIndicateur(parsed, action);
    // Written once, or merged over the rows of its years.
    const above = text === null && header.yearColumn !== null ? this.last : null;
    const isOfYear = above !== null && values.annee !== null;
    // Without figures a row is a comment, unless it is that of a year or the contract asks for it.
    if (!indicateur && !values.hasFigure && !isOfYear && !(parsed && labels.isNational(parsed))) return false;
    const named: NonNullable<typeof above> = above ?? {
      label: readCell(header.grid, row, column ?? header.indicatorColumn ?? header.left),
      indicateur,
    };
    this.last = named;
    const { t0, cibles, realises, annee } =
      named.indicateur?.unite === "pourcentage" ? this.asShares(row, values) : values;
    this.lignesIndicateur.push({
      label: named.label,
      indicateur: named.indicateur,
      ligneAction,
      t0,
      cibles,
      realises,
    });
    this.years.push(annee);
    if (named.indicateur === null && above === null && values.hasFigure && !(parsed && labels.isNational(parsed))) {
      this.unknown.push({ label: named.label, pourquoi: "intitulé d’indicateur non reconnu" });
    }
    return true;
  }

  private readLine({ row, found: all }: Line): boolean {
    const { header } = this;
    const measure = this.findMeasure(all);
    const found = all.filter((label) => label !== measure?.label);
    const read = this.readValues(row);
    if (measure && found.length === 0) return this.amendLast(read, measure.isAchieved);
    const values = measure?.isAchieved ? { ...read, cibles: NONE, realises: read.cibles } : read;
    this.hasAchievedRows ||= measure?.isAchieved === true;
    const known = found.find(namesAction);
    const unknown = found.find(
      (label) => label.column !== header.indicatorColumn && label.column === header.actionColumn && !namesAxe(label),
    );
    const isOneColumn = header.indicatorColumn === null || header.indicatorColumn === header.actionColumn;
    const indicator = found.find((label) =>
      isOneColumn
        ? !label.meaning.action && !namesAxe(label)
        : label.column === header.indicatorColumn && label.column !== known?.column,
    );
    let isUsed = false;
    if (!known && found.some(namesAxe)) {
      this.isUnderAction = false;
      isUsed = true;
    }
    if (known) {
      this.enterAction(row, known);
      isUsed = true;
    } else if (unknown && unknown.column !== indicator?.column && (values.hasFigure || indicator)) {
      const current = this.isUnderAction ? this.lignesAction.at(-1) : undefined;
      const isRepeated = current?.action === null && current.label.text === unknown.text;
      if (!isRepeated) this.lignesAction.push({ label: readCell(this.grid, row, unknown.column), action: null });
      this.isUnderAction = true;
      isUsed = true;
    }
    const mayBeIndicateur = indicator !== undefined || values.hasFigure || values.annee !== null;
    return (mayBeIndicateur ? this.readIndicateur(row, indicator?.column ?? null, values) : false) || isUsed;
  }

  /** On a sheet per action the title alone names it. */
  private enterTitle(lines: readonly Line[]): void {
    const { header, zone, labels } = this;
    const isNamed = lines.some(({ found }) => found.some(namesAction));
    const title = header.actionColumn === null && !isNamed ? findTitleAction(header, zone, labels) : null;
    if (title) this.enterAction(title.at, title);
  }

  private enterAction(row: GridRow, { column, meaning: { action } }: RowLabel): void {
    const current = this.isUnderAction ? this.lignesAction.at(-1)?.action : null;
    if (current !== action) {
      this.lignesAction.push({ label: readCell(this.grid, row, column), action });
      this.last = null;
    }
    this.isUnderAction = true;
  }

  private toTable(range: TableauIndicateurs["range"]): TableauIndicateurs {
    const { header, columns, years, lignesAction, lignesIndicateur } = this;
    const headed = (isAchieved: boolean) =>
      columns.values.flatMap(({ annee, yearHeading, ...value }) =>
        typeof annee === "number" && value.isAchieved === isAchieved
          ? [{ annee, heading: this.ref(yearHeading.row, yearHeading.column) }]
          : [],
      );
    const table: TableauIndicateurs = {
      range,
      heading: this.ref(header.top, header.left),
      annees: headed(false),
      anneesRealisees: headed(!this.hasAchievedRows),
      lignesAction,
      lignesIndicateur,
      lignesIgnorees: this.ignored,
      ...(this.unknown.length > 0 && { lignesNonReconnues: this.unknown }),
      ...(this.redites.length > 0 && { redites: this.redites }),
    };
    if (!header.yearColumn) return table;
    const place = this.ref(header.yearColumn.row, header.yearColumn.column);
    const found = [...new Set(years.filter((annee) => annee !== null))].sort((a, b) => a - b);
    const yearsOf = (isAchieved: boolean) =>
      columns.values.some((value) => value.isAchieved === isAchieved)
        ? found.map((annee) => ({ annee, heading: place }))
        : [];
    return {
      ...table,
      annees: yearsOf(false),
      anneesRealisees: yearsOf(true),
      enLignes: { annee: place, axe: null },
      ...mergeIndicatorRows([{ ...table, years: years.map((annee) => (annee === null ? [] : [annee])) }]),
    };
  }
}

export function readIndicatorTable(
  header: Header,
  isTitledExecution: boolean,
  zone: TableZone,
  headings: HeadingReader,
  labels: LabelReader,
): TableauIndicateurs | null {
  return new IndicatorTableReader(header, sortColumns(header, isTitledExecution), zone, headings, labels).read();
}
