// fast-check with the same cases on each run: few of them in the first tier of the tests, many others in the second.
import fc from "fast-check";

/**
 * The environment, for the hand that looks into a failure:
 * PROPERTY_SEED=42 draws other cases, and PROPERTY_RUNS=10 ten times as many;
 * PROPERTY_PATH, with the seed and -t with the name of the test, tries the case of a failure alone;
 * PROPERTY_SHRINK=1 looks for a smaller one, which may take minutes: no tier does.
 */
const { PROPERTY_SEED, PROPERTY_RUNS, PROPERTY_PATH, PROPERTY_SHRINK, TEST_TIER } = process.env;

/** The gate sets it; without it, a test that is run by hand is as short as in the first. */
export const isSecondTier = TEST_TIER === "2";

export const seed = Number(PROPERTY_SEED ?? (isSecondTier ? 20261127 : 20241231));

fc.configureGlobal({ seed, endOnFailure: PROPERTY_SHRINK === undefined });

export default fc;

/** How many cases are tried in the tier that runs: as many as `first` by `npm test`, as many others as `second` by `npm run test:tout`. */
export function runs(first: number, second: number): number {
  return (isSecondTier ? second : first) * Number(PROPERTY_RUNS ?? 1);
}

/** Of a list that the second tier tries whole, one case of so many in the first; coprime to the length of its rows, it meets each of them. */
export function sample<Case>(cases: readonly Case[], every: number): readonly Case[] {
  return isSecondTier ? cases : cases.filter((_, rank) => rank % every === 0);
}

/** As `fc.assert`, and a failure says how to come back to its case. */
export function check<Ts extends [unknown, ...unknown[]]>(numRuns: number, property: fc.IPropertyWithHooks<Ts>): void {
  fc.assert(property, {
    numRuns,
    ...(PROPERTY_PATH !== undefined && { path: PROPERTY_PATH, endOnFailure: true }),
    reporter: (run) => {
      if (!run.failed) return;
      const { errorInstance, numRuns: tried, numShrinks, counterexamplePath } = run;
      const wrong = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
      throw new Error(
        `${wrong}\n\nPROPERTY_SEED=${run.seed} PROPERTY_PATH=${counterexamplePath}, run ${tried}, shrunk ${numShrinks} times`,
      );
    },
  });
}
