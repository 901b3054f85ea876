// Looks through one sheet for the tables of each kind, and says why it gave none.
import { formatLocalRange, type RangeRef } from "../domain/cell-ref";
import type { PlageNonLue, Recapitulatif, TableauExecution, TableauIndicateurs } from "../domain/dossier";
import { COLONNES } from "../domain/lines/budget-lines";
import { isCumulOnly } from "../domain/lines/cumuls";
import { remember } from "../domain/remember";
import { formatNombre } from "../domain/words/format";
import { readAmountTable } from "./amounts/read-amount-table";
import { splitColumns, type SplitColumns } from "./amounts/split-columns";
import { findUnreadColumns, findUnreadDetails } from "./amounts/unread-columns";
import { namesTheContract, type Part, type SheetParts } from "./gather-tables";
import { announcesExecution } from "./headings/execution-title";
import { findHeaders } from "./headings/find-headers";
import type { Header } from "./headings/header";
import type { HeadingReader } from "./headings/headings";
import { withJustifications } from "./headings/justification-columns";
import { createZoneFinder, rowText, type TableHeader, type TableZone } from "./headings/table-header";
import { repeatPlanned, splitNatureRows } from "./rows/nature-rows";
import { readIndicatorTable } from "./indicators/read-indicator-table";
import type { LabelReader } from "./labels/label-reader";
import { LIMITS } from "./limits";
import { isRecap } from "./recaps";
import type { SheetGrid } from "./sheet-grid";

/** `budget` and `execution` are tables of amounts alike; what the State has paid stands in the second only. */
export interface FoundTables {
  readonly budget: SheetParts<TableauExecution>;
  readonly execution: SheetParts<TableauExecution>;
  readonly indicators: SheetParts<TableauIndicateurs>;
  readonly recaps: readonly Recapitulatif[];
  /** Columns of figures inside its tables of amounts that none of them uses, and tables that are too long to be the contract's. */
  readonly unread: readonly PlageNonLue[];
}

export interface ReadingContext {
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  /** No action of the contract is known by which a table could be told from a look-alike. */
  readonly isDraft?: boolean;
  /** An avenant is in force. */
  readonly isAmended?: boolean;
}

const formatPlace = ({ top, left, bottom, right }: TableHeader): string =>
  formatLocalRange({ top, left, bottom, right });

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

/** What was cumulated comes after its years. */
const slotsOf = (table: TableauExecution): readonly string[] =>
  isCumulOnly(table) ? ["cumul"] : table.annees.map(({ annee }) => `${annee}`);

/** Whose figures the table shows in each of its slots. */
const keysOf = remember((table: TableauExecution): ReadonlySet<string> => {
  const parties = COLONNES.filter((colonne) => table.annees.some(({ colonnes }) => colonnes[colonne] !== null));
  const actions = new Set(table.lignesAction.map(({ action }) => action?.numero ?? ""));
  return new Set(
    slotsOf(table).flatMap((slot) =>
      parties.flatMap((party) => [...actions].map((action) => `${slot}/${party}/${action}`)),
    ),
  );
});

function toPart(header: Header, table: TableauExecution, said: readonly string[]): Part<TableauExecution> {
  const notes = [...(table.notes ?? []), ...noteTitle(header), ...said];
  return {
    table: notes.length > 0 ? { ...table, notes } : table,
    slots: slotsOf(table),
    keys: () => keysOf(table),
    isTitled: header.titleYear !== null || header.isOfOneParty,
  };
}

function toIndicatorPart(header: Header, table: TableauIndicateurs): Part<TableauIndicateurs> {
  return {
    table,
    slots: indicatorSlots(table),
    keys: () => indicatorKeys(table),
    isTitled: header.titleYear !== null,
  };
}

const indicatorSlots = ({ annees, anneesRealisees }: TableauIndicateurs): readonly string[] => [
  ...annees.map(({ annee }) => `${annee}`),
  ...anneesRealisees.map(({ annee }) => `réalisé ${annee}`),
];

const indicatorKeys = remember((table: TableauIndicateurs): ReadonlySet<string> => {
  const actions = new Set(table.lignesAction.map(({ action }) => action?.numero ?? ""));
  return new Set(indicatorSlots(table).flatMap((slot) => [...actions].map((action) => `${slot}/${action}`)));
});

/** Those that a table of amounts uses or leaves aside aloud, and those of the indicators beside it. */
function columnsTaken(
  { yearColumn, axeColumn }: Header,
  { budget, execution, aside }: SplitColumns,
  indicators: readonly Header[],
): ReadonlySet<number> {
  const used = [...budget, ...execution, ...aside, ...indicators.flatMap((other) => other.columns)];
  return new Set([...used, yearColumn, axeColumn].flatMap((place) => (place === null ? [] : [place.column])));
}

/** Right of the indicators' names, which may be numbered. */
function findUnreadFigures(
  header: Header,
  zone: TableZone,
  range: RangeRef,
  beside: readonly Header[],
): readonly PlageNonLue[] {
  const first = (header.indicatorColumn ?? header.left) + 1;
  const used = [...header.columns, ...beside.flatMap(({ columns }) => columns)].map(({ column }) => column);
  const taken = new Set([...used, ...(header.yearColumn ? [header.yearColumn.column] : [])]);
  return findUnreadColumns(header, zone, { ...range, left: first }, taken, "indicators");
}

const isTooLong = ({ top, bottom }: RangeRef): boolean => bottom - top >= LIMITS.tableRows;
const TOO_LONG = `plus de ${formatNombre(LIMITS.tableRows)} lignes : un tableau si long n’est pas lu`;
const tooLongAt = (range: RangeRef): string => `${TOO_LONG}, en ${formatLocalRange(range)}`;

export function findTables(grid: SheetGrid, context: ReadingContext): FoundTables {
  const { headings, labels, isDraft = false, isAmended = false } = context;
  const amounts = findHeaders(grid, "amounts", headings);
  const indicators = findHeaders(grid, "indicators", headings);
  const zoneOf = createZoneFinder([...amounts.headers, ...indicators.headers]);

  const parts = { budget: [] as Part<TableauExecution>[], execution: [] as Part<TableauExecution>[] };
  const why = { budget: [...amounts.nearMisses], execution: [] as string[] };
  const recaps: Recapitulatif[] = [];
  const unread: PlageNonLue[] = [];
  for (const header of amounts.headers) {
    const zone = zoneOf(header);
    const byNature = splitNatureRows(header, zone, headings);
    const columns = byNature
      ? { ...splitColumns(header, false, isAmended), execution: splitColumns(header, true, isAmended).execution }
      : splitColumns(header, isExecution(header, zone), isAmended);
    const read = (kind: "budget" | "execution") =>
      columns[kind].length > 0
        ? readAmountTable(byNature?.[kind] ?? header, columns[kind], zone, headings, labels)
        : null;
    const planned = read("budget");
    const executed = read("execution");
    const repeating = byNature && planned && executed ? repeatPlanned(executed, planned) : null;
    const isRepeated = columns.isRepeated || repeating !== null;
    const tables = { budget: planned, execution: repeating ?? executed };
    const ranges: RangeRef[] = [];
    for (const kind of ["budget", "execution"] as const) {
      const bare = tables[kind];
      if (bare && isRecap(bare)) recaps.push({ de: kind, tableau: bare });
      if (bare?.lignesAction.length === 0) {
        ranges.push(bare.range);
        why[kind].push(`un récapitulatif de totaux en ${formatPlace(header)}`);
        continue;
      }
      const table = bare && kind === "execution" ? withJustifications(bare, header, zone) : bare;
      const isTaken =
        table !== null && ((header.titleYear === null && !header.isOfOneParty) || isDraft || namesTheContract(table));
      if (isTaken && isTooLong(table.range)) {
        unread.push({ range: table.range, pourquoi: TOO_LONG, sujet: kind });
        why[kind].push(tooLongAt(table.range));
      } else if (isTaken) {
        const part = toPart(header, table, kind === "budget" ? columns.notes : []);
        parts[kind].push(kind === "budget" && isRepeated ? { ...part, isSaidAgain: true } : part);
        ranges.push(table.range);
        unread.push(...findUnreadDetails(table));
      } else if (columns[kind].length > 0) {
        const nom = kind === "budget" ? "de budget" : "d’exécution";
        why[kind].push(`un en-tête ${nom} en ${formatPlace(header)} mais aucune ligne d’action dessous`);
      }
    }
    if (columns.budget.length === 0) why.budget.push(`un tableau d’exécution en ${formatPlace(header)}`);
    const [range] = ranges.sort((a, b) => b.bottom - a.bottom);
    if (range)
      unread.push(
        ...findUnreadColumns(
          header,
          zone,
          range,
          columnsTaken(
            header,
            columns,
            indicators.headers.filter((other) => other.top <= range.bottom && other.bottom >= header.top),
          ),
          columns.budget.length > 0 ? "budget" : "execution",
        ),
      );
  }

  const indicatorParts: Part<TableauIndicateurs>[] = [];
  const indicatorWhy = [...indicators.nearMisses];
  for (const header of indicators.headers) {
    const zone = zoneOf(header);
    const table = readIndicatorTable(header, isExecution(header, zone), zone, headings, labels);
    if (table && isTooLong(table.range)) {
      unread.push({ range: table.range, pourquoi: TOO_LONG });
      indicatorWhy.push(tooLongAt(table.range));
    } else if (table) {
      indicatorParts.push(toIndicatorPart(header, table));
      const isBeside = (other: Header): boolean => other.top <= table.range.bottom && other.bottom >= header.top;
      unread.push(...findUnreadFigures(header, zone, table.range, amounts.headers.filter(isBeside)));
    } else indicatorWhy.push(`un en-tête d’indicateurs en ${formatPlace(header)} mais aucun indicateur dessous`);
  }

  const explain = (reasons: readonly string[], missing: string): string =>
    reasons.length > 0 ? reasons.join(", ") : grid.rows.every((row) => row.isBlank) ? "feuille vide" : missing;
  const toSheet = <Table>(found: readonly Part<Table>[], reasons: readonly string[], missing: string) => ({
    sheet: grid.sheet,
    parts: found,
    why: found.length > 0 ? "" : explain(reasons, missing),
  });
  return {
    budget: toSheet(parts.budget, why.budget, "aucun en-tête avec des années et des parts"),
    execution: toSheet(parts.execution, why.execution, "aucun en-tête avec des montants réalisés"),
    indicators: toSheet(indicatorParts, indicatorWhy, "aucun en-tête avec des indicateurs et des années"),
    recaps,
    unread,
  };
}
