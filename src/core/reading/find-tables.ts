// Looks through one sheet for the tables of each kind, and says why it gave none.
import { formatLocalRange } from "../domain/cell-ref";
import type { TableauExecution, TableauIndicateurs } from "../domain/dossier";
import { namesTheContract, type Part, type SheetParts } from "./gather-tables";
import type { AmountColumn } from "./headings/heading-bands";
import { announcesExecution, type HeadingReader } from "./headings/headings";
import { withJustifications } from "./headings/justification-columns";
import type { LabelReader } from "./labels/label-reader";
import { locateBudgetTables, type BudgetHeader } from "./amounts/locate-budget-table";
import { locateIndicatorTables, type IndicatorHeader } from "./indicators/locate-indicator-table";
import { readBudgetTable } from "./amounts/read-budget-table";
import { readFlatTable } from "./amounts/read-flat-table";
import { readIndicatorTable } from "./indicators/read-indicator-table";
import type { SheetGrid } from "./sheet-grid";
import { findZone, rowText, type TableHeader, type TableZone } from "./headings/table-header";

/** `budget` and `execution` are tables of amounts alike; what the State has paid stands in the second only. */
export interface FoundTables {
  readonly budget: SheetParts<TableauExecution>;
  readonly execution: SheetParts<TableauExecution>;
  readonly indicators: SheetParts<TableauIndicateurs>;
}

const formatPlace = ({ top, left, bottom, right }: TableHeader): string =>
  formatLocalRange({ top, left, bottom, right });

function isExecution(header: TableHeader, zone: TableZone): boolean {
  if (announcesExecution(header.grid.sheet)) return true;
  for (let row = zone.titlesFrom; row < header.top; row += 1) {
    const cells = header.grid.row(row);
    if (cells && announcesExecution(rowText(cells, zone))) return true;
  }
  return false;
}

interface SplitColumns {
  readonly budget: readonly AmountColumn[];
  readonly execution: readonly AmountColumn[];
}

/** A column that says nothing is what the title says, unless executed columns stand beside it. */
function splitColumns({ columns }: BudgetHeader, isTitledExecution: boolean): SplitColumns {
  const saysExecution = columns.some(({ nature, colonne }) => nature === "execution" && colonne !== "verse");
  const isUnsaidExecuted = isTitledExecution && !saysExecution;
  const budget: AmountColumn[] = [];
  const execution: AmountColumn[] = [];
  for (const column of columns) {
    const isExecuted = column.nature === null ? isUnsaidExecuted : column.nature === "execution";
    if (isExecuted || column.colonne === "verse") execution.push(column);
    else budget.push(column);
  }
  // What was paid is read beside what was executed; alone it makes no table.
  return { budget, execution: execution.some(({ colonne }) => colonne !== "verse") ? execution : [] };
}

/** Years alone are targets, unless the title says that they were achieved. */
function sayMesures(header: IndicatorHeader, isTitledExecution: boolean): IndicatorHeader {
  if (!header.isUnsaid || !isTitledExecution) return header;
  return { ...header, values: header.values.map((value) => ({ ...value, mesure: "realise" })) };
}

function noteTitle(header: BudgetHeader): string[] {
  const { titleYear, grid } = header;
  if (!titleYear || titleYear.sheetYear === null) return [];
  return [
    `La feuille « ${grid.sheet} » porte dans son titre l’année ${titleYear.annee} : c’est cette année qui a été lue.`,
  ];
}

function toPart(header: BudgetHeader, table: TableauExecution): Part<TableauExecution> {
  const notes = [...(table.notes ?? []), ...noteTitle(header)];
  return {
    table: notes.length > 0 ? { ...table, notes } : table,
    slots: table.annees.map(({ annee }) => `${annee}`),
    isTitled: header.titleYear !== null,
  };
}

/** `isDraft` while no action of the contract is known by which a table could be told from a look-alike. */
export function findTables(
  grid: SheetGrid,
  headings: HeadingReader,
  labels: LabelReader,
  isDraft = false,
): FoundTables {
  const budgets = locateBudgetTables(grid, headings);
  const indicators = locateIndicatorTables(grid, headings);
  const headers = [...budgets.headers, ...indicators.headers];

  const parts = { budget: [] as Part<TableauExecution>[], execution: [] as Part<TableauExecution>[] };
  const why = { budget: [...budgets.nearMisses], execution: [] as string[] };
  for (const header of budgets.headers) {
    const zone = findZone(header, headers);
    const columns = splitColumns(header, isExecution(header, zone));
    const read = (amounts: readonly AmountColumn[]): TableauExecution | null =>
      header.yearColumn
        ? readFlatTable(header, header.yearColumn, amounts, zone, headings, labels)
        : readBudgetTable(header, amounts, zone, labels);
    for (const kind of ["budget", "execution"] as const) {
      const bare = columns[kind].length > 0 ? read(columns[kind]) : null;
      const table = bare && kind === "execution" ? withJustifications(bare, header, zone) : bare;
      const isTaken = table !== null && (header.titleYear === null || isDraft || namesTheContract(table));
      if (isTaken) parts[kind].push(toPart(header, table));
      else if (columns[kind].length > 0) {
        const nom = kind === "budget" ? "de budget" : "d’exécution";
        why[kind].push(`un en-tête ${nom} en ${formatPlace(header)} mais aucune ligne d’action dessous`);
      }
    }
    if (columns.budget.length === 0) why.budget.push(`un tableau d’exécution en ${formatPlace(header)}`);
  }

  const indicatorParts: Part<TableauIndicateurs>[] = [];
  const indicatorWhy = [...indicators.nearMisses];
  for (const header of indicators.headers) {
    const zone = findZone(header, headers);
    const table = readIndicatorTable(sayMesures(header, isExecution(header, zone)), zone, headings, labels);
    if (table) {
      const slots = [
        ...table.annees.map(({ annee }) => `${annee}`),
        ...table.anneesRealisees.map(({ annee }) => `réalisé ${annee}`),
      ];
      indicatorParts.push({ table, slots, isTitled: header.titleYear !== null });
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
  };
}
