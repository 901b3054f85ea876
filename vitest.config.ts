import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Against hangs only: nothing is tested for its speed.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    coverage: {
      provider: "v8",
      // The Office.js adapter runs under its own projects and the preview in Chromium: neither counts here.
      include: ["src/{core,contracts,usecases,files,word,cli,commands,taskpane}/**/*.{ts,tsx}"],
      exclude: ["src/taskpane/main.tsx"],
      reporter: ["text-summary"],
      thresholds: { lines: 97.5, statements: 96, branches: 87 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{core,contracts,cli,host,manifest,properties,scripts}/**/*.test.ts"],
          environment: "node",
        },
      },
      {
        extends: true,
        test: { name: "pane", include: ["tests/{taskpane,preview}/**/*.test.{ts,tsx}"], environment: "jsdom" },
      },
      { extends: true, test: { name: "excel", include: ["tests/excel/**/*.test.ts"], environment: "node" } },
      { extends: true, test: { name: "files", include: ["tests/{files,word}/**/*.test.ts"], environment: "node" } },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: "tests/browser/site/global-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
