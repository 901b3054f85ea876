// What the agent typed beside a finding of an « Écarts » sheet, read back row by row wherever the columns now stand.
import { ECARTS_COLUMNS, ecartsColumn, type EcartsColumn } from "./ecarts-columns";

type Scalar = string | number | boolean | null;

/** A block of cells as the workbook gives it. */
interface Block {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Scalar[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** One row with something typed in « Justification », « Par » or « Le », and what the row said of its finding. */
export interface JustificationSaisie {
  /** The finding's; empty when the agent wrote on a row that bears none. */
  readonly id: string;
  readonly text: string;
  readonly by: string | null;
  /** ISO date when the cell holds a date, else as typed. */
  readonly on: string | null;
  /** The figures it was given for, in euros or units. */
  readonly found: number | null;
  readonly expected: number | null;
  /** US number format of these figures. */
  readonly numberFormat: string;
  readonly rule: string;
  readonly article: string;
  readonly severity: string;
  readonly action: Scalar;
  readonly year: Scalar;
  readonly message: string;
}

const DAY = 86_400_000;
// Excel's day 0 for any date after its phantom 29 February 1900.
const EPOCH = Date.UTC(1899, 11, 30);
// Whole days between 1927 and 2119: a bare figure outside is no date that an agent would give.
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_000;

function isoFromSerial(serial: number): string {
  return new Date(EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** Null when the text is no ISO date. */
export function serialFromIso(text: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? null : Math.round((time - EPOCH) / DAY);
}

function asText(value: Scalar): string {
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  return String(value ?? "").trim();
}

function asDate(value: Scalar): string {
  const isDate = typeof value === "number" && value >= FIRST_SERIAL && value < LAST_SERIAL;
  return isDate ? isoFromSerial(value) : asText(value);
}

function asNumber(value: Scalar): number | null {
  return typeof value === "number" ? value : null;
}

interface Headings {
  readonly row: number;
  readonly positions: ReadonlyMap<EcartsColumn, number>;
}

/** The row of the headings in one block, and where each column stands in it. */
function findHeadings(block: Block): Headings | null {
  for (const [row, values] of block.values.entries()) {
    const byText = new Map(values.map((value, index) => [asText(value), index]));
    const found = ECARTS_COLUMNS.flatMap(({ key, heading }) => {
      const index = byText.get(heading);
      return index === undefined ? [] : [[key, index] as const];
    });
    // Half of the headings are enough: the agent may have renamed, moved or removed the others.
    if (found.length * 2 >= ECARTS_COLUMNS.length) return { row, positions: new Map(found) };
  }
  return null;
}

/** Reads the rows of one « Écarts » sheet, from top to bottom. */
export function readSaisies(blocks: readonly Block[]): JustificationSaisie[] {
  const saisies: JustificationSaisie[] = [];
  // Positions in the sheet's own columns, kept from block to block: blank rows split a sheet into blocks.
  let columns: ReadonlyMap<EcartsColumn, number> | null = null;
  for (const block of blocks) {
    const headings: Headings | null = columns ? null : findHeadings(block);
    if (headings) columns = new Map([...headings.positions].map(([key, index]) => [key, index + block.column]));
    if (!columns) continue;
    const known: ReadonlyMap<EcartsColumn, number> = columns;
    const first = headings ? headings.row + 1 : 0;
    for (let index = first; index < block.values.length; index += 1) {
      const at = (key: EcartsColumn): number => (known.get(key) ?? ecartsColumn(key)) - block.column;
      const cell = (key: EcartsColumn): Scalar => block.values[index]?.[at(key)] ?? null;
      const saisie = readRow(cell, block.numberFormats[index]?.[at("trouve")] ?? "General");
      if (saisie) saisies.push(saisie);
    }
  }
  return saisies;
}

function readRow(cell: (key: EcartsColumn) => Scalar, numberFormat: string): JustificationSaisie | null {
  const [text, by, on] = [asText(cell("justification")), asText(cell("par")), asDate(cell("le"))];
  if (!text && !by && !on) return null;
  // The table's heading may stand a second time, copied by the agent.
  if (text === "Justification" && by === "Par") return null;
  return {
    id: asText(cell("identifiant")),
    text,
    by: by || null,
    on: on || null,
    found: asNumber(cell("trouve")),
    expected: asNumber(cell("attendu")),
    numberFormat,
    rule: asText(cell("regle")),
    article: asText(cell("article")),
    severity: asText(cell("gravite")),
    action: cell("action"),
    year: cell("annee"),
    message: asText(cell("message")),
  };
}
