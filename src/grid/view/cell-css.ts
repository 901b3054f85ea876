// The CSS of a cell from its style and from the conditional formats that hold for it.
import type { CSSProperties } from "react";
import type { CellStyle } from "xlsx-model/plan";
import type { ConditionalStyle } from "xlsx-model/sheet-values";

const POINT = 4 / 3;
/** As wide as three spaces of the usual font. */
const INDENT = 9;
const VERTICAL = { top: "top", center: "middle", bottom: "bottom" } as const;

export function cellCss(style: CellStyle, conditional: ConditionalStyle, align: string): CSSProperties {
  const font = { ...style.font, ...conditional.font };
  const fill = conditional.fill ?? style.fill;
  const border = conditional.border ?? style.border;
  return {
    textAlign: (style.horizontal ?? align) as "left",
    ...(style.indent !== undefined && {
      [style.horizontal === "right" ? "paddingRight" : "paddingLeft"]: INDENT * style.indent,
    }),
    verticalAlign: VERTICAL[style.vertical ?? "bottom"],
    whiteSpace: style.wrap === true ? "pre-wrap" : "pre",
    ...(style.wrap === true && { overflowWrap: "break-word" }),
    ...(font.bold === true && { fontWeight: 700 }),
    ...(font.italic === true && { fontStyle: "italic" }),
    ...(font.underline === true && { textDecoration: "underline" }),
    ...(font.color !== undefined && { color: font.color }),
    ...(font.size !== undefined && { fontSize: font.size * POINT }),
    // A filled cell covers the grid lines, as in Excel.
    ...(fill !== undefined && { backgroundColor: fill, borderColor: fill }),
    ...(border !== undefined && { borderColor: border, boxShadow: `-1px -1px 0 0 ${border}` }),
  };
}
