// Rows without cells that say the same of themselves (a height, a format, hidden), kept as runs: a million of them cost what one does.
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

interface DescribedSpan extends RowSpan {
  readonly attributes: ReadonlyMap<string, string>;
}

type Changes = Readonly<Record<string, string | null>>;

export class RowSpans {
  /** In order, none over another. */
  private spans: readonly DescribedSpan[] = [];

  /** The spans that lie between two rows, cut at both. */
  within(top: number, bottom: number): DescribedSpan[] {
    return this.spans.flatMap((span) =>
      span.last < top || span.first > bottom
        ? []
        : [{ ...span, first: Math.max(top, span.first), last: Math.min(bottom, span.last) }],
    );
  }

  attributes(row: number): ReadonlyMap<string, string> | undefined {
    return this.spans.find(({ first, last }) => first <= row && row <= last)?.attributes;
  }

  /** Sets, or with null removes, attributes of rows that are all without cells. */
  change(top: number, bottom: number, changes: Changes): void {
    const changed: DescribedSpan[] = [];
    const add = (first: number, last: number, attributes: ReadonlyMap<string, string>) => {
      if (first <= last && attributes.size > 0) changed.push({ first, last, attributes });
    };
    let next = top;
    for (const { first, last, attributes } of this.within(top, bottom)) {
      add(next, first - 1, changedAttributes(new Map(), changes));
      add(first, last, changedAttributes(attributes, changes));
      next = last + 1;
    }
    add(next, bottom, changedAttributes(new Map(), changes));
    this.replace(top, bottom, changed);
  }

  /** The row is to be kept by itself. */
  take(row: number): ReadonlyMap<string, string> | undefined {
    const attributes = this.attributes(row);
    if (attributes) this.replace(row, row, []);
    return attributes;
  }

  private replace(top: number, bottom: number, spans: readonly DescribedSpan[]): void {
    const kept = this.spans.flatMap((span): DescribedSpan[] => {
      if (span.last < top || span.first > bottom) return [span];
      const [before, after] = [
        { ...span, last: top - 1 },
        { ...span, first: bottom + 1 },
      ];
      return [before, after].filter(({ first, last }) => first <= last);
    });
    this.spans = joined([...kept, ...spans].sort((one, other) => one.first - other.first));
  }
}

function changedAttributes(attributes: ReadonlyMap<string, string>, changes: Changes): ReadonlyMap<string, string> {
  const changed = new Map(attributes);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

/** Neighbours that say the same are one. */
function joined(spans: readonly DescribedSpan[]): DescribedSpan[] {
  const all: DescribedSpan[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last && last.last + 1 === span.first && isSame(last.attributes, span.attributes))
      all.splice(-1, 1, { ...last, last: span.last });
    else all.push(span);
  }
  return all;
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}
