// What was found, what was expected and the gap, as figures; nothing where they only count things, or compare nothing.
import type { Finding } from "../../../core/verification";
import type { FigureRow } from "./figure-rows";
import { workTexts } from "./texts";

/** Null where the sentence says more. */
export function figureRowsOf({ figures }: Finding): readonly FigureRow[] | null {
  if (figures === null || (figures.expected === null && figures.gap === null)) return null;
  const { unit, found, expected, gap } = figures;
  if (unit === "nombre") return null;
  return [
    { name: workTexts.found, value: workTexts.figure(unit, found) },
    ...(expected === null ? [] : [{ name: workTexts.expected, value: workTexts.figure(unit, expected) }]),
    ...(gap === null ? [] : [{ name: workTexts.gap, value: workTexts.gapFigure(unit, gap), isResult: true }]),
  ];
}
