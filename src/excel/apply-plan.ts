// Applies a plan: looks again at what it was made from, writes, and after a failure says what of it is in the workbook.
import { changedSince } from "../core/sheets/parts/changed-since";
import { checkCells } from "../core/sheets/parts/check-cells";
import { refusals as sentences } from "../core/sheets/parts/refusals";
import { annexeTargets, resultTargets } from "../core/sheets/parts/sheet-targets";
import type { ApplyReport, RawSheet, WritePlan } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { ecrireRegistre } from "../core/domain/registre";
import { ecrireReponses } from "../core/domain/reponses";
import { ecrireVariantes } from "../core/domain/variante";
import { isDrawnAs } from "./charts";
import { writeKept } from "./kept-names";
import { dressSheets, type DressedSheet } from "./dress-sheets";
import { nothingWritten } from "./excel-failure";
import { refusedHighlights, writeHighlights } from "./highlights";
import { lookAgain } from "./read-workbook";
import type { Reading } from "./reading";
import { removeUnfinished } from "./remove-unfinished";
import { RequestBudget } from "./request-budget";
import { beginResultSheets, endResultSheets, fillResultSheets } from "./result-sheets";
import type { SessionMemory } from "./session-memory";
import { settleFailure } from "./settle-failure";
import { restoreRefilled } from "./refilled-cells";
import { giveBackTyped, putBackFills, putBackTyped, TypedMeanwhile, watchSheets } from "./typed-meanwhile";
import { writeAnnexes } from "./write-annexes";
import { writeTotals } from "./write-cells";
import { loadSizes, writePlaced } from "./write-placed";
import type { Preparation } from "./preparation";

/** Throws WorkbookError, which says whether nothing or a part was written. */
export async function applyPlan(
  budget: RequestBudget,
  plan: WritePlan,
  before: Reading,
  memory: SessionMemory,
): Promise<ApplyReport> {
  const { context } = budget;
  checkCells(plan.cells ?? [], before.raw);
  const preparation = await prepare(context, plan, before);
  let watched: ReturnType<typeof watchSheets> = [];
  try {
    watched = await writeAll(budget, preparation);
  } catch (error) {
    preparation.added.clear();
    memory.forgetReading();
    if (error instanceof TypedMeanwhile) throw error;
    await settleFailure(context, preparation, error);
  }
  noteSheets(memory, preparation);
  const refilled = plan.cells?.length ? await restoreRefilled(context, preparation) : [];
  const typed = await putBackTyped(context, watched, preparation);
  const faded = await putBackFills(context, watched);
  const { results, annexes, now } = preparation;
  const unlit = plan.highlights ? refusedHighlights(plan.highlights, now) : [];
  const undressed = await dressSheets(context, dressed(preparation, memory), annexes[0]?.name ?? null, memory);
  return {
    refusals: [...typed, ...faded, ...unlit, ...results.refused, ...refilled, ...undressed],
    sheetNames: [...results.targets, ...annexes].map(({ name }) => name).concat(plan.placed?.area.sheet ?? []),
  };
}

/** Whatever fails here, nothing has been written. */
async function prepare(context: Excel.RequestContext, plan: WritePlan, before: Reading): Promise<Preparation> {
  try {
    const sizes = plan.placed ? await loadSizes(context, plan.placed) : null;
    // Last: what happens from here until the next request comes to Excel is not seen.
    const seen = await lookAgain(context, before);
    const change = changedSince(before.raw, seen.raw);
    if (change !== null) throw new WorkbookError(sentences.changedMeanwhile(change));
    const now = withCellsOf(before, seen);
    const isEmpty = ({ blocks, highlightIds, halfMadeHighlightIds = [] }: RawSheet) =>
      now.what === "all" && blocks.length === 0 && highlightIds.length === halfMadeHighlightIds.length;
    const results = resultTargets(plan.sheets, now.raw, isEmpty);
    const taken = results.targets.map(({ name }) => name);
    const annexes = annexeTargets(plan.annexes ?? [], now.raw, taken, isEmpty);
    return { plan, now, results, annexes, sizes, added: new Map() };
  } catch (error) {
    throw nothingWritten(error);
  }
}

/**
 * The second reading does not ask again for what formulas come to and how cells look: both are taken from the first
 * one, as the cells are the same.
 */
function withCellsOf(before: Reading, seen: Reading): Reading {
  const read = new Map(before.raw.sheets.map(({ id, blocks }) => [id, blocks]));
  const sheets = seen.raw.sheets.map((sheet) => ({ ...sheet, blocks: read.get(sheet.id) ?? sheet.blocks }));
  return { ...seen, raw: { ...seen.raw, sheets } };
}

/** Answers what is to be looked at again once all of it is there. */
async function writeAll(budget: RequestBudget, preparation: Preparation): Promise<ReturnType<typeof watchSheets>> {
  const { plan, now, results, annexes, added } = preparation;
  const gone = await removeUnfinished(budget.context, now.raw);
  const marks = new Set([...now.marks].filter((mark) => !gone.includes(mark)));
  if (plan.cells?.length) {
    const held = await writeTotals(budget, plan.cells, now.raw);
    await giveBackTyped(new RequestBudget(budget.context), plan.cells, held, preparation);
  }
  if (plan.reponses) await writeKept(budget, "reponses", ecrireReponses(plan.reponses), marks);
  if (plan.registre) await writeKept(budget, "registre", ecrireRegistre(plan.registre), marks);
  if (plan.variantes) await writeKept(budget, "variantes", ecrireVariantes(plan.variantes), marks);
  const watched = watchSheets(budget.context, preparation);
  const writes = await beginResultSheets(budget, results.targets, marks, now.standing, added);
  // Before the highlights, of which a large workbook takes several requests: what somebody types meanwhile on our sheets is
  // typed on what is new there.
  await fillResultSheets(budget, writes);
  if (plan.highlights) await writeHighlights(budget, plan.highlights, now.raw);
  await endResultSheets(budget, writes);
  await writeAnnexes(
    budget,
    annexes.filter(({ isWhole }) => !isWhole),
    marks,
    // Before its sheet is whole: an unfinished sheet is written again with its seal, and no whole one ever lacks it.
    async () => {
      if (plan.seal !== undefined) await writeKept(budget, "seal", plan.seal, marks);
    },
  );
  if (plan.placed) await writePlaced(budget, plan.placed, marks);
  await budget.send();
  return watched;
}

/** The next run is to ask for the sheets that now are. */
function noteSheets(memory: SessionMemory, { results, annexes, added, now }: Preparation): void {
  if (annexes.some(({ sheet }) => sheet === null) || now.raw.unfinished !== undefined) memory.forgetReading();
  for (const { name, plan } of results.targets) {
    const worksheet = added.get(name);
    if (worksheet) memory.noteAdded({ id: worksheet.id, visibility: "visible", resultSheet: plan.kind });
  }
}

function dressed({ results, annexes, now, added }: Preparation, memory: SessionMemory): readonly DressedSheet[] {
  const targets = results.targets.filter(({ plan }) => plan.isUndressed === undefined);
  return [...targets, ...annexes].map(({ plan, name, sheet }) => {
    const standing = sheet ? now.standing.get(sheet.id) : undefined;
    const look = { id: sheet?.id ?? added.get(name)?.id ?? null, key: name, name, plan };
    const hasCharts = (plan.charts ?? []).every((chart) =>
      standing?.charts.some((known) => known.name === chart.name && isDrawnAs(known, chart)),
    );
    return {
      ...look,
      isDressed: sheet !== null && hasCharts && memory.isDressed(look),
      frozen: sheet ? (standing?.frozen ?? null) : { rows: 0, columns: 0 },
    };
  });
}
