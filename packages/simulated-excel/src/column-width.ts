// Column widths: characters of the default font in the model, points in the API.

/** Excel's default column. */
const DEFAULT_POINTS = 48;
/** Width of a digit of the default font (Calibri 11), and the padding of a cell, in pixels. */
const DIGIT = 7;
const PADDING = 5;
const POINTS_PER_PIXEL = 0.75;

export function pointsFromCharacters(characters: number | null): number {
  // A column is as wide as whole pixels.
  return characters === null ? DEFAULT_POINTS : Math.round(characters * DIGIT + PADDING) * POINTS_PER_PIXEL;
}

export function charactersFromPoints(points: number): number {
  return (points / POINTS_PER_PIXEL - PADDING) / DIGIT;
}
