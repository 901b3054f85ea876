// What was planned against what Excel gives back, property by property: each difference with the member of Office.js to blame.

/** What a property holds, as JSON has it. */
export type Held = string | number | boolean | null | readonly Held[] | { readonly [name: string]: Held };

export interface Difference {
  /** As Microsoft's documentation names it: "RangeFill.color". */
  readonly member: string;
  readonly planned: Held;
  readonly read: Held;
  /** Where, the first few of them. */
  readonly where: readonly string[];
  readonly times: number;
  /** How many times that value was planned of that member: as many as `times` where Excel never takes it. */
  readonly of: number;
}

const SHOWN = 5;
/** Excel keeps 15 significant digits. */
const RELATIVE = 1e-12;

type Sameness = (planned: Held, read: Held) => boolean;

/** In points: Excel keeps whole pixels, of which a screen may have four for three points. */
export const within =
  (points: number): Sameness =>
  (planned, read) =>
    typeof planned === "number" && typeof read === "number" && Math.abs(planned - read) <= points;

export class Comparison {
  readonly #planned = new Map<string, { readonly member: string; readonly value: Held; times: number }>();
  readonly #reads = new Map<
    string,
    { readonly key: string; readonly read: Held; readonly where: string[]; times: number }
  >();

  see(member: string, where: string, planned: Held, read: unknown, isSame: Sameness = isSameValue): void {
    const value = asHeld(read);
    const key = JSON.stringify([member, planned]);
    const counted = this.#planned.get(key) ?? { member, value: planned, times: 0 };
    counted.times += 1;
    this.#planned.set(key, counted);
    if (isSame(planned, value)) return;
    const readKey = JSON.stringify([key, value]);
    const found = this.#reads.get(readKey) ?? { key, read: value, where: [], times: 0 };
    found.times += 1;
    if (found.where.length < SHOWN) found.where.push(where);
    this.#reads.set(readKey, found);
  }

  /** How many values of each member were compared. */
  get compared(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { member, times } of this.#planned.values()) counts[member] = (counts[member] ?? 0) + times;
    return Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  get differences(): readonly Difference[] {
    return [...this.#reads.values()].flatMap(({ key, read, where, times }) => {
      const planned = this.#planned.get(key);
      return planned ? [{ member: planned.member, planned: planned.value, read, where, times, of: planned.times }] : [];
    });
  }

  /** How many values differ so far. */
  get differing(): number {
    return [...this.#reads.values()].reduce((sum, { times }) => sum + times, 0);
  }
}

/** What Excel answers, as it goes into a file. */
function asHeld(read: unknown): Held {
  return read === undefined ? null : (JSON.parse(JSON.stringify(read)) as Held);
}

const COLOR = /^#[0-9a-f]{6}$/i;

export function isSameValue(planned: Held, read: Held): boolean {
  if (typeof planned === "number" && typeof read === "number")
    return Math.abs(planned - read) <= RELATIVE * Math.max(1, Math.abs(planned));
  if (typeof planned === "string" && typeof read === "string")
    return planned === read || (COLOR.test(planned) && planned.toUpperCase() === read.toUpperCase());
  if (Array.isArray(planned) && Array.isArray(read))
    return (
      planned.length === read.length && planned.every((each: Held, index) => isSameValue(each, asHeld(read[index])))
    );
  return JSON.stringify(planned) === JSON.stringify(read);
}
