// Writes our highlights as conditional formats that carry a mark, and takes earlier ones away.
import type { Highlight, RawSheet, RawWorkbook } from "../core/workbook-port";
import type { GridRange } from "xlsx-model/plan";
import { highlightAreas } from "../core/sheets/highlights/highlight-areas";
import { HIGHLIGHT_STYLES } from "../core/sheets/highlights/highlight-style";
import { highlightFormula } from "../core/sheets/parts/marks";
import { refusals } from "../core/sheets/parts/refusals";
import type { Severity } from "../core/verification";
import { idOfHighlight, nextTurn } from "./highlight-handle";
import type { Reading } from "./reading";
import type { RequestBudget } from "./request-budget";
import { rangeOf } from "./survey-area";

const BYTES_PER_REMOVAL = 500;
const BYTES_PER_FORMAT = 5000;
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** Sentences for the sheets that refuse, or of which Excel does not tell what is highlighted. */
export function refusedHighlights(highlights: readonly Highlight[], { raw, unread }: Reading): readonly string[] {
  const planned = new Set(highlights.map(({ range }) => range.sheet));
  const refused = raw.sheets.filter(
    ({ isProtected, highlightIds, name }) => isProtected && (highlightIds.length > 0 || planned.has(name)),
  );
  return [
    ...refused.map(({ name }) => refusals.protectedHighlights(name)),
    ...unread.map((name) => refusals.unreadHighlights(name)),
  ];
}

/** Replaces all our highlights, on the sheets that are not protected. */
export async function writeHighlights(
  budget: RequestBudget,
  highlights: readonly Highlight[],
  read: RawWorkbook,
): Promise<void> {
  const writable = new Map(read.sheets.filter(({ isProtected }) => !isProtected).map((sheet) => [sheet.name, sheet]));
  const turn = nextTurn([...writable.values()].flatMap(({ highlightIds }) => highlightIds));
  for (const sheet of writable.values()) await removeHighlights(budget, sheet);
  for (const { sheet, severity, ranges } of highlightAreas(highlights)) {
    const target = writable.get(sheet);
    if (!target) continue;
    // One by one: the separator of several addresses is that of the agent's language in Excel 2021 (office-js#1167, #1985).
    // From the last one on: what is added comes first in Excel's own list of rules.
    for (const range of [...ranges].reverse()) await addHighlight(budget, target, range, { severity, turn });
  }
}

/** From the last to the first: an id is documented as the format's place in the list, where those after one that goes move up. */
async function removeHighlights(budget: RequestBudget, { id, highlightIds }: RawSheet): Promise<void> {
  for (const highlight of [...highlightIds].reverse()) {
    await budget.reserve(BYTES_PER_REMOVAL);
    const sheet = budget.context.workbook.worksheets.getItem(id);
    sheet.getRange().untrack().conditionalFormats.getItem(idOfHighlight(highlight)).delete();
  }
}

async function addHighlight(
  budget: RequestBudget,
  { id }: RawSheet,
  range: GridRange,
  { severity, turn }: { readonly severity: Severity; readonly turn: number },
): Promise<void> {
  await budget.reserve(BYTES_PER_FORMAT);
  const cells = rangeOf(budget.context.workbook.worksheets.getItem(id), range);
  const { custom } = cells.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const { fill, font, border } = HIGHLIGHT_STYLES[severity];
  custom.format.fill.color = fill;
  custom.format.font.color = font.color;
  if (font.bold) custom.format.font.bold = true;
  if (font.italic) custom.format.font.italic = true;
  if (font.underline) custom.format.font.underline = Excel.ConditionalRangeFontUnderlineStyle.single;
  for (const edge of EDGES) {
    const line = custom.format.borders.getItem(edge);
    line.style = Excel.ConditionalRangeBorderLineStyle.continuous;
    line.color = border;
  }
  // Last: what bears our mark is whole.
  custom.rule.formula = `=${highlightFormula(severity, turn)}`;
}
