// An XML part edited child by child: what is not touched keeps its exact text, gaps and unknown elements included.
import { localName, parseXml, type XmlElement } from "./parse-xml";
import { splitElement } from "./tags";

export interface PartChild {
  readonly name: string;
  xml: string;
  /** Text between the previous child and this one. */
  gap: string;
}

export class XmlPart {
  /** Namespace prefix of the part's own elements, with its colon. */
  readonly prefix: string;
  private readonly prolog: string;
  private readonly rootClose: string;
  private tailGap: string;
  private readonly trees = new WeakMap<PartChild, { readonly xml: string; readonly tree: XmlElement }>();
  rootOpen: string;
  readonly children: PartChild[] = [];

  constructor(text: string) {
    const root = parseXml(text);
    const open = text.slice(root.start, root.openEnd);
    const qualified = /^<([^\s/>]+)/.exec(open)?.[1] ?? "";
    this.prefix = qualified.slice(0, qualified.length - localName(qualified).length);
    this.prolog = text.slice(0, root.start);
    const split = splitElement(text.slice(root.start, root.end));
    this.rootOpen = root.selfClosing ? split.open : open;
    this.rootClose = split.close + text.slice(root.end);
    let at = root.openEnd;
    for (const element of root.children) {
      this.children.push({
        name: element.name,
        gap: text.slice(at, element.start),
        xml: text.slice(element.start, element.end),
      });
      at = element.end;
    }
    this.tailGap = root.selfClosing ? "" : text.slice(at, root.closeStart);
  }

  find(name: string): PartChild | undefined {
    for (const child of this.children) if (child.name === name) return child;
    return undefined;
  }

  /** The child as a tree; offsets are within its own text. */
  tree(name: string): XmlElement | undefined {
    const found = this.find(name);
    return found && this.treeOf(found);
  }

  treeOf(child: PartChild): XmlElement {
    const known = this.trees.get(child);
    if (known?.xml === child.xml) return known.tree;
    const tree = parseXml(child.xml);
    this.trees.set(child, { xml: child.xml, tree });
    return tree;
  }

  /** Inserts where the schema's order of children asks for it; before its like when `first`. */
  insert(name: string, xml: string, order: readonly string[], first = false): PartChild {
    const rank = order.indexOf(name);
    const added: PartChild = { name, xml, gap: "" };
    let at = this.children.length;
    for (const [index, existing] of this.children.entries()) {
      const other = order.indexOf(existing.name);
      if (other > rank || (first && other === rank)) {
        at = index;
        break;
      }
    }
    this.children.splice(at, 0, added);
    return added;
  }

  remove(removed: PartChild): void {
    const at = this.children.indexOf(removed);
    if (at < 0) return;
    this.children.splice(at, 1);
    const next = this.children[at];
    if (next) next.gap = removed.gap + next.gap;
    else this.tailGap = removed.gap + this.tailGap;
  }

  toString(): string {
    let text = this.prolog + this.rootOpen;
    for (const { gap, xml } of this.children) text += gap + xml;
    return text + this.tailGap + this.rootClose;
  }
}
