// The question about a column or a row that was read already, for who says otherwise: the same card, the same answers.
import { isSameSheet, rangeAround } from "xlsx-model/cell-ref";
import { columnName } from "xlsx-model/local-cell";
import type { Dossier } from "../../domain/dossier";
import type { Question, QuestionKey, Sample } from "../../domain/question";
import { foldText } from "../../domain/words/label";
import { wordsOfPath } from "../../domain/words/path-words";
import { cite, typographie } from "../../domain/words/typographie";
import type { RawWorkbook } from "../../workbook-port";
import { tablesRead } from "../account/tables-read";
import { figuresOf } from "../account/figure-cells";
import { createHeadingReader } from "../headings/headings";
import { createLabelReader, type LabelReader } from "../labels/label-reader";
import { placeOfRow, type GridRow, type SheetGrid } from "../sheet-grid";
import { turnedBack } from "../transposed";
import { askColumn } from "./ask-columns";
import { headedColumns, type HeadedColumn } from "./headed-columns";
import { rowRolesOf } from "./row-roles";
import { shown } from "./sample";
import { saidOfCells, saidOfColumn } from "./said-of-cells";
import { labelOfRow, sheetsRead } from "./what-is-read";

const folded = (path: readonly string[]): string => path.map(foldText).join("\n");

function aboutColumn(grids: readonly SheetGrid[], { path }: QuestionKey, dossier: Dossier): Question | null {
  const { convention } = dossier;
  const said = saidOfCells(dossier);
  const tables = tablesRead(dossier);
  const unitOf = (sheet: string) => tables.find(({ range }) => isSameSheet(range.sheet, sheet))?.unit ?? "€";
  const [headings, labels] = [createHeadingReader(convention), createLabelReader(convention)];
  for (const grid of grids) {
    const columns = headedColumns(grid);
    const own = columns.find((column) => folded(column.path) === folded(path));
    if (!own) continue;
    const { figures } = own;
    const read = saidOfColumn(figures.flatMap(({ row, column }) => said({ sheet: grid.sheet, row, column }) ?? []));
    const asking = { convention, headings, labels, answered: [], unitOf };
    const question = askColumn(own, figures, columns, asking, read?.year === "several");
    return { ...question, supposed: null };
  }
  return null;
}

const BEFORE = 2;
const AMOUNTS = 2;

/** The rows around it that show figures too, with its first ones. */
function sampleOfRow(grid: SheetGrid, asked: GridRow, columns: readonly HeadedColumn[], labels: LabelReader): Sample {
  const own = columns.filter(({ figures }) => figures.some(({ row }) => row === asked.row)).slice(0, AMOUNTS);
  const [first] = own;
  const labelOf = (row: GridRow) => labelOfRow(row, first?.column ?? 0, labels);
  const rows = (first?.section.rows ?? []).filter((row) => labelOf(row) && figuresOf(row, () => true).length > 0);
  const at = rows.findIndex(({ row }) => row === asked.row);
  const label = labelOf(asked)?.column ?? 0;
  return {
    columns: [
      { name: columnName(label), heading: "", isAsked: false },
      ...own.map(({ column, path }) => ({ name: columnName(column), heading: wordsOfPath(path), isAsked: false })),
    ],
    rows: rows.slice(Math.max(0, at - BEFORE), at + 2).map((row) => ({
      number: row.row + 1,
      cells: [labelOf(row)?.text.trim() ?? "", ...own.map(({ column }) => shown(grid.row(row.row), column))],
      isAsked: row.row === asked.row,
    })),
  };
}

function aboutRow(grids: readonly SheetGrid[], key: QuestionKey, { convention }: Dossier): Question | null {
  const labels = createLabelReader(convention);
  const wanted = foldText(key.path.at(-1) ?? "");
  const found = grids.flatMap((grid) =>
    grid.rows.flatMap((row) => {
      const label = row.texts.find(({ text }) => foldText(text) === wanted);
      const figures = label ? figuresOf(row, (column) => column > label.column) : [];
      return label && figures.length > 0 ? [{ grid, row, label, figures }] : [];
    }),
  );
  const [first, ...others] = found;
  if (!first) return null;
  const { grid, row, label, figures } = first;
  const rangeOf = ({ grid: { sheet }, row: at, label: named, figures: all }: typeof first) =>
    rangeAround(sheet, [{ row: at.row, column: named.column }, ...all]);
  const place = typographie(`${placeOfRow(grid, row.row)}, ${cite(label.text.trim())}`);
  const asked = "De quoi s’agit-il sur cette ligne ?";
  return {
    about: "row",
    key,
    text: typographie(`${place} : ${asked}`),
    range: rangeOf(first),
    ...(others.length > 0 && { alsoAt: others.map(rangeOf) }),
    supposed: null,
    evidence: [],
    answers: rowRolesOf(convention),
    amounts: figures.length,
    place,
    asked: typographie(asked),
    ...(!grid.isTurned && { sample: sampleOfRow(grid, row, headedColumns(grid), labels) }),
  };
}

/** Null where nothing bears these headings, or this label, any more. */
export function askWhatIsRead(raw: RawWorkbook, asTold: Dossier, key: QuestionKey): Question | null {
  const all = sheetsRead(raw, asTold);
  const dossier = turnedBack(asTold, all);
  const grids = all.filter(({ sheet }) => key.sheet === undefined || isSameSheet(sheet, key.sheet));
  const question = key.kind === "row" ? aboutRow(grids, key, dossier) : aboutColumn(grids, key, dossier);
  return turnedBack(question, all);
}
