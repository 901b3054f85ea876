// Writes our highlights as conditional formats that carry a mark, and takes earlier ones away.
import { formatLocalRange } from "../core/domain/cell-ref";
import type { GridRange, Highlight, RawSheet, RawWorkbook } from "../core/workbook-port";
import { highlightAreas } from "../core/writing/highlight-areas";
import { HIGHLIGHT_STYLES } from "../core/writing/highlight-style";
import { highlightFormula } from "../core/writing/marks";
import { refusals } from "../core/writing/refusals";
import type { Severity } from "../core/verification";
import type { RequestBudget } from "./request-budget";

/** Excel's limit on the addresses of one getRanges. */
const MAX_ADDRESSES = 8192;
const BYTES_PER_REMOVAL = 500;
/** Beside its addresses. */
const BYTES_PER_FORMAT = 5000;
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** Replaces all our highlights; answers the sentences for the sheets that refuse. */
export async function writeHighlights(
  budget: RequestBudget,
  highlights: readonly Highlight[],
  read: RawWorkbook,
): Promise<readonly string[]> {
  const areas = highlightAreas(highlights);
  const planned = new Set(areas.map(({ sheet }) => sheet));
  const refused = read.sheets.filter(
    ({ isProtected, highlightIds, name }) => isProtected && (highlightIds.length > 0 || planned.has(name)),
  );
  const writable = new Map(read.sheets.filter(({ isProtected }) => !isProtected).map((sheet) => [sheet.name, sheet]));
  for (const sheet of writable.values()) await removeHighlights(budget, sheet);
  for (const { sheet, severity, ranges } of areas) {
    const target = writable.get(sheet);
    if (!target) continue;
    for (const addresses of cutAddresses(ranges)) await addHighlight(budget, target, severity, addresses);
  }
  return refused.map(({ name }) => refusals.protectedHighlights(name));
}

async function removeHighlights(budget: RequestBudget, { id, highlightIds }: RawSheet): Promise<void> {
  for (const highlight of highlightIds) {
    await budget.reserve(BYTES_PER_REMOVAL);
    const sheet = budget.context.workbook.worksheets.getItem(id);
    sheet.getRange().untrack().conditionalFormats.getItem(highlight).delete();
  }
}

async function addHighlight(
  budget: RequestBudget,
  { id }: RawSheet,
  severity: Severity,
  addresses: string,
): Promise<void> {
  await budget.reserve(BYTES_PER_FORMAT + addresses.length);
  const cells = budget.context.workbook.worksheets.getItem(id).getRanges(addresses).untrack();
  const { custom } = cells.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const { fill, font, border } = HIGHLIGHT_STYLES[severity];
  custom.rule.formula = `=${highlightFormula(severity)}`;
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
}

/** "A1:B2,D4" in texts that Excel accepts. */
function cutAddresses(ranges: readonly GridRange[]): string[] {
  const texts: string[] = [];
  for (const range of ranges) {
    const address = formatLocalRange(range);
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + address.length <= MAX_ADDRESSES) {
      texts[texts.length - 1] = `${last},${address}`;
    } else texts.push(address);
  }
  return texts;
}
