// The look of every chart, in Excel and in a file: legible in black and white, once shrunk to the width of a page.

export const CHART_LOOK = {
  /** Around columns and marks: two greys side by side stay two columns on paper. */
  outline: "#1F2937",
  outlineWidth: 0.75,
  lineWidth: 2.25,
  grid: "#D5DAE1",
  text: "#1F2937",
  /** Points. */
  titleSize: 12,
  textSize: 10,
  /** Between the columns of two categories, in percent of a column. */
  gapWidth: 60,
  pointSize: 7,
  /** Wide enough to cross the columns that stand side by side. */
  markSize: 22,
} as const;
