// What the agent typed beside a finding of an « Écarts » sheet, read back row by row wherever the columns now stand.
import { dateSerial, isoDate } from "xlsx-model/values/date-serial";
import { ECARTS_COLUMNS, ECARTS_LAYOUTS, ecartsColumn, type EcartsColumn } from "./ecarts-columns";

type Scalar = string | number | boolean | null;

/** A block of cells as the workbook gives it. */
interface Block {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Scalar[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** What stands in the columns of both parties: a reason by the one, a decision by the other. */
export interface Inscription {
  readonly text: string;
  readonly by: string | null;
  /** As typed: "Métropole", "DDETS". */
  readonly party: string | null;
  /** ISO date when the cell holds a date, else as typed. */
  readonly on: string | null;
  /** As typed: "Acceptée", "Refusée". */
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly decidedParty: string | null;
  readonly decidedOn: string | null;
}

export const UNDECIDED = { decision: null, decidedBy: null, decidedParty: null, decidedOn: null } as const;
export const NOTHING_TYPED: Inscription = { text: "", by: null, party: null, on: null, ...UNDECIDED };

export const isDecided = ({ decision, decidedBy, decidedParty, decidedOn }: Inscription): boolean =>
  [decision, decidedBy, decidedParty, decidedOn].some((part) => part !== null);

/** One row with something typed in these columns, and what the row said of its finding. */
export interface JustificationSaisie extends Inscription {
  /** The finding's; empty when the agent wrote on a row that bears none. */
  readonly id: string;
  /** Zero-based, of the reason's cell. */
  readonly place: { readonly row: number; readonly column: number };
  /** What we wrote beside the reason and the decision, by which a later change of them is seen; "" where nothing is. */
  readonly repere: string;
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

// Whole days between 1927 and 2119: a bare figure outside is no date that an agent would give.
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_000;

/** Null when the text is no ISO date. */
export function serialFromIso(text: string): number | null {
  const serial = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateSerial(text) : Number.NaN;
  return Number.isNaN(serial) ? null : serial;
}

function asText(value: Scalar): string {
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  return String(value ?? "").trim();
}

function asDate(value: Scalar): string {
  const isDate = typeof value === "number" && value >= FIRST_SERIAL && value < LAST_SERIAL;
  return (isDate ? isoDate(value) : null) ?? asText(value);
}

function asNumber(value: Scalar): number | null {
  return typeof value === "number" ? value : null;
}

/** Where each column stands in a row of headings; null for any other row. */
function positionsOf(values: readonly Scalar[]): ReadonlyMap<EcartsColumn, number> | null {
  const byText = new Map(values.map((value, index) => [asText(value), index]));
  const found = ECARTS_COLUMNS.flatMap(({ key, heading }) => {
    const index = byText.get(heading);
    return index === undefined ? [] : [[key, index] as const];
  });
  // Half of the headings are enough: the agent may have renamed, moved or removed the others.
  return found.length * 2 >= ECARTS_COLUMNS.length ? new Map(found) : null;
}

/** A row of a sheet, from column A on. */
export interface RowSaisie {
  readonly values: readonly Scalar[];
  readonly numberFormats: readonly string[];
}

/** A row with something typed in it, and the headings under which it stands. */
interface PlaceSaisie {
  readonly saisie: JustificationSaisie;
  readonly row: RowSaisie;
  readonly headings: RowSaisie;
}

/** Reads the rows of one « Écarts » sheet, from top to bottom. */
export function readSaisies(blocks: readonly Block[]): JustificationSaisie[] {
  return placeSaisies(blocks).map(({ saisie }) => saisie);
}

/** What was typed, with the rows that it stands in. Headings may stand again further down, for the rows below them. */
export function placeSaisies(blocks: readonly Block[]): PlaceSaisie[] {
  const found: PlaceSaisie[] = [];
  // Kept from block to block: blank rows split a sheet into blocks.
  let headings: { readonly row: RowSaisie; readonly columns: ReadonlyMap<EcartsColumn, number> } | null = null;
  for (const block of blocks) {
    for (const [index, line] of block.values.entries()) {
      const row = (): RowSaisie => ({
        values: [...Array<Scalar>(block.column).fill(null), ...line],
        numberFormats: [...Array<string>(block.column).fill("General"), ...(block.numberFormats[index] ?? [])],
      });
      const positions = positionsOf(line);
      if (positions) {
        const columns = new Map([...positions].map(([key, at]) => [key, at + block.column]));
        headings = { row: row(), columns };
        continue;
      }
      if (!headings) continue;
      const { columns, row: above }: NonNullable<typeof headings> = headings;
      const at = (key: EcartsColumn): number => (columns.get(key) ?? unnamed(columns, key)) - block.column;
      const cell = (key: EcartsColumn): Scalar => line[at(key)] ?? null;
      const place = { row: block.row + index, column: block.column + at("justification") };
      const saisie = readRow(cell, block.numberFormats[index]?.[at("trouve")] ?? "General", place);
      if (saisie) found.push({ saisie, row: row(), headings: above });
    }
  }
  return found;
}

/** The way of writing the sheet that most of the headings agree with. */
function layoutOf(known: ReadonlyMap<EcartsColumn, number>): ReadonlyMap<EcartsColumn, number> {
  const agreeing = (layout: ReadonlyMap<EcartsColumn, number>): number =>
    [...known].filter(([key, column]) => layout.get(key) === column).length;
  return ECARTS_LAYOUTS.reduce((best, layout) => (agreeing(layout) > agreeing(best) ? layout : best));
}

/** Where a column stands whose heading was typed over; nowhere where another stands there, as in a sheet of before it. */
function unnamed(known: ReadonlyMap<EcartsColumn, number>, key: EcartsColumn): number {
  const usual = layoutOf(known).get(key) ?? -1;
  return [...known.values()].includes(usual) ? -1 : usual;
}

const HEADINGS = ECARTS_COLUMNS.map(({ heading }) => heading as string);
const TYPED = ["justification", "par", "partie", "le", "decision", "decideePar", "decideePartie", "decideeLe"] as const;

function readRow(
  cell: (key: EcartsColumn) => Scalar,
  numberFormat: string,
  place: JustificationSaisie["place"],
): JustificationSaisie | null {
  const [text, by, party] = [asText(cell("justification")), asText(cell("par")), asText(cell("partie"))];
  const on = asDate(cell("le"));
  const [decision, decidedBy] = [asText(cell("decision")), asText(cell("decideePar"))];
  const [decidedParty, decidedOn] = [asText(cell("decideePartie")), asDate(cell("decideeLe"))];
  const typed = [text, by, party, on, decision, decidedBy, decidedParty, decidedOn];
  if (typed.every((each) => each === "")) return null;
  // The table's heading may stand a second time, copied by the agent.
  if (typed.every((each, index) => each === HEADINGS[ecartsColumn(TYPED[index] ?? "le")])) return null;
  return {
    id: asText(cell("identifiant")),
    text,
    by: by || null,
    party: party || null,
    on: on || null,
    decision: decision || null,
    decidedBy: decidedBy || null,
    decidedParty: decidedParty || null,
    decidedOn: decidedOn || null,
    repere: asText(cell("repere")),
    place,
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

/** Zero-based, of the cells of both parties beside a finding. */
export type PlacesSaisie = Readonly<Record<(typeof TYPED)[number], { readonly row: number; readonly column: number }>>;

/** A row of the table, and where each column of its headings stands, both zero-based. */
interface HeadedRow {
  readonly row: number;
  /** The headings themselves. */
  readonly isHeading: boolean;
  text(key: EcartsColumn): string;
  column(key: EcartsColumn): number;
}

function* headedRows(blocks: readonly Block[]): Generator<HeadedRow> {
  let columns: ReadonlyMap<EcartsColumn, number> | null = null;
  for (const block of blocks) {
    for (const [index, line] of block.values.entries()) {
      const positions = positionsOf(line);
      if (positions) columns = new Map([...positions].map(([key, at]) => [key, at + block.column]));
      if (!columns) continue;
      const known: NonNullable<typeof columns> = columns;
      const column = (key: EcartsColumn): number => known.get(key) ?? unnamed(known, key);
      yield {
        row: block.row + index,
        isHeading: positions !== null,
        column,
        text: (key) => asText(line[column(key) - block.column] ?? null),
      };
    }
  }
}

/** The columns that are for both parties to type in, in each row below the headings of one « Écarts » sheet; all zero-based. */
export function typedColumns(blocks: readonly Block[]): ReadonlyMap<number, ReadonlySet<number>> {
  const rows = new Map<number, ReadonlySet<number>>();
  for (const { row, isHeading, column } of headedRows(blocks)) {
    if (!isHeading) rows.set(row, new Set(TYPED.map(column)));
  }
  return rows;
}

/** Where what is typed of a finding goes in one « Écarts » sheet; null where it has no row there, or not all of its columns. */
export function placesBeside(blocks: readonly Block[], id: string): PlacesSaisie | null {
  for (const { row, column, text } of headedRows(blocks)) {
    if (text("identifiant") !== id) continue;
    const at = (key: EcartsColumn) => ({ row, column: column(key) });
    const places = {
      justification: at("justification"),
      par: at("par"),
      partie: at("partie"),
      le: at("le"),
      decision: at("decision"),
      decideePar: at("decideePar"),
      decideePartie: at("decideePartie"),
      decideeLe: at("decideeLe"),
    };
    // A sheet of before parties were asked for has no room for what is typed now.
    return Object.values(places).some(({ column: where }) => where < 0) ? null : places;
  }
  return null;
}

/** What one « Écarts » sheet lists: the words of severity and message as they stand. */
export function listedFindings(
  blocks: readonly Block[],
): readonly { readonly id: string; readonly severity: string; readonly message: string }[] {
  return [...headedRows(blocks)].flatMap(({ text }) => {
    const id = text("identifiant");
    return id === "" || id === HEADINGS[ecartsColumn("identifiant")]
      ? []
      : [{ id, severity: text("gravite"), message: text("message") }];
  });
}
