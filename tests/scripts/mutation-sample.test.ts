// The sample of the mutation tester: the same lines for the same seed, and a score that takes nothing unmeasured for an answer.
import { describe, expect, it } from "vitest";
import { drawLines } from "../../scripts/mutation/draw-lines";
import { scoreOf, type Tested } from "../../scripts/mutation/score";

describe("the lines", () => {
  it("are the same for a seed, each once, and more of them go on where fewer stopped", () => {
    const many = drawLines(500, 7);
    expect(new Set(many).size).toBe(500);
    expect(drawLines(200, 7)).toEqual(many.slice(0, 200));
    expect(drawLines(200, 8)).not.toEqual(many.slice(0, 200));
  });

  it("are of all the rules and all the reading, without what is generated", () => {
    const all = drawLines(Infinity, 1);
    const files = new Set(all.map((line) => line.split(":")[0]));
    expect(files).toContain("src/core/rules/montant-contractualise/compare-budget.ts");
    expect(files).toContain("src/core/reading/limits.ts");
    expect(files).not.toContain("src/core/rules/version.ts");
    expect(all.filter((line) => line.startsWith("src/core/reading/limits.ts:")).sort()).toContain(
      "src/core/reading/limits.ts:1-1",
    );
  });
});

const mutant = (line: number, status: string, testsCompleted = 2): Tested => ({
  fileName: "a.ts",
  status,
  location: { start: { line } },
  coveredBy: ["one", "two"],
  testsCompleted,
});

describe("the score", () => {
  it("counts killed and timed out of all that was measured, and leaves out what was ignored or lost", () => {
    const { share, valid, counts } = scoreOf([
      mutant(1, "Killed", 1),
      mutant(2, "Timeout"),
      mutant(3, "Survived"),
      mutant(4, "Survived", 1),
      mutant(5, "NoCoverage"),
      mutant(6, "Survived", 0),
      mutant(7, "Ignored"),
    ]);
    expect([share, valid]).toEqual([2 / 5, 5]);
    expect(Object.fromEntries(counts)).toEqual({
      Killed: 1,
      Timeout: 1,
      Survived: 1,
      "Survived, cut short": 1,
      NoCoverage: 1,
      Lost: 1,
      Ignored: 1,
    });
  });

  it("is less certain where the mutants of a line stand or fall together", () => {
    const apart = Array.from({ length: 100 }, (_, index) => mutant(index, index % 2 === 0 ? "Killed" : "Survived"));
    const together = apart.map((one, index) => ({
      ...one,
      location: { start: { line: Math.floor(index / 10) * 2 + (index % 2) } },
    }));
    expect(scoreOf(apart).share).toBe(0.5);
    // That of a proportion: 1.96 × √(0.25 / 99).
    expect(scoreOf(apart).margin).toBeCloseTo(0.0985, 4);
    expect(scoreOf(together).margin).toBeGreaterThan(2 * scoreOf(apart).margin);
  });
});
