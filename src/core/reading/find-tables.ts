// Looks through the visible sheets for the tables of one kind, and says of each sheet why it gave none.
import { formatLocalRange } from "../domain/cell-ref";
import type { TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import { announcesExecution, type HeadingReader } from "./headings";
import type { LabelReader } from "./label-reader";
import { locateBudgetTables, type BudgetHeader } from "./locate-budget-table";
import { locateIndicatorTables } from "./locate-indicator-table";
import { readBudgetTable } from "./read-budget-table";
import { readIndicatorTable } from "./read-indicator-table";
import type { SheetGrid } from "./sheet-grid";
import { findZone, rowText, type TableHeader, type TableZone } from "./table-header";

export interface SheetTables<Table> {
  readonly sheet: string;
  readonly tables: readonly Table[];
  /** French clause: why the sheet has no such table; empty when it has one. */
  readonly why: string;
}

export interface FoundTables {
  readonly budget: SheetTables<TableauBudgetaire>;
  readonly indicators: SheetTables<TableauIndicateurs>;
}

const formatPlace = ({ top, left, bottom, right }: TableHeader): string =>
  formatLocalRange({ top, left, bottom, right });

function isExecution(header: BudgetHeader, zone: TableZone): boolean {
  if (announcesExecution(header.grid.sheet)) return true;
  for (let row = zone.titleTop; row < header.top; row += 1) {
    const cells = header.grid.row(row);
    if (cells && announcesExecution(rowText(cells, zone))) return true;
  }
  return false;
}

export function findTables(grid: SheetGrid, headings: HeadingReader, labels: LabelReader): FoundTables {
  const budgets = locateBudgetTables(grid, headings);
  const indicators = locateIndicatorTables(grid, headings);
  const headers = [...budgets.headers, ...indicators.headers];

  const budgetTables: TableauBudgetaire[] = [];
  const budgetWhy = [...budgets.nearMisses];
  for (const header of budgets.headers) {
    const zone = findZone(header, headers);
    if (isExecution(header, zone)) {
      budgetWhy.push(`un tableau d’exécution en ${formatPlace(header)}`);
      continue;
    }
    const table = readBudgetTable(header, zone, labels);
    if (table) budgetTables.push(table);
    else budgetWhy.push(`un en-tête de budget en ${formatPlace(header)} mais aucune ligne d’action dessous`);
  }

  const indicatorTables: TableauIndicateurs[] = [];
  const indicatorWhy = [...indicators.nearMisses];
  for (const header of indicators.headers) {
    const table = readIndicatorTable(header, findZone(header, headers), labels);
    if (table) indicatorTables.push(table);
    else indicatorWhy.push(`un en-tête d’indicateurs en ${formatPlace(header)} mais aucun indicateur dessous`);
  }

  const explain = (reasons: readonly string[], missing: string): string =>
    reasons.length > 0 ? reasons.join(", ") : grid.rows.every((row) => row.isBlank) ? "feuille vide" : missing;
  return {
    budget: {
      sheet: grid.sheet,
      tables: budgetTables,
      why: budgetTables.length > 0 ? "" : explain(budgetWhy, "aucun en-tête avec des années et des parts"),
    },
    indicators: {
      sheet: grid.sheet,
      tables: indicatorTables,
      why: indicatorTables.length > 0 ? "" : explain(indicatorWhy, "aucun en-tête avec des indicateurs et des années"),
    },
  };
}
