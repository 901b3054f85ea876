// One change of a total in words and figures, as the pane and the command line show it.
import { formatMontant, formatPart } from "../../domain/words/format";
import { toFrenchFormula } from "xlsx-model/formula-text/formula-french";
import { montantFromCentimes } from "../../domain/values/montant";
import type { Grandeur, TotalChange } from "./total-change";

export interface DescribedChange {
  /** "130 000,00 €", the text that stood there, or "vide". */
  readonly before: string;
  /** "saisi", or the formula as a French Excel shows it; null for an empty cell. */
  readonly origin: string | null;
  readonly after: string;
  readonly formula: string;
  /** "+5 000,00 €", "0,00 €"; null where nothing could be compared. */
  readonly difference: string | null;
}

const MINUS = "−";

function formatFigure(grandeur: Grandeur, figure: number): string {
  return grandeur === "montant" ? formatMontant(montantFromCentimes(figure)) : formatPart(figure);
}

/** Zero for a share that only the decimals behind its two shown ones set apart. */
export function differenceOf({ before, after, grandeur }: TotalChange): number | null {
  if (before.figure === null) return null;
  const difference = after - before.figure;
  return grandeur === "part" ? Math.round(difference * 10_000) / 10_000 : difference;
}

export function describeChange(change: TotalChange): DescribedChange {
  const { before, after, formula, grandeur } = change;
  const difference = differenceOf(change);
  const signed = difference === null ? null : formatFigure(grandeur, difference);
  return {
    before: before.figure !== null ? formatFigure(grandeur, before.figure) : before.text.trim() || "vide",
    origin: before.formula !== null ? toFrenchFormula(before.formula) : before.text.trim() === "" ? null : "saisi",
    after: formatFigure(grandeur, after),
    formula: toFrenchFormula(formula),
    difference: signed === null || signed.startsWith(MINUS) || difference === 0 ? signed : `+${signed}`,
  };
}
