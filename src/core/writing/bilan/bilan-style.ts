// What the sheets of a report share: their banner, their figures, and how a rate is written.
import type { Bilan, Taux } from "../../bilan/bilan";
import { NBSP } from "../../domain/words/format";
import type { SheetBuilder } from "../sheets/sheet-builder";
import { FORMATS, STYLES } from "../sheets/sheet-style";
import type { CellStyle, PlannedCell } from "../../workbook-port";

/** A true minus; what is executed for 0 € is said, for it is not what is not given. */
const EUROS = '#,##0.00 "€";"−"#,##0.00 "€"';

export const BILAN_STYLES = {
  amount: { numberFormat: EUROS, horizontal: "right" },
  rate: { numberFormat: FORMATS.part, horizontal: "right" },
  count: { numberFormat: "0", horizontal: "center" },
  /** Optional decimals would leave a lone separator after whole numbers. */
  figure: { numberFormat: FORMATS.nombre, horizontal: "right" },
  word: { font: { italic: true, color: "#4B5563" }, horizontal: "right", wrap: true },
  axe: { font: { bold: true, color: "#1B365D" }, fill: "#F4F6FA" },
  subtotal: { font: { bold: true }, fill: "#F4F6FA" },
} as const satisfies Record<string, CellStyle>;

const whenBoth = (found: string, expected: string, then: string): string =>
  `=IF(AND(ISNUMBER(${found}),N(${expected})>0),${then},"–")`;

/** Rounded down to the hundredth of a percent, as everywhere: what is just below a threshold shows below it. */
export function moneyRateCell(taux: Taux | null, found: string, expected: string): PlannedCell {
  const formula = whenBoth(found, expected, `INT(ROUND(${found}*1000000,0)/ROUND(${expected}*100,0))/10000`);
  if (!taux) return { value: "–", formula };
  return { value: Math.floor((taux.numerateur * 10_000) / taux.denominateur) / 10_000, formula };
}

/** The same for figures with decimals, whose binary noise must not take a hundredth away. */
export function figureRateCell(taux: Taux | null, found: string, expected: string): PlannedCell {
  const formula = whenBoth(found, expected, `INT(ROUND(${found}*10000/${expected},6))/10000`);
  if (!taux) return { value: "–", formula };
  const hundredths = Math.round(((taux.numerateur * 10_000) / taux.denominateur) * 1e6) / 1e6;
  return { value: Math.floor(hundredths) / 10_000, formula };
}

/** Title, parties, situation, and whether the report can be handed over. */
export function addBilanBanner(builder: SheetBuilder, bilan: Bilan, title: string): void {
  const { entete, pret, manques } = bilan;
  const { etat, collectivite } = entete;
  builder.addBanner(`${title} ${entete.periodeTexte}`, STYLES.title, 27);
  builder.addBanner(`${entete.intitule}${NBSP}– ${etat.nom} et ${collectivite.nom}`, STYLES.subtitle);
  builder.addBanner(`Classeur${NBSP}: ${entete.classeur}. ${entete.situation}.`, STYLES.subtitle);
  builder.addBanner(pret, manques.length === 0 ? STYLES.good : STYLES.caution);
}

/** A text where a figure is expected keeps to the look of words. */
export function styleFigure(builder: SheetBuilder, row: number, column: number, cell: PlannedCell, style: CellStyle) {
  builder.style(row, column, column, style);
  if (typeof cell.value === "string" && cell.value !== "–") builder.style(row, column, column, BILAN_STYLES.word);
}
