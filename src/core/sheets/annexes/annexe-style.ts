// The look of an annex of the signed contract: thin lines, light grounds that print in grey, no colour that means anything.
import type { CellStyle } from "xlsx-model/plan";

const INK = "#1A1A1A";
const MUTED = "#4B5563";
const LINE = "#7A8699";

export const ANNEXE_STYLES = {
  base: { font: { size: 10, color: INK }, vertical: "center" },
  title: { font: { size: 14, bold: true, color: INK }, horizontal: "center", vertical: "center", wrap: true },
  subtitle: { font: { size: 10, color: MUTED }, horizontal: "center", vertical: "center", wrap: true },
  heading: {
    font: { bold: true, color: INK },
    fill: "#D6DFEC",
    border: LINE,
    horizontal: "center",
    vertical: "center",
    wrap: true,
  },
  axe: { font: { bold: true, color: INK }, fill: "#EDF1F7", border: LINE, vertical: "center", wrap: true },
  line: { border: LINE, vertical: "center", wrap: true },
  label: { font: { bold: true, color: INK }, fill: "#EDF1F7", border: LINE, vertical: "top", wrap: true },
  answer: { border: LINE, vertical: "top", wrap: true },
  /** For the agent to fill in: pale enough to print as white. */
  toFill: { fill: "#FFF8DC" },
  subtotal: { font: { italic: true, bold: true }, border: LINE, fill: "#F6F8FB" },
  total: { font: { bold: true }, border: LINE, fill: "#D6DFEC" },
  centered: { horizontal: "center" },
  text: { numberFormat: "@" },
  mention: { font: { size: 10, italic: true, color: MUTED }, horizontal: "center", vertical: "center", wrap: true },
  note: { font: { size: 10, italic: true, color: MUTED }, vertical: "center", wrap: true },
} as const satisfies Record<string, CellStyle>;

export const ANNEXE_FORMATS = {
  /** Two decimals always: a format that hides the centimes hides a part that is one centime short. */
  montant: '#,##0.00 "€"',
  ecart: '+#,##0.00 "€";-#,##0.00 "€";0.00 "€"',
  /** As everywhere else: what is just below a threshold shows below it. */
  taux: "0.00 %",
  /** The format of an indicator that is a share: a figure typed there is taken for one. */
  part: "0.0# %",
  /** No useless decimal, and none hidden. */
  nombre: "General",
  date: "dd/mm/yyyy",
} as const;
