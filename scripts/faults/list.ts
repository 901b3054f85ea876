// The deliberate faults of which the gate must notice each: `npm run faults` tries them, docs/FAULTS.md lists them.
import type { Fault } from "./fault";

export const faults: readonly Fault[] = [
  {
    what: "A local part exactly at the minimum is called too low",
    area: "rules",
    file: "src/core/rules/cofinancement-minimum.ts",
    text: "if (found >= expected) return HOLDS;",
    replacement: "if (found > expected) return HOLDS;",
    test: "tests/core/rules/cofinancement-minimum.test.ts",
    step: "Unit",
  },
];
