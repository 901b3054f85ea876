// Column widths: a plan says characters of the default font, Office.js takes points.

/** Width of a digit of the default font (Calibri 11), and the padding of a cell, in pixels of 0.75 point. */
const DIGIT = 7;
const PADDING = 5;
const POINTS_PER_PIXEL = 0.75;

export function widthInPoints(characters: number): number {
  return (characters * DIGIT + PADDING) * POINTS_PER_PIXEL;
}
