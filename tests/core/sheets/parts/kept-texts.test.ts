// Texts among the workbook’s names: wherever their writing stops, what is read is the earlier text, none, or the new one.
import fc from "../../../seeded";
import { describe, expect, it } from "vitest";
import { planKept, readKept } from "../../../../src/core/sheets/parts/kept-texts";

/** Of one piece and of several; a letter repeated, so that a failing case is soon made small. */
const seal = fc
  .tuple(fc.constantFrom("a", "B", "7", "+"), fc.integer({ min: 1, max: 1500 }))
  .map(([letter, length]) => letter.repeat(length));

type Names = ReadonlyMap<string, string>;

const read = (names: Names): string | null =>
  readKept(
    "seal",
    [...names].map(([name, formula]) => ({ name, formula })),
  );

/** The names after each single action of a write. */
function states(before: Names, text: string): readonly Names[] {
  const { kept, gone } = planKept("seal", text, before.keys());
  const actions = [
    ...gone.map((name) => (names: Map<string, string>) => void names.delete(name)),
    ...kept.map(
      ({ name, reference }) =>
        (names: Map<string, string>) =>
          void names.set(name, `=${reference}`),
    ),
  ];
  const names = new Map(before);
  return [new Map(names), ...actions.map((act) => (act(names), new Map(names)))];
}

describe("a seal", () => {
  it("is none until its last name stands, and never half of two", () => {
    fc.assert(
      fc.property(seal, seal, (first, second) => {
        const added = states(new Map(), first);
        for (const names of added.slice(0, -1)) expect(read(names)).toBeNull();
        const whole = added.at(-1) ?? new Map<string, string>();
        expect(read(whole)).toBe(first);
        const replaced = states(whole, second);
        for (const names of replaced.slice(1, -1)) expect(read(names)).toBeNull();
        expect(read(replaced.at(-1) ?? new Map())).toBe(second);
      }),
    );
  });

  it("takes over what a stopped write left", () => {
    fc.assert(
      fc.property(seal, seal, fc.nat(), (stopped, next, at) => {
        const left = states(new Map(), stopped);
        const half = left[at % left.length] ?? new Map<string, string>();
        expect(read(states(half, next).at(-1) ?? new Map())).toBe(next);
      }),
    );
  });
});
