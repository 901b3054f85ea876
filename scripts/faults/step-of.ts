// The step of the gate that is meant to notice a fault, its tier, and the project of vitest that its test belongs to.
import { TIERS, type Step, type Tier } from "../gate/steps";
import type { Fault } from "./fault";

/** Where the tests of a folder do not run with the unit tests. */
const FOLDERS: Readonly<Record<string, string>> = {
  excel: "excel",
  browser: "browser",
  files: "files",
  word: "files",
  "xlsx-model": "packages",
  "simulated-excel": "packages",
  commands: "excel",
  taskpane: "pane",
  "pane-workbook": "pane",
  grid: "pane",
  page: "pane",
  preview: "pane",
};

export function stepOf({ step: begun, test, what }: Fault): {
  readonly step: Step;
  readonly tier: Tier;
  readonly project: string;
} {
  const project = FOLDERS[test.split("/")[1] ?? ""] ?? "unit";
  for (const tier of [1, 2] as const) {
    const step = TIERS[tier].find(({ name }) => name.startsWith(begun));
    if (step) return { step, tier, project };
  }
  throw new Error(`${what}: no step is called “${begun}”`);
}
