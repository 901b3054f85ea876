// The text of a part in pieces, in order: a sheet of a hundred thousand rows is never held as one text.

/** Each time anew. */
export type PartText = () => Iterable<string>;

/** Shorter pieces are encoded together: a row takes longer to ask for than to encode. */
const SHORT = 2 ** 15;

/**
 * Encodes one part after the other into the same memory, as getting the memory for a large sheet takes as long as
 * encoding it.
 */
export class PartEncoder {
  private readonly encoder = new TextEncoder();
  private memory = new Uint8Array(0);
  private used = 0;

  /** Lent: the next text is written over it. */
  encode(pieces: Iterable<string>): Uint8Array {
    this.used = 0;
    let waiting = "";
    for (const piece of pieces) {
      if (waiting.length + piece.length < SHORT) {
        waiting += piece;
        continue;
      }
      this.add(waiting);
      waiting = "";
      // A long one is not copied to stand beside a short one.
      if (piece.length < SHORT) waiting = piece;
      else this.add(piece);
    }
    this.add(waiting);
    return this.memory.subarray(0, this.used);
  }

  private add(text: string): void {
    // No character takes more than three bytes for each of its units.
    const most = this.used + 3 * text.length;
    if (most > this.memory.length) {
      const larger = new Uint8Array(Math.max(most, 2 * this.memory.length));
      larger.set(this.memory.subarray(0, this.used));
      this.memory = larger;
    }
    this.used += this.encoder.encodeInto(text, this.memory.subarray(this.used)).written;
  }
}

export function isSameText(pieces: Iterable<string>, text: string): boolean {
  let at = 0;
  for (const piece of pieces) {
    if (!text.startsWith(piece, at)) return false;
    at += piece.length;
  }
  return at === text.length;
}
