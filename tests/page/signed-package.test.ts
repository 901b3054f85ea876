// The page says of a signed workbook that its copy bears no signature, and of another one nothing.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { OpenFiles } from "../../src/page/open-files";
import { signed } from "../files/signed-package";

it("is told of by the page that opens it", async () => {
  const bytes = new Uint8Array(readFileSync("exemples/classeur-exemple.xlsx"));
  const store = new OpenFiles(() => new Date("2026-11-24"));
  const file = (name: string, content: Uint8Array) => ({
    name,
    arrayBuffer: () => Promise.resolve(new Uint8Array(content).buffer),
  });
  await store.open([file("signe.xlsx", signed(bytes)), file("autre.xlsx", bytes)]);
  expect(store.snapshot().files).toHaveLength(2);
  expect(store.snapshot().notices).toEqual([
    expect.stringMatching(/^signe\.xlsx\s: ce classeur porte une signature numérique/),
  ]);
});
