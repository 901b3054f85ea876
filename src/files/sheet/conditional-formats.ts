// Conditional formats of a sheet: listed, added before the others, removed; the others keep their text but for their rank.
// Changes wait for each other: each one at once would move the rank of every rule.
import type { ConditionalFormat } from "../workbook-model";
import { encodeXml } from "../xml/escape";
import { attribute, child, childrenNamed, type XmlElement } from "../xml/parse-xml";
import type { PartChild, XmlPart } from "../xml/xml-part";
import type { StylesPart } from "../styles/styles-part";
import { formatRanges, parseRanges } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

const NAME = "conditionalFormatting";
// Rules of Excel 2010 and later stand in the extension list and share the same ranks.
const PRIORITY = /(<(?:[\w.-]+:)?cfRule\s(?:[^>]*?\s)?priority=")(\d+)(")/g;

interface AddedRule {
  readonly sqref: string;
  /** Up to its rank. */
  readonly open: string;
  readonly rest: string;
}

export class ConditionalFormats {
  /** Ids of the rules of each element, in their order. */
  private readonly ids = new WeakMap<PartChild, string[]>();
  private lastId = 0;
  /** The last one comes first. */
  private readonly added = new Map<string, AddedRule>();
  private readonly removed = new Set<string>();
  private known: readonly ConditionalFormat[] | null = null;

  constructor(
    private readonly frame: XmlPart,
    private readonly styles: () => StylesPart,
  ) {}

  list(): readonly ConditionalFormat[] {
    this.settle();
    return (this.known ??= this.read());
  }

  private read(): ConditionalFormat[] {
    const found: { priority: number; format: ConditionalFormat }[] = [];
    for (const element of this.elements()) {
      const tree = this.frame.treeOf(element);
      const ranges = parseRanges(attribute(tree, "sqref") ?? "");
      const ids = this.idsOf(element);
      for (const [index, rule] of childrenNamed(tree, "cfRule").entries()) {
        const { type = "expression", dxfId } = rule.attributes;
        found.push({
          priority: rankOf(rule),
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
    const dxf = this.styles().addConditionalStyle(format.style);
    const formula = format.formula === null ? "" : `<${prefix}formula>${encodeXml(format.formula)}</${prefix}formula>`;
    const id = this.nextId();
    this.added.set(id, {
      sqref: formatRanges(format.ranges),
      open: `<${prefix}cfRule type="${encodeXml(format.type)}" dxfId="${dxf}" priority="`,
      rest: `">${formula}</${prefix}cfRule>`,
    });
    return id;
  }

  remove(id: string): void {
    if (!this.added.delete(id)) this.removed.add(id);
  }

  /** Brings the part up to date: to be called before it is read. */
  settle(): void {
    if (this.added.size === 0 && this.removed.size === 0) return;
    const gone = this.takeAway();
    // A rule added and removed leaves the others as they were, to the byte.
    this.renumber((rank) => rank - countBelow(gone, rank) + this.added.size);
    const { prefix } = this.frame;
    let rank = this.added.size;
    for (const [id, { sqref, open, rest }] of this.added) {
      const xml = `<${prefix}${NAME} sqref="${sqref}">${open}${rank}${rest}</${prefix}${NAME}>`;
      this.ids.set(this.frame.insert(NAME, xml, SHEET_ORDER, true), [id]);
      rank -= 1;
    }
    this.added.clear();
    this.known = null;
  }

  /** The ranks of the removed rules, from the first on. */
  private takeAway(): readonly number[] {
    const gone: number[] = [];
    for (const element of this.removed.size > 0 ? this.elements() : []) {
      const ids = this.idsOf(element);
      if (!ids.some((id) => this.removed.has(id))) continue;
      const rules = childrenNamed(this.frame.treeOf(element), "cfRule");
      // From the last one on: what is cut moves what follows.
      for (const [index, rule] of [...rules.entries()].reverse()) {
        if (!this.removed.has(ids[index] ?? "")) continue;
        gone.push(rankOf(rule));
        element.xml = element.xml.slice(0, rule.start) + element.xml.slice(rule.end);
        ids.splice(index, 1);
      }
      if (ids.length === 0) this.frame.remove(element);
    }
    this.removed.clear();
    return gone.sort((a, b) => a - b);
  }

  private elements(): PartChild[] {
    return this.frame.children.filter(({ name }) => name === NAME);
  }

  private idsOf(element: PartChild): string[] {
    let ids = this.ids.get(element);
    if (!ids) {
      ids = childrenNamed(this.frame.treeOf(element), "cfRule").map(() => this.nextId());
      this.ids.set(element, ids);
    }
    return ids;
  }

  private nextId(): string {
    return `cf${++this.lastId}`;
  }

  private renumber(change: (rank: number) => number): void {
    for (const element of this.frame.children) {
      if (element.name !== NAME && element.name !== "extLst") continue;
      if (!element.xml.includes("cfRule")) continue;
      element.xml = element.xml.replace(
        PRIORITY,
        (_, before: string, rank: string, after: string) => before + String(change(Number(rank))) + after,
      );
    }
  }
}

function rankOf(rule: XmlElement): number {
  return Number(rule.attributes["priority"] ?? 0);
}

/** How many of the sorted ranks are below this one. */
function countBelow(ranks: readonly number[], rank: number): number {
  let [low, high] = [0, ranks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
