// Reads one table of amounts: its columns, its rows, and what was left aside.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { partsOf } from "../../domain/amounts";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Cell, TableauBudgetaire } from "../../domain/dossier";
import type { LigneSousAction } from "../../domain/tables";
import type { Unite } from "../../domain/values/unite";
import type { Header } from "../headings/header";
import type { ValueColumn } from "../headings/scopes";
import type { TableZone } from "../headings/table-header";
import { readTableUnit } from "../headings/table-unit";
import type { LabelMeaning } from "../labels/label-reader";
import { isTitle, namesGroup } from "../labels/total-label";
import { AmountLines } from "./amount-lines";
import { recogniseActions } from "../rows/recognise-actions";
import {
  findFirstHeading,
  isDetail,
  isShareRow,
  namesAction,
  namesAxe,
  namesNothing,
  namesTotal,
  type Line,
  type RowLabel,
} from "../rows/row-labels";
import { tellOperators } from "../rows/operators";
import { tellSubRows } from "../rows/sub-rows";
import { isRecap } from "../recaps";
import { RowScopes, type Slice } from "../rows/row-scopes";
import { readCell, type GridRow } from "../sheet-grid";
import { contradicting } from "../unread-repeats";
import { TableReader, type Readers } from "../table-reader";
import { readAmountColumns, type AmountColumns, type RowMontants } from "./amount-columns";
import { AmountRows, toSums } from "./amount-rows";
import { externalLinks, noteLinks } from "./external-links";
import { sharedWords } from "../roles/evidence/of-rows";
import { isReminder } from "../rows/aside-words";
import { mergeRows } from "./merge-amount-tables";

/** "Action n° 9 - Soutenir les aidants". */
const isNumberedAction = ({ label, isNumberOnly }: LabelMeaning): boolean =>
  label.kind === "action" && (label.numero !== null || label.rang !== undefined) && !isNumberOnly;

/** A single one is a note. */
const FEWEST_WORDS = 2;

const WHOLE: Omit<Slice, "lines"> = { annee: null, part: null };

/** Reads the rows under the heading, for those of its columns that the table is about. */
export class AmountTableReader extends TableReader<readonly ValueColumn[]> {
  private readonly links: CellRef[] = [];
  private readonly details: Cell[] = [];
  private readonly summed: Cell[] = [];
  private readonly sousActions: LigneSousAction[] = [];
  private readonly unit: Unite | null;
  private readonly isScoped: boolean;
  private readonly lines: AmountLines;
  private readonly mainColumn: number;

  constructor(header: Header, columns: readonly ValueColumn[], zone: TableZone, readers: Readers) {
    super(header, columns, zone, readers);
    this.unit = readers.unit ?? readTableUnit(header, zone);
    this.isScoped = RowScopes.needed(header);
    this.lines = new AmountLines(header, zone, readers);
    this.ignoreRows(this.lines.numberings);
    this.mainColumn = this.lines.mainColumn;
    this.left = Math.min(header.left, this.mainColumn);
  }

  /** Null when it has no row with amounts. */
  read(): TableauBudgetaire | null {
    const { header, mainColumn } = this;
    const read = this.lines.read(this.shown(this.lines.rows), this.isScoped ? (found) => this.findTitle(found) : null);
    const told = tellOperators(read, mainColumn, this.headings);
    const recognised = recogniseActions(told, mainColumn, this.labels);
    const mayBeAction = this.likeAbsent(recognised);
    const lines = this.isScoped ? recognised : tellSubRows(recognised, mainColumn, this.createAmounts(), mayBeAction);
    const [first, ...others] = this.slice(lines).flatMap((slice) => this.readSlice(slice) ?? []);
    if (!first) return null;
    const { yearColumn, axeColumn, areYearsInRows } = header;
    const merged = this.isScoped ? mergeRows([first, ...others], yearColumn !== null || areYearsInRows) : first;
    const notes = noteLinks(this.links);
    return {
      ...merged,
      ...this.place(),
      ...(yearColumn && { enLignes: { annee: this.ref(yearColumn), axe: axeColumn && this.ref(axeColumn) } }),
      ...this.asides(),
      ...(this.sousActions.length > 0 && { lignesSousAction: this.sousActions }),
      ...(this.details.length > 0 && { lignesDetail: this.details }),
      ...(this.summed.length > 0 && { lignesSommees: this.summed }),
      ...(notes.length > 0 && { notes }),
    };
  }

  private place(): Pick<TableauBudgetaire, "range" | "heading"> {
    const { sheet } = this.grid;
    const { top, yearColumn, axeColumn, right } = this.header;
    const left = Math.min(this.left, yearColumn?.column ?? this.left, axeColumn?.column ?? this.left);
    const range = { sheet, top, left, bottom: this.bottom, right: Math.max(right, yearColumn?.column ?? 0) };
    return { range, heading: findFirstHeading(this.header, left) };
  }

  private createAmounts(): (line: Line) => readonly number[] | null {
    const columns = readAmountColumns(this.grid, this.columns, this.unit, WHOLE);
    return ({ row }) => {
      const { amounts, hasContent } = columns.readMontants(row);
      if (!hasContent) return null;
      return partsOf({ amounts }).map(({ cell }) => (cell.known.reason === null ? cell.known.value : 0));
    };
  }

  /** Whether the words of a row, or all of its amounts, are those of an action that no line names. */
  private likeAbsent(lines: readonly Line[]): (line: Line, label: RowLabel) => boolean {
    const named = new Set(lines.flatMap(({ found }) => found.map(({ meaning }) => meaning.action)));
    const absent = this.labels.actions.filter((action) => !named.has(action));
    if (absent.length === 0) return () => false;
    const columns = readAmountColumns(this.grid, this.columns, this.unit, WHOLE);
    return ({ row }, { text }) => {
      if (sharedWords(text, absent, ({ intitule, alias }) => [intitule, ...alias])) return true;
      const own = partsOf(columns.readMontants(row)).flatMap(({ year, column, cell: { known } }) =>
        known.value ? [{ year, column, value: known.value }] : [],
      );
      return (
        own.length > 1 &&
        absent.some((action) => own.every(({ year, column, value }) => contractAmount(action, year, column) === value))
      );
    };
  }

  private cellOf = (row: GridRow, label?: RowLabel): Cell =>
    readCell(label?.at ?? row, label?.column ?? this.mainColumn);

  private slice(lines: readonly Line[]): readonly Slice[] {
    if (!this.isScoped) return [{ ...WHOLE, lines }];
    const columns = readAmountColumns(this.grid, this.columns, this.unit, { annee: 0, part: "total" });
    const scopes = new RowScopes(this.header, this.mainColumn, this.headings);
    const slices = scopes.sort(lines, (row) => columns.readMontants(row).hasContent);
    this.ignoreRows([...scopes.ignored, ...scopes.unscoped].map(({ row }) => row));
    for (const { row, found } of scopes.unscoped) {
      const pourquoi = this.header.yearColumn ? "année non reconnue" : "financeur non reconnu";
      this.refuse(this.cellOf(row, found[0]), pourquoi);
    }
    return slices;
  }

  private readSlice({ lines, ...scope }: Slice): TableauBudgetaire | null {
    const columns = readAmountColumns(this.grid, this.columns, this.unit, scope);
    const rows = new AmountRows(this.labels.axes);
    this.enterTitle(rows, lines);
    let ended = false;
    let previous = this.header.bottom;
    /** Words alone on the row just above: a note, or the heading of an axe under a name that the contract does not know. */
    let pending: Cell | null = null;
    const again: CellRef[] = [];
    const bare: { readonly label: Cell; isApart: boolean }[] = [];
    for (const line of lines) {
      const { row, found } = line;
      const isApart = !this.isScoped && row.row > previous + 1;
      ended ||= isApart && rows.isClosed && !found.some(({ meaning }) => rows.isNew(meaning));
      const heading = pending && !ended ? findStrayHeading(found, rows, pending) : null;
      if (heading) {
        this.ignored.pop();
        bare.pop();
        rows.addAxe(heading, null, null);
      }
      pending = null;
      const isShare = isShareRow(found, this.mainColumn);
      if (ended || isShare || !this.readRow(row, found, rows, columns)) {
        this.ignoreRows([row]);
        const main = found.find(({ column }) => column === this.mainColumn);
        if (!isShare) this.noteUnread(row, found, columns, ended);
        if (main && !isShare && !this.isScoped && !ended && !rows.isClosed && isBare(main))
          bare.push({ label: this.cellOf(row, main), isApart });
        pending = main && found.length === 1 && !isShare && !this.isScoped ? this.cellOf(row, main) : null;
      } else {
        this.take(line);
        if (found.some(namesAction)) bare.forEach((one) => (one.isApart = false));
        contradicting(row, columns.again, (column) => again.push(this.ref({ row: row.row, column })));
      }
      previous = row.row;
    }
    // Below the last row, what an empty row separates from the table is a note.
    const end = bare.findIndex(({ isApart }) => isApart);
    const words = (end < 0 ? bare : bare.slice(0, end)).map(({ label }) => label);
    if (rows.isWithoutActions && words.length >= FEWEST_WORDS)
      words.forEach((label) => this.addBare(rows, label, columns));
    else this.bare.push(...words.map((label) => ({ label, action: null })));
    return this.finish(rows, columns, again);
  }

  /** Under a heading of amounts, words alone in every row are what its rows are called. */
  private addBare(rows: AmountRows, label: Cell, columns: AmountColumns): void {
    const row = this.grid.row(label.ref.row);
    if (!row) return;
    const ignored = this.ignored.findIndex((one) => one.row === row.row + 1);
    if (ignored >= 0) this.ignored.splice(ignored, 1);
    rows.addAction(label, null, columns.readMontants(row));
    this.bottom = Math.max(this.bottom, row.row);
    this.left = Math.min(this.left, label.ref.column);
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
        rows.addAxe(readCell(row, column), axe, null);
        return;
      }
    }
  }

  private noteUnread(row: GridRow, found: readonly RowLabel[], columns: AmountColumns, ended: boolean): void {
    const [main] = found;
    const isKnown = (label: RowLabel) => (namesAction(label) && !ended) || label.meaning.axe || namesTotal(label);
    const isAside = main !== undefined && (isDetail(main.text) || (ended && isReminder(main.text)));
    if (found.some(isKnown) || !main || isAside || !columns.readMontants(row).hasMontant) return;
    this.refuse(this.cellOf(row, main), "ligne sous le total, non comparée");
  }

  private readRow(row: GridRow, found: readonly RowLabel[], rows: AmountRows, columns: AmountColumns): boolean {
    const read = columns.readMontants(row);
    const { hasMontant, hasMissingWord, hasContent } = read;
    if (read.hasFormula) this.links.push(...externalLinks(read));
    const action = found.find(namesAction);
    const total = found.find(namesTotal);
    const axe = found.find((label) => namesAxe(label) || label.column === this.header.axeColumn?.column);
    const other = found.find((label) => label.column === this.mainColumn && label !== axe);
    if (!action && !total && other && hasMontant && isBeside(other, axe === undefined)) {
      // "dont État" below the TOTAL is that party's.
      if (rows.isClosed && isDetail(other.text) && this.headings.read(other.text).part !== null)
        rows.addTotal(toSums(this.cellOf(row, other), read), false);
      const label = this.cellOf(row, other);
      if (other.sousAction) this.sousActions.push({ label, ...other.sousAction, amounts: read.amounts });
      else this.details.push(label);
      if (other.isDetail && !other.sousAction) this.summed.push(label);
      return true;
    }
    // An action that the contract does not know shows an amount, says that it has none yet, or that it is an action.
    const isUnknown = hasMontant || (!axe && (hasMissingWord || (other && isNumberedAction(other.meaning))));
    const unknown = !action && !total && isUnknown && !rows.isClosed ? other : undefined;

    if (total && !action) {
      const { kind, axe: ofAxe, of } = total.meaning.total ?? { kind: "total", axe: null, of: "" };
      if (!hasContent && isTitle(of)) return false;
      const sums = toSums(this.cellOf(row, total), read);
      const isOfPart = namesGroup(of) && this.headings.read(of).part === null;
      if (kind === "total" && ofAxe === null && !of.startsWith("axe")) rows.addTotal(sums, isOfPart);
      else return rows.addSousTotal(sums, ofAxe ?? axe?.meaning.axe ?? null, isOfPart);
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

  private addUnknown(rows: AmountRows, row: GridRow, label: RowLabel | undefined, read: RowMontants): void {
    const cell = this.cellOf(row, label);
    rows.addAction(cell, null, read, label, this.lines.isNumbered(row));
    const { parNumero, parIntitule } = label?.designe ?? {};
    const unsaid = cell.text.trim() === "" ? "ligne sans intitulé" : "intitulé non reconnu";
    const pourquoi =
      parNumero && parIntitule
        ? `numéro de l’action ${parNumero.numero}, intitulé de l’action ${parIntitule.numero}`
        : unsaid;
    if (read.hasMontant) this.refuse(cell, pourquoi);
  }

  /** `again` are cells that say otherwise than their column's first one. */
  private finish(rows: AmountRows, columns: AmountColumns, again: readonly CellRef[]): TableauBudgetaire | null {
    const { unused, redites: second, reconnues, ...read } = rows.finish();
    if (reconnues.length > 0) this.accept(reconnues);
    const redites = [...second, ...again];
    for (const label of unused) this.ignored.push({ row: label.ref.row + 1, text: label.text.trim() });
    if (read.lignesAction.length === 0 && (this.isScoped || !isRecap(read))) return null;
    const { unit, entetes, annees, anneesRepetees } = columns;
    return {
      ...this.place(),
      unit,
      entetes,
      annees,
      anneesRepetees,
      ...read,
      ...(redites.length > 0 && { redites }),
      lignesIgnorees: [],
    };
  }
}

/** What it shows is no action's: parts of the row above, or amounts reminded of. */
const isBeside = ({ isDetail: isToldAgain, text }: RowLabel, isOfNoAxe: boolean): boolean =>
  isToldAgain === true || isDetail(text) || (isOfNoAxe && isReminder(text));

const isBare = (label: RowLabel): boolean => namesNothing(label) && !isDetail(label.text) && !isReminder(label.text);

/** Words alone over an action of another axe are a heading: the action did not move under the axe above. */
function findStrayHeading(found: readonly RowLabel[], rows: AmountRows, pending: Cell): Cell | null {
  const action = found.find(namesAction)?.meaning.action;
  const hasAxe = found.some(({ meaning }) => meaning.axe !== null);
  return action && !hasAxe && rows.currentAxe !== null && rows.currentAxe.numero !== action.axe ? pending : null;
}
