// The charts of one sheet: those of a plan are written whole, all others of the drawing keep their text.
import type { ChartPlan } from "../../core/workbook-port";
import { isOurChart } from "../../core/writing/sheets/marks";
import { renameSheetInFormula } from "../formulas/rewrite";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships, relationshipAttribute } from "../package/relationships";
import { SHEET_ORDER } from "../sheet/sheet-part";
import type { SheetChart } from "../workbook-model";
import { decodeXml, encodeXml } from "../xml/escape";
import { attribute } from "../xml/parse-xml";
import { XmlPart, type PartChild } from "../xml/xml-part";
import { readAnchor, writeAnchor, type ChartAnchor } from "./anchor";
import { addChartPart, addDrawing, removePart } from "./chart-parts";
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

export class SheetCharts {
  private drawing: Drawing | null | undefined;
  /** Charts of a plan, by part: their text follows the sheet until it is saved. */
  private readonly planned = new Map<string, ChartPlan>();

  constructor(
    private readonly path: string,
    private readonly frame: XmlPart,
    private readonly cells: ChartCells,
    private readonly parts: () => OpcPackage,
  ) {}

  list(): SheetChart[] {
    const pack = this.parts();
    return this.framed().map(({ anchor: { name, place }, path }) => {
      const planned = this.planned.get(path);
      if (planned) return { name, plan: planned };
      const content = place && pack.parse(path, (text) => readChart(text, this.cells.name));
      return { name, plan: place && content && { name, place, ...content } };
    });
  }

  set(plan: ChartPlan): void {
    const pack = this.parts();
    const drawing = this.ownDrawing();
    const framed = this.framed();
    const known = find(framed, plan.name);
    if (known) {
      const { shape, relationship } = known.anchor;
      known.element.xml = writeAnchor(plan, shape, relationship);
      this.planned.set(known.path, plan);
    } else {
      const added = addChartPart(pack, drawing.path, writeChart(plan, this.cells));
      drawing.part.insert("twoCellAnchor", writeAnchor(plan, freeShape(drawing.part), added.relationship), []);
      this.planned.set(added.path, plan);
    }
    pack.setText(drawing.path, drawing.part.toString());
  }

  remove(name: string): void {
    const pack = this.parts();
    const drawing = this.opened();
    const known = find(this.framed(), name);
    if (!drawing || !known) return;
    drawing.part.remove(known.element);
    this.planned.delete(known.path);
    removePart(pack, drawing.path, { path: known.path, relationship: known.anchor.relationship });
    pack.setText(drawing.path, drawing.part.toString());
    if (drawing.part.children.length > 0) return;
    const place = this.frame.find("drawing");
    if (place) this.frame.remove(place);
    removePart(pack, this.path, drawing);
    this.drawing = null;
  }

  /** References of every chart follow, as those of formulas do. */
  rename(from: string, to: string): void {
    const pack = this.parts();
    for (const { path } of this.framed()) {
      pack.setText(
        path,
        pack.text(path).replace(/(<(?:[\w.-]+:)?f>)([^<]*)(?=<)/g, (whole, open: string, formula: string) => {
          const old = decodeXml(formula);
          const renamed = renameSheetInFormula(old, from, to);
          return renamed === old ? whole : open + encodeXml(renamed);
        }),
      );
    }
  }

  /** The figures that our charts keep are those of the cells by then; the agent's keep theirs. */
  save(haveCellsChanged: boolean): void {
    const pack = this.parts();
    for (const [path, plan] of this.planned) pack.setText(path, writeChart(plan, this.cells));
    if (!haveCellsChanged) return;
    for (const { anchor, path } of this.framed()) {
      if (isOurChart(anchor.name) && !this.planned.has(path))
        pack.setText(path, refreshFigures(pack.text(path), this.cells));
    }
  }

  private framed(): Framed[] {
    const drawing = this.opened();
    if (!drawing) return [];
    const targets = new Map(readRelationships(this.parts(), drawing.path).map((each) => [each.id, each]));
    return drawing.part.children.flatMap((element) => {
      const anchor = readAnchor(drawing.part.treeOf(element));
      const target = anchor && targets.get(anchor.relationship);
      if (!target || target.external || !this.parts().has(target.target)) return [];
      return [{ anchor, element, path: target.target }];
    });
  }

  private opened(): Drawing | null {
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
    const known = this.opened();
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
