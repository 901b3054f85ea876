// The text of a part in pieces, in order: a sheet of a hundred thousand rows is never held as one text.

/** Each time anew. */
export type PartText = () => Iterable<string>;

const LARGEST_CHUNK = 2 ** 22;
/** Shorter pieces are encoded together: a row takes longer to ask for than to encode. */
const SHORT = 2 ** 15;

export function encoded(pieces: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let chunk = new Uint8Array(0);
  let used = 0;
  let length = 0;
  const close = (): void => {
    if (used > 0) chunks.push(chunk.subarray(0, used));
    length += used;
    used = 0;
  };
  const encode = (text: string): void => {
    // No character takes more than three bytes for each of its units.
    const most = 3 * text.length;
    if (most > chunk.length - used) {
      close();
      chunk = new Uint8Array(Math.max(most, Math.min(LARGEST_CHUNK, 2 * length)));
    }
    used += encoder.encodeInto(text, chunk.subarray(used)).written;
  };
  let waiting = "";
  for (const piece of pieces) {
    if (waiting.length + piece.length < SHORT) {
      waiting += piece;
      continue;
    }
    encode(waiting);
    waiting = "";
    // A long one is not copied to stand beside a short one.
    if (piece.length < SHORT) waiting = piece;
    else encode(piece);
  }
  encode(waiting);
  close();
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only.slice();
  const bytes = new Uint8Array(length);
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
