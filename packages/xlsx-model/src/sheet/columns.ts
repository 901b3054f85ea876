// Column widths, formats and hiding: the sheet's list of column runs.
import { LAST_COLUMN } from "../cell-ref";
import type { XmlElement } from "../xml/parse-xml";
import { formatAttributes, readAttributes } from "../xml/tags";
import type { XmlPart } from "../xml/xml-part";
import { SHEET_ORDER } from "./sheet-part";

/** A run of columns that share their attributes; zero-based, inclusive. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly attributes: ReadonlyMap<string, string>;
}

// At 11 points Calibri, a digit is 7 pixels wide and a cell keeps 5 for its padding: the file counts both.
const DIGIT = 7;
const PADDING = 5;

export function widthFromCharacters(characters: number): number {
  return Math.trunc(((characters * DIGIT + PADDING) / DIGIT) * 256) / 256;
}

export function charactersFromWidth(width: number): number {
  return Math.max(0, Math.round(((width * DIGIT - PADDING) / DIGIT) * 100) / 100);
}

export function readColumns(frame: XmlPart): readonly ColumnRun[] {
  const cols = frame.tree("cols");
  if (!cols) return [];
  let runs = runsOf.get(cols);
  if (!runs) {
    runs = cols.children.map(({ attributes }) => ({
      first: Number(attributes["min"]) - 1,
      last: Number(attributes["max"]) - 1,
      attributes: new Map(Object.entries(attributes)),
    }));
    runsOf.set(cols, runs);
  }
  return runs;
}

/** Asked for at each cell: read once for the text that says them. */
const runsOf = new WeakMap<XmlElement, readonly ColumnRun[]>();

export function columnRun(runs: readonly ColumnRun[], column: number): ColumnRun | undefined {
  for (const run of runs) if (column >= run.first && column <= run.last) return run;
  return undefined;
}

/** Sets, or with null removes, attributes of columns; runs are split, the rest of the list stays. */
export function setColumns(
  frame: XmlPart,
  first: number,
  last: number,
  changes: Readonly<Record<string, string | null>>,
): void {
  const kept: ColumnRun[] = [];
  let next = first;
  const change = (from: number, to: number, old: ColumnRun | null) => {
    const attributes = new Map(old?.attributes);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) attributes.delete(name);
      else attributes.set(name, value);
    }
    if ([...attributes.keys()].some((name) => name !== "min" && name !== "max"))
      kept.push({ first: from, last: to, attributes });
  };
  for (const run of readColumns(frame)) {
    if (run.last < first || run.first > last) {
      kept.push(run);
      continue;
    }
    if (run.first < first) kept.push({ ...run, last: first - 1 });
    if (run.last > last) kept.push({ ...run, first: last + 1 });
    const [from, to] = [Math.max(run.first, first), Math.min(run.last, last)];
    if (from > next) change(next, from - 1, null);
    change(from, to, run);
    next = to + 1;
  }
  if (next <= last) change(next, last, null);
  writeColumns(
    frame,
    kept.sort((a, b) => a.first - b.first),
  );
}

/** Widths, formats and hiding of the columns beside those that are inserted or deleted. */
export function moveColumns(frame: XmlPart, left: number, right: number, isDeleted: boolean): void {
  const count = right - left + 1;
  const moved = readColumns(frame).flatMap((run): ColumnRun[] => {
    const before = { ...run, last: Math.min(run.last, left - 1) };
    const after = isDeleted
      ? { ...run, first: Math.max(run.first, right + 1) - count, last: run.last - count }
      : { ...run, first: Math.max(run.first, left) + count, last: Math.min(LAST_COLUMN, run.last + count) };
    return [before, after].filter(({ first, last }) => first <= last);
  });
  writeColumns(frame, moved);
}

export function clearColumns(frame: XmlPart): void {
  writeColumns(frame, []);
}

function writeColumns(frame: XmlPart, runs: readonly ColumnRun[]): void {
  const { prefix } = frame;
  const existing = frame.find("cols");
  if (runs.length === 0) {
    if (existing) frame.remove(existing);
    return;
  }
  let inside = "";
  for (const { first, last, attributes } of runs) {
    const rest = [...attributes].filter(([name]) => name !== "min" && name !== "max");
    // A run without a width is refused by some readers; 9.14 is the default one.
    if (!attributes.has("width")) rest.unshift(["width", "9.140625"]);
    inside += `<${prefix}col min="${first + 1}" max="${last + 1}"${formatAttributes(rest)}/>`;
  }
  const open = existing
    ? `<${prefix}cols${formatAttributes(readAttributes(existing.xml.slice(0, existing.xml.indexOf(">"))))}>`
    : `<${prefix}cols>`;
  const xml = `${open}${inside}</${prefix}cols>`;
  if (existing) existing.xml = xml;
  else frame.insert("cols", xml, SHEET_ORDER);
}
