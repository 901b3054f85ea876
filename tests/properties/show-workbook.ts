// A workbook as text, for the message of a test that fails: every cell with what it holds.
import { formatCellRef } from "xlsx-model/cell-ref";
import { columnName } from "xlsx-model/local-cell";
import type { Finding } from "../../src/core/verification";
import type { RawSheet, RawWorkbook } from "../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";

const WIDEST = 34;

function shown(value: CellValue, formula: string | null): string {
  const text = value === null ? "" : typeof value === "string" ? JSON.stringify(value).slice(1, -1) : String(value);
  const whole = formula === null ? text : `${text} {${formula}}`;
  return whole.length > WIDEST ? `${whole.slice(0, WIDEST - 1)}…` : whole;
}

function showSheet({ name, blocks }: RawSheet): string {
  const lines = blocks.flatMap((block) => {
    const rows = block.values.map((values, row) =>
      values.map((value, at) => shown(value, block.formulas[row]?.[at] ?? null)),
    );
    const names = Array.from({ length: block.values[0]?.length ?? 0 }, (_, at) => columnName(block.column + at));
    const widths = names.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
    const line = (head: string, cells: readonly string[]) =>
      `${head.padStart(4)} | ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")}`.trimEnd();
    return [line("", names), ...rows.map((row, index) => line(`${block.row + index + 1}`, row))];
  });
  const formats = new Set(
    blocks.flatMap(({ numberFormats }) => numberFormats.flat()).filter((one) => one !== "General"),
  );
  return [`— ${name}${formats.size > 0 ? ` (${[...formats].join(" ; ")})` : ""}`, ...lines].join("\n");
}

export function showWorkbook({ sheets }: RawWorkbook): string {
  return sheets.map(showSheet).join("\n\n");
}

export function showFinding({ severity, id, cells, message, explanation }: Finding): string {
  return `${severity} ${id} [${cells.map(formatCellRef).join(", ")}] ${message}${explanation === null ? "" : ` — ${explanation}`}`;
}
