// The text of a part in pieces, in order.

/** Each time anew. */
export type PartText = () => Iterable<string>;

export const encodePart = (pieces: Iterable<string>): Uint8Array => new TextEncoder().encode([...pieces].join(""));

export function isSameText(pieces: Iterable<string>, text: string): boolean {
  let at = 0;
  for (const piece of pieces) {
    if (!text.startsWith(piece, at)) return false;
    at += piece.length;
  }
  return at === text.length;
}
