// The cells of amounts and of their sums, whatever the layout: figures in the table's unit, or formulas with their result.
import type { Colonne } from "../../src/core/domain/dossier";
import type { AmountLayout } from "./amount-layout";
import type { CellSpec, Written } from "./canvas";
import { figureAt, type AmountRow, type AmountTable, type Figure } from "./content";

export interface AmountColumn {
  readonly annee: number;
  readonly colonne: Colonne | "verse";
  /** 1 for a column, or a year, that comes again. */
  readonly copy: number;
}

/** How the formula of a sum is written: over a range, cell by cell, or from the subtotals with these tags. */
export type SumStyle = "range" | "cells" | readonly string[];

export class AmountCells {
  private readonly centimes = new WeakMap<object, number>();

  constructor(
    private readonly table: AmountTable,
    private readonly layout: AmountLayout,
  ) {}

  private figure({ centimes, shown, hidden = 0 }: Figure, tag: string): CellSpec {
    const factor = this.layout.unit === "€" ? 1 : 1000;
    // In fifteen digits, as Excel keeps what an agent types.
    const typed = centimes === null ? null : Number(((centimes / 100 + hidden) / factor).toPrecision(15));
    // Thousands of thousands would be another amount to whoever reads the sheet.
    const isTwice = factor > 1 && this.layout.format.includes("k€");
    const cell: CellSpec = {
      value: shown ?? typed,
      tags: [tag],
      numberFormat: isTwice ? "General" : this.layout.format,
    };
    if (centimes !== null) this.centimes.set(cell, centimes);
    return cell;
  }

  tagOf(row: AmountRow, annee: number, colonne: Colonne): string {
    return `${this.table.kind}:amount/${row.id}/${annee}/${colonne}`;
  }

  /** The total over the years of what the row shows in its columns of totals. */
  period(what: string, columns: readonly AmountColumn[], cells: readonly Written[]): readonly Written[] {
    if (!this.layout.hasPeriod || this.table.years.length < 2) return [];
    const tag = `${this.table.kind}:periode/${what}`;
    const shown = columns.flatMap(({ colonne, copy }, index) => {
      const cell = cells[index];
      const isSummed = colonne === "total" && copy === 0 && typeof cell === "object" && cell !== null;
      return isSummed ? (this.centimes.get(cell) ?? []) : [];
    });
    const { add } = this.table.sums.get(tag) ?? {};
    const sum = shown.reduce((total, centimes) => total + centimes, add ?? 0);
    return [this.figure({ centimes: shown.length > 0 ? sum : null }, tag)];
  }

  amount(row: AmountRow, { annee, colonne, copy }: AmountColumn): Written {
    const suffix = copy > 0 ? "#2" : "";
    if (colonne === "verse") {
      return this.figure(
        row.verses.get(annee) ?? { centimes: null },
        `${this.table.kind}:paid/${row.id}/${annee}${suffix}`,
      );
    }
    const cell = this.figure(figureAt(row, annee, colonne), `${this.tagOf(row, annee, colonne)}${suffix}`);
    const isSum = colonne === "total" && row.montants.get(annee)?.total === undefined && this.layout.formulas === "all";
    const { dropped } = this.table;
    const hasParts = !dropped.has(`${annee}/etat`) && !dropped.has(`${annee}/collectivite`);
    if (!isSum || !hasParts || copy > 0) return cell;
    const parts = (["etat", "collectivite"] as const).map((part) => this.tagOf(row, annee, part));
    return this.alike(cell, { ...cell, value: cell.value ?? 0, formula: (at) => `=${parts.map(at).join("+")}` });
  }

  sum(what: string, { annee, colonne, copy }: AmountColumn, rows: readonly AmountRow[], style: SumStyle): Written {
    if (colonne === "verse" || copy > 0) return null;
    const tag = `${this.table.kind}:${what}/${annee}/${colonne}`;
    const { add, shown, isTyped = false, without } = this.table.sums.get(tag) ?? {};
    const counted = rows.filter(({ id }) => id !== without);
    const figures = counted.flatMap((row) => figureAt(row, annee, colonne).centimes ?? []);
    const isFormula = without !== undefined || (this.layout.formulas !== "none" && !isTyped && add === undefined);
    const centimes = figures.reduce((total, figure) => total + figure, add ?? 0);
    const cell = this.figure(
      { centimes: figures.length > 0 || isFormula ? centimes : null, ...(shown !== undefined && { shown }) },
      tag,
    );
    if (!isFormula) return cell;
    const cells = counted.map((row) => this.tagOf(row, annee, colonne));
    const parts =
      typeof style === "string" ? null : style.map((one) => `${this.table.kind}:${one}/${annee}/${colonne}`);
    return this.alike(cell, {
      ...cell,
      formula: (at) => {
        if (cells.length === 0) return "=SUM(0)";
        if (without !== undefined) return `=SUM(${cells.map(at).join(",")})`;
        if (parts) return `=${parts.map(at).join("+")}`;
        if (style === "range") return `=SUM(${at(cells[0] ?? "")}:${at(cells.at(-1) ?? "")})`;
        return `=SUM(${cells.map(at).join(",")})`;
      },
    });
  }

  private alike(cell: CellSpec, computed: CellSpec): CellSpec {
    const centimes = this.centimes.get(cell);
    if (centimes !== undefined) this.centimes.set(computed, centimes);
    return computed;
  }
}
