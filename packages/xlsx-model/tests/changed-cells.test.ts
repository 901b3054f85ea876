import fc from "../../../tests/seeded";
import { expect, it } from "vitest";
import { ChangedCells } from "../src/formulas/changed-cells";
import { type HowChanged } from "../src/sheet/xlsx-sheet";
import { cellKey } from "../src/formulas/formula-cells";

const HOW: readonly HowChanged[] = ["open", "settled value", "settled formula"];

it("stand each as it changed last, whichever way they are asked for", () => {
  // A last row of a sheet, too: its keys are beyond small integers.
  const place = fc.tuple(fc.constantFrom(0, 1, 65_535, 1_048_575), fc.constantFrom(0, 3, 16_383));
  const note = fc.tuple(place, fc.constantFrom(...HOW));
  fc.assert(
    fc.property(fc.array(note, { maxLength: 30 }), (notes) => {
      const [changed, last] = [new ChangedCells(), new Map<number, HowChanged>()];
      for (const [[row, column], how] of notes) {
        changed.note(row, column, how);
        last.set(cellKey(row, column), how);
      }
      const keysOf = (isAsked: (how: HowChanged) => boolean) =>
        new Set([...last].filter(([, how]) => isAsked(how)).map(([key]) => key));
      expect(changed.open).toEqual(keysOf((how) => how === "open"));
      expect(changed.settled).toEqual(keysOf((how) => how !== "open"));
      for (const [[row, column]] of notes) {
        const how = last.get(cellKey(row, column));
        if (how !== "settled value") expect(changed.isSettledFormula(row, column)).toBe(how === "settled formula");
      }
    }),
  );
});

it("are all there is of a sheet that was emptied first, and settled while none is open", () => {
  const changed = new ChangedCells();
  changed.note(0, 0, "settled formula");
  expect(changed.areAllSettled).toBe(false);
  changed.noteEmptied();
  expect(changed.areAllSettled).toBe(true);
  changed.note(1, 0, "settled value");
  expect(changed.areAllSettled).toBe(true);
  changed.note(2, 0, "open");
  expect(changed.areAllSettled).toBe(false);
});
