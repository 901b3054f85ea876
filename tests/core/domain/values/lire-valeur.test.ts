import { expect, test } from "vitest";
import { known } from "../../../../src/core/domain/known";
import { lireValeur } from "../../../../src/core/domain/values/lire-valeur";
import type { CellValue } from "xlsx-model/plan";

const read = (value: CellValue, numberFormat = "General"): number | string => {
  const lue = lireValeur(value, numberFormat);
  return lue.reason === null ? lue.value : lue.reason;
};

test.each([
  [1.3, "0%", "130\u00a0%"],
  [450, "0,", "0"],
  [450, "0", undefined],
  [450.4, "0", undefined],
  [450, "#,##0", undefined],
])("%d in « %s » is known to show %s", (value, format, montre) => {
  expect(lireValeur(value, format)).toEqual({ ...known(value), ...(montre && { montre }) });
});

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
  // What agents leave in cells of figures, as in the cells of amounts.
  ["50 000 euros", "unreadable"],
  ["16 770 596€", "unreadable"],
  ["17\u00a0833", 17833],
  ["9\u00a0644\u00a0223", 9644223],
  ["40 000,00", 40000],
  ["NC", "missing"],
  ["n.c.", "missing"],
  ["non précisé", "missing"],
  ["-", "missing"],
  ["–", "missing"],
  ["/", "missing"],
  ["", "missing"],
  [32365.280000000002, 32365.280000000002],
  ["'49", 49],
  ["012", 12],
  [1, 1],
  ["FAUX", "unreadable"],
  [false, "unreadable"],
  ["28/11/2017\r\n08/12/2017", "unreadable"],
  ["20/06/2024_2024-10-30", "unreadable"],
  ["acomptes \nnon précisé", "unreadable"],
  ["assiette subventionnable estimée à 89 852 € HT", "unreadable"],
  ["Ne rien indiquer", "unreadable"],
  ["Aide en numéraire et en nature", "unreadable"],
  ["SEM", "unreadable"],
])("%j is read as %j", (value, expected) => {
  expect(read(value)).toBe(expected);
});

test("a date is no figure", () => {
  expect(read(45292, "dd/mm/yyyy")).toBe("unreadable");
});
