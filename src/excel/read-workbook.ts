// Reads the workbook through Office.js, in two requests: first which sheets there are, then all that stands in them.
import { parseCellRef, sheetKey, parseRangeRef, splitAddress } from "xlsx-model/cell-ref";
import { parseAnchors } from "xlsx-model/formula-text/move-formula";
import type { NamedRanges } from "xlsx-model/formula-text/plain-formula";
import type { RawSheet, RawWorkbook, ResultSheetKind } from "../core/workbook-port";
import { lireRegistre } from "../core/domain/registre";
import { lireReponses } from "../core/domain/reponses";
import { lireVariantes } from "../core/domain/variante";
import { readKept } from "../core/sheets/parts/kept-texts";
import { isOurName, readChoices, readUnfinished, resultSheetOfMark } from "../core/sheets/parts/marks";
import { withoutUnfinished } from "../core/sheets/parts/unfinished";
import { isRefusal } from "./excel-failure";
import type { RememberedSheet, SessionMemory } from "./session-memory";
import { readCells, type Purpose, type ReadCells, type SheetToRead } from "./read-cells";
import { askMarks, readMarksApart, type MarkedSheet, type SheetMarks } from "./read-marks";
import type { Reading } from "./reading";

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** "marks" leaves the cells unread: enough to take our highlights away. */
export async function readWorkbook(context: Excel.RequestContext, what: Reading["what"]): Promise<Reading> {
  const overview = askOverview(context);
  await context.sync();
  if (what === "all") calculateFirst(overview.application);
  const sheets = sheetsOf(overview);
  const toRead = what === "all" ? sheets.filter(isRead) : [];
  const marked = sheets.map(({ id, resultSheet }) => ({ id, isResultSheet: resultSheet !== null }));
  return readingOf(what, overview, await readSheets(context, toRead, marked));
}

/** In one request where the sheets are those of the last reading, as they mostly are; else as if there had been none. */
export async function readAll(context: Excel.RequestContext, memory: SessionMemory): Promise<Reading> {
  const reading =
    (memory.sheets && (await readRemembered(context, memory.sheets))) ?? (await readWorkbook(context, "all"));
  memory.noteReading(reading);
  return reading;
}

async function readRemembered(
  context: Excel.RequestContext,
  remembered: readonly RememberedSheet[],
): Promise<Reading | null> {
  const asked = await askAgain(context, "all", remembered, "reading");
  // Totals of earlier figures are not to be verified: they are calculated first.
  if (!asked || asked.overview.application.calculationMode === Excel.CalculationMode.manual) return null;
  // What was asked of each: its cells or not, and what stands beside them on a sheet of ours.
  const askedOf = (sheet: RememberedSheet): string => `${isRead(sheet)} ${sheet.resultSheet !== null}`;
  const known = new Map(remembered.map((sheet) => [sheet.id, askedOf(sheet)]));
  const { sheets } = asked.reading.raw;
  const isSame = sheets.length === known.size && sheets.every((sheet) => known.get(sheet.id) === askedOf(sheet));
  return isSame ? asked.reading : null;
}

/** In one request where Excel allows: the sheets that were read are asked for by what no agent can take from them. */
export function readAgain(context: Excel.RequestContext, reading: Reading): Promise<Reading> {
  return readOnceMore(context, reading, "reading");
}

/** As `readAgain`, before a write. The values of the cells are what was typed in them, formulas among it. */
export function lookAgain(context: Excel.RequestContext, reading: Reading): Promise<Reading> {
  return readOnceMore(context, reading, "look");
}

async function readOnceMore(context: Excel.RequestContext, { what, raw }: Reading, purpose: Purpose): Promise<Reading> {
  return (await askAgain(context, what, raw.sheets, purpose))?.reading ?? readWorkbook(context, what);
}

/** Null where Excel refuses: a sheet has gone, or it does not tell all of it at once. */
async function askAgain(
  context: Excel.RequestContext,
  what: Reading["what"],
  sheets: readonly (RememberedSheet & SheetToRead)[],
  purpose: Purpose,
): Promise<{ readonly reading: Reading; readonly overview: Overview } | null> {
  const asked: { overview?: Overview } = {};
  const toRead = what === "all" ? sheets.filter(isRead) : [];
  const marked = sheets.map(({ id, resultSheet }) => ({ id, isResultSheet: resultSheet !== null }));
  try {
    const alsoLoad = () => (asked.overview = askOverview(context));
    const found = await readAtOnce(context, toRead, marked, purpose, alsoLoad);
    const { overview } = asked;
    if (!overview) throw new Error("the overview is asked for with the cells");
    return { reading: readingOf(what, overview, found), overview };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return null;
  }
}

type Overview = ReturnType<typeof askOverview>;

/** Asks with the next request. */
function askOverview({ workbook }: Excel.RequestContext) {
  const { worksheets, names, protection, application } = workbook;
  workbook.load({ name: true });
  protection.load({ protected: true });
  worksheets.load({ id: true, name: true, visibility: true, protection: { protected: true } });
  names.load({ name: true, formula: true, visible: true });
  application.load({ calculationMode: true });
  return { workbook, worksheets, names, protection, application };
}

type KnownSheet = RememberedSheet & Pick<RawSheet, "name" | "isProtected">;

const isRead = ({ visibility, resultSheet }: RememberedSheet) => visibility === "visible" || resultSheet !== null;

function sheetsOf({ worksheets, names }: Overview): readonly KnownSheet[] {
  const resultSheets = findResultSheets(names.items);
  return worksheets.items.map(({ id, name, visibility, protection: { protected: isProtected } }) => ({
    id,
    name,
    visibility: VISIBILITY[visibility],
    isProtected,
    resultSheet: resultSheets.get(sheetKey(name)) ?? null,
  }));
}

function highlightsOf(marks: SheetMarks | undefined): Pick<RawSheet, "highlightIds" | "halfMadeHighlightIds"> {
  const { highlightIds = [], halfMadeHighlightIds = [] } = marks ?? {};
  return { highlightIds, ...(halfMadeHighlightIds.length > 0 && { halfMadeHighlightIds }) };
}

function readingOf(what: Reading["what"], overview: Overview, { cells, marks }: ReadSheets): Reading {
  const { workbook, names, protection } = overview;
  const plainNames = names.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  const unfinished = readUnfinished(plainNames);
  const variantes = lireVariantes(readKept("variantes", plainNames) ?? "");
  const sheets = sheetsOf(overview);
  const raw: RawWorkbook = {
    name: workbook.name,
    isStructureProtected: protection.protected,
    ...(what === "all" && namedCells(names.items)),
    choices: readChoices(plainNames),
    seal: readKept("seal", plainNames),
    reponses: lireReponses(readKept("reponses", plainNames) ?? ""),
    registre: lireRegistre(readKept("registre", plainNames) ?? ""),
    ...(variantes.length > 0 && { variantes }),
    ...(unfinished.length > 0 && { unfinished }),
    sheets: sheets.map((sheet) =>
      withoutUnfinished(
        {
          ...sheet,
          ...highlightsOf(marks.get(sheet.id)),
          ...(cells.get(sheet.id) ?? { blocks: [], hiddenRows: [], hiddenColumns: [] }),
        },
        unfinished,
      ),
    ),
  };
  const known = new Set(names.items.map(({ name }) => name.toLowerCase()).filter(isOurName));
  return {
    what,
    raw,
    marks: known,
    shown: names.items.flatMap(({ name, visible }) => (visible && known.has(name.toLowerCase()) ? [name] : [])),
    standing: new Map([...marks].flatMap(([id, { standing }]) => (standing ? [[id, standing]] : []))),
    unread: sheets.flatMap(({ id, name }) => (marks.get(id)?.areFormatsUnread ? [name] : [])),
  };
}

/** The named ranges that formulas may use. What another name stands for, Excel tells in the agent's language only. */
function namedCells(items: readonly Excel.NamedItem[]): NamedRanges {
  const names = items
    .map(({ name, formula }) => ({ name, sheet: null, formula: String(formula).replace(/^=/, "") }))
    .filter(({ name, formula }) => !isOurName(name) && parseRangeRef(formula) !== null && isFixed(formula));
  return names.length > 0 ? { names } : {};
}

/** What is not fixed reads, in Excel, as it would from the cell that happens to be selected. */
function isFixed(reference: string): boolean {
  const halves = splitAddress(reference).local.split(":").map(parseAnchors);
  return halves.every(
    (half) => half && (half.row === null || half.isRowFixed) && (half.column === null || half.isColumnFixed),
  );
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
    if (kind && cell) found.set(sheetKey(cell.sheet), kind);
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
  toRead: readonly SheetToRead[],
  marked: readonly MarkedSheet[],
): Promise<ReadSheets> {
  try {
    return await readAtOnce(context, toRead, marked, "reading");
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const cells = await readCells(context, toRead, "reading");
    const marks = new Map<string, SheetMarks>();
    for (const sheet of marked) marks.set(sheet.id, await readMarksApart(context, sheet));
    return { cells, marks };
  }
}

async function readAtOnce(
  context: Excel.RequestContext,
  toRead: readonly SheetToRead[],
  marked: readonly MarkedSheet[],
  purpose: Purpose,
  alsoLoad: () => void = () => {},
): Promise<ReadSheets> {
  let asked: (readonly [id: string, answer: () => SheetMarks])[] = [];
  const alsoAsk = (): void => {
    alsoLoad();
    asked = marked.map((sheet) => [sheet.id, askMarks(context, sheet)]);
  };
  const cells = await readCells(context, toRead, purpose, alsoAsk);
  return { cells, marks: new Map(asked.map(([id, answer]) => [id, answer()])) };
}
