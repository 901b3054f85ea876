// What stands at the right of a line: the money at stake, else the gap, in as few signs as it takes.
import type { Finding } from "../../../core/verification";
import { formatMontant, NBSP } from "../../../core/domain/words/format";
import { workTexts } from "./texts";

/** Cents only where there are some. */
const short = (text: string): string => text.replace(/,00(?=\s€$)/u, "");

export interface Measure {
  readonly figure: string;
  /** Which figure it is, where it is not the gap; "" else. */
  readonly of: string;
}

export function measureOf({ enJeu, figures, subject }: Finding): Measure | null {
  if (enJeu !== undefined) return { figure: short(formatMontant(enJeu)), of: workTexts.atStake };
  if (!figures) return null;
  const { unit, found, gap } = figures;
  // A number of lines or of targets is no gap: a value of an indicator has its year.
  const isValue = unit !== "numero" && (unit !== "nombre" || (subject.indicator !== undefined && !!subject.year));
  if (gap !== null && isValue) return { figure: short(workTexts.gapFigure(unit, gap)), of: "" };
  return unit === "montant" && found !== null ? { figure: short(workTexts.figure(unit, found)), of: "" } : null;
}

/** "−1 800 €", "8 000 € en jeu". */
export const tellMeasure = ({ figure, of }: Measure): string => (of === "" ? figure : `${figure}${NBSP}${of}`);
