// The value of a formula cell that could not be computed and has no cached value: never a figure, never 0.
export const UNCOMPUTED = "#NON CALCULÉ";
