// The steps of the gate in their order, each in one of two tiers: `npm test` runs the first, `npm run test:tout` the second.

export interface Step {
  readonly name: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A vitest run counts its tests; any other step counts as one. */
  readonly vitest?: boolean;
  /** Must be over before the others begin, or is spoilt by what runs beside it. */
  readonly isAlone?: boolean;
  /** How many processors it keeps busy: one, unless it says so. */
  readonly processors?: number;
  /** The name of a step that must be over before. */
  readonly after?: string;
  /** What follows would fail for want of it, one step after another. */
  readonly isNeeded?: boolean;
  /** In both lists: the first tier runs it where the packages differ from the commit before, else the second does. */
  readonly isOfPackages?: boolean;
}

/** 1: what a person runs before each commit; 2: what takes longer and finds less. Between them nothing is tried twice. */
export type Tier = 1 | 2;

const EXCEL = "vitest run --project excel --maxWorkers=1";

/** Whatever fails while the product writes, which the profiles share among them. */
const FAULTS = "tests/excel/faults";

/** Alterations of the sealed contract through the client: those of the rules, and of a file, are in the first tier. */
const SEAL = "tests/excel/contract-seal.test.ts";

/** The trial of a real Excel, and each setter sabotaged in turn: as many whole boards as there are setters. */
const TRIAL = "tests/excel/excel-check.test.ts";

/** Each starts other programs for many files, verifies a thousand times, or opens the largest workbooks; smaller ones are in the first tier. */
const COMPARISONS = [
  "validator",
  "every-cell",
  "other-readers",
  "formula-differential",
  "array-differential",
  "annexes-printed",
  "printed/readable",
  "workbooks-of-annexes",
  "hostile-formulas",
  "huge-sheets",
  "bad-input",
]
  .map((name) => `tests/files/${name}.test.ts`)
  .concat("tests/documents/through-libreoffice.test.ts");

/** Every slip in every layout that has a name: those that are drawn of both are in the first tier. */
const EVERY_SLIP = "tests/properties/named-layouts.test.ts";

/** A rule that is just begun has no slip yet, and leaves the first tier green. */
const FINISHED_RULES = "tests/properties/finished-rules.test.ts";

/** A property over a million rows: in the second tier, as all that draws cases. */
const LARGE_PROPERTY = "packages/xlsx-model/tests/row-spans.test.ts";

/** The simulated Excel as a stranger installs it: packed, run and its types checked. */
const PACKED = "packages/simulated-excel/tests/packed.test.ts";

const excluded = (files: readonly string[]): string => files.map((file) => `--exclude ${file}`).join(" ");

const PACKAGES: Step = {
  name: "Tests of the packages",
  command: `vitest run --project packages --maxWorkers=1 ${excluded([PACKED, LARGE_PROPERTY])}`,
  vitest: true,
  isOfPackages: true,
};

/** What each version of Excel does otherwise: how it reads, writes and draws, in its language. Placing and totals ask nothing that one of them answers in its own way. */
const WRITING = ["apply-plan", "charts", "insert-annexe", "verify-workbook", "write-bilan", "faults/fault-matrix"].map(
  (name) => `tests/excel/${name}.test.ts`,
);
const READING = "tests/excel/read-workbook.test.ts";
/** Counts requests, of which a refused mark of a chart takes more. */
const COUNTING = "tests/excel/session-memory.test.ts";

// What takes long begins first, so that little is left to wait for at the end.
const FIRST: readonly Step[] = [
  { name: "System packages", command: "tsx scripts/system-packages.ts", isAlone: true, isNeeded: true },
  // Before the tests, which would build the command line side by side.
  { name: "Command line", command: "node scripts/cli/build.mjs", isAlone: true },
  // Once for the browser tests, the pictures and the benchmark: the pane as it is released, weighed, and the preview.
  { name: "Production build", command: "tsx scripts/gate/build-sites.ts" },
  {
    name: "Typecheck",
    command: "tsc --noEmit --incremental --tsBuildInfoFile node_modules/.cache/tsc.tsbuildinfo -p .",
  },
  { name: "Lint", command: "eslint . --max-warnings 0" },
  {
    name: "Formatting",
    command:
      "prettier --check . --log-level warn --cache --cache-strategy content --cache-location node_modules/.cache/prettier",
  },
  {
    name: "Typecheck of the pure core",
    command: "tsc --noEmit --incremental --tsBuildInfoFile node_modules/.cache/tsc-core.tsbuildinfo -p src/core",
  },
  { name: "Unused code and dependencies", command: "knip" },
  { name: "API floor", command: "tsx scripts/api-floor.ts 1.14" },
  { name: "Licences", command: "tsx scripts/check-licences.ts" },
  { name: "Contract schema up to date", command: "tsx scripts/generate-schema.ts --check" },
  { name: "Version of the rules up to date", command: "tsx scripts/generate-rules-version.ts --check" },
  { name: "Members of Excel's API up to date", command: "tsx scripts/generate-host-api.ts --check" },
  { name: "List of what is simulated up to date", command: "tsx scripts/generate-host-docs.ts --check" },
  { name: "Rule index up to date", command: "tsx scripts/generate-rule-docs.ts --check" },
  { name: "Pages of the help up to date", command: "tsx scripts/generate-help.ts --check" },
  { name: "List of deliberate faults up to date", command: "tsx scripts/generate-fault-docs.ts --check" },
  { name: "Example workbooks up to date", command: "tsx scripts/make-example.ts --check" },
  { name: "Manifest", command: "tsx scripts/check-manifest.ts" },
  { name: "No import circle", command: "tsx scripts/import-circles.ts" },
  {
    name: "Unit, pane and file tests",
    command:
      "vitest run --project unit --project pane --project files --maxWorkers=2 " +
      excluded([...COMPARISONS, EVERY_SLIP, FINISHED_RULES]),
    vitest: true,
    processors: 2,
  },
  PACKAGES,
  {
    name: "Journeys in the browser",
    command:
      "vitest run --project browser --maxWorkers=1 tests/browser/journey.test.ts tests/browser/production.test.ts",
    vitest: true,
    after: "Production build",
  },
  {
    name: "Tests through the real client, French Excel 2021",
    command: `${EXCEL} --exclude '${FAULTS}/**' ${excluded([SEAL, TRIAL])}`,
    env: { EXCEL_API: "1.14" },
    vitest: true,
  },
];

const SECOND: readonly Step[] = [
  {
    name: "System packages of the second tier",
    command: "tsx scripts/system-packages.ts",
    isAlone: true,
    isNeeded: true,
  },
  { name: "Command line of the second tier", command: "node scripts/cli/build.mjs", isAlone: true },
  PACKAGES,
  {
    name: "Browser tests",
    command:
      "vitest run --project browser --maxWorkers=1 " +
      "--exclude tests/browser/journey.test.ts --exclude tests/browser/production.test.ts",
    vitest: true,
  },
  {
    name: "Faults in French Excel 2021, and what tries a real one",
    command: `${EXCEL} ${FAULTS} ${TRIAL}`,
    env: { EXCEL_API: "1.14" },
    vitest: true,
  },
  // Of the page that the browser tests built.
  {
    name: "What each state of the pane says, and its accessibility",
    command: "tsx scripts/screenshots.ts --check",
    after: "Browser tests",
  },
  {
    name: "Every slip in every named layout",
    command: `vitest run --project unit --maxWorkers=1 ${EVERY_SLIP} ${FINISHED_RULES}`,
    vitest: true,
  },
  // The suite is tried whole in French Excel 2021: here, what the others do otherwise. Excel for the web is read as Microsoft 365 is, in
  // the same English, and Excel for Mac as that French one.
  {
    name: "Reading and writing in English Microsoft 365, the sealed contract altered",
    command: `${EXCEL} ${WRITING.join(" ")} ${READING} ${COUNTING} ${SEAL}`,
    env: { EXCEL_API: "1.15" },
    vitest: true,
  },
  {
    name: "Writing in English Excel for the web",
    command: `${EXCEL} ${WRITING.join(" ")} ${COUNTING}`,
    env: { EXCEL_API: "web" },
    vitest: true,
  },
  {
    name: "Writing in French Excel for Mac",
    command: `${EXCEL} ${WRITING.join(" ")}`,
    env: { EXCEL_API: "mac" },
    vitest: true,
  },
  {
    name: "Files beside LibreOffice and Microsoft's validator, every cell, the largest",
    command: `vitest run --project files --maxWorkers=1 ${COMPARISONS.join(" ")}`,
    vitest: true,
  },
  {
    // All that draws cases imports it: here many others than in the first tier.
    name: "Many cases of each property",
    command: "vitest related --run tests/seeded.ts --maxWorkers=2",
    env: { TEST_TIER: "2" },
    vitest: true,
    processors: 2,
  },
  { name: "The simulated Excel as a package", command: `vitest run --project packages ${PACKED}`, vitest: true },
];

export const TIERS: Readonly<Record<Tier, readonly Step[]>> = { 1: FIRST, 2: SECOND };
