// Number formats that show another amount than the cell holds: "0,", '0" k€"', a word over a figure.
import { afficher } from "./affichage";
import { montantFromEuros } from "./montant";
import { foldFigure, parseNombre } from "./parse-nombre";
import { EUROS, splitUnit, type Unite } from "./unite";

/** One section that ends with its last figure, before a plain unit or none: what most cells have, and no look is needed. */
const PLAIN_SECTION =
  /^(?:\[(?![<>=])[^\]]*\]|[-+−(_ ]|"[-+−]")*[#0,. ]*[#0?](?:\.[#0?]+)?(?:_.|["\s\u00a0)€-]|\\.)*$/u;

const MOST_FORMAT = 255;

const plainFormats = new Map<string, boolean>();

function isPlain(numberFormat: string): boolean {
  let plain = plainFormats.get(numberFormat);
  if (plain === undefined) {
    const [positive = "", negative] = numberFormat.split(";");
    plain =
      /^(?:general|standard|@)?$/i.test(numberFormat) ||
      // Excel knows no longer one.
      (numberFormat.length <= MOST_FORMAT &&
        PLAIN_SECTION.test(positive) &&
        (negative === undefined || (/[-−(]/u.test(negative) && PLAIN_SECTION.test(negative))));
    plainFormats.set(numberFormat, plain);
  }
  return plain;
}

/** What stands in the way of a plain figure; who reads 130 % in a column of numbers reads 130. */
const ORNAMENT = /[€%]|\beuros?\b|\b(?:ht|ttc)\b/gi;

/** The shown figure in euros, and half of its last decimal: "65 k€" says thousands; null where the text shows none. */
function readShown(text: string, tableUnit: Unite): { readonly euros: number; readonly rounding: number } | null {
  const folded = foldFigure(text.replace(/^\((.*)\)$/u, "-$1"));
  if (folded === null) return null;
  const { bare, unit } = splitUnit(folded);
  const parsed = parseNombre(bare.replace(ORNAMENT, "").trim());
  if (!parsed) return null;
  const decimals = /[.,](\d+)$/.exec(bare)?.[1]?.length ?? 0;
  const scale = EUROS[unit ?? tableUnit];
  return { euros: parsed.nombre * scale, rounding: 0.5 * 10 ** -decimals * scale };
}

/** Half a centime and more: what the contract counts. */
const isAmount = (euros: number): boolean => montantFromEuros(Math.abs(euros)) > 0;

/** The words that a cell shows for its number where they give another amount; null where they do not. */
export function montreAutrement(value: number, numberFormat: string, tableUnit: Unite): string | null {
  const plain = isPlain(numberFormat);
  // Only of a number below 1 may a plain format show nothing.
  if (plain && (value === 0 || Math.abs(value) >= 1)) return null;
  const text = afficher(value, numberFormat).trim();
  const shown = readShown(text, tableUnit);
  // A dash for zero is how accounts are kept.
  if (!shown) return (value === 0 && /^[-–—€\s]*$/u.test(text)) || /\d/.test(text) ? null : text;
  // Rounded to nothing, an amount is another one: "0 M€" for 65 000.
  if (shown.euros === 0 && isAmount(value * EUROS[tableUnit])) return text;
  if (plain) return null;
  return Math.abs(shown.euros - value * EUROS[tableUnit]) > shown.rounding + 1e-6 ? text : null;
}
