// The text of a part in pieces, in order: a sheet of a hundred thousand rows is never held as one text.

/** Each time anew. */
export type PartText = () => Iterable<string>;

export function encodePart(pieces: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const chunks = Array.from(pieces, (piece) => encoder.encode(piece));
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export function isSameText(pieces: Iterable<string>, text: string): boolean {
  let at = 0;
  for (const piece of pieces) {
    if (!text.startsWith(piece, at)) return false;
    at += piece.length;
  }
  return at === text.length;
}
