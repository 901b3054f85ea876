// What a page cut in two: a paragraph, a table that goes on with its heading said again.
import { joinTexts, type Vocabulary } from "./paragraphs";
import type { Flow, FlowTable } from "./page-flow";
import type { TextRow } from "./ruled-tables";

/** Changes the flows: what goes on is put at the end of where it began. */
export function joinPages(pages: readonly Flow[][], words: Vocabulary): void {
  let open: Flow | null = null;
  for (const page of pages) {
    const [first] = page;
    if (first && open && goesOn(open, first, words)) page.shift();
    open = page.at(-1) ?? open;
  }
}

function goesOn(before: Flow, after: Flow, words: Vocabulary): boolean {
  if (before.kind === "text" && after.kind === "text") {
    const isCut = /[^.;:!?»”]$/u.test(before.text) && /^\p{Ll}/u.test(after.text);
    if (isCut) before.text = joinTexts(before.text, after.text, words);
    return isCut;
  }
  return before.kind === "table" && after.kind === "table" && append(before, after, words);
}

/** The columns of two parts of a table, as far as they agree: a heading of merged cells draws fewer of them. */
function commonColumns({ columns }: FlowTable, after: FlowTable): readonly number[] | null {
  if (!columns || !after.columns) return null;
  const [more, fewer] = columns.length >= after.columns.length ? [columns, after.columns] : [after.columns, columns];
  const isEdge = (edge: number): boolean => more.some((each) => Math.abs(each - edge) < 4);
  const areEnds = [0, -1].every((end) => Math.abs((more.at(end) ?? 0) - (fewer.at(end) ?? 0)) < 4);
  return areEnds && fewer.every(isEdge) ? more : null;
}

/** Rows as they stand in more columns. */
function spread(rows: readonly TextRow[], own: readonly number[], columns: readonly number[]): readonly TextRow[] {
  if (own.length === columns.length) return rows;
  const places = own.map((edge) => columns.findIndex((each) => Math.abs(each - edge) < 4));
  return rows.map(({ texts, cells }) => {
    const wide = new Array<string>(columns.length - 1).fill("");
    texts.forEach((text, index) => (wide[places[index] ?? 0] = text));
    return { texts: wide, cells };
  });
}

const same = (left: TextRow | undefined, right: TextRow | undefined): boolean =>
  left !== undefined && right !== undefined && left.texts.every((text, index) => text === right.texts[index]);

/** False for a table of its own, as the next years of a budget are. */
function append(before: FlowTable, part: FlowTable, words: Vocabulary): boolean {
  const columns = commonColumns(before, part);
  if (!columns || !before.columns || !part.columns) return false;
  const after = { rows: spread(part.rows, part.columns, columns) };
  const begun = { rows: spread(before.rows, before.columns, columns) };
  let heading = 0;
  while (heading < after.rows.length && same(begun.rows[heading], after.rows[heading])) heading += 1;
  const next = after.rows[heading];
  if (heading === 0 && next?.texts.some((text) => /(?<!\d)20[23]\d(?!\d)/.test(text)) === true) return false;
  before.rows.splice(0, Infinity, ...begun.rows);
  before.columns = columns;
  const last = before.rows.at(-1);
  const isCut = last !== undefined && next !== undefined && isRest(last, next);
  if (isCut) before.rows.splice(-1, 1, joinRows(last, next, words));
  before.rows.push(...after.rows.slice(heading + (isCut ? 1 : 0)));
  return true;
}

const UNFINISHED = /(?:^[\d.]+|[-–,:])$/u;

/** The lower part of a row that the page cut: it only goes on with texts that had begun, and has no figure. */
function isRest(row: TextRow, rest: TextRow): boolean {
  const parts = rest.texts.flatMap((text, index) => (text === "" ? [] : [{ text, begun: row.texts[index] ?? "" }]));
  return (
    row.cells === rest.cells &&
    rest.texts.some((text, index) => text === "" && row.texts[index] !== "") &&
    parts.every(({ text, begun }) => begun !== "" && !/^[\d\s,]+$/u.test(text)) &&
    parts.some(({ text, begun }) => /^\p{Ll}/u.test(text) || UNFINISHED.test(begun))
  );
}

const joinRows = (row: TextRow, rest: TextRow, words: Vocabulary): TextRow => ({
  cells: row.cells,
  texts: row.texts.map((text, index) => {
    const end = rest.texts[index] ?? "";
    return end === "" ? text : joinTexts(text, end, words);
  }),
});
