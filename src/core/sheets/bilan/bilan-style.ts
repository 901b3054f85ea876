// What the sheets of a report share: their banner, their figures, and how a rate is written.
import type { Bilan } from "../../reports/bilan/bilan";
import { NBSP } from "../../domain/words/format";
import type { SheetBuilder } from "../parts/sheet-builder";
import { FORMATS, STYLES } from "../parts/sheet-style";
import type { PlannedCell } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";

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

/** Title, parties, situation, and whether the report can be handed over. */
export function addBilanBanner(builder: SheetBuilder, bilan: Bilan, title: string): void {
  const { entete, etats, manques } = bilan;
  const { etat, collectivite } = entete;
  builder.addBanner(`${title} ${entete.periodeTexte}`, STYLES.title, 27);
  builder.addBanner(`${entete.intitule}${NBSP}– ${etat.nom} et ${collectivite.nom}`, STYLES.subtitle);
  builder.addBanner(`Classeur${NBSP}: ${entete.classeur}. ${entete.situation}.`, STYLES.subtitle);
  if (entete.mesures !== null) builder.addBanner(entete.mesures, STYLES.subtitle);
  builder.addBanner(etats.pret, manques.length === 0 ? STYLES.good : STYLES.caution);
}

/** A text where a figure is expected keeps to the look of words. */
export function styleFigure(builder: SheetBuilder, row: number, column: number, cell: PlannedCell, style: CellStyle) {
  builder.style(row, column, column, style);
  if (typeof cell.value === "string" && cell.value !== "–") builder.style(row, column, column, BILAN_STYLES.word);
}
