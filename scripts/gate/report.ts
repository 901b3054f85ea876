// What vitest wrote of a run: how many tests, how many passed, and why the others did not.
import { readFileSync } from "node:fs";
import { relative } from "node:path";

interface Report {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

export function readReport(path: string): {
  readonly total: number;
  readonly passed: number;
  readonly reasons: readonly string[];
} {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return { total: 0, passed: 0, reasons: ["no report was written"] };
  }
  const reasons = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status !== "passed");
    const told = failed.map((test) => `${file} > ${test.fullName}\n${test.failureMessages.join("\n") || test.status}`);
    return status === "passed" || failed.length > 0 ? told : [`${file}\n${message}`];
  });
  return { total: report.numTotalTests, passed: report.numPassedTests, reasons };
}
