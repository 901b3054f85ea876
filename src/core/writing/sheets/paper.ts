// How much of a sheet a printed page holds, as near as can be told beforehand.

/** Points within the margins of a new sheet on A4 landscape. */
const PAPER = { width: 741, height: 487 };

/** Once it is shrunk to the width of the paper, by whole percents. Heights in points, widths in characters. */
export function fitsOnePage(heights: readonly number[], widths: readonly number[]): boolean {
  // Seven pixels a character and five of padding; a pixel is three quarters of a point.
  const width = widths.reduce((sum, characters) => sum + (characters * 7 + 5) * 0.75, 0);
  const scale = Math.min(1, Math.floor((100 * PAPER.width) / width) / 100);
  return heights.reduce((sum, height) => sum + height, 0) * scale <= PAPER.height;
}
