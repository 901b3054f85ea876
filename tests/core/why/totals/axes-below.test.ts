// An axe row under its actions: its right subtotal is never overwritten with the sum of another axe.
import { describe, expect, it } from "vitest";
import { dijonMetropole20242027 } from "../../../../src/contracts/dijon-metropole-2024-2027";
import { formatCellRef } from "xlsx-model/cell-ref";
import type { CellLiteral } from "../../reading/raw-workbook-builder";
import { contentAt, fileOf, refresh } from "./refreshed";

type Row = readonly CellLiteral[];

const { axes, actions } = dijonMetropole20242027;
const COLUMNS = ["B", "C", "D"] as const;

interface Layout {
  readonly axesAt: "above" | "below";
  readonly subtotals: "typed" | "formulas";
  readonly total: "typed" | "over-subtotals";
  /** Labels that the contract does not know leave the figures alone to tell. */
  readonly labels?: "unknown";
}

/** Total, État, Métropole of 2024. */
function table({ axesAt, subtotals, total, labels }: Layout) {
  const rows: Row[] = [
    ["Année", 2024, null, null],
    ["Actions", "Total", "État", "Métropole"],
  ];
  const sums: number[] = [];
  const figures: number[] = [];
  const all: (readonly number[])[] = [];
  for (const axe of axes) {
    const own = actions
      .filter((action) => action.axe === axe.numero)
      .map(({ montants: [montants] }) => {
        const [etat, local] = [Number(montants?.etat), Number(montants?.collectivite)];
        return [etat + local, etat, local];
      });
    all.push(...own);
    const addAxe = (first: number): void => {
      const shown = COLUMNS.map((_, index) => own.reduce((sum, row) => sum + (row[index] ?? 0), 0));
      figures.push(...shown);
      const cells = COLUMNS.map((column, index): CellLiteral =>
        subtotals === "formulas" ? `=SUM(${column}${first}:${column}${first + own.length - 1})` : (shown[index] ?? 0),
      );
      rows.push([
        labels === "unknown" ? `Axe « Volet ${axe.numero}${axe.numero} »` : `Axe « ${axe.intitule} »`,
        ...cells,
      ]);
      sums.push(rows.length);
    };
    if (axesAt === "above") addAxe(rows.length + 2);
    const named = actions.filter((action) => action.axe === axe.numero);
    for (const [index, amounts] of own.entries()) {
      rows.push([`${named[index]?.numero ?? ""} ${named[index]?.intitule ?? ""}`, ...amounts]);
    }
    if (axesAt === "below") addAxe(rows.length - own.length + 1);
  }
  const whole = COLUMNS.map((_, index) => all.reduce((sum, row) => sum + (row[index] ?? 0), 0));
  rows.push([
    "TOTAL",
    ...COLUMNS.map((column, index): CellLiteral =>
      total === "typed" ? (whole[index] ?? 0) : `=${sums.map((row) => `${column}${row}`).join("+")}`,
    ),
  ]);
  return { rows, sums, figures: [...figures, ...whole] };
}

const LAYOUTS: readonly Layout[] = (["typed", "formulas"] as const).flatMap((subtotals) =>
  (["typed", "over-subtotals"] as const).flatMap((total) =>
    (["above", "below"] as const).map((axesAt) => ({ axesAt, subtotals, total })),
  ),
);

describe.each([...LAYOUTS, { axesAt: "below", subtotals: "typed", total: "typed", labels: "unknown" } as const])(
  "axes $axesAt their actions, subtotals $subtotals, TOTAL $total, labels $labels",
  (layout) => {
    it("keep every figure, which was right", async () => {
      const { rows, sums, figures } = table(layout);
      const file = fileOf({ Budget: rows });
      const cells = [...sums, rows.length].flatMap((row) => COLUMNS.map((column) => `Budget!${column}${row}`));
      const { preview } = await refresh(file);
      expect(cells.map((cell) => contentAt(file, cell).value)).toEqual(figures);
      for (const { before: old, after } of preview.changes) expect(after).toBe(old.figure);
    });
  },
);

it("is said once, with what to do, where the axes are read as headings", async () => {
  const { rows, sums } = table({ axesAt: "below", subtotals: "typed", total: "typed" });
  const { preview } = await refresh(fileOf({ Budget: rows }));
  const written = preview.changes.map(({ cell }) => formatCellRef(cell));
  const subtotals = sums.flatMap((row) => COLUMNS.map((column) => `Budget!${column}${row}`));
  // Recognised or refused: never in between.
  if (preview.blocked.length > 0) {
    expect(preview.blocked).toEqual([expect.stringMatching(/lignes d’axe .*sous leurs actions.*au-dessus/)]);
    expect(written.filter((cell) => subtotals.includes(cell))).toEqual([]);
  } else expect(written).toEqual(expect.arrayContaining(subtotals));
});
