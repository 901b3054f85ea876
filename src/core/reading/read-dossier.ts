// Understands a workbook: finds its tables, keeps the one of each kind, and says why where there is none.
import { conventionEnVigueur } from "../domain/avenant";
import { formatLocalRange } from "../domain/cell-ref";
import type { Convention } from "../domain/convention";
import type { ChoixTableau, Dossier, TableAbsente, TableauBudgetaire, TableauIndicateurs } from "../domain/dossier";
import type { ChoiceKind, RawChoice, RawSheet, RawWorkbook } from "../workbook-port";
import { findTables } from "./find-tables";
import { gatherTables, type SheetParts } from "./gather-tables";
import { createHeadingReader } from "./headings";
import { createLabelReader } from "./label-reader";
import { mergeBudgetTables } from "./merge-budget-tables";
import { mergeIndicatorTables } from "./merge-indicator-tables";
import { readParts } from "./read-parts";
import { createSheetGrid } from "./sheet-grid";
import { joinSplitLabels } from "./split-labels";

interface Choice<Table> {
  readonly table: Table | null;
  readonly absence: TableAbsente | null;
  readonly choix: ChoixTableau | null;
}

/** Several tables that show the same are never decided between in silence. */
function choose<Table extends TableauBudgetaire | TableauIndicateurs>(
  kind: ChoiceKind,
  sheets: readonly SheetParts<Table>[],
  merge: Parameters<typeof gatherTables<Table>>[1],
  unread: TableAbsente["sheets"],
  choices: readonly RawChoice[],
): Choice<Table> {
  const headings = choices.filter((choice) => choice.kind === kind).map(({ heading }) => heading);
  const { table, candidates, undecided, isChoiceLost } = gatherTables(sheets, merge, headings);
  const choix: ChoixTableau = {
    kind,
    candidats: candidates.map(({ table: candidat, isChosen }) => ({
      range: candidat.range,
      heading: candidat.heading,
      actions: candidat.lignesAction.length,
      annees: yearsOf(candidat),
      retenu: isChosen,
    })),
    choixPerdu: isChoiceLost,
  };
  const made = candidates.length > 0 || isChoiceLost ? choix : null;
  if (table) return { table, absence: null, choix: made };
  if (undecided.length > 0) {
    const places = undecided.map(({ range }) => ({
      sheet: range.sheet,
      why: `un tableau en ${formatLocalRange(range)}`,
    }));
    return { table: null, absence: { kind, reason: "plusieurs", sheets: places }, choix: made };
  }
  const reasons = sheets.map(({ sheet, why }) => ({ sheet, why }));
  return { table: null, absence: { kind, reason: "aucun", sheets: [...reasons, ...unread] }, choix: made };
}

function yearsOf(table: TableauBudgetaire | TableauIndicateurs): number[] {
  const achieved = "anneesRealisees" in table ? table.anneesRealisees : [];
  return [...new Set([...table.annees, ...achieved].map(({ annee }) => annee))].sort((a, b) => a - b);
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

  const sheets = raw.sheets.filter(isRead).map((sheet) => {
    const { grid, labels: labelsReunis } = joinSplitLabels(createSheetGrid(sheet), labels.index);
    const { name, hiddenRows, hiddenColumns } = sheet;
    return { grid, lue: { sheet: name, hiddenRows, hiddenColumns, labelsReunis } };
  });
  const found = sheets.map(({ grid }) => findTables(grid, headings, labels));
  const unread = raw.sheets.filter((sheet) => !isRead(sheet)).map(explainUnread);
  const chooseAmong = <Table extends TableauBudgetaire | TableauIndicateurs>(
    kind: ChoiceKind,
    parts: readonly SheetParts<Table>[],
    merge: Parameters<typeof gatherTables<Table>>[1],
  ) => choose(kind, parts, merge, unread, raw.choices);
  const budget = chooseAmong(
    "budget",
    found.map((tables) => tables.budget),
    mergeBudgetTables,
  );
  const execution = chooseAmong(
    "execution",
    found.map((tables) => tables.execution),
    mergeBudgetTables,
  );
  const indicators = chooseAmong(
    "indicators",
    found.map((tables) => tables.indicators),
    mergeIndicatorTables,
  );
  const parts = readParts(
    sheets.map(({ grid }) => grid),
    enVigueur.convention,
    headings,
    labels,
  );
  return {
    convention: enVigueur.convention,
    avenants: enVigueur.avenants,
    asOf,
    budget: budget.table,
    execution: execution.table,
    indicators: indicators.table,
    fiches: parts.fiches,
    imputation: parts.imputation,
    coordonnees: parts.coordonnees,
    echeancier: parts.echeancier,
    feuilleContrat: null,
    absences: [budget.absence, indicators.absence, isSeveral(execution.absence), ...parts.absences].filter(
      (absence) => absence !== null,
    ),
    choix: [budget.choix, execution.choix, indicators.choix].filter((choix) => choix !== null),
    feuilles: sheets.map(({ lue }) => lue),
  };
}
