// Procès-verbaux drawn up from the tables of the signed annex, written to their sheet and read back.
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Convention } from "../../../../src/core/contract/convention";
import { controler, type Controle } from "../../../../src/core/reports/proces-verbal/controler";
import { lireProcesVerbal, type ProcesVerbalLu } from "../../../../src/core/reports/proces-verbal/lire-proces-verbal";
import { dresserProcesVerbal, type ProcesVerbal } from "../../../../src/core/reports/proces-verbal/proces-verbal";
import { readPage } from "../../../../src/usecases/check-proces-verbal";
import { verify } from "../../../../src/core/verify";
import type { CellValue } from "xlsx-model/plan";
import { composeProcesVerbalSheet } from "../../../../src/core/sheets/proces-verbal-sheet";
import { execution, indicateurs } from "../../executed-workbook";
import { tableauBudgetaire } from "../../reading/annexes";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "../../reading/raw-workbook-builder";
import { readBack, valuesOf } from "../../sheets/written-sheet";

export const AS_OF = "2026-11-24";
const VERSIONS = { produit: "1.2.3", regles: "abcdef012345" } as const;

export type Sheets = Readonly<Record<string, readonly (readonly CellLiteral[])[] | SheetLiteral>>;

export const SHEETS: Sheets = {
  "Tableau budgétaire": tableauBudgetaire,
  Exécution: execution,
  Indicateurs: indicateurs,
};

export function drawUp(
  sheets: Sheets = SHEETS,
  {
    convention = contratIntegre,
    asOf = AS_OF,
    versions = VERSIONS as ProcesVerbal["versions"],
    precedents = [] as ProcesVerbal["precedents"],
  } = {},
): ProcesVerbal {
  return dresserProcesVerbal(verify(rawWorkbook(sheets), convention as Convention, asOf), versions, precedents);
}

export type EditSheet = (cells: CellValue[][]) => void;

/** As its sheet is read back, `edit` done to it. */
export function kept(pv: ProcesVerbal, edit: EditSheet = () => {}): ProcesVerbalLu {
  const plan = composeProcesVerbalSheet(pv);
  const cells = valuesOf(plan).map((row) => [...row]);
  edit(cells);
  return lireProcesVerbal(readBack(plan, cells));
}

/** Checks the sheet of `signed`, edited, against what the workbook now says. */
export function check(signed: ProcesVerbal, now: ProcesVerbal, edit: EditSheet = () => {}): Controle {
  return controler(kept(signed, edit), now, readPage(now));
}

/** The value beside a heading of the page. */
export function rowOf(cells: readonly (readonly CellValue[])[], label: CellValue): CellValue[] {
  const row = cells.find((each) => each[0] === label);
  if (!row) throw new Error(`no row ${String(label)}`);
  return row as CellValue[];
}

export const plain = (text: string): string => text.replaceAll("\u00a0", " ");
