// After a write that failed: reads back what is there, takes back what must be whole or nothing, and says which part was written.
import { ecrireRegistre, NOTHING_SAID } from "../core/domain/registre";
import { ecrireReponses } from "../core/domain/reponses";
import { ecrireVariantes } from "../core/domain/variante";
import { contentsOf } from "../core/sheets/parts/changed-since";
import { pieceOfMark, type KeptText } from "../core/sheets/parts/kept-texts";
import { RESULT_SHEET_MARKS } from "../core/sheets/parts/marks";
import { unfinishedAnnexes } from "../core/sheets/parts/sheet-targets";
import { whatWasWritten, type WrittenPart } from "../core/sheets/parts/what-was-written";
import type { CellChange, RawWorkbook } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import type { Preparation } from "./preparation";
import { writeKept } from "./kept-names";
import { excelFailure, nothingWritten, partlyWritten, unknownWritten } from "./excel-failure";
import { deleteOwnSheet } from "./own-sheets";
import { readWorkbook } from "./read-workbook";
import type { Reading } from "./reading";
import { removeUnfinished } from "./remove-unfinished";
import { RequestBudget } from "./request-budget";
import { asContent, writeCells } from "./write-cells";
import { giveSizesBack } from "./write-placed";

/** Ends where everything was written and only the answer was lost; throws WorkbookError otherwise. */
export async function settleFailure(
  context: Excel.RequestContext,
  preparation: Preparation,
  error: unknown,
): Promise<void> {
  if (!(excelFailure(error) instanceof WorkbookError)) throw error;
  let found = await answered(() => readWorkbook(context, preparation.now.what));
  if (!found) throw unknownWritten(error);
  const { shown } = found;
  if (shown.length > 0) {
    await answered(() => hideNames(context, shown));
    found = (await answered(() => readWorkbook(context, preparation.now.what))) ?? found;
  }
  let parts = partsOf(preparation, found);
  if (parts.every(({ isAsPlanned }) => isAsPlanned) && found.shown.length === 0) return;
  const half = found;
  const isBegun = parts.some(({ isAsBefore }) => !isAsBefore) || keptToRestore(preparation, half).length > 0;
  if (isBegun && isWholeOrNothing(preparation)) {
    await answered(() => takeBack(context, preparation, half));
    found = await answered(() => readWorkbook(context, preparation.now.what));
    if (!found) throw unknownWritten(error);
    parts = partsOf(preparation, found);
  }
  if (parts.every(({ isAsBefore }) => isAsBefore)) throw nothingWritten(error);
  throw partlyWritten(error, parts);
}

async function hideNames(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  for (const name of names) context.workbook.names.getItem(name).visible = false;
  await context.sync();
}

/** Null where Excel does not answer: what is not known is said, in the place of the failure that brought us here. */
async function answered<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (excelFailure(error) instanceof WorkbookError) return null;
    throw error;
  }
}

function partsOf({ plan, results, annexes, now }: Preparation, found: Reading): readonly WrittenPart[] {
  return whatWasWritten(plan, { sheets: results.targets, annexes }, now.raw, found.raw);
}

const isWholeOrNothing = ({ plan }: Preparation): boolean =>
  (plan.annexes?.length ?? 0) > 0 ||
  plan.placed !== undefined ||
  (plan.cells?.length ?? 0) > 0 ||
  plan.reponses !== undefined ||
  plan.variantes !== undefined ||
  (plan.registre !== undefined && plan.sheets.length === 0);

/** Texts in hidden names that the plan writes: those that are no longer what they were, and those of which pieces were added. */
function keptToRestore(
  { plan, now }: Preparation,
  { raw: found, marks }: Reading,
): readonly { readonly kind: KeptText; readonly text: string }[] {
  const nothing = ecrireRegistre(NOTHING_SAID);
  const textsOf = ({ seal, reponses = [], variantes = [], registre = NOTHING_SAID }: RawWorkbook) => ({
    seal: typeof seal === "string" ? seal : "",
    reponses: reponses.length === 0 ? "" : ecrireReponses(reponses),
    variantes: variantes.length === 0 ? "" : ecrireVariantes(variantes),
    registre: ecrireRegistre(registre).replace(nothing, ""),
  });
  const [was, is] = [textsOf(now.raw), textsOf(found)];
  const written: readonly KeptText[] = [
    ...(plan.seal === undefined ? [] : (["seal"] as const)),
    ...(plan.reponses ? (["reponses"] as const) : []),
    ...(plan.variantes ? (["variantes"] as const) : []),
    ...(plan.registre ? (["registre"] as const) : []),
  ];
  const added = new Set([...marks].filter((mark) => !now.marks.has(mark)).map((mark) => pieceOfMark(mark)?.kind));
  return written.filter((kind) => was[kind] !== is[kind] || added.has(kind)).map((kind) => ({ kind, text: was[kind] }));
}

/** Result sheets stay as they are: the next run writes them again in place. */
async function takeBack(context: Excel.RequestContext, preparation: Preparation, half: Reading): Promise<void> {
  const { plan, annexes, now, sizes } = preparation;
  const { raw: found, marks } = half;
  await removeUnfinished(context, found);
  const gone = new Set(unfinishedAnnexes(found).map(({ id }) => id));
  const isOurs = new Set(annexes.filter(({ sheet }) => sheet === null).map(({ name }) => name));
  const known = new Set(now.raw.sheets.map(({ id }) => id));
  const { names } = context.workbook;
  for (const { id, name } of found.sheets) {
    if (!known.has(id) && !gone.has(id) && isOurs.has(name)) deleteOwnSheet(context, id);
  }
  const added = annexes.flatMap(({ plan: { mark } }) => (mark ? [RESULT_SHEET_MARKS[mark]] : []));
  const pointing = added.filter((mark) => !now.marks.has(mark)).map((mark) => names.getItemOrNullObject(mark));
  if (sizes && plan.placed) giveSizesBack(context, plan.placed.area.sheet, sizes);
  await context.sync();
  for (const name of pointing) if (!name.isNullObject) name.delete();
  await context.sync();
  const budget = new RequestBudget(context);
  for (const { kind, text } of keptToRestore(preparation, half)) await writeKept(budget, kind, text, marks);
  await budget.send();
  if (plan.cells?.length)
    await writeCells(new RequestBudget(context), earlierContents(plan.cells, now.raw, found), now.raw);
}

/** What the cells held before, for those that no longer hold it. */
function earlierContents(cells: readonly CellChange[], before: RawWorkbook, found: RawWorkbook): readonly CellChange[] {
  const of = (raw: RawWorkbook) => new Map(raw.sheets.map(({ name, blocks }) => [name, contentsOf(blocks)]));
  const [old, now] = [of(before), of(found)];
  return cells.flatMap(({ cell }): readonly CellChange[] => {
    const [was, is] = [old, now].map((sheets) => sheets.get(cell.sheet)?.get(cell.row)?.get(cell.column) ?? null);
    return was === is ? [] : [{ cell, content: asContent(was ?? null) }];
  });
}
