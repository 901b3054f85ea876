// How the simulated object model is written down: a table of classes and members, by their names on the wire.
import { hostErrors, NotSimulated } from "./wire";

/** An object that the client can hold; `className` names its row in the table. */
export interface HostObject {
  readonly className: string;
  /** Set once the client asks to keep the object across requests. */
  referenceId?: string;
  /** All of its cells were deleted. */
  isGone?: boolean;
}

export interface ClassTable<T extends HostObject = HostObject> {
  /** What the client needs to find the object again: `{ Id }`. */
  readonly key?: (object: T) => Readonly<Record<string, unknown>>;
  readonly get?: Readonly<Record<string, (object: T) => unknown>>;
  readonly set?: Readonly<Record<string, (object: T, value: unknown) => void>>;
  readonly nav?: Readonly<Record<string, (object: T) => HostObject | null>>;
  /** Methods; a HostObject or null answer is an object of the client, the rest is a value. */
  readonly call?: Readonly<Record<string, (object: T, ...args: unknown[]) => unknown>>;
  /** Events by the name of their registration ("DataChangedEvent"): the message type and the target. */
  readonly events?: Readonly<Record<string, (object: T) => EventKey>>;
  /** Present for collections. */
  readonly items?: (object: T) => readonly HostObject[];
  readonly index?: (object: T, key: unknown) => HostObject | null;
}

export interface EventKey {
  readonly type: number;
  readonly target: string;
}

export type ClassTables = Readonly<Record<string, ClassTable>>;

/** Forgets the object's own type, which the class name stands for from here on. */
export function hostClass<T extends HostObject>(table: ClassTable<T>): ClassTable {
  return table as unknown as ClassTable;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "className" in value;
}

export function textArgument(value: unknown): string {
  if (typeof value !== "string") throw hostErrors.invalidArgument();
  return value;
}

export function numberArgument(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw hostErrors.invalidArgument();
  return value;
}

/** An index or a count; without bounds, any whole number. */
export function wholeArgument(value: unknown, least = -Infinity, most = Infinity): number {
  const number = numberArgument(value);
  if (!Number.isInteger(number) || number < least || number > most) throw hostErrors.invalidArgument();
  return number;
}

/** Objects of the API's interfaces: `{ rank: 3 }`. */
export function recordsArgument(values: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(values) || !values.every(isRecord)) throw hostErrors.invalidArgument();
  return values;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function booleanArgument(value: unknown): boolean {
  if (typeof value !== "boolean") throw hostErrors.invalidArgument();
  return value;
}

/** The given word where it is simulated. What Excel refuses was refused before. */
export function choiceArgument<const T extends string>(value: unknown, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new NotSimulated(`the value ${JSON.stringify(value)}`);
  return choice;
}

/** Names are matched without case, as Excel does: the client selects "numberFormat" and sets "NumberFormat". */
export function memberName(members: Readonly<Record<string, unknown>> | undefined, name: string): string | null {
  if (!members) return null;
  if (Object.hasOwn(members, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(members).find((candidate) => candidate.toLowerCase() === wanted) ?? null;
}

export function member<T>(members: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  const found = memberName(members, name);
  return found === null ? undefined : members?.[found];
}
