// Where each row stands in a sheet's text: thirteen bytes a row, so that a million phantom rows stay cheap.
import { LAST_ROW } from "../cell-ref";
import { XmlError } from "../xml/parse-xml";
import { openTagEnd } from "../xml/tags";

/** What a row holds: nothing, formats only, or contents. */
export const EMPTY_ROW = 0;
export const STYLED_ROW = 1;
export const VALUED_ROW = 2;

export class RowIndex {
  length = 0;
  private numbers = new Int32Array(256);
  private starts = new Int32Array(256);
  private ends = new Int32Array(256);
  private kinds = new Uint8Array(256);

  /** Indexes the rows of `text` between two offsets. Throws XmlError when a row is not closed or stands twice. */
  constructor(text: string, from: number, to: number, prefix: string) {
    const open = `<${prefix}row`;
    const close = `</${prefix}row>`;
    const content = new RegExp(`<${prefix}(?:v|f|is)[\\s>/]`);
    let number = -1;
    let sorted = true;
    for (let start = text.indexOf(open, from); start >= 0 && start < to;) {
      const tagEnd = openTagEnd(text, start);
      const selfClosing = text.charCodeAt(tagEnd - 2) === 47;
      const closeAt = selfClosing ? tagEnd : text.indexOf(close, tagEnd);
      if (closeAt < 0 || closeAt > to) throw new XmlError("unclosed row");
      const end = selfClosing ? tagEnd : closeAt + close.length;
      const written = /\sr\s*=\s*["'](\d+)["']/.exec(text.slice(start, Math.min(tagEnd, start + 400)));
      const next = written ? Number(written[1]) - 1 : number + 1;
      if (next < 0 || next > LAST_ROW) throw new XmlError("row out of bounds");
      if (next <= number) sorted = false;
      number = next;
      let kind = EMPTY_ROW;
      if (closeAt > tagEnd) {
        const inside = text.slice(tagEnd, closeAt);
        kind = content.test(inside) ? VALUED_ROW : inside.trim() === "" ? EMPTY_ROW : STYLED_ROW;
      }
      this.push(number, start, end, kind);
      start = text.indexOf(open, end);
    }
    if (!sorted) this.sort();
  }

  number(at: number): number {
    return this.numbers[at] ?? -1;
  }
  start(at: number): number {
    return this.starts[at] ?? 0;
  }
  end(at: number): number {
    return this.ends[at] ?? 0;
  }
  kind(at: number): number {
    return this.kinds[at] ?? EMPTY_ROW;
  }

  /** Position of the first row at or below the given number. */
  lowerBound(row: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.number(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Position of a row; -1 when the sheet does not write it. */
  find(row: number): number {
    const at = this.lowerBound(row);
    return at < this.length && this.number(at) === row ? at : -1;
  }

  private push(number: number, start: number, end: number, kind: number): void {
    if (this.length === this.numbers.length) {
      const grow = (old: Int32Array): Int32Array<ArrayBuffer> => {
        const grown = new Int32Array(old.length * 2);
        grown.set(old);
        return grown;
      };
      this.numbers = grow(this.numbers);
      this.starts = grow(this.starts);
      this.ends = grow(this.ends);
      const kinds = new Uint8Array(this.kinds.length * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
    }
    this.numbers[this.length] = number;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.kinds[this.length] = kind;
    this.length++;
  }

  // Some writers do not keep rows in order. Of two rows with one number each reader keeps another one: figures would be lost.
  private sort(): void {
    const order = Array.from({ length: this.length }, (_, at) => at).sort((a, b) => this.number(a) - this.number(b));
    const twice = order.find((at, index) => this.number(at) === this.number(order[index + 1] ?? -1));
    if (twice !== undefined)
      throw new XmlError("two rows of one number", `la ligne ${this.number(twice) + 1} y figure deux fois`);
    const starts = Int32Array.from(order, (at) => this.start(at));
    const ends = Int32Array.from(order, (at) => this.end(at));
    this.kinds = Uint8Array.from(order, (at) => this.kind(at));
    this.numbers = Int32Array.from(order, (at) => this.number(at));
    this.starts = starts;
    this.ends = ends;
  }
}
