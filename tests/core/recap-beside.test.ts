// What a recapitulation shows beside the contract's sums: compared or named, figure by figure.
import { describe, expect, it } from "vitest";
import { recap, verifySheets, type Row } from "./recap-workbook";

describe("what stands in it beside the contract's sums", () => {
  const sums = recap({ annees: [2024] });
  const withColumns = (headings: Row, figures: Row): Row[] =>
    sums.map((row, index) => [...row, ...(index === 0 ? headings : figures)]);

  const CASES: readonly (readonly [string, readonly Row[]])[] = [
    ["other financing", withColumns(["Autres financeurs 2024"], [700])],
    ["payments", withColumns(["Versé par l’État 2024"], [700])],
    ["a year before the contract", withColumns(["État 2023", "Métropole 2023"], [700, 800])],
    ["a column that nobody knows", withColumns(["Reste à engager 2024"], [700])],
    ["a detail", [...sums.slice(0, 2), ["dont fonctionnement", 700, 800], ...sums.slice(2)]],
    ["a second total", [...sums, ["TOTAL", 700, 800]]],
    ["a row that is no axe", [...sums.slice(0, 2), ["Ingénierie", 700, 800], ...sums.slice(2)]],
  ];

  /** What is found wrong, or named, anywhere: a figure is compared where another one would be found wrong, or named. */
  const told = (rows: readonly Row[]) => {
    const { findings, unread } = verifySheets({ Synthèse: rows });
    return { all: JSON.stringify([findings, unread]), unread };
  };
  const covers = (range: string, row: number, column: number): boolean => {
    const [first, last = first] = range.split(":").map((address) => {
      const [, letter = "", line = ""] = /^([A-Z])(\d+)$/.exec(address) ?? [];
      return { row: Number(line) - 1, column: letter.charCodeAt(0) - 65 };
    });
    // A row is named by its label.
    if (first && range === `A${first.row + 1}`) return row === first.row;
    return (
      first !== undefined &&
      last !== undefined &&
      row >= first.row &&
      row <= last.row &&
      column >= first.column &&
      column <= last.column
    );
  };

  it.each(CASES)("%s: each of its figures is compared, or named", (_, rows) => {
    const before = told(rows);
    const silent = rows.flatMap((row, at) =>
      row.flatMap((value, column) => {
        if (typeof value !== "number") return [];
        const changed = rows.map((each, index) =>
          index === at ? each.map((own, place) => (place === column ? value + 3 : own)) : each,
        );
        const isNamed = before.unread.some(
          ({ sheet, range }) => sheet === "Synthèse" && range !== undefined && covers(range, at, column),
        );
        return isNamed || told(changed).all !== before.all ? [] : [[at, column]];
      }),
    );
    expect(silent).toEqual([]);
  });

  it("a year that comes again is named with what it says otherwise", () => {
    const { unread } = verifySheets({ Synthèse: withColumns(["État 2024", "Métropole 2024"], [700, 800]) });
    expect(unread).toMatchObject([
      { sheet: "Synthèse", range: "D1:D6" },
      { sheet: "Synthèse", range: "E2:E6" },
    ]);
  });

  it("which of several plans counts is told where it was read", () => {
    const { read } = verifySheets({
      Synthèse: withColumns(["État 2024 modifié", "Métropole 2024 modifié"], [700, 800]),
    });
    expect(read.find(({ sheet }) => sheet === "Synthèse")?.notes?.join(" ")).toContain("modifié");
  });
});
