import { describe, expect, test } from "vitest";
import { known } from "../../../../src/core/domain/known";
import { lireMontant } from "../../../../src/core/domain/values/lire-montant";
import { montantFromCentimes, toEuros } from "../../../../src/core/domain/values/montant";
import type { CellValue } from "xlsx-model/plan";
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";

function euros(value: CellValue, numberFormat = "General", unit: "€" | "k€" | "M€" = "€"): number | string {
  const lu = lireMontant(value, numberFormat, unit);
  return lu.reason === null ? toEuros(lu.value) : lu.reason;
}

describe("an amount cell", () => {
  test.each<[CellValue, number]>([
    ["130 000", 130000],
    ["130 000 €", 130000],
    ["130 000,50", 130000.5],
    ["1 465 600 euros", 1465600],
    ["97 000euros", 97000],
    ["130.000,00", 130000],
    ["16 770 596€", 16770596],
    ["1 480 000€", 1480000],
    ["50 000 euros", 50000],
    ["97000euros", 97000],
    ["17\u00a0833", 17833],
    ["9\u00a0644\u00a0223", 9644223],
    ["9\u202f644\u202f223,10\u00a0€", 9644223.1],
    ["17\u2009833", 17833],
    ["40 000,00", 40000],
    ["32365.280000000002", 32365.28],
    [32365.280000000002, 32365.28],
    ["'49", 49],
    ["’49", 49],
    ["130'000", 130000],
    ["130’000,00 €", 130000],
    ["130.000", 130000],
    ["1.465.600", 1465600],
    ["1,234.56", 1234.56],
    ["0,500", 0.5],
    ["-5 000", -5000],
    ["−5 000 €", -5000],
    ["–5 000", -5000],
    ["  130 000\n", 130000],
    ["€ 130 000", 130000],
    [0, 0],
    [43655, 43655],
    ["43655", 43655],
    ["3805449320029.0", 3805449320029],
    ["012", 12],
    ["1", 1],
  ])("%j is read", (value, expected) => {
    expect(euros(value)).toBe(expected);
  });

  test.each([
    null,
    "",
    "  \u00a0",
    "nd",
    "ND",
    "Nd",
    "NC",
    "n.c.",
    "non précisé",
    "Non  Précisé",
    "NON PRÉCISÉ",
    "non pre\u0301cise\u0301",
    "-",
    "–",
    "/",
    " - ",
    "non précisé \n",
  ])("%j is missing", (value) => {
    expect(euros(value)).toBe("missing");
  });

  test.each(["General", "Standard", "Standard;[Rouge]-Standard", "[$-40C]Standard"])(
    "a figure is one in the format %s",
    (format) => {
      expect(lireMontant(65000, format, "€")).toMatchObject({ value: 6500000 });
    },
  );

  test.each<[CellValue, string?]>([
    ["Entre 200 et 500"],
    ["#REF!"],
    ["#DIV/0!"],
    ["#N/A"],
    [UNCOMPUTED],
    [43655, "dd/mm/yyyy"],
    [2958465, "d-mmm-yy"],
    ["28/11/2017\r\n08/12/2017"],
    ["28/11/2017"],
    ["20/06/2024_2024-10-30"],
    ["Solde 15/11/2017"],
    ["SEM (x4), ODHLM (x1)"],
    ["89 852 € HT"],
    ["89 852 \u0080 HT"],
    ["assiette subventionnable estimée à 89 852 €, HT"],
    ["Ne rien indiquer"],
    ["non concerné"],
    ["FAUX"],
    [true],
    [false],
    ["acomptes \nnon précisé"],
    ["Aide en numéraire et en nature"],
    ["3000+2000+999"],
    ["12 34"],
    ["Ï»¿nomAttribuant"],
    ["Mise à disposition de locaux 14000.0"],
    ["#,##0.00"],
    ["Dâ€špartement de l'Aude"],
    ["28/11/2017\r\nSolde en 2018"],
    ["14/04/2017 (avance)\r\nSolde 15/11/2017"],
    ["2018-12-06_2021/12/31"],
    ["2023-07-00_2023-11-00"],
    ["130,000"],
    ["130.000,000,00"],
    ["130,000,50"],
    ["1e5"],
    ["100 %"],
    ["€"],
    ["1".repeat(30)],
    [1e300],
  ])("%j is unreadable", (value, numberFormat) => {
    expect(euros(value, numberFormat)).toBe("unreadable");
  });

  test.each([
    "#,##0.00",
    "#,##0.00;\\-#,##0.00",
    "General",
    "@",
    '#,##0.00" "[$€-2]',
    "#,##0.00\\ [$€-1]",
    '_-* #,##0.00\\ "€"_-',
    '#,##0" dus"',
    "[Red]0;[Blue]0",
  ])("the format %j is no date", (numberFormat) => {
    expect(euros(1234.5, numberFormat)).toBe(1234.5);
  });

  test("a very long text of figures is unreadable, and read in linear time", () => {
    expect(euros("5 ".repeat(100_000))).toBe("unreadable");
  });

  test("a unit in the cell is applied, reported, and prevails over the table's", () => {
    expect(lireMontant("130 k€", "General", "€")).toEqual({
      ...known(13000000),
      source: "text",
      unit: "k€",
    });
    expect(lireMontant("1,465 M€", "General", "€")).toEqual({
      ...known(146500000),
      source: "text",
      unit: "M€",
    });
    expect(lireMontant("130 000 €", "General", "k€")).toEqual({
      ...known(13000000),
      source: "text",
      unit: "€",
    });
    expect(lireMontant("65", "General", "k€")).toEqual({
      ...known(6500000),
      source: "text",
      unit: null,
    });
    expect(lireMontant(65.5, "General", "k€")).toEqual({
      ...known(6550000),
      source: "number",
      unit: null,
    });
    expect(euros("130 K€")).toBe(130000);
    expect(euros("1,5 millions d’euros")).toBe(1500000);
    expect(euros("130.500 k€")).toBe("unreadable");
  });

  test("any amount written in French is read back, whatever its spaces", () => {
    let seed = 20241124;
    for (let round = 0; round < 2000; round += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const centimes = montantFromCentimes((round % 2 ? 1 : -1) * (seed % 10 ** (1 + (round % 10))));
      const space = [" ", "\u00a0", "\u202f", "\u2009", ""][round % 5] ?? "";
      const [whole = "", cents = ""] = Math.abs(toEuros(centimes)).toFixed(2).split(".");
      const text = `${centimes < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, space)},${cents}${["", " €", "euros"][round % 3]}`;
      expect(lireMontant(text, "General", "€"), text).toMatchObject({ value: centimes });
    }
  });
});
