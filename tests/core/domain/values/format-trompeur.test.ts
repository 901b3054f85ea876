// A number format may show another amount than the cell holds: then what it shows is said, and only then.
import { expect, test } from "vitest";
import { lireMontant } from "../../../../src/core/domain/values/lire-montant";
import type { Unite } from "../../../../src/core/domain/values/unite";

const NBSP = "\u00a0";

function montre(value: number, format: string, unit: Unite = "€"): string | null {
  const lu = lireMontant(value, format, unit);
  if (lu.reason !== null) throw new Error("no amount");
  return lu.montre ?? null;
}

test.each([
  [65_000, "0,", "65"],
  [65_000, "#,##0,", "65"],
  [65_000, '0" k€"', "65000 k€"],
  [65_000, '#,##0," k€"', null],
  [65_000, '#,##0,,"M€"', "0M€"],
  [65_000, '0" M€"', "65000 M€"],
  [499_999.99, '0,," M€"', "0 M€"],
  [500_000, '0,," M€"', null],
  [-499_999.99, '0,," M€"', "0 M€"],
  [0, '0,," M€"', null],
  [499.99, '#,##0," k€"', "0 k€"],
  [500, '#,##0," k€"', null],
  [0.49, "0", "0"],
  [0.5, "0", null],
  [0.49, '#,##0 "€"', "0 €"],
  [0.01, "0.0", "0,0"],
  [0.01, "0.00", null],
  [0.005, "0", "0"],
  [0.0049, "0", null],
  [65_000, '#,##0,"M€"', "65M€"],
  [65_000, "0.00,", "65,00"],
  [65_499.99, '#,##0," k€"', null],
  [65_500, '#,##0," k€"', null],
  [65_500.01, '#,##0," k€"', null],
  [1.3, "0%", "130 %"],
  [130, "0%", "13000 %"],
  [0.004, "0%", null],
  [0.005, "0%", "1 %"],
  [0, "0%", null],
  [65_000, '"nd"', "nd"],
  [65_000, '"à préciser"', "à préciser"],
  [-5, "0;0", "5"],
  [-5, "0;-0", null],
  [-5, "#,##0.00;(#,##0.00)", null],
  [1500, "[>1000]0,;0", "2"],
  [999, "[>1000]0,;0", null],
] as const)("%d in « %s » shows %s", (value, format, expected) => {
  expect(montre(value, format)?.replaceAll(NBSP, " ") ?? null).toBe(expected);
});

test.each([
  "General",
  "Standard",
  "0",
  "0.00",
  "#,##0",
  '#,##0.00 "€"',
  "#,##0.00\\ €",
  '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-',
  "[$€-40C] #,##0.00",
  "# ##0 [$€-40C]",
  "[Red]-#,##0.00",
  '#,##0 "€ HT"',
  "@",
])("a format of amounts shows the amount: %s", (format) => {
  for (const value of [0, 65_000, 65_000.4, 1_234_567.89, 0.5]) expect(montre(value, format)).toBeNull();
});

test("a rounding is none, up to half of the last figure that shows", () => {
  const shown = (value: number) => montre(value, "[>0]#,##0;0");
  expect(shown(65_000.49)).toBeNull();
  expect(shown(65_000.5)).toBeNull();
});

test("a part of a thousand shown as nothing is another amount", () => {
  expect(montre(0.4, "0", "k€")).toBe("0");
  expect(montre(0.5, "0", "k€")).toBeNull();
  expect(montre(0.4, "0.0", "k€")).toBeNull();
});

test("a heading in thousands goes with a figure of thousands, whatever unit the format writes", () => {
  expect(montre(65, '0" k€"', "k€")).toBeNull();
  expect(montre(65, '0" €"', "k€")).toBeNull();
  expect(montre(65, '0" M€"', "k€")).toBe("65 M€");
});
