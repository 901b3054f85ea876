// The tests that the mutation tester runs against each change it makes to the rules and to the reading.
import { basename, relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const own = process.env["MUTATION_TESTS"];
/** Those that state what a rule says or what is read; MUTATION_TESTS narrows them to a slice. */
const include =
  own === undefined
    ? [
        "tests/core/{rules,reading,drafting}/**/*.test.ts",
        "tests/core/*.test.ts",
        "tests/contracts/**/*.test.ts",
        "tests/cli/{signed-document,other-documents}.test.ts",
      ]
    : [own];

/** No further test file begins after so much of others: the few slowest take two thirds of all the time. */
const MOST_MS = 20_000;
/** Of a whole test file: later runs, of the tests that reach a change, are of less of it. */
const durations = new Map<string, number>();

/** A change is most often caught by the tests named after its file, and else by some of the many that take no time. */
class NearestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { related, root } = this.ctx.config;
    const changed = related?.length === 1 ? `${basename(related[0] ?? "", ".ts")}.` : null;
    if (changed === null) return Promise.resolve(files);
    const isNear = (spec: TestSpecification): boolean => basename(spec.moduleId).startsWith(changed);
    const duration = (spec: TestSpecification): number => {
      const key = `${spec.project.name}:${relative(root, spec.moduleId)}`;
      const known = Math.max(durations.get(key) ?? 0, this.ctx.cache.getFileTestResults(key)?.duration ?? 0);
      durations.set(key, known);
      return known;
    };
    let sum = 0;
    const others = files
      .filter((spec) => !isNear(spec))
      .sort((a, b) => duration(a) - duration(b))
      .filter((spec) => {
        const isBegun = sum < MOST_MS;
        sum += duration(spec);
        return isBegun;
      });
    return Promise.resolve([...files.filter(isNear), ...others]);
  }
}

export default defineConfig({
  test: {
    include,
    environment: "node",
    testTimeout: 120_000,
    // Each change has a worker of its own anyway: in it, the modules are loaded once for all test files.
    isolate: false,
    sequence: { sequencer: NearestFirst },
  },
});
