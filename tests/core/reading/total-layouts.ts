// Tables of amounts with their rows of totals, each right and with 1 000 € too much in one of them: what is said of both.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { parseLocalRange, parseRangeRef } from "xlsx-model/cell-ref";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { tableauIndicateurs } from "./annexes";
import type { Grid } from "./figures";
import { actionLabel, euros } from "./layouts";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;
const YEARS = [2024, 2025, 2026, 2027];
const PARTS = ["etat", "collectivite", "total"] as const;
type Action = (typeof actions)[number];
export type Cells = readonly CellLiteral[];

export const HEADS: Grid = [
  ["Action", ...YEARS.flatMap((annee) => [annee, null, null])],
  [null, ...YEARS.flatMap(() => ["État", "Métropole", "Total"])],
];
export const ofAxe = (axe: number): readonly Action[] => actions.filter((action) => action.axe === axe);
export const sums = (list: readonly Action[]): readonly number[] =>
  YEARS.flatMap((annee) => PARTS.map((part) => list.reduce((sum, action) => sum + euros(action, annee, part), 0)));
export const rows = (list: readonly Action[]): Grid => list.map((action) => [actionLabel(action), ...sums([action])]);
export const only = (part: (typeof PARTS)[number], amounts: Cells): Cells =>
  amounts.map((amount, index) => (PARTS[index % 3] === part ? amount : null));
/** 1 000 € too much in its first column. */
export const wrong = (amounts: readonly number[], slip: boolean): readonly number[] =>
  amounts.map((amount, index) => (slip && index === 0 ? amount + 1000 : amount));

export type Sheets = Readonly<Record<string, Grid>>;

export interface Layout {
  readonly name: string;
  readonly sheets: (slip: boolean) => Sheets;
  /** Where the slip stands, and the rule that reports it; no rule where it is named only. */
  readonly cell: string;
  readonly rule?: string;
  /** Below a blank row nobody knows whether it is of the same table: named, and no more. */
  readonly isApart?: true;
}

export const inOne = (...grids: readonly Grid[]): Sheets => ({ Budget: [...HEADS, ...grids.flat()] });
export const all = rows(actions);
export const total: Cells = ["TOTAL", ...sums(actions)];

function run(sheets: Sheets) {
  const { verification } = verify(
    rawWorkbook({ ...sheets, Indicateurs: tableauIndicateurs }),
    contratIntegre,
    "2024-06-30",
  );
  const { findings, rules, unread } = verificationJson(verification);
  return {
    errors: findings.filter(({ severity }) => severity !== "info").map(({ rule, cells }) => [rule, cells[0]]),
    incomplete: rules.filter(
      ({ rule, reason }) =>
        ["total-general", "sous-total-axe", "montant-contractualise", "actions-du-contrat"].includes(rule) &&
        reason !== undefined,
    ),
    unread,
  };
}

export function testLayouts(layouts: readonly Layout[]): void {
  describe.each(layouts)("$name", ({ sheets, cell, rule, isApart }) => {
    test("accuses nothing that is right", () => {
      expect(run(sheets(false)).errors).toEqual([]);
    });

    test("never passes over 1 000 € too much", () => {
      const { errors, unread } = run(sheets(true));
      if (rule) return expect(errors).toContainEqual([rule, cell]);
      expect(errors).toEqual([]);
      const place = parseRangeRef(cell);
      const isNamed = unread.some(({ sheet, range }) => {
        const area = sheet === place?.sheet && range ? parseLocalRange(range) : null;
        return area !== null && place !== null && area.top <= place.top && area.bottom >= place.top;
      });
      expect(isNamed).toBe(true);
    });

    test("leaves a rule on amounts or totals incomplete where it is only named", () => {
      const { incomplete } = run(sheets(true));
      if (!rule && !isApart) expect(incomplete).not.toEqual([]);
    });
  });
}
