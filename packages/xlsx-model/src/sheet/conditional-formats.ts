// Conditional formats of a sheet: listed, added before the others, removed; the others keep their text but for their rank.
// Changes wait for each other: each one at once would move the rank of every rule.
import { shiftFormula } from "../formula-text/move-formula";
import type { GridRange } from "../plan";
import type { ConditionalFormat } from "../sheet-values";
import { attribute, child, childrenNamed, type XmlElement } from "../xml/parse-xml";
import { parseNode, XmlNode } from "../xml/xml-node";
import type { PartChild, XmlPart } from "../xml/xml-part";
import type { StylesPart } from "../styles/styles-part";
import { formatRanges, parseRanges } from "./ranges";
import { SHEET_ORDER } from "./sheet-part";

const NAME = "conditionalFormatting";
// Rules of Excel 2010 and later stand in the extension list and share the same ranks.
const PRIORITY = /(<(?:[\w.-]+:)?cfRule\s(?:[^<>]*?\s)?priority=")(\d+)(")/g;

/** A rule that is changed in place; written with the part. */
export interface OpenRule {
  readonly ranges: readonly GridRange[];
  readonly rule: XmlNode;
  /** Its look: made when it is asked for. */
  readonly look: () => XmlNode;
}

interface ChangedRule extends OpenRule {
  readonly changedLook: () => XmlNode | null;
  /** As it said before any change: what was only read keeps the file's text. */
  readonly unchanged: string;
}

/** A rule as the part has it, and where it stands. */
interface WrittenRule {
  readonly format: ConditionalFormat;
  readonly element: PartChild;
  readonly at: number;
}

export class ConditionalFormats {
  /** Ids of the rules of each element, in their order. */
  private readonly idsByElement = new WeakMap<PartChild, string[]>();
  private lastId = 0;
  /** The last one comes first. */
  private readonly added = new Map<string, ChangedRule>();
  private readonly opened = new Map<string, ChangedRule>();
  private readonly removed = new Set<string>();
  /** By their ids, the first ones first; of the part as it is written. */
  private known: ReadonlyMap<string, WrittenRule> | null = null;

  constructor(
    private readonly frame: XmlPart,
    private readonly styles: () => StylesPart,
  ) {}

  list(): readonly ConditionalFormat[] {
    this.settle();
    return Array.from(this.written().values(), ({ format }) => format);
  }

  /** The part was changed by others: it is read anew. */
  forget(): void {
    this.known = null;
  }

  private written(): ReadonlyMap<string, WrittenRule> {
    return (this.known ??= this.read());
  }

  private read(): ReadonlyMap<string, WrittenRule> {
    const found: { priority: number; rule: WrittenRule }[] = [];
    for (const element of this.elements()) {
      const tree = this.frame.treeOf(element);
      const ranges = parseRanges(attribute(tree, "sqref") ?? "");
      const ids = this.idsOf(element);
      for (const [at, rule] of childrenNamed(tree, "cfRule").entries()) {
        const { type = "expression", dxfId } = rule.attributes;
        const format: ConditionalFormat = {
          id: ids[at] ?? "",
          type,
          ranges,
          formula: child(rule, "formula")?.text ?? null,
          style: dxfId === undefined ? {} : this.styles().conditionalStyle(Number(dxfId)),
        };
        found.push({ priority: rankOf(rule), rule: { format, element, at } });
      }
    }
    found.sort((a, b) => a.priority - b.priority);
    return new Map(found.map(({ rule }) => [rule.format.id, rule]));
  }

  add(format: Omit<ConditionalFormat, "id">): string {
    const dxf = this.styles().addConditionalStyle(format.style);
    const rule = this.node("cfRule").set("type", format.type).set("dxfId", dxf).set("priority", 1);
    if (format.formula !== null) rule.append(this.node("formula").append(format.formula));
    return this.create(format.ranges, rule);
  }

  /** Placed first, as Excel does. Answers its id. */
  create(ranges: readonly GridRange[], rule: XmlNode): string {
    const id = this.nextId();
    this.added.set(id, this.changedRule(ranges, rule));
    return id;
  }

  /** Null when it has gone. */
  open(id: string): OpenRule | null {
    const known = this.added.get(id) ?? this.opened.get(id);
    if (known) return known;
    const written = this.left(id);
    const text = written && ruleText(this.frame, written);
    if (!text) return null;
    const opened = this.changedRule(written.format.ranges, parseNode(text.xml));
    this.opened.set(id, opened);
    return opened;
  }

  /** Null when it has gone. */
  rangesOf(id: string): readonly GridRange[] | null {
    return this.added.get(id)?.ranges ?? this.left(id)?.format.ranges ?? null;
  }

  private left(id: string): WrittenRule | null {
    return this.removed.has(id) ? null : (this.written().get(id) ?? null);
  }

  /** Ids of the rules that are there, the first ones first. */
  ids(): string[] {
    return [...[...this.added.keys()].reverse(), ...[...this.written().keys()].filter((id) => !this.removed.has(id))];
  }

  /** The rules in another order, the first one first. */
  reorder(ids: readonly string[]): void {
    this.settle();
    for (const element of this.elements()) {
      const node = parseNode(element.xml);
      const own = this.idsOf(element);
      for (const [at, rule] of node.all("cfRule").entries()) rule.set("priority", ids.indexOf(own[at] ?? "") + 1);
      element.xml = node.toString();
    }
    this.known = null;
  }

  node(local: string): XmlNode {
    return new XmlNode(this.frame.prefix + local);
  }

  private changedRule(ranges: readonly GridRange[], rule: XmlNode): ChangedRule {
    let look: XmlNode | null = null;
    let asFound = "";
    const number = rule.get("dxfId");
    const open = () => {
      const node = this.styles().conditionalNode(number === undefined ? null : Number(number));
      asFound = node.toString();
      return node;
    };
    return {
      ranges,
      rule,
      unchanged: rule.toString(),
      look: () => (look ??= open()),
      changedLook: () => (look?.toString() === asFound ? null : look),
    };
  }

  private finished({ rule, changedLook }: ChangedRule): string {
    const look = changedLook();
    if (look && look.content.length > 0) rule.set("dxfId", this.styles().addConditionalNode(look));
    return rule.toString();
  }

  private writeOpened(): void {
    const edits = new Map<PartChild, TextEdit[]>();
    for (const [id, changed] of this.opened) {
      const written = this.left(id);
      const old = written && ruleText(this.frame, written);
      const xml = this.finished(changed);
      if (old && xml !== changed.unchanged) editsOf(edits, written.element).push({ ...old, xml });
    }
    for (const [element, list] of edits) element.xml = edited(element.xml, list);
    if (edits.size > 0) this.known = null;
    this.opened.clear();
  }

  /**
   * Moves a rule to other cells and keeps its rank. What its formula says of its first cell it then says of the new
   * first cell.
   */
  moveTo(id: string, ranges: readonly GridRange[]): void {
    this.settle();
    const ids = this.ids();
    const open = this.open(id);
    const [from, to] = [open?.ranges[0], ranges[0]];
    if (!open || !from || !to) return;
    const rule = parseNode(open.rule.toString());
    for (const formula of rule.all("formula"))
      formula.text = shiftFormula(formula.text, to.top - from.top, to.left - from.left);
    this.remove(id);
    this.settle();
    this.added.set(id, this.changedRule(ranges, rule));
    this.reorder(ids);
  }

  remove(id: string): void {
    this.opened.delete(id);
    if (!this.added.delete(id)) this.removed.add(id);
  }

  /** Brings the part up to date: to be called before it is read. */
  settle(): void {
    if (this.opened.size > 0) this.writeOpened();
    if (this.added.size === 0 && this.removed.size === 0) return;
    const gone = this.takeAway();
    // A rule added and removed leaves the others as they were, to the byte.
    this.renumber((rank) => rank - countBelow(gone, rank) + this.added.size);
    const { prefix } = this.frame;
    let rank = this.added.size;
    for (const [id, changed] of this.added) {
      changed.rule.set("priority", rank);
      const xml = `<${prefix}${NAME} sqref="${formatRanges(changed.ranges)}">${this.finished(changed)}</${prefix}${NAME}>`;
      this.idsByElement.set(this.frame.insert(NAME, xml, SHEET_ORDER, true), [id]);
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
      const left = ids.filter((id) => !this.removed.has(id));
      if (left.length === ids.length) continue;
      const cut = childrenNamed(this.frame.treeOf(element), "cfRule").filter((_, at) =>
        this.removed.has(ids[at] ?? ""),
      );
      gone.push(...cut.map(rankOf));
      if (left.length === 0) this.frame.remove(element);
      else
        element.xml = edited(
          element.xml,
          cut.map(({ start, end }) => ({ start, end, xml: "" })),
        );
      this.idsByElement.set(element, left);
    }
    this.removed.clear();
    return gone.sort((a, b) => a - b);
  }

  private elements(): PartChild[] {
    return this.frame.children.filter(({ name }) => name === NAME);
  }

  private idsOf(element: PartChild): string[] {
    let ids = this.idsByElement.get(element);
    if (!ids) {
      ids = childrenNamed(this.frame.treeOf(element), "cfRule").map(() => this.nextId());
      this.idsByElement.set(element, ids);
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

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

function ruleText(frame: XmlPart, { element, at }: WrittenRule): TextEdit | null {
  const rule = childrenNamed(frame.treeOf(element), "cfRule")[at];
  return rule ? { start: rule.start, end: rule.end, xml: element.xml.slice(rule.start, rule.end) } : null;
}

function editsOf(edits: Map<PartChild, TextEdit[]>, element: PartChild): TextEdit[] {
  const list = edits.get(element) ?? [];
  edits.set(element, list);
  return list;
}

function edited(text: string, edits: readonly TextEdit[]): string {
  let out = "";
  let from = 0;
  for (const { start, end, xml } of [...edits].sort((a, b) => a.start - b.start)) {
    out += text.slice(from, start) + xml;
    from = end;
  }
  return out + text.slice(from);
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
