// Texts whose letters were written as UTF-8 and read as Windows-1252, as exports do: « Ã‰tat » is « État », for certain.

/** What Windows-1252 shows for the bytes from 0x80 on, where it is not Latin-1. */
const SHOWN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const CONTINUED = `[${SHOWN}\u0080-\u00bf]`;
/** "Ã©", "Â°", "Å“"; "â€™". */
const LOST = new RegExp(`[ÂÃÅ]${CONTINUED}|â${CONTINUED}{2}`, "g");

function byteOf(character: string): number {
  const at = SHOWN.indexOf(character);
  return at < 0 ? character.charCodeAt(0) : 0x80 + at;
}

function decode(lost: string): string {
  const [first = 0, ...others] = Array.from(lost, byteOf);
  const lead = first & (others.length > 1 ? 0x0f : 0x1f);
  return String.fromCharCode(others.reduce((code, byte) => (code << 6) | (byte & 0x3f), lead));
}

export const withAccents = (text: string): string => text.replace(LOST, decode);

/** The quick look: nearly no text of a workbook holds such a letter. */
export const mayHaveLost = (text: string): boolean => /[ÂÃÅâ]/.test(text);
