// Conditional formats of a sheet: listed, added before the others, removed; the others keep their text but for their rank.
import type { ConditionalFormat } from "../workbook-model";
import { encodeXml } from "../xml/escape";
import { attribute, child, childrenNamed } from "../xml/parse-xml";
import type { PartChild, XmlPart } from "../xml/xml-part";
import type { StylesPart } from "../styles/styles-part";
import { formatRanges, parseRanges } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

const NAME = "conditionalFormatting";
// Rules of Excel 2010 and later stand in the extension list and share the same ranks.
const PRIORITY = /(<(?:[\w.-]+:)?cfRule\s(?:[^>]*?\s)?priority=")(\d+)(")/g;

export class ConditionalFormats {
  /** Ids of the rules of each element, in their order. */
  private readonly ids = new WeakMap<PartChild, string[]>();
  private lastId = 0;

  constructor(
    private readonly frame: XmlPart,
    private readonly styles: () => StylesPart,
  ) {}

  list(): ConditionalFormat[] {
    const found: { priority: number; format: ConditionalFormat }[] = [];
    for (const element of this.elements()) {
      const tree = this.frame.treeOf(element);
      const ranges = parseRanges(attribute(tree, "sqref") ?? "");
      const ids = this.idsOf(element);
      for (const [index, rule] of childrenNamed(tree, "cfRule").entries()) {
        const { type = "expression", dxfId, priority } = rule.attributes;
        found.push({
          priority: Number(priority ?? 0),
          format: {
            id: ids[index] ?? "",
            type,
            ranges,
            formula: child(rule, "formula")?.text ?? null,
            style: dxfId === undefined ? {} : this.styles().conditionalStyle(Number(dxfId)),
          },
        });
      }
    }
    return found.sort((a, b) => a.priority - b.priority).map(({ format }) => format);
  }

  add(format: Omit<ConditionalFormat, "id">): string {
    const { prefix } = this.frame;
    this.shift(1, 1);
    const dxf = this.styles().addConditionalStyle(format.style);
    const formula = format.formula === null ? "" : `<${prefix}formula>${encodeXml(format.formula)}</${prefix}formula>`;
    const rule = `<${prefix}cfRule type="${encodeXml(format.type)}" dxfId="${dxf}" priority="1">${formula}</${prefix}cfRule>`;
    const xml = `<${prefix}${NAME} sqref="${formatRanges(format.ranges)}">${rule}</${prefix}${NAME}>`;
    return this.idsOf(this.frame.insert(NAME, xml, SHEET_ORDER, true))[0] ?? "";
  }

  remove(id: string): void {
    for (const element of this.elements()) {
      const ids = this.idsOf(element);
      const index = ids.indexOf(id);
      if (index < 0) continue;
      const rules = childrenNamed(this.frame.treeOf(element), "cfRule");
      const rule = rules[index];
      if (!rule) return;
      if (rules.length === 1) this.frame.remove(element);
      else {
        element.xml = element.xml.slice(0, rule.start) + element.xml.slice(rule.end);
        ids.splice(index, 1);
      }
      // The reverse of what adding did: a rule added and removed leaves the others as they were, to the byte.
      this.shift(Number(rule.attributes["priority"] ?? 0) + 1, -1);
      return;
    }
  }

  private elements(): PartChild[] {
    return this.frame.children.filter(({ name }) => name === NAME);
  }

  private idsOf(element: PartChild): string[] {
    let ids = this.ids.get(element);
    if (!ids) {
      ids = childrenNamed(this.frame.treeOf(element), "cfRule").map(() => `cf${++this.lastId}`);
      this.ids.set(element, ids);
    }
    return ids;
  }

  /** Moves every rank from `first` on. */
  private shift(first: number, by: number): void {
    for (const element of this.frame.children) {
      if (element.name !== NAME && element.name !== "extLst") continue;
      if (!element.xml.includes("cfRule")) continue;
      element.xml = element.xml.replace(PRIORITY, (whole, before: string, rank: string, after: string) =>
        Number(rank) < first ? whole : before + String(Number(rank) + by) + after,
      );
    }
  }
}
