// Understands a workbook: finds its tables, keeps the one of each kind, and says why where there is none.
import { conventionEnVigueur } from "../domain/avenant";
import { formatLocalRange } from "../domain/cell-ref";
import type { Convention } from "../domain/convention";
import type { Dossier, TableAbsente, TableauBudgetaire, TableauIndicateurs, TableKind } from "../domain/dossier";
import type { RawSheet, RawWorkbook } from "../workbook-port";
import { findTables } from "./find-tables";
import { gatherTables, namesTheContract, type SheetTables } from "./gather-tables";
import { createHeadingReader } from "./headings";
import { createLabelReader } from "./label-reader";
import { mergeBudgetTables } from "./merge-budget-tables";
import { mergeIndicatorTables } from "./merge-indicator-tables";
import { createSheetGrid } from "./sheet-grid";

type AnyTable = TableauBudgetaire | TableauIndicateurs;

interface Choice<Table> {
  readonly table: Table | null;
  readonly absence: TableAbsente | null;
}

/** Several tables that name actions of the contract are never decided between in silence. */
function choose<Table extends AnyTable>(
  kind: TableKind,
  found: readonly SheetTables<Table>[],
  unread: TableAbsente["sheets"],
): Choice<Table> {
  const all = found.flatMap(({ tables }) => tables);
  const ours = all.filter(namesTheContract);
  const candidates = ours.length > 0 ? ours : all;
  const [table, another] = candidates;
  if (table && !another) return { table, absence: null };
  if (table) {
    const sheets = candidates.map(({ range }) => ({
      sheet: range.sheet,
      why: `un tableau en ${formatLocalRange(range)}`,
    }));
    return { table: null, absence: { kind, reason: "plusieurs", sheets } };
  }
  const sheets = found.map(({ sheet, why }) => ({ sheet, why }));
  return { table: null, absence: { kind, reason: "aucun", sheets: [...sheets, ...unread] } };
}

/** A workbook needs no such table: its lack is nothing to explain, a choice to make is. */
const isSeveral = (absence: TableAbsente | null): TableAbsente | null =>
  absence?.reason === "plusieurs" ? absence : null;

function explainUnread({ name, resultSheet }: RawSheet): { readonly sheet: string; readonly why: string } {
  return { sheet: name, why: resultSheet ? "feuille de résultats de la vérification" : "feuille masquée, non lue" };
}

/** `asOf` is an ISO date. */
export function readDossier(raw: RawWorkbook, convention: Convention, asOf: string): Dossier {
  const enVigueur = conventionEnVigueur(convention, asOf);
  const headings = createHeadingReader(enVigueur.convention);
  const labels = createLabelReader(enVigueur.convention);
  const isRead = (sheet: RawSheet): boolean => sheet.resultSheet === null && sheet.visibility === "visible";

  const found = raw.sheets.filter(isRead).map((sheet) => findTables(createSheetGrid(sheet), headings, labels));
  const unread = raw.sheets.filter((sheet) => !isRead(sheet)).map(explainUnread);
  const budgets = gatherTables(
    found.map((tables) => tables.budget),
    mergeBudgetTables,
  );
  const executions = gatherTables(
    found.map((tables) => tables.execution),
    mergeBudgetTables,
  );
  const indicatorTables = gatherTables(
    found.map((tables) => tables.indicators),
    mergeIndicatorTables,
  );
  const budget = choose("budget", budgets, unread);
  const execution = choose("execution", executions, unread);
  const indicators = choose("indicators", indicatorTables, unread);
  return {
    convention: enVigueur.convention,
    avenants: enVigueur.avenants,
    asOf,
    budget: budget.table,
    execution: execution.table,
    indicators: indicators.table,
    fiches: null,
    imputation: null,
    coordonnees: null,
    echeancier: null,
    feuilleContrat: null,
    absences: [budget.absence, indicators.absence, isSeveral(execution.absence)].filter((absence) => absence !== null),
  };
}
