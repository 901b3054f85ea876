// The deliberate faults can still be made: the text of each stands once in its file, and a step of the gate runs its test.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { faults } from "../../scripts/faults/list";
import { stepOf } from "../../scripts/faults/step-of";

describe.each(faults)("$what", (fault) => {
  it("can be made", () => {
    expect(readFileSync(fault.file, "utf8").split(fault.text)).toHaveLength(2);
    expect(fault.replacement).not.toBe(fault.text);
  });

  it("has a test in a step of the gate", () => {
    expect(existsSync(fault.test)).toBe(true);
    const { step, project } = stepOf(fault);
    expect(step.command).toMatch(new RegExp(`--project ${project}\\b|vitest related`));
  });
});

it("are thirty or more, of every area, nearly all of them noticed before the gate was split as well", () => {
  expect(faults.length).toBeGreaterThanOrEqual(30);
  expect(faults.filter(({ isYounger }) => !isYounger).length).toBeGreaterThanOrEqual(29);
  expect(new Set(faults.map(({ area }) => area)).size).toBe(7);
});
