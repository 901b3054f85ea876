// One Excel table: its name, its cells, its columns, its look and its filters, over the XML of its part.
import { formatLocalRange, parseLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";
import { decodeHexEscapes } from "../xml/escape";
import { XmlNode } from "../xml/xml-node";
import { readSort, sortNode, type TableSort } from "./table-sort";

const ORDER = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];
const STYLE_FLAGS = {
  firstColumn: "showFirstColumn",
  lastColumn: "showLastColumn",
  bandedRows: "showRowStripes",
  bandedColumns: "showColumnStripes",
} as const;

export type TableStyleFlag = keyof typeof STYLE_FLAGS;

export interface TableColumn {
  /** Stays when the columns around it come and go. */
  readonly id: number;
  readonly name: string;
}

export class SheetTable {
  constructor(
    readonly path: string,
    readonly node: XmlNode,
    private readonly save: (table: SheetTable) => void,
  ) {}

  get id(): string {
    return this.node.get("id") ?? "";
  }

  get name(): string {
    return this.node.get("displayName") ?? this.node.get("name") ?? "";
  }
  set name(name: string) {
    this.change(() => this.node.set("name", name).set("displayName", name));
  }

  get range(): GridRange {
    return parseLocalRange(this.node.get("ref") ?? "") ?? { top: 0, left: 0, bottom: 0, right: 0 };
  }
  set range(range: GridRange) {
    this.change(() => this.setRange(range));
  }

  get headerRows(): number {
    return Number(this.node.get("headerRowCount") ?? 1);
  }
  get totalsRows(): number {
    return Number(this.node.get("totalsRowCount") ?? 0);
  }

  setRows(range: GridRange, headerRows: number, totalsRows: number): void {
    this.change(() => {
      this.node.set("headerRowCount", headerRows === 1 ? null : headerRows);
      this.node.set("totalsRowCount", totalsRows === 0 ? null : totalsRows);
      this.node.set("totalsRowShown", totalsRows === 0 ? "0" : null);
      this.setRange(range);
      if (headerRows === 0) this.node.remove("autoFilter");
      else this.ensureFilter();
    });
  }

  /** The one row below the headings is empty and counts as none. */
  get isAwaitingRow(): boolean {
    return this.node.get("insertRow") === "1";
  }
  set isAwaitingRow(isAwaiting: boolean) {
    this.change(() => this.node.set("insertRow", isAwaiting ? "1" : null));
  }

  get body(): GridRange {
    const { top, bottom, ...columns } = this.range;
    return { ...columns, top: top + this.headerRows, bottom: bottom - this.totalsRows };
  }

  get columns(): readonly TableColumn[] {
    return this.columnNodes.map((node) => ({
      id: Number(node.get("id")),
      name: decodeHexEscapes(node.get("name") ?? ""),
    }));
  }

  renameColumn(at: number, name: string): void {
    this.change(() => this.columnNodes[at]?.set("name", escapeBreaks(name)));
  }

  /** Writes down what the totals row says of a column, for programs that write that row again. */
  describeTotal(at: number, total: { readonly label: string } | { readonly sum: "sum" | "count" } | null): void {
    this.change(() => {
      const node = this.columnNodes[at];
      node?.set("totalsRowLabel", total && "label" in total ? total.label : null);
      node?.set("totalsRowFunction", total && "sum" in total ? total.sum : null);
    });
  }

  setColumns(names: readonly string[]): void {
    this.change(() => {
      const list = this.node.ensure(this.named("tableColumns"), ORDER);
      const { sort } = this;
      const before = this.columns.map(({ name }) => name);
      const known = new Map(this.columns.map(({ name }, at) => [name, list.all("tableColumn")[at]]));
      let nextId = Math.max(0, ...this.columns.map(({ id }) => id)) + 1;
      const nodes = names.map(
        (name) =>
          known.get(name) ?? new XmlNode(this.named("tableColumn"), { id: String(nextId++), name: escapeBreaks(name) }),
      );
      list.remove("tableColumn");
      list.set("count", nodes.length).append(...nodes);
      if (!sort) return;
      const fields = sort.fields.map((field) => ({ ...field, key: names.indexOf(before[field.key] ?? "") }));
      this.writeSort({ ...sort, fields: fields.filter(({ key }) => key >= 0) });
    });
  }

  /** What it was last sorted by; null for nothing, and for what stays as the file says it: colours and icons. */
  get sort(): TableSort | null {
    return readSort(this.node, this.range);
  }
  set sort(sort: TableSort | null) {
    this.change(() => this.writeSort(sort));
  }

  private writeSort(sort: TableSort | null): void {
    this.node.remove("sortState");
    if (sort && sort.fields.length > 0)
      this.node.insert(
        sortNode((local) => this.named(local), this.body, sort),
        ORDER,
      );
  }

  get style(): string {
    return this.node.find("tableStyleInfo")?.get("name") ?? "";
  }
  set style(name: string) {
    this.change(() => this.styleNode().set("name", name === "" ? null : name));
  }

  flag(flag: TableStyleFlag): boolean {
    return this.node.find("tableStyleInfo")?.get(STYLE_FLAGS[flag]) === "1";
  }
  setFlag(flag: TableStyleFlag, isOn: boolean): void {
    this.change(() => this.styleNode().set(STYLE_FLAGS[flag], isOn));
  }

  get hasFilterButtons(): boolean {
    return this.node.find("autoFilter") !== undefined;
  }
  set hasFilterButtons(isOn: boolean) {
    this.change(() => (isOn ? this.ensureFilter() : this.node.remove("autoFilter", "sortState")));
  }

  /** The filter of a column, null for none. */
  filter(at: number): XmlNode | null {
    const columns = this.node.find("autoFilter")?.all("filterColumn") ?? [];
    return columns.find((column) => Number(column.get("colId")) === at)?.children[0] ?? null;
  }

  setFilter(at: number, filter: XmlNode | null): void {
    this.change(() => {
      const own = this.ensureFilter();
      for (const column of own.all("filterColumn")) if (Number(column.get("colId")) === at) own.detach(column);
      if (filter) own.append(new XmlNode(this.named("filterColumn"), { colId: String(at) }).append(filter));
    });
  }

  get isFiltered(): boolean {
    return (this.node.find("autoFilter")?.all("filterColumn") ?? []).length > 0;
  }

  private get columnNodes(): XmlNode[] {
    return this.node.find("tableColumns")?.all("tableColumn") ?? [];
  }

  private styleNode(): XmlNode {
    return this.node.ensure(this.named("tableStyleInfo"), ORDER);
  }

  private setRange(range: GridRange): void {
    const { sort } = this;
    this.node.set("ref", formatLocalRange(range));
    this.node.find("autoFilter")?.set("ref", this.filteredCells());
    if (sort) this.writeSort(sort);
  }

  /** The totals are no part of what is filtered. */
  private filteredCells(): string {
    const { bottom, ...others } = this.range;
    return formatLocalRange({ ...others, bottom: bottom - this.totalsRows });
  }

  private ensureFilter(): XmlNode {
    return this.node.ensure(this.named("autoFilter"), ORDER).set("ref", this.filteredCells());
  }

  named(local: string): string {
    return this.node.name.replace(/(?<![^:])[^:]+$/, local);
  }

  private change(work: () => unknown): void {
    work();
    this.save(this);
  }
}

/** A line break in a heading stands in the file as Excel's own escape. */
function escapeBreaks(name: string): string {
  return name.replaceAll("\r", "_x000d_").replaceAll("\n", "_x000a_");
}
