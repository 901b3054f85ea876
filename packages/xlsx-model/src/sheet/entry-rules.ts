// The data validations of a sheet as they stand in its part, to be read and changed property by property; cells have one at most.
import type { GridRange } from "../plan";
import { parseNode, XmlNode } from "../xml/xml-node";
import type { XmlPart } from "../xml/xml-part";
import { formatRanges, intersects, parseRanges, without } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

const NAME = "dataValidations";

interface EntryRuleOf {
  readonly rule: XmlNode;
  readonly ranges: readonly GridRange[];
}

export class EntryRules {
  /** The element as it stands in the part, with the text that says so: it is long, and asked for over and over. */
  private known: { readonly xml: string; readonly element: XmlNode } | null = null;

  constructor(private readonly frame: XmlPart) {}

  /** The rules that at least one of the cells has. */
  touching(range: GridRange): EntryRuleOf[] {
    return this.list().filter(({ ranges }) => ranges.some((other) => intersects(other, range)));
  }

  /** The cells keep what they had of another one when it was the same for all; else they begin with none. */
  change(range: GridRange, change: (rule: XmlNode) => void): void {
    const before = this.touching(range);
    const [only, another] = before;
    const isOfAll = only !== undefined && another === undefined && without([range], only.ranges).length === 0;
    const rule = isOfAll ? only.rule.copy() : new XmlNode(`${this.frame.prefix}dataValidation`);
    change(rule);
    const kept = this.cut(range);
    this.write([...kept, rule.set("sqref", formatRanges([range]))]);
  }

  remove(range: GridRange): void {
    if (this.touching(range).length > 0) this.write(this.cut(range));
  }

  private list(): EntryRuleOf[] {
    const rules = this.element()?.all("dataValidation") ?? [];
    return rules.map((rule) => ({ rule, ranges: parseRanges(rule.get("sqref") ?? "") }));
  }

  private element(): XmlNode | null {
    const xml = this.frame.find(NAME)?.xml;
    if (xml === undefined) return null;
    if (this.known?.xml !== xml) this.known = { xml, element: parseNode(xml) };
    return this.known.element;
  }

  /** All of them, without those cells: changed in place, to be written at once. */
  private cut(range: GridRange): XmlNode[] {
    return this.list().flatMap(({ rule, ranges }) => {
      if (!ranges.some((other) => intersects(other, range))) return rule;
      const left = without(ranges, [range]);
      return left.length > 0 ? rule.set("sqref", formatRanges(left)) : [];
    });
  }

  private write(rules: readonly XmlNode[]): void {
    const { prefix } = this.frame;
    const existing = this.frame.find(NAME);
    if (rules.length === 0) {
      if (existing) this.frame.remove(existing);
      return;
    }
    const element = this.element() ?? new XmlNode(prefix + NAME);
    element.content.splice(0, Infinity, ...rules);
    const xml = element.set("count", rules.length).toString();
    this.known = { xml, element };
    if (existing) existing.xml = xml;
    else this.frame.insert(NAME, xml, SHEET_ORDER);
  }
}
