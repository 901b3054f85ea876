import { expect, test } from "vitest";
import { lireValeur } from "../../../src/core/domain/lire-valeur";
import type { CellValue } from "../../../src/core/workbook-port";

const read = (value: CellValue, numberFormat = "General"): number | string => {
  const lue = lireValeur(value, numberFormat);
  return lue.kind === "nombre" ? lue.nombre : lue.kind;
};

test.each<[CellValue, number | string]>([
  [420, 420],
  [0, 0],
  [-3, -3],
  ["420", 420],
  ["1 250", 1250],
  ["0,5", 0.5],
  ["nd", "missing"],
  ["ND ", "missing"],
  [null, "missing"],
  ["à préciser", "unreadable"],
  ["250 personnes", "unreadable"],
  ["80 %", "unreadable"],
  ["1.250", "unreadable"],
  [true, "unreadable"],
  ["#REF!", "unreadable"],
  ["Entre 200 et 500", "unreadable"],
])("%j is read as %j", (value, expected) => {
  expect(read(value)).toBe(expected);
});

test("a date is no figure", () => {
  expect(read(45292, "dd/mm/yyyy")).toBe("unreadable");
});
