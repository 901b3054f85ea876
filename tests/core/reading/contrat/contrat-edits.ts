// A sheet « Contrat » as it is written, edited by an agent, and read again.
import { formatLocalCell } from "xlsx-model/local-cell";
import { remember } from "../../../../src/core/domain/remember";
import type { Convention } from "../../../../src/core/contract/convention";
import { readContrat, type ContratLu } from "../../../../src/core/reading/contrat/read-contrat";
import { createSheetGrid } from "../../../../src/core/reading/sheet-grid";
import type { RawSheet } from "../../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { composeContratSheet } from "../../../../src/core/sheets/contrat/contrat-sheet";
import { styleAt, valuesOf } from "../../sheets/written-sheet";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

export const DATE = "2026-11-24";

export type Cells = CellValue[][];
export type Edit = (cells: Cells) => void;

/** The cells of the sheet with their formats. It is composed once for each contract, as most tests edit one and the same. */
const written = remember((convention: Convention) => {
  const plan = composeContratSheet(convention);
  return valuesOf(plan).map((values, row) => ({
    values,
    formats: values.map((_, column) => styleAt(plan, row, column).numberFormat ?? "General"),
  }));
});

export function contratSheet(convention: Convention, ...edits: readonly Edit[]): RawSheet {
  const rows = written(convention).map(({ values, formats }) => ({ values: [...values], formats }));
  const cells = rows.map(({ values }) => values);
  // A row keeps its formats when it is moved.
  const formatsOf = new Map(rows.map(({ values, formats }) => [values, formats]));
  for (const edit of edits) edit(cells);
  const literals = cells.map((values) => {
    const formats = formatsOf.get(values);
    return values.map((value, column): CellLiteral => ({ value, numberFormat: formats?.[column] ?? "General" }));
  });
  const [sheet] = rawWorkbook({ Contrat: { cells: literals, resultSheet: "contrat" } }).sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

export const readEdited = (convention: Convention, ...edits: readonly Edit[]): ContratLu =>
  readContrat(createSheetGrid(contratSheet(convention, ...edits)), DATE);

/** "E40 Crédits de l’État 2025". */
export const mistakes = ({ feuille }: ContratLu): string[] =>
  [...feuille.erreurs, ...linesWrong(feuille)]
    .map(({ cell, parametre }) => `${formatLocalCell(cell.row, cell.column)} ${parametre}`)
    .map(plain);

const linesWrong = ({ registre = [] }: ContratLu["feuille"]) => registre.flatMap(({ erreurs }) => erreurs);

export const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** The cell of a table: its section, its line from 1, its heading. */
export function find(cells: Cells, section: string, line: number, heading: string) {
  const title = cells.findIndex((values) => values.includes(section));
  const head = cells.findIndex((values, index) => index > title && values.includes(heading));
  const column = cells[head]?.indexOf(heading) ?? -1;
  if (title < 0 || column < 0) throw new Error(`no ${heading} in ${section}`);
  return { row: head + line, column };
}

export function put(section: string, line: number, heading: string, value: CellValue): Edit {
  return (cells) => {
    const { row, column } = find(cells, section, line, heading);
    const values = cells[row];
    if (!values) throw new Error(`no line ${line} in ${section}`);
    values[column] = value;
  };
}

/** The value beside the name of a single parameter. */
export function putParametre(name: string, value: CellValue): Edit {
  return (cells) => {
    const row = cells.find((values) => values[0] === name);
    if (!row) throw new Error(`no ${name}`);
    row[2] = value;
  };
}

/** A line of the table of avenants, by the headings of its columns. */
export function putAvenant(line: number, values: Readonly<Record<string, CellValue>>): Edit {
  return (cells) => {
    for (const [heading, value] of Object.entries(values)) put("Avenants", line, heading, value)(cells);
  };
}

/** The address of the cell that an edit touches, in the sheet as written. */
export function addressOf(convention: Convention, section: string, line: number, heading: string): string {
  let address = "";
  readEdited(convention, (cells: Cells) => {
    const { row, column } = find(cells, section, line, heading);
    address = formatLocalCell(row, column);
  });
  return address;
}
