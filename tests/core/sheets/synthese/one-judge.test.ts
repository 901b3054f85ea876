// « Synthèse par axe » never judges: what it says of an axe and of a year is what the findings say of them.
import { expect, test } from "vitest";
import fc, { check, runs } from "../../../seeded";
import type { CellLiteral } from "../../reading/raw-workbook-builder";
import { annexesWorkbook, composeFor } from "../annexes-workbook";
import { valuesOf } from "../written-sheet";

/** Rows of the actions of each axe, and the columns of the amounts of each year: total, State, local party. */
const ROWS = [4, 5, 7, 8, 10, 11, 13, 14];
const axeOf = (row: number): number => Math.floor(ROWS.indexOf(row) / 2) + 1;
const COLUMNS = ["B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M"];

const changes = fc.uniqueArray(
  fc.record({
    row: fc.constantFrom(...ROWS),
    column: fc.nat(COLUMNS.length - 1),
    value: fc.constantFrom<CellLiteral[]>(0, 1, 64999.99, 65000.01, 130000, null, "nd", "20 000 €", "Entre 2 et 3"),
  }),
  { minLength: 0, maxLength: 3, selector: ({ row, column }) => row * 100 + column },
);

test("any amounts changed: a row is conforming exactly where nothing is found in it", () => {
  check(
    runs(12, 200),
    fc.property(changes, (changed) => {
      const slips = Object.fromEntries(changed.map(({ row, column, value }) => [`${COLUMNS[column]}${row}`, value]));
      const { synthese, verification } = composeFor(annexesWorkbook(slips));
      const found = verification.findings.filter(({ severity }) => severity !== "info");
      const touched = (cells: (typeof found)[number]["cells"], axe: number | null, annee: number): boolean =>
        cells.some(({ sheet, row, column }) => {
          const isAmount = sheet === "Tableau budgétaire" && column >= 1 && ROWS.includes(row + 1);
          const isYear = 2024 + Math.floor((column - 1) / 3) === annee;
          return isAmount && isYear && (axe === null || axeOf(row + 1) === axe);
        });
      for (const [annee, label, , ...figures] of valuesOf(synthese).filter(([year]) => typeof year === "number")) {
        const axe = /^Axe (\d)/.exec(String(label))?.[1];
        const numero = axe === undefined ? null : Number(axe);
        const of = found.filter(
          ({ subject, cells, rule }) =>
            !/indicateur|cible|realise|execution|avenant|echeance/.test(rule) &&
            ((subject.year === annee && (numero === null || subject.axe === numero)) ||
              touched(cells, numero, Number(annee))),
        );
        const said = String(figures[6]);
        expect([annee, label, said === "✓ Conforme"]).toEqual([annee, label, of.length === 0]);
        const hasError = of.some(({ severity }) => severity === "error");
        expect([annee, label, said === "✗ NON CONFORME"]).toEqual([annee, label, hasError]);
      }
    }),
  );
});
