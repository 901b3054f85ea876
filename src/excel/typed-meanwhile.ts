// What the write's own first request reads before it writes: what somebody typed since the last look, and the colours that he gave, are put back, or said.
import { formatCellRef } from "xlsx-model/cell-ref";
import { ECARTS_COLUMNS, ecartsColumn } from "../core/domain/ecarts-columns";
import { contentsOf, differingCells, type Contents } from "../core/sheets/parts/changed-since";
import { followFills, type Fill } from "../core/sheets/kept-notes/follow-fills";
import { refusals } from "../core/sheets/parts/refusals";
import type { CellChange, PlannedCell } from "../core/workbook-port";
import { WorkbookError, type CellValue } from "xlsx-model/plan";
import { excelFailure } from "./excel-failure";
import { joinPieces } from "./join-pieces";
import type { Preparation } from "./preparation";
import { RequestBudget } from "./request-budget";
import { asContent, writeCells, type HeldCell } from "./write-cells";

/** What an answer bears beside a write; larger sheets are written as they were last looked at. */
const MOST_CELLS = 60_000;
/** Excel is slower to tell how each cell looks. */
const MOST_LOOKS = 20_000;

/** Rows below and columns beside what stands there, in which somebody may have begun to type. */
const AROUND = { rows: 20, columns: 8 };

type Target = Preparation["results"]["targets"][number];

interface Watched {
  readonly target: Target;
  readonly before: Contents;
  readonly range: Excel.Range;
  /** Null where how its cells look was not asked. */
  readonly looks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
}

/** Cells of the agent's that were changed, and in which he typed as the write arrived: they are his again, and nothing is written. */
export class TypedMeanwhile extends WorkbookError {}

/** `held` is what the cells held as the write arrived. Throws TypedMeanwhile once they hold it again. */
export async function giveBackTyped(
  budget: RequestBudget,
  cells: readonly CellChange[],
  held: readonly HeldCell[],
  { now }: Pick<Preparation, "now">,
): Promise<void> {
  const sheets = new Map(now.raw.sheets.map(({ name, blocks }) => [name, contentsOf(blocks)]));
  const before = ({ sheet, row, column }: HeldCell["cell"]) => sheets.get(sheet)?.get(row)?.get(column) ?? null;
  const planned = new Map(cells.map(({ cell, content }) => [formatCellRef(cell), contentOf(content)]));
  const typed = held.filter(({ cell, value }) => value !== before(cell) && value !== planned.get(formatCellRef(cell)));
  const [first] = typed;
  if (!first) return;
  const back = held.map((each) => ({
    cell: each.cell,
    content: asContent(typed.includes(each) ? each.value : before(each.cell)),
  }));
  await writeCells(budget, back, now.raw);
  throw new TypedMeanwhile(refusals.changedMeanwhile(`la cellule ${formatCellRef(first.cell)} a changé`));
}

/** Asked with the next request, before anything that it writes: what stands where sheets of ours are written again. */
export function watchSheets(context: Excel.RequestContext, { results, now }: Preparation): readonly Watched[] {
  const half = new Set(now.raw.unfinished?.map(({ kind }) => kind));
  let left = MOST_CELLS;
  return results.targets.flatMap((target) => {
    const { plan, sheet } = target;
    if (!sheet || half.has(plan.kind)) return [];
    const filled = Math.max(plan.cells.length, ...sheet.blocks.map(({ row, values }) => row + values.length));
    const [rows, columns] = [filled + AROUND.rows, (plan.cells[0]?.length ?? 0) + AROUND.columns];
    left -= rows * columns;
    if (left < 0) return [];
    const range = context.workbook.worksheets.getItem(sheet.id).getRangeByIndexes(0, 0, rows, columns).untrack();
    range.load({ formulas: true });
    const isLookedAt = plan.own !== undefined && rows * columns <= MOST_LOOKS;
    const looks = isLookedAt ? range.getCellProperties({ format: { fill: { color: true } } }) : null;
    return [{ target, before: contentsOf(sheet.blocks), range, looks }];
  });
}

/** Once the sheets are whole. Answers sentences: what was put back, and what stood where it has no place, with its text. */
export async function putBackTyped(
  context: Excel.RequestContext,
  watched: readonly Watched[],
  { now }: Pick<Preparation, "now">,
): Promise<readonly string[]> {
  const typed = watched.flatMap(typedOn);
  const [back, lost] = [
    typed.filter(({ changes }) => changes.length > 0),
    typed.filter(({ changes }) => changes.length === 0),
  ];
  const said = (those: readonly Typed[]) => those.map(({ from, value }) => refusals.typedOver(from, String(value)));
  if (back.length === 0) return said(lost);
  try {
    const changes = back.flatMap((each) => each.changes);
    await writeCells(new RequestBudget(context), changes, now.raw);
    return [refusals.typedKept(back.map(({ from }) => from)), ...said(lost)];
  } catch (error) {
    if (!(excelFailure(error) instanceof WorkbookError)) throw error;
    return said(typed);
  }
}

/** Once the sheets are whole. Answers sentences on the colours whose rows have gone. */
export async function putBackFills(
  context: Excel.RequestContext,
  watched: readonly Watched[],
): Promise<readonly string[]> {
  const followed = watched.flatMap(({ target: { plan, name, sheet }, looks }) => {
    const found = (looks?.value ?? []).flatMap((line, row) =>
      line.map((look, column): Fill => ({ row, column, color: look.format?.fill?.color ?? "" })),
    );
    return sheet ? [{ name, id: sheet.id, ...followFills(found, sheet, plan) }] : [];
  });
  const given = followed.filter(({ fills }) => fills.length > 0);
  for (const { id, fills } of given) {
    for (const { row, column, color } of fills) {
      const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(row, column, 1, 1).untrack();
      if (color === null) range.format.fill.clear();
      else range.format.fill.color = color;
    }
  }
  const gone = followed.flatMap(({ name, lost }) => (lost.length > 0 ? [refusals.fillsGone(name, lost)] : []));
  if (given.length === 0) return gone;
  try {
    await context.sync();
    return gone;
  } catch (error) {
    if (!(excelFailure(error) instanceof WorkbookError)) throw error;
    return [...gone, ...given.map(({ name, fills }) => refusals.fillsGone(name, fills))];
  }
}

interface Typed {
  /** Its address as the write met it. */
  readonly from: string;
  readonly value: CellValue;
  /** None where nothing tells where it belongs. */
  readonly changes: readonly CellChange[];
}

type Line = ReadonlyMap<number, CellValue>;

function typedOn({ target, before, range }: Watched): readonly Typed[] {
  const { plan, name, sheet } = target;
  const formulas = range.formulas as unknown[][];
  const found = contentsOf(joinPieces([{ row: 0, column: 0, values: formulas, formulas, numberFormats: [] }]));
  const own = sheet?.name ?? name;
  return [...differingCells(before, found)].flatMap(({ row, column }): readonly Typed[] => {
    const line: Line = found.get(row) ?? new Map<number, CellValue>();
    const value = line.get(column) ?? null;
    // What was emptied has no text to lose, and what lies to the right of our columns was not asked for.
    const isOurs = value === null || contentOf(plan.cells[row]?.[column] ?? { value: null }) === value;
    if (isOurs || column >= (formulas[0]?.length ?? 0)) return [];
    const at = (cells: Line, to: number) =>
      [...cells].map(([each, held]) => ({ cell: { sheet: own, row: to, column: each }, content: asContent(held) }));
    const finding = isForParties(plan.kind, column) ? line.get(ecartsColumn("identifiant")) : undefined;
    const now = plan.cells.findIndex((cells) => cells[ecartsColumn("identifiant")]?.value === finding);
    // A finding that is gone leaves its whole line, below, where the next reading finds what was said of it.
    const left = new Map([...line].filter(([each]) => each < ECARTS_COLUMNS.length));
    const isOutside = plan.cells[row]?.[column] === undefined;
    const changes = isOutside
      ? at(new Map([[column, value]]), row)
      : finding === undefined
        ? []
        : now < 0
          ? at(left, plan.cells.length + 1 + row)
          : at(new Map([[column, value]]), now);
    return [{ from: formatCellRef({ sheet: own, row, column }), value, changes }];
  });
}

/** The columns of « Écarts » in which both parties type. */
const isForParties = (kind: string, column: number): boolean =>
  kind === "ecarts" && column >= ecartsColumn("justification") && column <= ecartsColumn("decideeLe");

const contentOf = ({ value, formula }: PlannedCell): CellValue => formula ?? value ?? null;
