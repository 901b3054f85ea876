// The tests that the mutation tester runs against each change it makes to the rules and to the reading.
import { basename, relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that state what a rule says or what is read; MUTATION_TESTS narrows them to a slice. */
const include = process.env["MUTATION_TESTS"]?.split(",") ?? [
  "tests/core/{rules,reading}/**/*.test.ts",
  "tests/core/*.test.ts",
  "tests/contracts/**/*.test.ts",
  "tests/cli/{signed-document,other-documents}.test.ts",
];

/** A change is most often caught by the tests named after its file, and else by some of the many that take no time. */
class NearestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { related, root } = this.ctx.config;
    const changed = related?.[0] === undefined ? undefined : `${basename(related[0], ".ts")}.`;
    const isFar = (spec: TestSpecification): number =>
      changed !== undefined && basename(spec.moduleId).startsWith(changed) ? 0 : 1;
    const cost = (spec: TestSpecification): number =>
      this.ctx.cache.getFileTestResults(`${spec.project.name}:${relative(root, spec.moduleId)}`)?.duration ?? 0;
    return Promise.resolve([...files].sort((a, b) => isFar(a) - isFar(b) || cost(a) - cost(b)));
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
