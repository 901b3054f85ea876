// The example workbooks are what they say they are: one with nothing left to do, one with a bit of everything.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import { openFileWorkbook } from "../../src/files/file-workbook";

async function verification(name: string, asOf: string) {
  const bytes = new Uint8Array(readFileSync(new URL(`../../exemples/${name}.xlsx`, import.meta.url)));
  return verify(await openFileWorkbook(bytes, `${name}.xlsx`).port.read(), contratsIntegres, asOf).verification;
}

describe("the conforming example", () => {
  // Its last avenant was signed on 11 December 2025; 2026 is closed, and not executed, from 2027 on.
  it.each(["2025-12-11", "2026-11-24", "2026-12-31"])("conforms on %s: no error, no warning", async (asOf) => {
    const { summary, verdict } = await verification("classeur-conforme", asOf);
    expect(verdict).toMatchObject({ state: "conforming" });
    expect(summary).toMatchObject({ error: 0, warning: 0, toDo: 0 });
  });

  it("has something to do again once another year is over", async () => {
    const { verdict } = await verification("classeur-conforme", "2027-01-01");
    expect(verdict.state).toBe("to-do");
  });
});

describe("the example with its slips", () => {
  it("has corrections, choices, reasons to give and reasons to answer", async () => {
    const { findings, summary, verdict } = await verification("classeur-exemple", "2026-11-24");
    expect(verdict.state).toBe("to-do");
    expect(summary).toMatchObject({ error: 8, warning: 14, toDo: 15, justified: 2 });
    const causes = findings.filter(({ severity, causedBy }) => severity !== "info" && causedBy === null);
    const fixable = causes.filter(({ fix }) => fix !== null);
    expect(fixable.length).toBeGreaterThan(2);
    expect(fixable.length).toBeLessThan(causes.length);
  });
});
