import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Against hangs only: nothing is tested for its speed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What differs is told whole: the report of another machine is all there is to understand it by.
    chaiConfig: { truncateThreshold: 2000 },
    coverage: {
      provider: "v8",
      // The Office.js adapter, the ribbon and the workbook's parts run under projects of their own (excel, packages), and the
      // preview in Chromium: none counts here, where they would only show how little of them the other projects use.
      include: ["src/{core,contracts,usecases,documents,word,cli,taskpane}/**/*.{ts,tsx}"],
      reporter: ["text-summary"],
      thresholds: { lines: 96.5, statements: 95, branches: 88 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{core,contracts,cli,manifest,properties,report,scripts,usecases}/**/*.test.ts"],
          environment: "node",
          // Nothing of the modules changes from one test to the next, and loading them again takes longer than the tests.
          isolate: false,
        },
      },
      // One Office a process: these cannot share one.
      {
        extends: true,
        test: {
          name: "packages",
          include: ["packages/*/tests/**/*.test.ts"],
          environment: "node",
        },
      },
      {
        extends: true,
        test: {
          name: "pane",
          include: ["tests/{taskpane,pane-workbook,grid,page,preview}/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          setupFiles: "tests/taskpane/setup.ts",
          isolate: false,
        },
      },
      { extends: true, test: { name: "excel", include: ["tests/{excel,commands}/**/*.test.ts"], environment: "node" } },
      // Each in a process of its own: some measure how much memory theirs takes.
      {
        extends: true,
        test: {
          name: "files",
          include: ["tests/{files,word,documents}/**/*.test.ts"],
          environment: "node",
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: "tests/browser/site/global-setup.ts",
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // A second, which is what it waits unless told, is not enough for a browser on a busy machine.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
