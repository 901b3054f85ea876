// Files that import each other in a circle are found, however long the way round; others are not.
import { expect, it } from "vitest";
import { circlesOf } from "../../scripts/import-circles/circles";

const graph = (edges: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(edges).map(([from, to]) => [from, [...to]]));

it.each([
  ["a line", { a: "b", b: "c", c: "" }, []],
  ["two ways to the same end", { a: "bc", b: "d", c: "d", d: "" }, []],
  ["a pair", { a: "b", b: "a", c: "a" }, ["ab"]],
  ["a long way round, entered from beside", { x: "b", a: "b", b: "c", c: "da", d: "x" }, ["abcdx"]],
  ["two circles, the larger first", { a: "b", b: "ac", c: "d", d: "e", e: "c" }, ["cde", "ab"]],
  ["a way into a circle that was left", { a: "b", b: "c", c: "b", d: "bc" }, ["bc"]],
])("%s", (_, edges, expected) => {
  expect(circlesOf(graph(edges)).map((circle) => circle.join(""))).toEqual(expected);
});
