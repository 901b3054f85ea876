// What the styles of a Word document say of paragraphs: how they are numbered, with what a style has from another one.
import type { DocxParts } from "./docx-parts";
import { walkXml } from "./xml-events";

interface Style {
  basedOn: string | null;
  list: string | null;
  level: number | null;
}

export class ParagraphStyles {
  private readonly styles = new Map<string, Style>();

  constructor(parts: DocxParts) {
    const xml = parts.text("word/styles.xml");
    let style: Style | null = null;
    if (xml === null) return;
    walkXml(xml, {
      open: (name, attributes) => {
        const val = attributes.get("val") ?? "";
        if (name === "style") {
          style = { basedOn: null, list: null, level: null };
          this.styles.set(attributes.get("styleId") ?? "", style);
        } else if (style && name === "basedOn") style.basedOn = val;
        else if (style && name === "numId") style.list = val;
        else if (style && name === "ilvl") style.level = Number(val);
      },
      close: (name) => {
        if (name === "style") style = null;
      },
    });
  }

  /** The list and the level that the style, or one that it is based on, gives to its paragraphs. */
  numbering(id: string): { readonly list: string | null; readonly level: number | null } {
    const seen = new Set<string>();
    let [list, level]: [string | null, number | null] = [null, null];
    for (let at: string | null = id; at !== null && !seen.has(at); at = this.styles.get(at)?.basedOn ?? null) {
      seen.add(at);
      const style = this.styles.get(at);
      list ??= style?.list ?? null;
      level ??= style?.level ?? null;
    }
    return { list, level };
  }
}
