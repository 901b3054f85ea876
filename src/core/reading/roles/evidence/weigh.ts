// Adds up what speaks for each answer: a thing is settled where what speaks for it is much heavier than what speaks for another.

/** What one piece of evidence says, in words, and what it speaks for: of each thing that is asked, one value. */
export interface Told<Says> {
  readonly says: Partial<Says>;
  /** French clause. */
  readonly clause: string;
}

export interface Evidence<Asked, Says> {
  readonly name: string;
  readonly weight: number;
  find(asked: Asked): readonly Told<Says>[];
  /** What the person reads above it anyhow: figures that agree tell him more. */
  readonly isToldLast?: true;
}

/** Less than this settles nothing alone. */
const ENOUGH = 30;
/** What speaks for another answer has to be so many times lighter. */
const TIMES = 3;

export interface Weighed<Says> {
  /** Null where nothing tells, or where what tells contradicts itself. */
  settled<Thing extends keyof Says>(thing: Thing): Says[Thing] | null;
  /** How much speaks for this value. */
  heaviness<Thing extends keyof Says>(thing: Thing, value: Says[Thing]): number;
  /** The heaviest first, but for what is told last. */
  readonly clauses: readonly string[];
}

export function weigh<Asked, Says extends object>(all: readonly Evidence<Asked, Says>[], asked: Asked): Weighed<Says> {
  const heaviest = [...all].sort((one, other) => other.weight - one.weight);
  const told = heaviest.flatMap(({ weight, find, isToldLast = false }) =>
    find(asked).map((one) => ({ ...one, weight, isToldLast })),
  );
  const weightsOf = <Thing extends keyof Says>(thing: Thing): ReadonlyMap<Says[Thing] | undefined, number> => {
    const weights = new Map<Says[Thing], number>();
    for (const { says, weight } of told) {
      const value = says[thing];
      if (value !== undefined) weights.set(value, (weights.get(value) ?? 0) + weight);
    }
    return weights;
  };
  return {
    heaviness: (thing, value) => weightsOf(thing).get(value) ?? 0,
    settled: (thing) => {
      const weights = weightsOf(thing);
      const [best, next] = [...weights].sort(([, one], [, other]) => other - one);
      if (!best || best[1] < ENOUGH) return null;
      return next && best[1] < TIMES * next[1] ? null : (best[0] ?? null);
    },
    clauses: [...told.filter((one) => !one.isToldLast), ...told.filter((one) => one.isToldLast)].map(
      ({ clause }) => clause,
    ),
  };
}
