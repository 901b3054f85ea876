// The benchmark's figures that hold on any machine: ratios to what ran beside, and exponents of growth; kept with generous bounds.
import { readFileSync } from "node:fs";

/** By what it is of, in the words of `figures.json`. */
export type Ratios = Readonly<Record<string, number>>;

interface Kept {
  /** As it was when it was last written down. */
  readonly seen: number;
  /** What it should come to; a bound is looser, as a busy machine measures badly. */
  readonly aim?: number;
  /** Above, something has become worse. */
  readonly most: number;
}

const FIGURES = new URL("./figures.json", import.meta.url);

/** 1 for work that grows as its data does, 2 for its square. */
export function exponent(small: { size: number; time: number }, large: { size: number; time: number }): number {
  return Math.log(large.time / small.time) / Math.log(large.size / small.size);
}

export function printRatios(ratios: Ratios): void {
  const kept = readKept();
  console.table(
    Object.fromEntries(
      Object.entries(ratios).map(([name, ratio]) => [
        name,
        {
          now: round(ratio),
          seen: kept[name]?.seen ?? "–",
          aim: kept[name]?.aim ?? "–",
          most: kept[name]?.most ?? "–",
        },
      ]),
    ),
  );
}

/** What is above its bound, or has none; sentences. */
export function checkRatios(ratios: Ratios): readonly string[] {
  const kept = readKept();
  return Object.entries(ratios).flatMap(([name, ratio]) => {
    const bound = kept[name];
    if (!bound) return [`${name}: ${round(ratio)}, and no bound is kept in scripts/bench/figures.json`];
    return ratio > bound.most ? [`${name}: ${round(ratio)}, above its bound of ${bound.most}`] : [];
  });
}

function readKept(): Readonly<Record<string, Kept>> {
  return JSON.parse(readFileSync(FIGURES, "utf8")) as Readonly<Record<string, Kept>>;
}

const round = (value: number): number => Math.round(value * 100) / 100;
