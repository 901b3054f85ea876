// Reads the workbook through Office.js, in two requests: first which sheets there are, then all that stands in them.
import { parseCellRef } from "../core/domain/cell-ref";
import type { RawSheet, RawWorkbook, ResultSheetKind } from "../core/workbook-port";
import { choiceOfMark, readChoices, resultSheetOfMark } from "../core/writing/sheets/marks";
import { isRefusal } from "./excel-failure";
import { readCells, type ReadCells } from "./read-cells";
import { askMarks, readMarksApart, type MarkedSheet, type SheetMarks, type Standing } from "./read-marks";

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

export interface Reading {
  readonly raw: RawWorkbook;
  /** Hidden names of ours that the workbook has, wherever they point. */
  readonly marks: ReadonlySet<string>;
  /** By the result sheet's id. */
  readonly standing: ReadonlyMap<string, Standing>;
}

/** "marks" leaves the cells unread: enough to take our highlights away. */
export async function readWorkbook(context: Excel.RequestContext, what: "all" | "marks"): Promise<Reading> {
  const { workbook } = context;
  const { worksheets, names, protection, application } = workbook;
  workbook.load({ name: true });
  protection.load({ protected: true });
  worksheets.load({ id: true, name: true, visibility: true, protection: { protected: true } });
  names.load({ name: true, formula: true });
  application.load({ calculationMode: true });
  await context.sync();

  if (what === "all") calculateFirst(application);
  const sheets = worksheets.items.map(({ id, name, visibility, protection: { protected: isProtected } }) => ({
    id,
    name,
    visibility: VISIBILITY[visibility],
    isProtected,
  }));
  const resultSheets = findResultSheets(names.items);
  const isRead = ({ name, visibility }: (typeof sheets)[number]) => visibility === "visible" || resultSheets.has(name);
  const toRead = what === "all" ? sheets.filter(isRead) : [];
  const { cells, marks } = await readSheets(
    context,
    toRead.map(({ id }) => id),
    sheets.map(({ id, name }) => ({ id, isResultSheet: resultSheets.has(name) })),
  );
  const raw: RawWorkbook = {
    name: workbook.name,
    isStructureProtected: protection.protected,
    choices: readChoices(names.items.map(({ name, formula }) => ({ name, formula: String(formula) }))),
    sheets: sheets.map((sheet): RawSheet => ({
      ...sheet,
      resultSheet: resultSheets.get(sheet.name) ?? null,
      highlightIds: marks.get(sheet.id)?.highlightIds ?? [],
      ...(cells.get(sheet.id) ?? { blocks: [], hiddenRows: [], hiddenColumns: [] }),
    })),
  };
  const ours = names.items
    .map(({ name }) => name.toLowerCase())
    .filter((name) => resultSheetOfMark(name) !== null || choiceOfMark(name) !== null);
  return {
    raw,
    marks: new Set(ours),
    standing: new Map([...marks].flatMap(([id, { standing }]) => (standing ? [[id, standing]] : []))),
  };
}

/** Where Excel calculates on request only, totals may be those of earlier figures: none of them is to be verified. */
function calculateFirst(application: Excel.Application): void {
  if (application.calculationMode === Excel.CalculationMode.manual) {
    application.calculate(Excel.CalculationType.recalculate);
  }
}

function findResultSheets(names: readonly Excel.NamedItem[]): ReadonlyMap<string, ResultSheetKind> {
  const found = new Map<string, ResultSheetKind>();
  for (const { name, formula } of names) {
    const kind = resultSheetOfMark(name);
    const cell = kind && parseCellRef(String(formula).replace(/^=/, ""));
    if (kind && cell) found.set(cell.sheet, kind);
  }
  return found;
}

interface ReadSheets {
  readonly cells: ReadonlyMap<string, ReadCells>;
  readonly marks: ReadonlyMap<string, SheetMarks>;
}

/** In one request, unless Excel refuses it. */
async function readSheets(
  context: Excel.RequestContext,
  toRead: readonly string[],
  marked: readonly MarkedSheet[],
): Promise<ReadSheets> {
  let asked: (readonly [id: string, answer: () => SheetMarks])[] = [];
  try {
    const cells = await readCells(context, toRead, () => {
      asked = marked.map((sheet) => [sheet.id, askMarks(context, sheet)]);
    });
    return { cells, marks: new Map(asked.map(([id, answer]) => [id, answer()])) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const cells = await readCells(context, toRead);
    const marks = new Map<string, SheetMarks>();
    for (const sheet of marked) marks.set(sheet.id, await readMarksApart(context, sheet));
    return { cells, marks };
  }
}
