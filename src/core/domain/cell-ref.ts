// Addresses of cells and ranges, written the way Excel writes them.

/** One cell; row and column are zero-based. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells on one sheet; rows and columns are zero-based and inclusive. */
export interface RangeRef {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Of Excel's sheets, zero-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0, "AA" → 26. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "D7". */
export function formatLocalCell(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "A3:M18", or "A3" for a single cell. */
export function formatLocalRange(range: Omit<RangeRef, "sheet">): string {
  const first = formatLocalCell(range.top, range.left);
  const last = formatLocalCell(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}

// Excel leaves a name bare only when it could be nothing else: letters, digits, "_" and ".", no leading digit,
// and neither an A1 nor an R1C1 reference nor a boolean.
const BARE_SHEET_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
const LOOKS_LIKE_REFERENCE = /^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*|l\d*c?\d*|true|false|vrai|faux)$/i;

/** The sheet name as it stands before "!" in a reference: quoted when Excel needs it. */
export function quoteSheet(name: string): string {
  if (BARE_SHEET_NAME.test(name) && !LOOKS_LIKE_REFERENCE.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

/** "'Tableau budgétaire'!D7". */
export function formatCellRef(cell: CellRef): string {
  return `${quoteSheet(cell.sheet)}!${formatLocalCell(cell.row, cell.column)}`;
}

/** "'Tableau budgétaire'!$D$7", as a defined name holds it. */
export function absoluteCellRef({ sheet, row, column }: CellRef): string {
  return `${quoteSheet(sheet)}!$${columnName(column)}$${row + 1}`;
}

/** "'Tableau budgétaire'!$D$7:$E$9", or "…!$D$7" for a single cell. */
export function absoluteRange({ sheet, top, left, bottom, right }: RangeRef): string {
  const first = `$${columnName(left)}$${top + 1}`;
  const last = `$${columnName(right)}$${bottom + 1}`;
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** "'Tableau budgétaire'!A3:M18". */
export function formatRangeRef(range: RangeRef): string {
  return `${quoteSheet(range.sheet)}!${formatLocalRange(range)}`;
}

/** Reads what formatCellRef writes ("$" tolerated); null when the text is not one cell of a named sheet. */
export function parseCellRef(text: string): CellRef | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(text);
  if (!match) return null;
  const [, quoted, bare, column = "", row = ""] = match;
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  return sheet === undefined ? null : { sheet, row: Number(row) - 1, column: columnIndex(column) };
}
