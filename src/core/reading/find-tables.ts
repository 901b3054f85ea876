// Looks through one sheet for the tables of each kind, and says why it gave none.
import { formatLocalRange, type RangeRef } from "xlsx-model/cell-ref";
import type { PlageNonLue, Recapitulatif, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import { formatNombre } from "../domain/words/format";
import type { Reponse } from "../domain/question";
import type { Unite } from "../domain/values/unite";
import type { Account } from "./account/account-for";
import { AmountTableReader } from "./amounts/read-amount-table";
import { splitColumns } from "./amounts/split-columns";
import { accountForPlans } from "./amounts/unread-plans";
import { findReminders, findUnreadColumns, findUnreadDetails } from "./amounts/unread-columns";
import { namesTheContract, type Part, type SheetParts, type Tableau } from "./gather-tables";
import { announcesExecution } from "./headings/execution-title";
import { AmountHeaders } from "./headings/amount-headers";
import type { Header } from "./headings/header";
import { isOfFigures } from "./headings/heading-cells";
import { IndicatorHeaders } from "./headings/indicator-headers";
import { withJustifications } from "./headings/justification-columns";
import type { ValueColumn } from "./headings/scopes";
import { createZoneFinder, rowText, type TableZone } from "./headings/table-header";
import { repeatPlanned, splitNatureRows } from "./rows/nature-rows";
import { sortColumns } from "./indicators/indicator-columns";
import { IndicatorTableReader } from "./indicators/read-indicator-table";
import { LIMITS } from "./limits";
import { isRecap } from "./recaps";
import { unitSaid } from "./roles/ask-units";
import { TablesSaid, type TableLacking } from "./roles/tables-said";
import { withAnswers, withIndicatorAnswers, type AnsweredColumn } from "./roles/answers";
import type { SheetGrid } from "./sheet-grid";
import type { Readers } from "./table-reader";

/** `budget` and `execution` are tables of amounts alike; what the State has paid stands in the second only. */
export interface FoundTables {
  /** What a person is to say of tables whose title does not say it. */
  readonly lacking: readonly TableLacking[];
  readonly budget: SheetParts<TableauBudgetaire>;
  readonly execution: SheetParts<TableauBudgetaire>;
  readonly indicators: SheetParts<TableauIndicateurs>;
  readonly recaps: readonly Recapitulatif[];
  /** Columns of figures inside its tables of amounts that none of them uses, and tables that are too long to be the contract's. */
  readonly unread: readonly PlageNonLue[];
  /** Rows that remind of amounts: the figures decide whether they do. */
  readonly reminders: readonly PlageNonLue[];
  /** Columns whose figures could be no amounts. */
  readonly aside: readonly PlageNonLue[];
}

export interface ReadingContext extends Pick<Readers, "headings" | "labels"> {
  /** No action of the contract is known by which a table could be told from a look-alike. */
  readonly isDraft?: boolean;
  /** An avenant is in force. */
  readonly isAmended?: boolean;
  /** The least amount of the contract, in centimes. */
  readonly least?: number;
  /** What a person said, and of columns of this sheet. */
  readonly reponses?: readonly Reponse[];
  readonly answered?: readonly AnsweredColumn[];
}

function isExecution(header: Header, zone: TableZone): boolean {
  if (announcesExecution(header.grid.sheet)) return true;
  // "Exécution 2024" over the labels, in a row of the heading.
  const place = header.titleYear?.place;
  const beside = place ? header.grid.row(place.row)?.text(place.column) : null;
  if (beside && announcesExecution(beside)) return true;
  for (let row = zone.titlesFrom; row < header.top; row += 1) {
    const cells = header.grid.row(row);
    if (cells && announcesExecution(rowText(cells, zone))) return true;
  }
  return false;
}

function noteTitle({ titleYear, grid }: Header): string[] {
  if (!titleYear || titleYear.sheetYear === null) return [];
  return [
    `La feuille « ${grid.sheet} » porte dans son titre l’année ${titleYear.annee} : c’est cette année qui a été lue.`,
  ];
}

const SUMMED = "détail de l’action du dessus, dont la somme est la sienne";

/** Rows that make up an action are told again what it shows. */
const summedRows = (table: TableauBudgetaire | null): readonly PlageNonLue[] =>
  (table?.lignesSommees ?? []).map(({ ref: { sheet, row, column } }) => ({
    range: { sheet, top: row, bottom: row, left: column + 1, right: table?.range.right ?? column },
    pourquoi: SUMMED,
  }));

/** The columns that a table uses or leaves aside aloud, and those of the tables beside it. */
function columnsTaken(
  { yearColumn, axeColumn }: Header,
  own: readonly ValueColumn[],
  beside: readonly Header[],
): ReadonlySet<number> {
  const places = [...own, ...beside.flatMap(({ columns }) => columns), yearColumn, axeColumn];
  return new Set(places.flatMap((place) => (place === null ? [] : [place.column])));
}

const shares = (own: readonly ValueColumn[], columns: readonly ValueColumn[]): boolean =>
  own.some((one) => columns.some(({ column }) => column === one.column));

const TOO_LONG = `plus de ${formatNombre(LIMITS.tableRows)} lignes : un tableau si long n’est pas lu`;

/** The tables of one kind, and why the sheet has no other. */
class Found<Table extends Tableau> {
  private readonly parts: Part<Table>[] = [];

  constructor(
    private readonly kind: "budget" | "execution" | "indicators",
    private readonly missing: string,
    readonly why: string[],
    private readonly unread: PlageNonLue[],
  ) {}

  /** Whether it is taken; one that is too long is not. */
  take(part: Part<Table>): boolean {
    const { range } = part.table;
    if (range.bottom - range.top < LIMITS.tableRows) return this.parts.push(part) > 0;
    this.unread.push({ range, pourquoi: TOO_LONG, ...(this.kind !== "indicators" && { sujet: this.kind }) });
    this.why.push(`${TOO_LONG}, en ${formatLocalRange(range)}`);
    return false;
  }

  toSheet({ sheet, rows }: SheetGrid): SheetParts<Table> {
    const reason = rows.every((row) => row.isBlank) ? "feuille vide" : this.missing;
    const why = this.why.length > 0 ? this.why.join(", ") : reason;
    return { sheet, parts: this.parts, why: this.parts.length > 0 ? "" : why };
  }
}

/** Of tables that were looked for one beside the other. */
export function joinFound(all: readonly FoundTables[]): FoundTables {
  const [first, ...others] = all;
  if (!first || others.length === 0) return first as FoundTables;
  const join = <Table extends Tableau>(of: (one: FoundTables) => SheetParts<Table>): SheetParts<Table> => {
    const parts = all.flatMap((one) => of(one).parts);
    return { ...of(first), parts, why: parts.length > 0 ? "" : of(first).why };
  };
  return {
    lacking: all.flatMap(({ lacking }) => lacking),
    budget: join(({ budget }) => budget),
    execution: join(({ execution }) => execution),
    indicators: join(({ indicators }) => indicators),
    recaps: all.flatMap(({ recaps }) => recaps),
    unread: all.flatMap(({ unread }) => unread),
    reminders: all.flatMap(({ reminders }) => reminders),
    aside: all.flatMap(({ aside }) => aside),
  };
}

export function findTables(grid: SheetGrid, context: ReadingContext): FoundTables {
  const { headings, labels, isDraft = false, isAmended = false, least = 0, answered = [], reponses = [] } = context;
  const seeds = grid.rows.filter((row) => !isOfFigures(row, headings));
  const said = new TablesSaid(grid, reponses);
  const readers: Readers = { headings, labels, unit: unitSaid(reponses, grid.sheet), tables: said };
  const told = new AmountHeaders(grid, headings, said).find(seeds);
  const amounts = { headers: withAnswers(grid, told.headers, answered, labels), nearMisses: told.nearMisses };
  const measures = new IndicatorHeaders(grid, headings).find(seeds);
  const indicators = {
    headers: withIndicatorAnswers(grid, measures.headers, answered, labels),
    nearMisses: measures.nearMisses,
  };
  const zoneOf = createZoneFinder([...amounts.headers, ...indicators.headers]);
  const besideOf = (header: Header, range: RangeRef, others: readonly Header[]): readonly Header[] =>
    others.filter((other) => other.top <= range.bottom && other.bottom >= header.top);

  const recaps: Recapitulatif[] = [];
  const unread: PlageNonLue[] = [];
  const reminders: PlageNonLue[] = [];
  const aside: PlageNonLue[] = [];
  const account = ({ nonLus, aPart }: Account): void => {
    unread.push(...nonLus);
    aside.push(...aPart);
  };
  const found = {
    budget: new Found<TableauBudgetaire>(
      "budget",
      "aucun en-tête avec des années et des parts",
      [...amounts.nearMisses],
      unread,
    ),
    execution: new Found<TableauBudgetaire>("execution", "aucun en-tête avec des montants réalisés", [], unread),
    indicators: new Found<TableauIndicateurs>(
      "indicators",
      "aucun en-tête avec des indicateurs et des années",
      [...indicators.nearMisses],
      unread,
    ),
  };
  for (const header of amounts.headers) {
    const zone = zoneOf(header);
    const place = formatLocalRange(header);
    const byNature = splitNatureRows(header, zone, headings);
    const columns = byNature
      ? { ...splitColumns(header, false, isAmended), execution: splitColumns(header, true, isAmended).execution }
      : splitColumns(header, isExecution(header, zone), isAmended);
    const read = (kind: "budget" | "execution"): TableauBudgetaire | null =>
      columns[kind].length > 0
        ? new AmountTableReader(byNature?.[kind] ?? header, columns[kind], zone, readers).read()
        : null;
    const budget = read("budget");
    const executed = read("execution");
    const repeating = byNature && budget && executed ? repeatPlanned(executed, budget) : null;
    const execution = repeating ?? executed;
    const tables = { budget, execution: execution && withJustifications(execution, header, zone) };
    const isTelling = header.titleYear === null && !header.isOfOneParty;
    const ranges: RangeRef[] = [];
    let unit: Unite = "€";
    for (const kind of ["budget", "execution"] as const) {
      const bare = tables[kind];
      const notes = [...(bare?.notes ?? []), ...noteTitle(header), ...(kind === "budget" ? columns.notes : [])];
      const table = bare && notes.length > 0 ? { ...bare, notes } : bare;
      if (table) unit = table.unit;
      aside.push(...summedRows(table));
      if (table && isRecap(table)) recaps.push({ de: kind, tableau: table });
      if (table?.lignesAction.length === 0) {
        ranges.push(table.range);
        unread.push(...findUnreadDetails(table));
        reminders.push(...findReminders(table));
        found[kind].why.push(`un récapitulatif de totaux en ${place}`);
      } else if (table && (isTelling || isDraft || namesTheContract(table))) {
        const isSaidAgain = kind === "budget" && (columns.isRepeated || repeating !== null);
        const isOfSomeAction = said.isOpen("action", header.top);
        if (!found[kind].take({ table, isTitled: !isTelling, isSaidAgain, isOfSomeAction })) continue;
        ranges.push(table.range);
        unread.push(...findUnreadDetails(table));
        reminders.push(...findReminders(table));
      } else if (columns[kind].length > 0) {
        const nom = kind === "budget" ? "de budget" : "d’exécution";
        found[kind].why.push(`un en-tête ${nom} en ${place} mais aucune ligne d’action dessous`);
      }
    }
    if (columns.budget.length === 0) found.budget.why.push(`un tableau d’exécution en ${place}`);
    const [range] = ranges.sort((a, b) => b.bottom - a.bottom);
    if (!range) continue;
    const own = [...columns.budget, ...columns.execution, ...columns.aside];
    account(accountForPlans(header, range, columns, isAmended));
    const taken = columnsTaken(header, own, besideOf(header, range, indicators.headers));
    const sujet = columns.budget.length > 0 ? "budget" : "execution";
    account(findUnreadColumns(header, zone, { range, unit, taken, own: sujet, years: headings.years, least }));
  }
  for (const header of indicators.headers) {
    const zone = zoneOf(header);
    const columns = sortColumns(header, isExecution(header, zone));
    const table = new IndicatorTableReader(header, columns, zone, readers).read();
    if (!table) {
      const place = formatLocalRange(header);
      found.indicators.why.push(`un en-tête d’indicateurs en ${place} mais aucun indicateur dessous`);
    } else if (found.indicators.take({ table, isTitled: header.titleYear !== null })) {
      const taken = columnsTaken(header, header.columns, besideOf(header, table.range, amounts.headers));
      // Right of the indicators' names, which may be numbered.
      const figures = { ...table.range, left: (header.indicatorColumn ?? header.left) + 1 };
      const asked = { range: figures, unit: "€", taken, own: "indicators", years: headings.years, least } as const;
      account(findUnreadColumns(header, zone, asked));
    }
  }
  return {
    lacking: said.lacking.filter(
      ({ lack, row, columns, said: role }) =>
        lack === "action" ||
        role !== null ||
        amounts.headers.every(({ top, bottom, columns: own }) => top > row || bottom < row || !shares(own, columns)),
    ),
    budget: found.budget.toSheet(grid),
    execution: found.execution.toSheet(grid),
    indicators: found.indicators.toSheet(grid),
    recaps,
    unread,
    reminders,
    aside,
  };
}
