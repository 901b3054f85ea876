// Our highlights against their plan: which cells, which rule, and each property of the look; none of an earlier run is left.
import { highlightAreas } from "../../core/sheets/highlights/highlight-areas";
import { HIGHLIGHT_STYLES } from "../../core/sheets/highlights/highlight-style";
import { highlightFormula, HIGHLIGHT_TURNS, isHighlightFormula } from "../../core/sheets/parts/marks";
import type { Severity } from "../../core/verification";
import type { Highlight } from "../../core/workbook-port";
import { formatLocalRange, splitAddress } from "xlsx-model/cell-ref";
import type { Comparison } from "./comparison";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

export async function compareHighlights(
  seen: Comparison,
  sheet: Excel.Worksheet,
  name: string,
  highlights: readonly Highlight[],
): Promise<void> {
  const formats = await readFormats(sheet);
  const planned = highlightAreas(highlights).filter(({ sheet: of }) => of === name);
  const left = new Set(formats.filter(({ rule }) => isHighlightFormula(rule.formula)));
  for (const { severity, ranges } of planned)
    for (const range of ranges) {
      const address = formatLocalRange(range);
      const where = `${name} ${address}, ${severity}`;
      const there = formats.filter((format) => format.address === address);
      const isOfSeverity = (format: Format) =>
        HIGHLIGHT_TURNS.some((turn) => format.rule.formula.endsWith(highlightFormula(severity, turn)));
      // One whose rule was lost is looked at all the same.
      const found = there.find(isOfSeverity) ?? there.find(({ rule }) => !isHighlightFormula(rule.formula));
      seen.see("ConditionalFormatCollection.add", where, true, found !== undefined);
      if (!found) continue;
      left.delete(found);
      compareLook(seen, where, severity, found);
      const isRuled = isOfSeverity(found);
      seen.see(
        "ConditionalFormatRule.formula",
        where,
        highlightFormula(severity),
        isRuled ? highlightFormula(severity) : found.rule.formula,
      );
    }
  for (const { address } of left) seen.see("ConditionalFormat.delete", `${name} ${address}`, true, false);
}

interface Format {
  readonly address: string;
  readonly rule: Excel.ConditionalFormatRule;
  readonly look: Excel.ConditionalRangeFormat;
  readonly lines: readonly Excel.ConditionalRangeBorder[];
}

/** Those with a formula, of the whole sheet. */
async function readFormats(sheet: Excel.Worksheet): Promise<readonly Format[]> {
  const { conditionalFormats } = sheet.getRange();
  conditionalFormats.load({ type: true });
  await sheet.context.sync();
  const custom = conditionalFormats.items.filter(({ type }) => type === "Custom");
  const asked = custom.map((format) => {
    const range = format.getRangeOrNullObject();
    range.load({ address: true });
    const { rule, format: look } = format.custom;
    rule.load({ formula: true });
    look.fill.load({ color: true });
    look.font.load({ bold: true, italic: true, underline: true, color: true });
    const lines = EDGES.map((edge) => {
      const line = look.borders.getItem(edge);
      line.load({ style: true, color: true });
      return line;
    });
    return { range, rule, look, lines };
  });
  await sheet.context.sync();
  return asked.map(({ range, ...rest }) => ({
    ...rest,
    address: range.isNullObject ? "" : splitAddress(range.address).local.replaceAll("$", ""),
  }));
}

function compareLook(seen: Comparison, where: string, severity: Severity, { look, lines }: Format): void {
  const { fill, font, border } = HIGHLIGHT_STYLES[severity];
  seen.see("ConditionalRangeFill.color", where, fill, look.fill.color);
  seen.see("ConditionalRangeFont.color", where, font.color, look.font.color);
  if (font.bold) seen.see("ConditionalRangeFont.bold", where, true, look.font.bold);
  if (font.italic) seen.see("ConditionalRangeFont.italic", where, true, look.font.italic);
  if (font.underline) seen.see("ConditionalRangeFont.underline", where, "Single", look.font.underline);
  for (const [index, edge] of EDGES.entries()) {
    seen.see("ConditionalRangeBorder.style", `${where}, ${edge}`, "Continuous", lines[index]?.style);
    seen.see("ConditionalRangeBorder.color", `${where}, ${edge}`, border, lines[index]?.color);
  }
}
