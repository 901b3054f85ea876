// How a highlighted cell looks: told apart by font and border as well as by fill, for prints in black and white.
import type { Severity } from "../../verification";
import type { CellStyle } from "xlsx-model/plan";

type HighlightStyle = Required<Pick<CellStyle, "fill" | "border">> & {
  readonly font: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly color: string;
  };
};

export const HIGHLIGHT_STYLES: Readonly<Record<Severity, HighlightStyle>> = {
  error: { fill: "#FBD5D1", border: "#A3261F", font: { bold: true, color: "#7A1712" } },
  warning: { fill: "#FFE7A8", border: "#8A6100", font: { italic: true, color: "#5C4300" } },
  info: { fill: "#D6E6F7", border: "#1F5A92", font: { underline: true, color: "#123F6B" } },
};
