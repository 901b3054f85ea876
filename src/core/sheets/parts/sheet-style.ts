// The look that our result sheets share: sober, legible once printed, and never telling anything by colour alone.
import type { Severity } from "../../verification";
import type { CellStyle } from "xlsx-model/plan";

const INK = "#1F2937";
const MUTED = "#4B5563";
const NAVY = "#1B365D";
const RULE_LINE = "#C5CCD6";

export const STYLES = {
  base: { font: { size: 10, color: INK }, vertical: "top" },
  title: { font: { size: 16, bold: true, color: NAVY }, vertical: "center" },
  subtitle: { font: { size: 10, color: MUTED }, vertical: "center", wrap: true },
  counts: { font: { size: 11, bold: true, color: INK }, vertical: "center", wrap: true },
  note: { font: { size: 10, italic: true, color: MUTED }, vertical: "center", wrap: true },
  heading: {
    font: { size: 10, bold: true, color: "#FFFFFF" },
    fill: NAVY,
    border: NAVY,
    horizontal: "center",
    vertical: "center",
    wrap: true,
  },
  section: { font: { size: 12, bold: true, color: NAVY }, fill: "#E8EDF4", vertical: "center" },
  body: { border: RULE_LINE, vertical: "top" },
  centredBody: { border: RULE_LINE, vertical: "center" },
  wrapped: { wrap: true },
  line: { border: RULE_LINE, vertical: "top", wrap: true },
  centered: { horizontal: "center" },
  /** A text at the right of figures, which would touch it. */
  besideFigures: { wrap: true, horizontal: "left", indent: 1 },
  link: { font: { color: "#0B57A4", underline: true }, wrap: true },
  strong: { font: { bold: true } },
  total: { font: { bold: true }, fill: "#E8EDF4" },
  /** For the agent to fill in. */
  input: { fill: "#FFFBEA", border: "#D9B44A", wrap: true },
  /** For the other party to fill in. */
  inputOther: { fill: "#EEF5EC", border: "#7FA876", wrap: true },
  discreet: { font: { size: 7, color: "#6B7280" }, wrap: true },
  good: { font: { size: 11, bold: true, color: "#1E5631" }, fill: "#EAF4EC", vertical: "center", wrap: true },
  caution: { font: { size: 11, bold: true, color: "#6B4E00" }, fill: "#FFF6DB", vertical: "center", wrap: true },
} as const satisfies Record<string, CellStyle>;

/** Beside the word that always stands in the cell. */
export const SEVERITY_STYLES: Readonly<Record<Severity, CellStyle>> = {
  error: { font: { bold: true, color: "#8C1D18" }, fill: "#FBE3E1" },
  warning: { font: { bold: true, color: "#6B4E00" }, fill: "#FFF1CC" },
  info: { font: { italic: true, color: "#174A7C" }, fill: "#E3EEF9" },
};

export const FORMATS = {
  text: "@",
  euros: '#,##0.00 "€"',
  eurosGap: '+#,##0.00 "€";-#,##0.00 "€";0.00 "€"',
  /** Live colour beside the sign: the figure moves with the agent's cells. */
  liveGap: '[Red]+#,##0.00 "€";[Red]-#,##0.00 "€";0.00 "€"',
  nombre: "General",
  nombreGap: "+General;-General;0",
  part: "0.00 %",
  partGap: "+0.00 %;-0.00 %;0 %",
  /** Formats for the axes of charts. */
  roundEuros: '#,##0 "€"',
  roundPart: "0 %",
  date: "dd/mm/yyyy",
  year: "0",
} as const;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: "Erreur",
  warning: "Avertissement",
  info: "Information",
};

/** Worst first. */
export const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
