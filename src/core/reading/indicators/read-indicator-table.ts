// Reads one located indicator table: its actions, their indicators, and what was left aside.
import type { ShownFigure } from "../../domain/amounts";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Action, Indicateur } from "../../contract/convention";
import type { LigneIndicateur, TableauIndicateurs, ValeurCell, ValeurLue } from "../../domain/dossier";
import { lirePourcentage, lireValeur } from "../../domain/values/lire-valeur";
import type { ParsedLabel } from "../../domain/words/label";
import { headingAt, yearOf } from "../headings/heading-cells";
import { recogniseActions } from "../rows/recognise-actions";
import { findRowLabels, findTextColumns, namesAction, namesAxe, type Line, type RowLabel } from "../rows/row-labels";
import { readCell, readFigure, rowsBetween, type GridRow } from "../sheet-grid";
import { rememberFigures, type ReadFigure } from "../remember-figures";
import { saidIndicateur } from "../roles/indicator-roles";
import { TableReader } from "../table-reader";
import { contradicting } from "../unread-repeats";
import type { Columns } from "./indicator-columns";
import { mergeIndicatorRows } from "./merge-indicator-tables";

interface RowValues {
  readonly figures: readonly ShownFigure[];
  /** The year that the row names, in a table of one row per year. */
  readonly annee: number | null;
  /** At least one cell holds a figure or a word for a missing one. */
  readonly hasFigure: boolean;
}

export class IndicatorTableReader extends TableReader<Columns> {
  private readonly lignesAction: TableauIndicateurs["lignesAction"][number][] = [];
  private readonly lignesIndicateur: LigneIndicateur[] = [];
  /** The year of each row of `lignesIndicateur`, in a table of one row per year. */
  private readonly years: (number | null)[] = [];
  private readonly redites: CellRef[] = [];
  /** The indicators that some row names by its own words. Looked for only when a row does not. */
  private said: ReadonlySet<Indicateur> | null = null;
  private lines: readonly Line[] = [];
  private last: Pick<LigneIndicateur, "label" | "indicateur"> | null = null;
  private isUnderAction = false;
  /** The heading of a column says what its figures are. */
  private readonly hasNature = this.columns.values.some(({ nature }) => nature !== null);
  private readonly lireValeur = rememberFigures(lireValeur);
  private readonly lirePourcentage = rememberFigures(lirePourcentage);
  /** Rows under an indicator say what was achieved. */
  private hasAchievedRows = false;

  /** Null when the table has neither action nor indicator. */
  read(): TableauIndicateurs | null {
    this.lines = this.readLines();
    const title = this.header.actionColumn === null ? this.findTitle(this.lines) : null;
    if (title) this.enterAction(title.at, title);
    for (const line of this.recognise(this.lines)) {
      if (this.readLine(line)) {
        this.take(line);
        const { row } = line.row;
        contradicting(line.row, this.columns.repeated, (column) => this.redites.push(this.ref({ row, column })));
      } else this.ignoreRows([line.row]);
    }
    return this.lignesAction.length + this.lignesIndicateur.length > 0 ? this.toTable() : null;
  }

  private readLines(): readonly Line[] {
    const { header, zone, labels } = this;
    const rows = this.shown(rowsBetween(this.grid, header.bottom + 1, zone.end - 1));
    const figures = header.yearColumn ? [...header.columns, header.yearColumn] : header.columns;
    const columns = findTextColumns(figures, rows, { ...zone, right: header.right - 1 });
    return rows.map((row) => ({ row, found: findRowLabels(row, columns, labels), number: null }));
  }

  /** In a column of their own, actions may be retitled; beside indicators in one column, words are indicators first. */
  private recognise(lines: readonly Line[]): readonly Line[] {
    const { actionColumn, indicatorColumn } = this.header;
    return actionColumn === null || actionColumn === indicatorColumn
      ? lines
      : recogniseActions(lines, actionColumn, this.labels);
  }

  private readValues(row: GridRow, lire: ReadFigure<ValeurLue>): RowValues {
    const { header, headings, columns } = this;
    let hasFigure = false;
    const read = (column: number): ValeurCell => {
      const cell = readFigure(row, column, lire);
      const { reason } = cell.known;
      if (reason === null || cell.formula !== null || (reason === "missing" && row.value(column) !== null))
        hasFigure = true;
      return cell;
    };
    const { yearColumn } = header;
    const heading = yearColumn && headingAt(row, yearColumn.column, headings);
    const said = heading && yearOf(heading);
    const annee = typeof said === "number" ? said : null;
    const [first] = columns.values;
    const isYearless = yearColumn !== null && annee === null;
    // In a table of one row per year, a row may hold the initial situation instead of a year.
    const initial = isYearless && first && heading?.nature === "t0" ? first.column : columns.t0;
    const figures: ShownFigure[] = initial === null ? [] : [{ year: null, nature: "t0", cell: read(initial) }];
    for (const { annee: own, isAchieved, column } of isYearless ? [] : columns.values) {
      const year = annee ?? own;
      if (typeof year === "number")
        figures.push({ year, nature: isAchieved ? "achieved" : "target", cell: read(column) });
    }
    return { figures, annee, hasFigure };
  }

  /** One that resembles an indicator of its action is it, unless another row says it by its words. */
  private findIndicateur(label: ParsedLabel, action: Action | null): LigneIndicateur["indicateur"] {
    const { index } = this.labels;
    const said = index.findIndicateur(label, action);
    if (said || !action) return said;
    const resembling = index.findResemblingIndicateur(label, action);
    return resembling && !this.isSaid(resembling) ? resembling : null;
  }

  private isSaid(indicateur: Indicateur): boolean {
    const { index } = this.labels;
    this.said ??= new Set(
      this.lines.flatMap(({ found }) =>
        found.flatMap(({ meaning }) => index.findIndicateur(meaning.label, null) ?? []),
      ),
    );
    return this.said.has(indicateur);
  }

  /** "Cible", "Réalisé" in the labels of a row, where the heading says years alone: what the figures of the row are. */
  private findMeasure(found: readonly RowLabel[]): { readonly label: RowLabel; readonly isAchieved: boolean } | null {
    if (this.header.yearColumn || this.hasNature) return null;
    for (const label of found) {
      if (label.meaning.action || !this.headings.mayHead(label.text)) continue;
      const { nature, annee, part } = this.headings.read(label.text);
      if (annee !== null || part !== null) continue;
      if (nature === "target") return { label, isAchieved: false };
      if (nature === "achieved" || nature === "executed") return { label, isAchieved: true };
    }
    return null;
  }

  /** The figures of the row are those of the indicator above it. */
  private amendLast(values: RowValues, isAchieved: boolean): boolean {
    const last = this.lignesIndicateur.pop();
    if (!last) return false;
    const own = this.measure(values, isAchieved).figures.filter(
      ({ nature, cell }) => nature !== "t0" || (!isAchieved && cell.known.reason !== "missing"),
    );
    const natures = new Set(own.map(({ nature }) => nature));
    const figures = [...last.figures.filter(({ nature }) => !natures.has(nature)), ...own];
    this.lignesIndicateur.push({ ...last, figures });
    this.hasAchievedRows ||= isAchieved;
    return true;
  }

  private readIndicateur(row: GridRow, said: RowLabel | undefined, values: RowValues, isAchieved: boolean): boolean {
    const { header, labels, lignesAction } = this;
    const ligneAction = this.isUnderAction ? lignesAction.length - 1 : null;
    const action = lignesAction[ligneAction ?? -1]?.action ?? null;
    const parsed = said?.meaning.label ?? null;
    const told = saidIndicateur(labels.actions, said?.meaning.role);
    const indicateur = told ?? (parsed && this.findIndicateur(parsed, action));
    const isNational = parsed !== null && labels.isNational(parsed);
    // Written once, or merged over the rows of its years.
    const above = !said && header.yearColumn !== null ? this.last : null;
    const isOfYear = above !== null && values.annee !== null;
    // Without figures a row is a comment, unless it is that of a year or the contract asks for it.
    if (!indicateur && !values.hasFigure && !isOfYear && !isNational) {
      if (said) this.bare.push({ label: readCell(row, said.column), action });
      return false;
    }
    const named = above ?? {
      label: readCell(row, said?.column ?? header.indicatorColumn ?? header.left),
      indicateur,
    };
    this.last = named;
    const isShare = named.indicateur?.unite === "pourcentage";
    const { figures } = isShare ? this.measure(this.readValues(row, this.lirePourcentage), isAchieved) : values;
    this.lignesIndicateur.push({ label: named.label, indicateur: named.indicateur, ligneAction, figures });
    this.years.push(values.annee);
    if (named.indicateur === null && above === null && values.hasFigure && !isNational) {
      this.refuse(named.label, "intitulé d’indicateur non reconnu");
    }
    return true;
  }

  /** The figures of a row that says itself that they were achieved. */
  private measure(values: RowValues, isAchieved: boolean): RowValues {
    if (!isAchieved) return values;
    const figures = values.figures.flatMap((figure): ShownFigure[] =>
      figure.nature === "target" ? [{ ...figure, nature: "achieved" }] : figure.nature === "t0" ? [figure] : [],
    );
    return { ...values, figures };
  }

  private readLine({ row, found: all }: Line): boolean {
    const { header } = this;
    const measure = this.findMeasure(all);
    const found = measure ? all.filter((label) => label !== measure.label) : all;
    const read = this.readValues(row, this.lireValeur);
    if (measure && found.length === 0) return this.amendLast(read, measure.isAchieved);
    const isAchieved = measure?.isAchieved === true;
    const values = this.measure(read, isAchieved);
    this.hasAchievedRows ||= isAchieved;
    const known = found.find(namesAction);
    const unknown = known
      ? undefined
      : found.find(
          (label) =>
            label.column !== header.indicatorColumn && label.column === header.actionColumn && !namesAxe(label),
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
      if (!isRepeated) this.lignesAction.push({ label: readCell(row, unknown.column), action: null });
      this.isUnderAction = true;
      isUsed = true;
    }
    const mayBeIndicateur = indicator !== undefined || values.hasFigure || values.annee !== null;
    return (mayBeIndicateur ? this.readIndicateur(row, indicator, values, isAchieved) : false) || isUsed;
  }

  private enterAction(row: GridRow, { column, meaning: { action }, reconnaissance }: RowLabel): void {
    const current = this.isUnderAction ? this.lignesAction.at(-1)?.action : null;
    if (current !== action) {
      this.lignesAction.push({ label: readCell(row, column), action, ...(reconnaissance && { reconnaissance }) });
      this.last = null;
    }
    this.isUnderAction = true;
  }

  private toTable(): TableauIndicateurs {
    const { grid, header, columns, years, lignesAction, lignesIndicateur } = this;
    const { yearColumn, top, right } = header;
    const headed = (isAchieved: boolean) =>
      columns.values.flatMap(({ annee, yearHeading, ...value }) =>
        typeof annee === "number" && value.isAchieved === isAchieved ? [{ annee, heading: this.ref(yearHeading) }] : [],
      );
    const table: TableauIndicateurs = {
      range: { sheet: grid.sheet, top, left: this.left, bottom: this.bottom, right },
      heading: this.ref({ row: top, column: header.left }),
      annees: headed(false),
      anneesRealisees: headed(!this.hasAchievedRows),
      lignesAction,
      lignesIndicateur,
      ...this.asides(),
      ...(this.redites.length > 0 && { redites: this.redites }),
    };
    if (!yearColumn) return table;
    const place = this.ref(yearColumn);
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
