// The charts of one sheet: those of a plan are written whole, all others of the drawing keep their text.
import type { ChartPlan, GridRange } from "../../core/workbook-port";
import { isOurChart } from "../../core/writing/sheets/marks";
import { rewriteFormulaElements } from "../formulas/rewrite";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships, relationshipAttribute } from "../package/relationships";
import { removePart } from "../package/remove-part";
import { SHEET_ORDER } from "../sheet/sheet-part";
import type { SheetChart } from "../workbook-model";
import { attribute } from "../xml/parse-xml";
import { parseNode, type XmlNode } from "../xml/xml-node";
import { XmlPart, type PartChild } from "../xml/xml-part";
import { readAnchor, writeAnchor, type ChartAnchor } from "./anchor";
import { addChartPart, addDrawing } from "./chart-parts";
import { OpenChart, type ChartHolder } from "./open-chart";
import { readChart } from "./read-chart";
import { refreshFigures } from "./refresh-figures";
import { writeChart, type ChartCells } from "./write-chart";

interface Drawing {
  readonly path: string;
  readonly relationship: string;
  readonly part: XmlPart;
}

interface Framed {
  readonly anchor: ChartAnchor;
  readonly element: PartChild;
  readonly path: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export class SheetCharts implements ChartHolder {
  private drawing: Drawing | null | undefined;
  /** Charts of a plan, by part: their text follows the sheet until it is saved. */
  private readonly planned = new Map<string, ChartPlan>();
  /** Charts that are changed in place, as trees; their figures follow the cells, as in the program that keeps them open. */
  private readonly open = new Map<string, XmlNode>();
  private readonly unwritten = new Set<string>();

  constructor(
    private readonly path: string,
    private readonly frame: XmlPart,
    private readonly cells: ChartCells,
    private readonly parts: () => OpcPackage,
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
    const { element } = this.frameOf(path);
    const { part } = this.ownDrawing();
    // Another kind of anchor is another element.
    part.children[part.children.indexOf(element)] = { name: anchor.local, xml: anchor.toString(), gap: element.gap };
    this.writeDrawing();
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
    return addChartPart(this.parts(), this.ownDrawing().path, text);
  }

  private insertFrame(plan: Pick<ChartPlan, "name" | "title" | "place">, relationship: string): void {
    const { part } = this.ownDrawing();
    part.insert("twoCellAnchor", writeAnchor(plan, freeShape(part), relationship), []);
    this.writeDrawing();
  }

  private writeDrawing(): void {
    const drawing = this.drawn();
    if (drawing) this.parts().setText(drawing.path, drawing.part.toString());
  }

  set(plan: ChartPlan): void {
    const known = find(this.framed(), plan.name);
    if (known) {
      const { shape, relationship } = known.anchor;
      known.element.xml = writeAnchor(plan, shape, relationship);
      this.open.delete(known.path);
      this.planned.set(known.path, plan);
      this.writeDrawing();
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
    const pack = this.parts();
    const drawing = this.drawn();
    if (!drawing) return;
    drawing.part.remove(element);
    this.planned.delete(path);
    this.open.delete(path);
    removePart(pack, drawing.path, { path, relationship });
    this.writeDrawing();
    if (drawing.part.children.length > 0) return;
    const place = this.frame.find("drawing");
    if (place) this.frame.remove(place);
    removePart(pack, this.path, drawing);
    this.drawing = null;
  }

  /** References of every chart follow, as those of formulas do. */
  rewrite(change: (formula: string) => string): void {
    const pack = this.parts();
    this.settle();
    this.open.clear();
    for (const { path } of this.framed()) pack.setText(path, rewriteFormulaElements(pack.text(path), change));
  }

  /** The figures that our charts keep are those of the cells by then; the agent's keep theirs. */
  save(haveCellsChanged: boolean): void {
    const pack = this.parts();
    for (const [path, plan] of this.planned) pack.setText(path, writeChart(plan, this.cells));
    this.settle();
    if (!haveCellsChanged) return;
    for (const { anchor, path } of this.framed()) {
      if ((isOurChart(anchor.name) || this.open.has(path)) && !this.planned.has(path))
        pack.setText(path, refreshFigures(pack.text(path), this.cells));
    }
  }

  private framed(): Framed[] {
    const drawing = this.drawn();
    if (!drawing) return [];
    const targets = new Map(readRelationships(this.parts(), drawing.path).map((each) => [each.id, each]));
    return drawing.part.children.flatMap((element) => {
      const anchor = readAnchor(drawing.part.treeOf(element));
      const target = anchor && targets.get(anchor.relationship);
      if (!target || target.external || !this.parts().has(target.target)) return [];
      return [{ anchor, element, path: target.target }];
    });
  }

  private drawn(): Drawing | null {
    if (this.drawing !== undefined) return this.drawing;
    const element = this.frame.tree("drawing");
    const relationship = element && attribute(element, "id");
    const pack = this.parts();
    const target = readRelationships(pack, this.path).find(({ id }) => id === relationship)?.target;
    this.drawing =
      relationship === undefined || target === undefined || !pack.has(target)
        ? null
        : { path: target, relationship, part: pack.parse(target, (text) => new XmlPart(text)) };
    return this.drawing;
  }

  private ownDrawing(): Drawing {
    const known = this.drawn();
    if (known) return known;
    const pack = this.parts();
    const { path, relationship } = addDrawing(pack, this.path);
    const { prefix, rootOpen } = this.frame;
    const xml = `<${prefix}drawing${relationshipAttribute(rootOpen, relationship)}/>`;
    this.frame.insert("drawing", xml, SHEET_ORDER);
    this.drawing = { path, relationship, part: new XmlPart(pack.text(path)) };
    return this.drawing;
  }
}

function find(framed: readonly Framed[], name: string): Framed | undefined {
  const wanted = name.toLowerCase();
  return framed.find(({ anchor }) => anchor.name.toLowerCase() === wanted);
}

/** Numbers of pictures and shapes count too. */
function freeShape(drawing: XmlPart): number {
  const used = drawing.children.flatMap(({ xml }) =>
    [...xml.matchAll(/<(?:[\w.-]+:)?cNvPr\s[^>]*?\bid="(\d+)"/g)].map(([, id]) => Number(id)),
  );
  return Math.max(1, ...used) + 1;
}
