// Text to XML and back, with Excel's own "_xHHHH_" escapes for what XML cannot hold.

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ""] ?? whole;
  });
}

/** The value of an attribute. */
export function encodeXml(text: string): string {
  if (!/[&<>"\r\n\t]/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text between tags, where quotation marks and line breaks are plain. */
export function encodeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}

/** "_x000D_" is a carriage return, "_x005F_" a literal underscore. */
export function decodeHexEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Text of a cell as it stands in its part. */
export function decodeCellText(text: string): string {
  return decodeHexEscapes(decodeXml(text));
}

// XML 1.0 forbids control characters and half pairs of surrogates; a carriage return would come back as a line feed.
const PAIR_OR_UNWRITABLE = /[\ud800-\udbff][\udc00-\udfff]|[^\t\n\u0020-\ud7ff\ue000-\ufffd]/g;

/** What a text must hold for anything of it to be written otherwise; nearly none does. */
const MAY_DIFFER = /[^\t\n\u0020-\u0025\u0027-;=?-\ud7ff\ue000-\ufffd]|_x/;

function escapeUnit(match: string): string {
  return match.length === 2 ? match : `_x${match.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

export function encodeCellText(text: string): string {
  if (!MAY_DIFFER.test(text)) return text;
  const escaped = text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_").replace(PAIR_OR_UNWRITABLE, escapeUnit);
  return escaped.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
