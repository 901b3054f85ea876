// Findings that would settle each other: one of them is left to do, whatever their number.
import { expect, it } from "vitest";
import { attachCauses } from "../../../../src/core/why/attach-causes";
import { buildDossier } from "../../rules/dossier-builder";
import { cellAt, found } from "./found-by-hand";

/** Each is settled by its own cell and by that of the next, the last by that of the first. */
function attachCircle(count: number) {
  const cells = Array.from({ length: count }, (_, row) => cellAt(row));
  const circle = cells.map((cell, index) => {
    const next = cells[(index + 1) % count] ?? cell;
    return found(`finding-${index + 1}`, [cell, next], cell);
  });
  const { findings } = attachCauses(circle, buildDossier());
  return findings.map(({ id, causedBy }) => [id, causedBy]);
}

it("two are one: the first is the cause", () => {
  expect(attachCircle(2)).toEqual([
    ["finding-1", null],
    ["finding-2", "finding-1"],
  ]);
});

it("what leads into a circle does not hide its first", () => {
  const cells = [0, 1, 2, 3].map(cellAt);
  const [a, b, c, d] = cells;
  if (!a || !b || !c || !d) throw new Error("no cell");
  const { findings } = attachCauses(
    [found("before", [a, c], null), found("one", [b, c], b), found("two", [c, d], c), found("three", [d, b], d)],
    buildDossier(),
  );
  expect(new Map(findings.map(({ id, causedBy }) => [id, causedBy]))).toEqual(
    new Map([
      ["one", null],
      ["three", "one"],
      ["two", "three"],
      ["before", "two"],
    ]),
  );
});

it.each([3, 4, 7])("%d in a circle leave one to do, which all the others lead to", (count) => {
  const told = attachCircle(count);
  expect(told.filter(([, causedBy]) => causedBy === null)).toEqual([["finding-1", null]]);
  const causes = new Map(told.map(([id, causedBy]) => [id, causedBy]));
  for (const [id] of told) {
    let root = id;
    for (let hops = 0; root !== "finding-1"; hops += 1) {
      expect(hops).toBeLessThan(count);
      root = causes.get(root ?? "") ?? null;
    }
  }
});
