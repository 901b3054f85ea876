// The charts of one sheet: those of a plan are written whole, all others of the drawing keep their text.
import type { ChartPlan, GridRange } from "../plan";
import { rewriteFormulaElements } from "../formulas/rewrite";
import type { SheetDrawing } from "../drawings/sheet-drawing";
import type { OpcPackage } from "../package/opc-package";
import type { SheetChart } from "../sheet-values";
import { parseNode, type XmlNode } from "../xml/xml-node";
import type { PartChild } from "../xml/xml-part";
import { readAnchor, writeAnchor, type ChartAnchor } from "./anchor";
import { addChartPart } from "./chart-parts";
import { OpenChart, type ChartHolder } from "./open-chart";
import { readChart } from "./read-chart";
import { refreshFigures } from "./refresh-figures";
import { writeChart, type ChartCells } from "./write-chart";

interface Framed {
  readonly anchor: ChartAnchor;
  readonly element: PartChild;
  readonly path: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export class SheetCharts implements ChartHolder {
  /** Charts of a plan, by part: their text follows the sheet until it is saved. */
  private readonly planned = new Map<string, ChartPlan>();
  /** Charts that are changed in place, as trees; their figures follow the cells, as in the program that keeps them open. */
  private readonly open = new Map<string, XmlNode>();
  private readonly unwritten = new Set<string>();
  /** Charts that were open once, or whose references followed moved cells: their figures are those of the cells. */
  private readonly followed = new Set<string>();

  constructor(
    private readonly drawing: SheetDrawing,
    private readonly cells: ChartCells,
    private readonly isRefreshed: (name: string) => boolean,
  ) {}

  list(): SheetChart[] {
    this.settle();
    const pack = this.parts();
    return this.framed().map(({ anchor: { name, place }, path }) => {
      const planned = this.planned.get(path);
      if (planned) return { name, plan: planned };
      const content = place && pack.parse(path, (text) => readChart(text, this.cells.name));
      return { name, plan: place && content && { name, place, ...content } };
    });
  }

  /** Every chart of the sheet, the lowest first. */
  opened(): OpenChart[] {
    return this.framed().map(({ path }) => new OpenChart(path, this));
  }

  /** A chart of that text, which is its whole part, over those cells. */
  add(name: string, text: string, place: GridRange): OpenChart {
    const { path, relationship } = this.addPart(text);
    this.insertFrame({ name, title: "", place }, relationship);
    return new OpenChart(path, this);
  }

  rootOf(path: string): XmlNode {
    const known = this.open.get(path);
    if (known) return known;
    const plan = this.planned.get(path);
    if (plan) this.parts().setText(path, writeChart(plan, this.cells));
    this.planned.delete(path);
    this.followed.add(path);
    const root = this.parts().parse(path, parseNode);
    this.open.set(path, root);
    return root;
  }

  rootChanged(path: string): void {
    this.unwritten.add(path);
  }

  anchorOf(path: string): XmlNode {
    return parseNode(this.frameOf(path).element.xml);
  }

  setAnchor(path: string, anchor: XmlNode): void {
    this.drawing.set(this.frameOf(path).element, anchor.local, anchor.toString());
  }

  removePath(path: string): void {
    this.removeFrame(this.frameOf(path));
  }

  private frameOf(path: string): Framed {
    const framed = this.framed().find((each) => each.path === path);
    if (!framed) throw new RangeError(`the chart ${path} has gone`);
    return framed;
  }

  private settle(): void {
    for (const path of this.unwritten) {
      const root = this.open.get(path);
      if (root) this.parts().setText(path, HEAD + root.toString());
    }
    this.unwritten.clear();
  }

  private addPart(text: string) {
    return addChartPart(this.parts(), this.drawing.own, text);
  }

  private insertFrame(plan: Pick<ChartPlan, "name" | "title" | "place">, relationship: string): void {
    this.drawing.add("twoCellAnchor", writeAnchor(plan, this.drawing.freeShape(), relationship));
  }

  private parts(): OpcPackage {
    return this.drawing.parts();
  }

  set(plan: ChartPlan): void {
    const known = find(this.framed(), plan.name);
    if (known) {
      const { shape, relationship } = known.anchor;
      this.drawing.set(known.element, "twoCellAnchor", writeAnchor(plan, shape, relationship));
      this.open.delete(known.path);
      this.followed.delete(known.path);
      this.planned.set(known.path, plan);
    } else {
      const added = this.addPart(writeChart(plan, this.cells));
      this.insertFrame(plan, added.relationship);
      this.planned.set(added.path, plan);
    }
  }

  remove(name: string): void {
    const known = find(this.framed(), name);
    if (known) this.removeFrame(known);
  }

  private removeFrame({ element, path, anchor: { relationship } }: Framed): void {
    this.planned.delete(path);
    this.open.delete(path);
    this.followed.delete(path);
    this.drawing.remove(element, [relationship]);
  }

  /** References of every chart follow, as those of formulas do. */
  rewrite(change: (formula: string) => string): void {
    const pack = this.parts();
    this.settle();
    for (const { path } of this.framed()) {
      const plan = this.planned.get(path);
      const before = plan ? writeChart(plan, this.cells) : pack.text(path);
      const after = rewriteFormulaElements(before, change);
      if (after === before) continue;
      if (plan) this.followed.add(path);
      this.planned.delete(path);
      this.open.delete(path);
      pack.setText(path, after);
    }
  }

  /** The figures that a refreshed chart, or one that was changed here, keeps are those of the cells by then; the others keep theirs. */
  save(haveCellsChanged: boolean): void {
    const pack = this.parts();
    for (const [path, plan] of this.planned) pack.setText(path, writeChart(plan, this.cells));
    this.settle();
    if (!haveCellsChanged) return;
    for (const { anchor, path } of this.framed()) {
      if ((this.isRefreshed(anchor.name) || this.followed.has(path)) && !this.planned.has(path))
        pack.setText(path, refreshFigures(pack.text(path), this.cells));
    }
  }

  private framed(): Framed[] {
    const targets = this.drawing.targets();
    return this.drawing.anchors.flatMap((element) => {
      const tree = this.drawing.treeOf(element);
      const anchor = tree ? readAnchor(tree) : null;
      const target = anchor && targets.get(anchor.relationship);
      if (!target || target.external || !this.parts().has(target.target)) return [];
      return [{ anchor, element, path: target.target }];
    });
  }
}

function find(framed: readonly Framed[], name: string): Framed | undefined {
  const wanted = name.toLowerCase();
  return framed.find(({ anchor }) => anchor.name.toLowerCase() === wanted);
}
