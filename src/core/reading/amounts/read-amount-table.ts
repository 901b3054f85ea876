// Reads one table of amounts: its columns, its rows, and what was left aside.
import type { Cell, LigneIgnoree, LigneNonReconnue, TableauExecution } from "../../domain/dossier";
import { COLONNES } from "../../domain/lines/budget-lines";
import type { Unite } from "../../domain/values/unite";
import { findRole, isHeadingOfYears, isNumbering } from "../headings/heading-cells";
import type { Header } from "../headings/header";
import type { HeadingReader } from "../headings/headings";
import type { ValueColumn } from "../headings/scopes";
import { rowText, type TableZone } from "../headings/table-header";
import { readTableUnit } from "../headings/table-unit";
import type { LabelMeaning, LabelReader } from "../labels/label-reader";
import { isTitle } from "../labels/total-label";
import { recogniseActions } from "../rows/recognise-actions";
import {
  findFirstHeading,
  findMainColumn,
  findRowLabels,
  findTextColumns,
  isDetail,
  isShareRow,
  keepTelling,
  namesAction,
  namesAxe,
  namesTotal,
  type Line,
  type RowLabel,
} from "../rows/row-labels";
import { tellOperators } from "../rows/operators";
import { findTitleAction } from "../rows/title-action";
import { tellSubRows } from "../rows/sub-rows";
import { isRecap } from "../recaps";
import { RowScopes, type Slice } from "../rows/row-scopes";
import { readCell, type GridRow } from "../sheet-grid";
import { readAmountColumns, type AmountColumns } from "./amount-columns";
import { AmountRows, toSums } from "./amount-rows";
import { collectLinks } from "./external-links";
import { mergeRows } from "./merge-amount-tables";

/** "Action n° 9 - Soutenir les aidants". */
const isNumberedAction = ({ label, isNumberOnly }: LabelMeaning): boolean =>
  label.kind === "action" && (label.numero !== null || label.rang !== undefined) && !isNumberOnly;

const WHOLE: Omit<Slice, "lines"> = { annee: null, part: null };

class AmountTableReader {
  private readonly grid;
  private readonly links = collectLinks();
  private readonly ignored: LigneIgnoree[] = [];
  private readonly unknown: LigneNonReconnue[] = [];
  private readonly details: Cell[] = [];
  private readonly mainColumn: number;
  private readonly unit: Unite | null;
  private readonly isScoped: boolean;
  private bottom: number;
  private left: number;

  constructor(
    private readonly header: Header,
    private readonly amounts: readonly ValueColumn[],
    private readonly zone: TableZone,
    private readonly headings: HeadingReader,
    private readonly labels: LabelReader,
    private readonly dataRows: readonly GridRow[],
    private readonly textColumns: readonly number[],
  ) {
    this.grid = header.grid;
    this.unit = readTableUnit(header, zone);
    this.isScoped = RowScopes.needed(header);
    const headed = header.yearColumn ? findRole(this.grid, "action", header.top, header.bottom, headings) : null;
    this.mainColumn = findMainColumn(dataRows, textColumns, labels, headed?.column);
    this.bottom = header.bottom;
    this.left = Math.min(header.left, this.mainColumn);
  }

  /** Null when it has no row with amounts. */
  read(): TableauExecution | null {
    const { header, grid, zone } = this;
    for (const row of grid.rows) {
      const isTitle = row.row >= zone.titleTop && row.row < header.top;
      const isNumbers = row.row === header.bottom + 1 && isNumbering(row, header.columns);
      if ((isTitle || isNumbers) && rowText(row, zone) !== "") this.ignore(row);
    }
    const recognised = recogniseActions(
      tellOperators(this.readLines(), this.mainColumn, this.headings),
      this.mainColumn,
      this.labels,
    );
    const lines = this.isScoped ? recognised : tellSubRows(recognised, this.mainColumn, this.createAmounts());
    const tables = this.slice(lines).flatMap((slice) => this.readSlice(slice) ?? []);
    const [first, ...others] = tables;
    if (!first) return null;
    const { yearColumn, axeColumn, areYearsInRows } = header;
    const merged = this.isScoped ? mergeRows([first, ...others], yearColumn !== null || areYearsInRows) : first;
    const left = Math.min(this.left, yearColumn?.column ?? this.left, axeColumn?.column ?? this.left);
    const right = Math.max(header.right, yearColumn?.column ?? 0);
    const ref = (place: { row: number; column: number }) => ({ sheet: grid.sheet, ...place });
    return {
      ...merged,
      range: { sheet: grid.sheet, top: header.top, left, bottom: this.bottom, right },
      heading: findFirstHeading(header, left),
      ...(yearColumn && { enLignes: { annee: ref(yearColumn), axe: axeColumn && ref(axeColumn) } }),
      lignesIgnorees: this.ignored.sort((a, b) => a.row - b.row),
      ...(this.unknown.length > 0 && { lignesNonReconnues: this.unknown }),
      ...(this.details.length > 0 && { lignesDetail: this.details }),
      ...this.links.notes(),
    };
  }

  private createAmounts(): (line: Line) => readonly number[] | null {
    const columns = readAmountColumns(this.grid, this.amounts, this.unit, WHOLE);
    return ({ row }) => {
      const { amounts, hasContent } = columns.readMontants(row);
      if (!hasContent) return null;
      return [...amounts.montants.values()].flatMap((cells) =>
        COLONNES.map((colonne) => (cells[colonne]?.lu.kind === "montant" ? cells[colonne].lu.montant : 0)),
      );
    };
  }

  private ignore(row: GridRow): void {
    this.ignored.push({ row: row.row + 1, text: rowText(row, this.zone) });
  }

  private cellOf = (row: GridRow, label: RowLabel | undefined): Cell =>
    readCell(this.grid, label?.at ?? row, label?.column ?? this.mainColumn);

  private readLines(): readonly Line[] {
    const { header, mainColumn, labels, zone, textColumns } = this;
    const yearColumn = header.yearColumn?.column;
    // Text to the right of the amounts is a comment, unless the labels themselves stand there.
    const columns = textColumns.filter(
      (column) => (column < header.left || column === mainColumn) && column !== yearColumn,
    );
    const lines = this.dataRows
      .filter((row) => !row.isBlank && rowText(row, zone) !== "")
      .map((row) => ({
        row,
        found: keepTelling(findRowLabels(row, columns, labels), mainColumn),
        number: this.readNumber(row, yearColumn),
      }));
    const isNamed = lines.some(({ found }) => found.some(namesAction));
    const title = this.isScoped && !isNamed ? findTitleAction(header, zone, labels) : null;
    return title ? lines.map((line) => ({ ...line, found: [title, ...line.found] })) : lines;
  }

  /** The number of an action in a cell of its own, left of its label. */
  private readNumber(row: GridRow, yearColumn: number | undefined): number | null {
    const value = row.value(this.mainColumn - 1);
    const isNumber =
      this.mainColumn - 1 !== yearColumn && this.mainColumn <= this.header.left && typeof value === "number";
    return isNumber && Number.isInteger(value) && value > 0 ? value : null;
  }

  private slice(lines: readonly Line[]): readonly Slice[] {
    if (!this.isScoped) return [{ ...WHOLE, lines }];
    const columns = readAmountColumns(this.grid, this.amounts, this.unit, { annee: 0, part: "total" });
    const scopes = new RowScopes(this.header, this.mainColumn, this.headings);
    const slices = scopes.sort(lines, (row) => columns.readMontants(row).hasContent);
    for (const { row } of [...scopes.ignored, ...scopes.unscoped]) this.ignore(row);
    for (const { row, found } of scopes.unscoped) {
      const pourquoi = this.header.yearColumn ? "année non reconnue" : "financeur non reconnu";
      this.unknown.push({ label: this.cellOf(row, found[0]), pourquoi });
    }
    return slices;
  }

  private readSlice({ lines, ...scope }: Slice): TableauExecution | null {
    const columns = readAmountColumns(this.grid, this.amounts, this.unit, scope);
    const rows = new AmountRows(this.labels.axes);
    this.enterTitle(rows, lines);
    let ended = false;
    let previous = this.header.bottom;
    /** Words alone on the row just above: a note, or the heading of an axe under a name that the contract does not know. */
    let pending: Cell | null = null;
    for (const { row, found } of lines) {
      const isApart = !this.isScoped && row.row > previous + 1;
      ended ||= isApart && rows.isClosed && !found.some(({ meaning }) => rows.isNew(meaning));
      const heading = pending && !ended ? findStrayHeading(found, rows, pending) : null;
      if (heading) this.ignored.pop();
      if (heading) rows.addAxe(heading, null, null);
      pending = null;
      const isShare = isShareRow(found, this.mainColumn);
      if (ended || isShare || !this.readRow(row, found, rows, columns)) {
        this.ignore(row);
        const main = found.find(({ column }) => column === this.mainColumn);
        if (!isShare) this.noteUnread(row, found, columns, ended);
        pending = main && found.length === 1 && !isShare && !this.isScoped ? this.cellOf(row, main) : null;
      } else {
        this.bottom = Math.max(this.bottom, row.row);
        for (const { column } of found) if (column < this.left) this.left = column;
      }
      previous = row.row;
    }
    return this.finish(rows, columns);
  }

  /** A small table under the name of its axe, as one of several under a repeated heading. */
  private enterTitle(rows: AmountRows, lines: readonly Line[]): void {
    const { grid, header, zone } = this;
    const isOfAxe = ({ meaning }: RowLabel): boolean => meaning.axe !== null;
    const first = lines.find(({ found }) => found.some((label) => namesAction(label) || isOfAxe(label)));
    if (this.isScoped || !first || first.found.some(isOfAxe)) return;
    for (let at = header.bottom; at >= zone.titleTop; at -= 1) {
      const row = grid.row(at);
      for (const { column, text } of row?.textsIn(0, header.left - 1) ?? []) {
        const { axe, total } = this.labels.read(text);
        if (!row || !axe || total) continue;
        rows.addAxe(readCell(grid, row, column), axe, null);
        return;
      }
    }
  }

  private noteUnread(row: GridRow, found: readonly RowLabel[], columns: AmountColumns, ended: boolean): void {
    const isKnown = found.some(
      ({ meaning }) => (meaning.action !== null && !ended) || meaning.axe !== null || meaning.total !== null,
    );
    const [main] = found;
    if (isKnown || !main || isDetail(main.text) || !columns.readMontants(row).hasMontant) return;
    this.unknown.push({ label: this.cellOf(row, main), pourquoi: "ligne sous le total, non comparée" });
  }

  private readRow(row: GridRow, found: readonly RowLabel[], rows: AmountRows, columns: AmountColumns): boolean {
    const read = columns.readMontants(row);
    const { hasMontant, hasMissingWord, hasContent } = read;
    this.links.add(read.amounts.montants);
    const action = found.find(namesAction);
    const total = found.find(namesTotal);
    const axe = found.find((label) => namesAxe(label) || label.column === this.header.axeColumn?.column);
    const other = found.find((label) => label.column === this.mainColumn && label !== axe);
    if (!action && !total && other && hasMontant && (other.isDetail || isDetail(other.text))) {
      // "dont État" below the TOTAL is that party's.
      if (rows.isClosed && this.headings.read(other.text).part !== null)
        rows.addTotal(toSums(this.cellOf(row, other), read));
      this.details.push(this.cellOf(row, other));
      return true;
    }
    // An action that the contract does not know shows an amount, says that it has none yet, or that it is an action.
    const isUnknown = hasMontant || (!axe && (hasMissingWord || (other && isNumberedAction(other.meaning))));
    const unknown = !action && !total && isUnknown && !rows.isClosed ? other : undefined;

    if (total && !action) {
      const { kind, axe: ofAxe, of } = total.meaning.total ?? { kind: "total", axe: null, of: "" };
      if (!hasContent && isTitle(of)) return false;
      const sums = toSums(this.cellOf(row, total), read);
      if (kind === "total" && ofAxe === null && !of.startsWith("axe")) rows.addTotal(sums);
      else return rows.addSousTotal(sums, ofAxe ?? axe?.meaning.axe ?? null);
      return true;
    }
    if (axe) {
      const isAlone = !action && !unknown;
      if (isAlone || !rows.isCurrentAxe(axe.meaning.axe, this.cellOf(row, axe))) {
        const label = this.cellOf(row, axe);
        const isSum = isAlone && (hasMontant || !hasContent);
        rows.addAxe(label, axe.meaning.axe, isSum ? toSums(label, read) : null);
      }
      if (isAlone) return true;
    }
    if (action) rows.addAction(this.cellOf(row, action), action.meaning.action, read, action);
    else if (unknown) this.addUnknown(rows, row, unknown, read);
    else if (hasMontant && !rows.isClosed) this.addUnknown(rows, row, found[0], read);
    else return false;
    return true;
  }

  private addUnknown(
    rows: AmountRows,
    row: GridRow,
    label: RowLabel | undefined,
    read: Parameters<AmountRows["addAction"]>[2],
  ): void {
    const cell = this.cellOf(row, label);
    rows.addAction(cell, null, read, label);
    const { parNumero, parIntitule } = label?.contradiction ?? {};
    const pourquoi =
      parNumero && parIntitule
        ? `numéro de l’action ${parNumero.numero}, intitulé de l’action ${parIntitule.numero}`
        : cell.text.trim() === ""
          ? "ligne sans intitulé"
          : "intitulé non reconnu";
    if (read.hasMontant) this.unknown.push({ label: cell, pourquoi });
  }

  private finish(rows: AmountRows, columns: AmountColumns): TableauExecution | null {
    const { unused, redites, ...read } = rows.finish();
    for (const label of unused) this.ignored.push({ row: label.ref.row + 1, text: label.text.trim() });
    if (read.lignesAction.length === 0 && (this.isScoped || !isRecap(read))) return null;
    const { sheet } = this.grid;
    return {
      range: { sheet, top: this.header.top, left: this.left, bottom: this.bottom, right: this.header.right },
      heading: findFirstHeading(this.header, this.left),
      unit: columns.unit,
      annees: columns.annees,
      anneesRepetees: columns.anneesRepetees,
      ...(columns.periodes.length > 0 && { periodes: columns.periodes }),
      ...read,
      ...(redites.length > 0 && { redites }),
      lignesIgnorees: [],
    };
  }
}

/** Words alone over an action of another axe are a heading: the action did not move under the axe above. */
function findStrayHeading(found: readonly RowLabel[], rows: AmountRows, pending: Cell): Cell | null {
  const action = found.find(namesAction)?.meaning.action;
  const hasAxe = found.some(({ meaning }) => meaning.axe !== null);
  return action && !hasAxe && rows.currentAxe !== null && rows.currentAxe.numero !== action.axe ? pending : null;
}

/**
 * `amounts` are those of the heading's columns that the table is about; a recapitulation has no row of actions. Null when it has
 * no row with amounts.
 */
export function readAmountTable(
  header: Header,
  amounts: readonly ValueColumn[],
  zone: TableZone,
  headings: HeadingReader,
  labels: LabelReader,
): TableauExecution | null {
  const own = header.grid.rows.filter(({ row }) => row > header.bottom && row < zone.end);
  const again = own.findIndex((row) => isHeadingOfYears(row, header.columns, headings));
  const dataRows = (again < 0 ? own : own.slice(0, again)).filter(
    (row) => row.row > header.bottom + 1 || !isNumbering(row, header.columns),
  );
  const textColumns = findTextColumns(header.columns, dataRows, zone).filter(
    (column) => column !== header.yearColumn?.column,
  );
  return new AmountTableReader(header, amounts, zone, headings, labels, dataRows, textColumns).read();
}
