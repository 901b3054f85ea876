// Gives a range the style of a plan, property by property; what the style does not say stays.
import type { CellStyle, GridRange } from "xlsx-model/plan";

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

export function applyStyle(range: Excel.Range, { top, left, bottom, right }: GridRange, style: CellStyle): void {
  const { format } = range;
  const { bold, italic, underline, color, size } = style.font ?? {};
  if (bold !== undefined) format.font.bold = bold;
  if (italic !== undefined) format.font.italic = italic;
  if (underline !== undefined) {
    format.font.underline = underline ? Excel.RangeUnderlineStyle.single : Excel.RangeUnderlineStyle.none;
  }
  if (color !== undefined) format.font.color = color;
  if (size !== undefined) format.font.size = size;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.border !== undefined) {
    const between = [
      ...(bottom > top ? (["InsideHorizontal"] as const) : []),
      ...(right > left ? (["InsideVertical"] as const) : []),
    ];
    for (const edge of [...EDGES, ...between]) drawBorder(format.borders.getItem(edge), style.border);
  }
  if (style.numberFormat !== undefined) {
    const row = new Array<string>(right - left + 1).fill(style.numberFormat);
    range.numberFormat = Array.from({ length: bottom - top + 1 }, () => row);
  }
}

function drawBorder(border: Excel.RangeBorder, color: string): void {
  border.style = Excel.BorderLineStyle.continuous;
  border.weight = Excel.BorderWeight.thin;
  border.color = color;
}
