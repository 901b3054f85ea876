// What a sheet can do without once its cells stand: page, chart marks, which sheet is shown, frozen rows. Each may fail alone.
import { columnName, formatLocalCell } from "xlsx-model/local-cell";
import { refusals } from "../core/sheets/parts/refusals";
import type { SheetLayout } from "../core/workbook-port";
import { styleMarkers } from "./charts";
import { isRefusal } from "./excel-failure";
import type { Frozen } from "./read-marks";
import type { SessionMemory } from "./session-memory";

const POINTS_PER_INCH = 72;

export interface DressedSheet {
  /** Null where it is not known. */
  readonly id: string | null;
  readonly key: string;
  readonly name: string;
  readonly plan: SheetLayout;
  /** An earlier run of the session left it as the plan says. */
  readonly isDressed: boolean;
  /** Rows and columns that stay visible as the sheet stands; null when that is not known. */
  readonly frozen: Frozen | null;
}

/** `shown` is the key of the sheet to show. Answers sentences for what Excel did not take; the sheets are whole all the same. */
export async function dressSheets(
  context: Excel.RequestContext,
  sheets: readonly DressedSheet[],
  shown: string | null,
  memory: SessionMemory,
): Promise<readonly string[]> {
  if (sheets.length === 0) return [];
  const sheetOf = ({ key }: DressedSheet) => context.workbook.worksheets.getItem(key);
  const undressed = sheets.filter(({ isDressed }) => !isDressed);
  const steps = undressed.map((sheet): Step => ({ sheet, apply: () => setPage(sheetOf(sheet), sheet.plan) }));
  const first = sheets.find(({ key }) => key === shown);
  if (first) steps.push({ sheet: first, apply: () => sheetOf(first).activate() });
  const frozen = sheets.filter(
    ({ plan, frozen: now }) =>
      plan.frozenRows !== now?.rows || (plan.frozenColumns !== undefined && plan.frozenColumns !== now.columns),
  );
  const marks = memory.refusesMarks
    ? []
    : undressed.flatMap((sheet) =>
        (sheet.plan.charts ?? []).map((chart) => ({ sheet, apply: () => styleMarkers(sheetOf(sheet), chart) })),
      );
  // Last: freezing the panes of a sheet that is not shown may fail, and shows it for a moment (office-js#2196, #3148).
  const panes = frozen.map((sheet) => ({ sheet, apply: () => freeze(sheetOf(sheet), sheet) }));
  const refused = await dressed(context, steps, marks, panes, memory);
  for (const sheet of undressed) {
    if (refused.has(sheet)) memory.forgetDressed(sheet);
    else memory.noteDressed(sheet);
  }
  return sheets.flatMap((sheet) => told(sheet, refused, memory));
}

interface Step {
  readonly sheet: DressedSheet;
  readonly apply: () => void;
}

/** With the error that each met last. */
type Refused = Map<DressedSheet, unknown>;

/**
 * All of it in one request, as most Excels take it. Marks of charts are an ornament that some never take: where something is
 * refused the rest goes without them, and an Excel that refuses them alone is asked no more and nothing is said.
 */
async function dressed(
  context: Excel.RequestContext,
  steps: readonly Step[],
  marks: readonly Step[],
  panes: readonly Step[],
  memory: SessionMemory,
): Promise<Refused> {
  const all = [...steps, ...marks, ...panes];
  if (all.length === 0) return new Map();
  const failure = await failureOf(context, all);
  if (failure === null) return new Map();
  if (!isRefusal(failure)) return new Map([...steps, ...panes].map(({ sheet }) => [sheet, failure]));
  const refused = await refusedOf(context, steps);
  if (marks.length > 0 && isRefusal(await failureOf(context, marks))) memory.noteMarksRefused();
  return new Map([...refused, ...(await refusedOf(context, panes))]);
}

/** All steps in one request; where that fails each in its own, as long as Excel answers. */
async function refusedOf(context: Excel.RequestContext, steps: readonly Step[]): Promise<Refused> {
  if (steps.length === 0) return new Map();
  const failure = await failureOf(context, steps);
  if (failure === null) return new Map();
  if (steps.length === 1 || !isRefusal(failure)) return new Map(steps.map(({ sheet }) => [sheet, failure]));
  const refused: Refused = new Map();
  for (const step of steps) for (const [sheet, own] of await refusedOf(context, [step])) refused.set(sheet, own);
  return refused;
}

/** To run again is worth it once: what Excel refuses twice in a session it is told to refuse, and then no more. */
function told(sheet: DressedSheet, refused: Refused, memory: SessionMemory): readonly string[] {
  if (!refused.has(sheet)) {
    memory.forgetRefusals(sheet);
    return [];
  }
  const times = isRefusal(refused.get(sheet)) ? memory.countRefusal(sheet) : 1;
  if (times === 1) return [refusals.undressed(sheet.name)];
  return times === 2 ? [refusals.neverDressed(sheet.name)] : [];
}

async function failureOf(context: Excel.RequestContext, steps: readonly Step[]): Promise<unknown> {
  for (const { apply } of steps) apply();
  try {
    await context.sync();
    return null;
  } catch (error) {
    return error;
  }
}

/** Columns of which the plan says nothing stay as the agent has frozen them. */
function freeze(sheet: Excel.Worksheet, { plan, frozen }: DressedSheet): void {
  const { frozenRows, frozenColumns = frozen?.columns ?? 0 } = plan;
  const { freezePanes } = sheet;
  if (frozenRows > 0 && frozenColumns > 0) {
    freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns).untrack());
  } else if (frozenRows > 0) freezePanes.freezeRows(frozenRows);
  else if (frozenColumns > 0) freezePanes.freezeColumns(frozenColumns);
  else freezePanes.unfreeze();
}

/** Excel's margins are in points. */
function setMargins(pageLayout: Excel.PageLayout, margins: SheetLayout["page"]["margins"]): void {
  pageLayout.leftMargin = margins.left * POINTS_PER_INCH;
  pageLayout.rightMargin = margins.right * POINTS_PER_INCH;
  pageLayout.topMargin = margins.top * POINTS_PER_INCH;
  pageLayout.bottomMargin = margins.bottom * POINTS_PER_INCH;
  pageLayout.headerMargin = margins.header * POINTS_PER_INCH;
  pageLayout.footerMargin = margins.footer * POINTS_PER_INCH;
}

/** As wide as one page unless it takes several; as many pages down as needed, or one for the printed rows. */
function setAcross(sheet: Excel.Worksheet, { across, printedRows }: SheetLayout["page"]): void {
  sheet.verticalPageBreaks.removePageBreaks();
  const { pageLayout } = sheet;
  if (!across) {
    pageLayout.zoom = { horizontalFitToPages: 1, ...(printedRows !== undefined && { verticalFitToPages: 1 }) };
    return;
  }
  pageLayout.zoom = { scale: across.scale };
  for (const column of across.breaks) sheet.verticalPageBreaks.add(formatLocalCell(0, column));
  if (across.titleColumns > 0) pageLayout.setPrintTitleColumns(`$A:$${columnName(across.titleColumns - 1)}`);
}

function setPage(sheet: Excel.Worksheet, { page, columnWidths }: SheetLayout): void {
  // With as many pages down as needed Excel keeps to the breaks that it is given.
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of page.breaks ?? []) sheet.horizontalPageBreaks.add(formatLocalCell(row, 0));
  const { pageLayout } = sheet;
  pageLayout.orientation =
    page.orientation === "landscape" ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = page.paper === "A4" ? Excel.PaperType.a4 : Excel.PaperType.a3;
  setMargins(pageLayout, page.margins);
  setAcross(sheet, page);
  if (page.printedRows !== undefined) {
    const last = formatLocalCell(page.printedRows - 1, columnWidths.length - 1);
    pageLayout.setPrintArea(`A1:${last}`);
  }
  if (page.titleRows) pageLayout.setPrintTitleRows(`$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}`);
  pageLayout.headersFooters.defaultForAllPages.centerHeader = page.header;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = page.footer;
}
