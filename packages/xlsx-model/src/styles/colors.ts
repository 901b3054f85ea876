// Colours as the eye sees them: theme, indexed, tinted or plain ones resolved to "#RRGGBB".
import { childrenNamed, isTrue, type XmlElement } from "../xml/parse-xml";

// Excel's default palette, from index 8; 0 to 7 repeat its first eight.
const INDEXED =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333";
const DEFAULT_PALETTE = INDEXED.split(" ");

// The order in which a theme index counts the scheme's colours is not the order in which the scheme lists them.
const SCHEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

export interface Palette {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

export function readTheme(root: XmlElement | null): string[] {
  const scheme = root && childrenNamed(root, "themeElements")[0]?.children.find(({ name }) => name === "clrScheme");
  if (!scheme)
    return [
      "FFFFFF",
      "000000",
      "EEECE1",
      "1F497D",
      "4F81BD",
      "C0504D",
      "9BBB59",
      "8064A2",
      "4BACC6",
      "F79646",
      "0000FF",
      "800080",
    ];
  return SCHEME_ORDER.map((wanted) => {
    const color = scheme.children.find(({ name }) => name === wanted)?.children[0];
    return color?.attributes["lastClr"] ?? color?.attributes["val"] ?? "000000";
  });
}

export function readIndexed(colors: XmlElement | undefined): string[] {
  const own = childrenNamed(childrenNamed(colors, "indexedColors")[0], "rgbColor");
  if (own.length === 0) return [...DEFAULT_PALETTE.slice(0, 8), ...DEFAULT_PALETTE];
  return own.map(({ attributes }) => (attributes["rgb"] ?? "FF000000").slice(-6));
}

function tinted(rgb: string, tint: number): string {
  if (tint === 0 || Number.isNaN(tint)) return rgb;
  // Lightening and darkening the luminance of HSL moves every channel linearly towards white or black only for
  // greys; for colours saturation is kept, as Excel does.
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  const delta = max - min;
  const saturation = delta === 0 ? 0 : delta / (1 - Math.abs(2 * light - 1));
  const sector =
    delta === 0 ? 0 : max === r ? ((g - b) / delta + 6) % 6 : max === g ? (b - r) / delta + 2 : (r - g) / delta + 4;
  const changed = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * changed - 1)) * saturation;
  const second = chroma * (1 - Math.abs((sector % 2) - 1));
  const [x, y, z] = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ][Math.floor(sector)] ?? [0, 0, 0];
  const base = changed - chroma / 2;
  return [x ?? 0, y ?? 0, z ?? 0]
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel + base)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}

/** "#RRGGBB"; undefined for none and for the automatic colour. */
export function resolveColor(color: XmlElement | undefined, palette: Palette): string | undefined {
  if (!color || isTrue(color.attributes["auto"])) return undefined;
  const { rgb, theme, indexed, tint } = color.attributes;
  let base: string | undefined;
  if (rgb !== undefined) base = rgb.slice(-6);
  else if (theme !== undefined) base = palette.theme[Number(theme)];
  else if (indexed !== undefined) base = palette.indexed[Number(indexed)];
  if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
  return `#${tinted(base, Number(tint ?? 0)).toUpperCase()}`;
}

/** "#RRGGBB" as an attribute. */
export function rgbAttribute(color: string): string {
  return `rgb="FF${color.slice(1).toUpperCase()}"`;
}
