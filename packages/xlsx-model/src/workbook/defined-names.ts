// The workbook's defined names, by name and by the tab they belong to.
import { encodeXml } from "../xml/escape";
import { childrenNamed, isTrue } from "../xml/parse-xml";
import { setAttributes, splitElement } from "../xml/tags";
import type { XmlPart } from "../xml/xml-part";
import { WORKBOOK_ORDER } from "./workbook-part";

export interface NameEntry {
  readonly name: string;
  readonly formula: string;
  readonly hidden: boolean;
  /** Position of its tab, chart sheets counted; null for the workbook. */
  readonly tab: number | null;
  /** Undefined for none, and to leave the one that it has. */
  readonly comment?: string;
}

interface Listed extends NameEntry {
  readonly xml: string;
}

export class DefinedNames {
  constructor(private readonly part: XmlPart) {}

  list(): readonly NameEntry[] {
    return this.entries();
  }

  /** Adds, or replaces the one of the same name and tab; its other attributes stay. */
  set({ name, formula, hidden, tab, comment }: NameEntry): void {
    const { prefix } = this.part;
    const entries = this.entries();
    const at = entries.findIndex((entry) => same(entry, name, tab));
    const old = entries[at];
    if (old?.formula === formula && old.hidden === hidden && (comment ?? old.comment) === old.comment) return;
    const local = tab === null ? "" : ` localSheetId="${tab}"`;
    const base = old?.xml ?? `<${prefix}definedName name="${encodeXml(name)}"${local}></${prefix}definedName>`;
    const { open, close } = splitElement(
      setAttributes(base, {
        hidden: hidden ? "1" : null,
        ...(comment === undefined ? {} : { comment: comment === "" ? null : comment }),
      }),
    );
    const xml = open + encodeXml(formula) + close;
    this.write(
      old
        ? entries.map((entry, index) => (index === at ? xml : entry.xml))
        : [...entries.map((entry) => entry.xml), xml],
    );
  }

  remove(name: string, tab: number | null): void {
    const entries = this.entries();
    const kept = entries.filter((entry) => !same(entry, name, tab));
    if (kept.length < entries.length) this.write(kept.map(({ xml }) => xml));
  }

  /** After tabs moved: `positions` gives the new position of each old one, null for a tab that went. */
  renumber(positions: readonly (number | null)[]): void {
    const written: string[] = [];
    for (const { tab, xml } of this.entries()) {
      const moved = tab === null ? null : (positions[tab] ?? null);
      if (tab !== null && moved === null) continue;
      written.push(moved === tab ? xml : setAttributes(xml, { localSheetId: String(moved) }));
    }
    this.write(written);
  }

  rewriteFormulas(rewrite: (formula: string) => string): void {
    const entries = this.entries();
    if (entries.length === 0) return;
    this.write(
      entries.map(({ formula, xml }) => {
        const rewritten = rewrite(formula);
        if (rewritten === formula) return xml;
        const { open, close } = splitElement(xml);
        return open + encodeXml(rewritten) + close;
      }),
    );
  }

  private entries(): Listed[] {
    const xml = this.part.find("definedNames")?.xml ?? "";
    return childrenNamed(this.part.tree("definedNames"), "definedName").map((element) => ({
      name: element.attributes["name"] ?? "",
      formula: element.text.trim(),
      hidden: isTrue(element.attributes["hidden"]),
      ...(element.attributes["comment"] === undefined ? {} : { comment: element.attributes["comment"] }),
      tab: element.attributes["localSheetId"] === undefined ? null : Number(element.attributes["localSheetId"]),
      xml: xml.slice(element.start, element.end),
    }));
  }

  private write(items: readonly string[]): void {
    const { prefix } = this.part;
    const existing = this.part.find("definedNames");
    if (items.length === 0) {
      if (existing) this.part.remove(existing);
      return;
    }
    const inside = items.join("");
    if (!existing) {
      this.part.insert("definedNames", `<${prefix}definedNames>${inside}</${prefix}definedNames>`, WORKBOOK_ORDER);
      return;
    }
    const { open, close } = splitElement(existing.xml);
    existing.xml = open + inside + close;
  }
}

function same(entry: NameEntry, name: string, tab: number | null): boolean {
  return entry.tab === tab && entry.name.toLowerCase() === name.toLowerCase();
}
