// The tests that the mutation tester runs against each change it makes to the rules and to the reading.
import { defineConfig } from "vitest/config";

/** MUTATION_TESTS narrows them to a slice. */
const include = process.env["MUTATION_TESTS"] ?? "tests/core/{rules,reading}/**/*.test.ts";

export default defineConfig({ test: { include: [include], environment: "node", testTimeout: 120_000 } });
