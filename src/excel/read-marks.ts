// Reads what is ours on a sheet beside its cells, highlights and charts: all at once, or piece by piece where Excel refuses that.
import type { RawSheet } from "../core/workbook-port";
import { isHighlightFormula, isOurChart } from "../core/sheets/parts/marks";
import { knownCharts, loadCharts, typesOf, type KnownChart } from "./charts";
import { isRefusal } from "./excel-failure";
import { highlightHandle } from "./highlight-handle";

const ROWS = 1_048_576;
const COLUMNS = 16_384;

type Highlights = Required<Pick<RawSheet, "highlightIds" | "halfMadeHighlightIds">>;

export interface SheetMarks extends Highlights {
  /** Null where it is not a result sheet. */
  readonly standing: Standing | null;
  /** Excel refused to tell the sheet's conditional formats: ours may be among them. */
  readonly areFormatsUnread?: boolean;
}

/** What stands on a result sheet beside its cells. */
export interface Standing {
  /** The agent's among them. */
  readonly charts: readonly KnownChart[];
  /** Whether the agent has set a filter on its columns. */
  readonly isFiltered: boolean;
  /** Null where that is not known. */
  readonly frozen: Frozen | null;
}

/** How many rows stay visible at the top, and columns at the left. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

export interface MarkedSheet {
  readonly id: string;
  readonly isResultSheet: boolean;
}

/** Asks with the next request; the answer reads what came. */
export function askMarks(context: Excel.RequestContext, { id, isResultSheet }: MarkedSheet): () => SheetMarks {
  const formats = formatsOf(context, id);
  formats.load({ id: true, customOrNullObject: { rule: { formula: true } } });
  const standing = isResultSheet ? askStanding(context.workbook.worksheets.getItem(id)) : null;
  return () => ({
    ...highlightsAmong(
      formats.items.map(({ id: own, customOrNullObject }) => ({ id: own, rule: customOrNullObject })),
      formats.items,
    ),
    standing: standing && standing(),
  });
}

function askStanding(sheet: Excel.Worksheet): () => Standing {
  const charts = loadCharts(sheet);
  const filter = loadFilter(sheet);
  const frozen = loadFrozen(sheet);
  return () => ({ charts: knownCharts(charts), isFiltered: filter.enabled, frozen: frozen() });
}

function loadFrozen({ freezePanes }: Excel.Worksheet): () => Frozen {
  const range = freezePanes.getLocationOrNullObject().untrack();
  range.load({ rowCount: true, columnCount: true });
  return () => {
    if (range.isNullObject) return { rows: 0, columns: 0 };
    // Whole columns are frozen rows, and whole rows frozen columns.
    const { rowCount, columnCount } = range;
    return { rows: rowCount === ROWS ? 0 : rowCount, columns: columnCount === COLUMNS ? 0 : columnCount };
  };
}

function loadFilter({ autoFilter }: Excel.Worksheet): Excel.AutoFilter {
  autoFilter.load({ enabled: true });
  return autoFilter;
}

/**
 * For a workbook where `askMarks` is refused: Excel cannot tell the condition of each rule that an agent has made (office-js#5222,
 * #6827, #6835), nor the series of each kind of chart. Such ones are not ours.
 */
export async function readMarksApart(context: Excel.RequestContext, sheet: MarkedSheet): Promise<SheetMarks> {
  const highlights = await highlightsApart(context, sheet.id);
  return {
    ...(highlights ?? highlightsAmong([], [])),
    areFormatsUnread: highlights === null,
    standing: sheet.isResultSheet ? await standingApart(context, sheet.id) : null,
  };
}

async function highlightsApart(context: Excel.RequestContext, key: string): Promise<Highlights | null> {
  const formats = formatsOf(context, key);
  formats.load({ id: true, type: true });
  if (!(await answers(context))) return null;
  const custom = formats.items.filter(({ type }) => type === Excel.ConditionalFormatType.custom).map(({ id }) => id);
  const found: CustomRule[] = [];
  await inHalves(custom, async (ids) => {
    const asked = ids.map((id) => ({ id, rule: formatsOf(context, key).getItem(id).customOrNullObject }));
    for (const { rule } of asked) rule.load({ rule: { formula: true } });
    if (!(await answers(context))) return false;
    found.push(...asked);
    return true;
  });
  return highlightsAmong(found, formats.items);
}

async function standingApart(context: Excel.RequestContext, key: string): Promise<Standing> {
  const charts = await chartsApart(context, key);
  const filter = loadFilter(context.workbook.worksheets.getItem(key));
  return { charts, isFiltered: (await answers(context)) && filter.enabled, frozen: null };
}

async function chartsApart(context: Excel.RequestContext, key: string): Promise<readonly KnownChart[]> {
  const { charts } = context.workbook.worksheets.getItem(key);
  charts.load({ name: true });
  if (!(await answers(context))) return [];
  const ours = charts.items.filter(({ name }) => isOurChart(name));
  const found: KnownChart[] = [];
  await inHalves(ours, async (some) => {
    for (const { series } of some) series.load({ chartType: true });
    if (!(await answers(context))) return false;
    found.push(...some.map(({ name, series }) => ({ name, types: typesOf(series) })));
    return true;
  });
  return found;
}

const formatsOf = (context: Excel.RequestContext, key: string): Excel.ConditionalFormatCollection =>
  context.workbook.worksheets.getItem(key).getRange().untrack().conditionalFormats;

type CustomRule = Pick<Excel.ConditionalFormat, "id"> & { readonly rule: Excel.CustomConditionalFormat };

/** A write that stops before it says the mark leaves a rule without a condition, such as nobody can make in Excel itself. */
const isHalfMade = (formula: string): boolean => /^=?$/.test(formula);

/** `all` are the formats of the sheet, of whatever kind. */
function highlightsAmong(
  rules: readonly CustomRule[],
  all: readonly Pick<Excel.ConditionalFormat, "id">[],
): Highlights {
  const arePlaces = all.every(({ id }, at) => id === String(at));
  const idsOf = (isOne: (formula: string) => boolean) =>
    rules
      .filter(({ rule }) => !rule.isNullObject && isOne(rule.rule.formula))
      .map(({ id, rule }) => highlightHandle({ id, arePlaces, formula: rule.rule.formula }));
  const highlightIds = idsOf((formula) => isHighlightFormula(formula) || isHalfMade(formula));
  return { highlightIds, halfMadeHighlightIds: idsOf(isHalfMade) };
}

async function answers(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

/** Halves what is refused until what it is refused for stands alone: that is left out. */
async function inHalves<T>(items: readonly T[], ask: (items: readonly T[]) => Promise<boolean>): Promise<void> {
  if (items.length === 0 || (await ask(items)) || items.length === 1) return;
  const middle = Math.floor(items.length / 2);
  await inHalves(items.slice(0, middle), ask);
  await inHalves(items.slice(middle), ask);
}
