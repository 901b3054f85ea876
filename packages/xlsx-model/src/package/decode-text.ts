// The text of a part in the encoding that it declares; characters that no XML may hold are refused, not replaced.

export class EncodingError extends Error {
  override readonly name = "EncodingError";

  /** `told`: what the reader of the file should know of it, in French. */
  constructor(
    message: string,
    readonly told = "ne sont pas lisibles",
  ) {
    super(message);
  }
}

const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const REFERENCE = /&#(?:x([0-9a-f]+)|(\d+));/gi;
const LAST_CHARACTER = 0x10ffff;
const DECLARED = /^(<\?xml[^>]*?)(?<!\s)\s+encoding=(?:"([^"]*)"|'([^']*)')/;

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const start = String.fromCharCode(...bytes.subarray(0, 200)).replace("\u00ef\u00bb\u00bf", "");
  const [, , double, single] = DECLARED.exec(start) ?? [];
  return double ?? single ?? "utf-8";
}

/** Throws EncodingError for an unknown encoding, and for what the declared one does not allow. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const isUtf8 = /^(?:utf-?8|us-ascii)$/i.test(encoding);
  let text: string;
  try {
    text = new TextDecoder(isUtf8 ? "utf-8" : encoding, { fatal: true, ignoreBOM: isUtf8 }).decode(bytes);
  } catch {
    throw new EncodingError(encoding);
  }
  if (FORBIDDEN.test(text)) throw new EncodingError("forbidden character");
  checkReferences(text);
  // Rewritten parts are UTF-8: the declaration must not say otherwise.
  return isUtf8 ? text : text.replace(DECLARED, "$1");
}

/** A character that is written as its number is refused as it would be if it stood there, and so is a number that no character has. */
function checkReferences(text: string): void {
  if (!text.includes("&#")) return;
  for (const [written, hex, decimal] of text.matchAll(REFERENCE)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isCharacter = code <= LAST_CHARACTER && !(code >= 0xd800 && code <= 0xdfff);
    if (isCharacter && !FORBIDDEN.test(String.fromCodePoint(code))) continue;
    const shown = written.length > LONGEST_SHOWN ? `${written.slice(0, LONGEST_SHOWN)}…` : written;
    throw new EncodingError("no such character", `comptent « ${shown} », qui n’est le numéro d’aucun caractère permis`);
  }
}

const LONGEST_SHOWN = 20;
