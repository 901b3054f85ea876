// Writes a table of amounts in one of its layouts; every cell that a finding may point at gets a tag.
import type { Convention } from "../../src/core/contract/convention";
import type { AmountLayout } from "./amount-layout";
import { AmountBody } from "./amount-body";
import type { AmountColumn } from "./amount-cells";
import type { Canvas, Pen, Written } from "./canvas";
import type { AmountTable } from "./content";
import { writeFlat } from "./write-flat";
import { partyWord, tagFirst, yearText } from "./amount-words";

export interface AmountWriting {
  readonly convention: Convention;
  readonly table: AmountTable;
  readonly layout: AmountLayout;
  readonly canvas: Canvas;
}

/** "budget:amount/5/2024/etat", "execution:total/2024/etat". */
export function writeAmounts(writing: AmountWriting): void {
  const { table, layout } = writing;
  const years = layout.areYearsReversed ? [...table.years].reverse() : table.years;
  if (layout.form === "flat") {
    const pen = writing.canvas.pen(layout.sheet, layout.top, layout.left);
    writeTitles(pen, writing, []);
    writeFlat(writing, pen, years);
    writeNotes(pen, writing);
  } else if (layout.form === "columns") writeColumns(writing, years);
  else if (layout.form === "sheets") writeSheets(writing, years);
  else writeStacked(writing, years);
}

function writeTitles(pen: Pen, { layout, table }: AmountWriting, own: readonly Written[]): void {
  const says =
    table.kind === "execution" && layout.says === "title" ? ["Exécution du contrat : montants réalisés"] : [];
  const unit = layout.unit === "k€ in the title" ? ["Montants en k€"] : [];
  for (const title of [...layout.titles, ...says, ...unit, ...own]) pen.write([title]);
  if (pen.isBegun) pen.skip(layout.blankRows);
}

function writeNotes(pen: Pen, { layout }: AmountWriting): void {
  if (layout.notes.length > 0) pen.skip(1);
  for (const note of layout.notes) pen.write([note]);
}

/** The columns of these years, from left to right; those that come again are copies. */
function columnsOf({ table, layout }: AmountWriting, years: readonly number[]): readonly AmountColumn[] {
  const { dropped, repeated } = table;
  const group = (annee: number, copy: number): AmountColumn[] => [
    ...layout.order
      .filter((colonne) => !dropped.has(`${annee}/${colonne}`))
      .map((colonne) => ({ annee, colonne, copy })),
    ...layout.order
      .filter((colonne) => copy === 0 && repeated.has(`${annee}/${colonne}`))
      .map((colonne) => ({ annee, colonne, copy: 1 })),
    ...(table.kind === "execution" && layout.hasPaid ? [{ annee, colonne: "verse" as const, copy }] : []),
  ];
  if (layout.form === "columns" && layout.heads === "parties over years") {
    const all = years.flatMap((annee) => group(annee, 0));
    return [...layout.order, "verse" as const].flatMap((colonne) => all.filter((column) => column.colonne === colonne));
  }
  const copies = years.filter((annee) => repeated.has(`${annee}`));
  return [...years.flatMap((annee) => group(annee, 0)), ...copies.flatMap((annee) => group(annee, 1))];
}

const isNewYear = (columns: readonly AmountColumn[], index: number): boolean => {
  const [before, own] = [columns[index - 1], columns[index]];
  return before === undefined || own === undefined || before.annee !== own.annee || before.copy !== own.copy;
};

/** Tags of a column's header cells, the first one of its year standing for the year too. */
function headTags({ table }: AmountWriting, { annee, colonne, copy }: AmountColumn) {
  const suffix = copy > 0 ? "#2" : "";
  return { year: `${table.kind}:year/${annee}${suffix}`, column: `${table.kind}:column/${annee}/${colonne}${suffix}` };
}

function writeColumns(writing: AmountWriting, years: readonly number[]): void {
  const { canvas, layout, table } = writing;
  const pen = canvas.pen(layout.sheet, layout.top, layout.left);
  writeTitles(pen, writing, []);
  const columns = columnsOf(writing, years);
  const body = new AmountBody(writing, columns, years);
  const rows = layout.heads === "one row" ? [combined(writing, columns)] : stackedHeads(writing, columns);
  const corner = body.corner();
  const heads = rows.map((cells, index) => [
    ...corner.map((cell) => (index === (layout.corner === "Année" ? 0 : rows.length - 1) ? cell : null)),
    ...body.spread(cells),
    ...(index === rows.length - 1 ? body.periodHead() : []),
  ]);
  tagFirst(heads[0] ?? [], [`${table.kind}:heading`, ...years.map((annee) => `${table.kind}:heading/${annee}`)]);
  for (const head of heads) pen.write(head);
  body.write(pen);
  writeNotes(pen, writing);
}

/** "Part État 2024" in one cell. */
function combined(writing: AmountWriting, columns: readonly AmountColumn[]): Written[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const tags = headTags(writing, column);
    const word = partyWord(writing, column.colonne);
    const year = yearText(writing, column.annee, true);
    const own = seen.has(tags.year) ? [] : [tags.year];
    seen.add(tags.year);
    const value = writing.layout.yearWords === "number" ? `${word} ${year}` : `${year} – ${word}`;
    return { value, tags: [tags.column, ...own] };
  });
}

function stackedHeads(writing: AmountWriting, columns: readonly AmountColumn[]): Written[][] {
  const { layout } = writing;
  const isOver = layout.heads === "parties over years";
  const seen = new Set<string>();
  const parties = columns.map((column, index): Written => {
    const first = !isOver || columns[index - 1]?.colonne !== column.colonne;
    if (!first) return null;
    const shared = isOver ? columns.filter(({ colonne }) => colonne === column.colonne) : [column];
    return { value: partyWord(writing, column.colonne), tags: shared.map((one) => headTags(writing, one).column) };
  });
  const years = columns.map((column, index): Written => {
    const { year } = headTags(writing, column);
    const value = yearText(writing, column.annee, false);
    const own = seen.has(year) ? [] : [year];
    if (isOver || layout.yearCells === "repeated") {
      seen.add(year);
      return { value, tags: own };
    }
    const at = layout.yearCells === "centred" ? index - 1 : index;
    if (at < 0 || !isNewYear(columns, at)) return null;
    return { value, tags: own };
  });
  return isOver ? [parties, years] : [years, parties];
}

/** Heading and rows of a table of one year. */
function writeYear(writing: AmountWriting, pen: Pen, annee: number, isRow: boolean): void {
  const { layout, table } = writing;
  const columns = columnsOf(writing, [annee]);
  const body = new AmountBody(writing, columns, [annee]);
  const corner = body.corner();
  const blanks = corner.map((): Written => null);
  const parties = columns.map((column, index): Written => {
    const tags = headTags(writing, column);
    const isYear = layout.yearPlace === "name" && index === 0;
    return { value: partyWord(writing, column.colonne), tags: isYear ? [tags.column, tags.year] : [tags.column] };
  });
  const year: Written = { value: yearText(writing, annee, false), tags: [`${table.kind}:year/${annee}`] };
  const heads = [
    ...(isRow ? [[...blanks, ...body.spread(columns.map((_, index): Written => (index === 0 ? year : null)))]] : []),
    [...corner, ...body.spread(parties)],
  ];
  const isFirst = annee === Math.min(...table.years);
  tagFirst(heads[0] ?? [], [`${table.kind}:heading/${annee}`, ...(isFirst ? [`${table.kind}:heading`] : [])]);
  for (const head of heads) pen.write(head);
  body.write(pen);
}

function titleOf(writing: AmountWriting, annee: number): Written[] {
  if (writing.layout.yearPlace !== "title") return [];
  const noun = writing.table.kind === "budget" ? "Budget" : "Montants";
  return [{ value: `${noun} ${yearText(writing, annee, true)}`, tags: [`${writing.table.kind}:year/${annee}`] }];
}

function writeSheets(writing: AmountWriting, years: readonly number[]): void {
  const { canvas, layout, table } = writing;
  const noun = table.kind === "execution" && layout.says === "title" ? "Réalisé" : layout.sheet;
  years.forEach((annee, index) => {
    const name = layout.yearPlace === "name" ? `${noun} ${annee}` : `${noun} ${index + 1}`;
    const pen = canvas.pen(name, layout.top, layout.left);
    writeTitles(pen, writing, titleOf(writing, annee));
    writeYear(writing, pen, annee, layout.yearPlace === "row");
    writeNotes(pen, writing);
  });
}

function writeStacked(writing: AmountWriting, years: readonly number[]): void {
  const { canvas, layout } = writing;
  const pen = canvas.pen(layout.sheet, layout.top, layout.left);
  for (const annee of years) {
    writeTitles(pen, writing, titleOf(writing, annee));
    writeYear(writing, pen, annee, layout.yearPlace === "row");
    pen.skip(1 + layout.blankRows);
  }
  writeNotes(pen, writing);
}
