// The rows of a table of amounts, under headings of one or several years.
import { AmountCells, type AmountColumn } from "./amount-cells";
import type { CellSpec, Pen, Written } from "./canvas";
import type { AmountRow } from "./content";
import { actionLabel, axeLabel } from "./wording";
import type { AmountWriting } from "./write-amounts";

interface Group {
  readonly axe: number;
  readonly rows: readonly AmountRow[];
}

export class AmountBody {
  private readonly groups: readonly Group[];
  private readonly cells: AmountCells;
  private readonly kind: string;

  constructor(
    private readonly writing: AmountWriting,
    private readonly columns: readonly AmountColumn[],
    private readonly years: readonly number[],
  ) {
    const { convention, table, layout } = writing;
    this.kind = table.kind;
    this.cells = new AmountCells(table, layout);
    const stands = ({ montants }: AmountRow): boolean => years.some((annee) => montants.has(annee));
    this.groups = convention.axes
      .map(({ numero }) => ({ axe: numero, rows: table.rows.filter((row) => row.axe === numero && stands(row)) }))
      .filter(({ rows }) => rows.length > 0);
  }

  /** The heading cells over the labels. */
  corner(): Written[] {
    const { numbers, axes, corner } = this.writing.layout;
    return [
      ...(axes === "column" ? [corner === null ? null : "Axe"] : []),
      ...(numbers === "in the label" ? [] : [null]),
      corner,
    ];
  }

  /** The cells of the amounts, with the columns that are left empty among them. */
  spread(cells: readonly Written[]): Written[] {
    const { gap } = this.writing.layout;
    return cells.flatMap((cell, index): Written[] => {
      const isNewYear = index > 0 && this.columns[index - 1]?.annee !== this.columns[index]?.annee;
      const isGap = index === 0 ? gap === "after the labels" : gap === "between the years" && isNewYear;
      return isGap ? [null, cell] : [cell];
    });
  }

  /** The heading of the column that totals the years, where the table has one. */
  periodHead(): readonly Written[] {
    return this.cells.period("", [], []).map(() => "Total de la période");
  }

  private withPeriod(what: string, cells: readonly Written[]): Written[] {
    return [...this.spread(cells), ...this.cells.period(what, this.columns, cells)];
  }

  write(pen: Pen): void {
    const { layout } = this.writing;
    for (const { axe, rows } of this.groups) {
      const sums = () =>
        this.withPeriod(
          `subtotal/${axe}`,
          this.columns.map((column) => this.cells.sum(`subtotal/${axe}`, column, rows, "range")),
        );
      if (layout.axes === "rows") {
        pen.write([...this.labels(this.axeTitle(axe)), ...(layout.subtotals === "on the heading" ? sums() : [])]);
      }
      rows.forEach((row, index) => pen.write(this.actionRow(row, axe, index === 0)));
      if (layout.subtotals === "after") pen.write([...this.labels("Sous-total"), ...sums()]);
      if (layout.subtotals === "after, named") pen.write([...this.labels(`Sous-total axe ${axe}`), ...sums()]);
      pen.skip(layout.blankRows > 1 ? 1 : 0);
    }
    if (layout.totalRow === null) return;
    const all = this.groups.flatMap(({ rows }) => rows);
    const style =
      layout.totalFormula === "subtotals" ? this.groups.map(({ axe }) => `subtotal/${axe}`) : layout.totalFormula;
    const totals = this.columns.map((column) => this.cells.sum("total", column, all, style));
    pen.write([...this.labels(layout.totalRow), ...this.withPeriod("total", totals)]);
  }

  /** A label in the labels' column, the others empty. */
  private labels(label: Written): Written[] {
    return this.corner().map((_, index, all) => (index === all.length - 1 ? label : null));
  }

  private axeTitle(numero: number): CellSpec {
    const { convention, layout } = this.writing;
    const axe = convention.axes.find((one) => one.numero === numero);
    const value = axeLabel(layout.wording, numero, axe ? [axe.intitule, ...axe.alias] : []);
    return { value, tags: this.years.map((annee) => `${this.kind}:axe/${numero}/${annee}`) };
  }

  private actionRow(row: AmountRow, axe: number, isFirst: boolean): Written[] {
    const { layout } = this.writing;
    const title = this.axeTitle(axe);
    return [
      ...(layout.axes === "column" ? [isFirst ? title : layout.isAxeRepeated ? title.value : null] : []),
      ...this.labelCells(row),
      ...this.withPeriod(
        row.id,
        this.columns.map((column) => this.cells.amount(row, column)),
      ),
    ];
  }

  private labelCells(row: AmountRow): Written[] {
    const { numbers, wording } = this.writing.layout;
    const { numero, intitule } = row;
    const tags = this.years.map((annee) => `${this.kind}:label/${row.id}/${annee}`);
    const whole = actionLabel(wording, numero, intitule);
    if (numbers === "split label") {
      const middle = whole.indexOf(" ", whole.length / 2);
      return [{ value: whole.slice(0, middle), tags }, whole.slice(middle + 1)];
    }
    if (numbers === "in the label") return [{ value: whole, tags }];
    if (numero === null) return [null, { value: whole, tags }];
    const bare = actionLabel({ ...wording, action: "none" }, numero, intitule);
    return [numbers === "text column" ? `Action ${numero}` : numero, { value: bare, tags }];
  }
}
