// What Microsoft's type definitions declare of Excel's API: which members a class has, since when, and of which types.
import declared from "./excel-api.json";

/** The newest set that the library knows: what is above it can be declared and never asked for. */
const NEWEST = "1.15";

interface ApiProperty {
  readonly since: string;
  readonly type: string;
  readonly readonly?: boolean;
}

export interface ApiMethod {
  readonly since: string;
  /** Each as its type and whether it may be left out. */
  readonly parameters: readonly (readonly [type: string, isOptional: boolean])[];
}

export interface ApiClass {
  readonly properties: Readonly<Record<string, ApiProperty>>;
  readonly methods: Readonly<Record<string, ApiMethod>>;
}

const classes = declared as unknown as Readonly<Record<string, ApiClass>>;

export const apiClassNames: readonly string[] = Object.keys(classes);

export function apiClass(name: string): ApiClass | null {
  return classes[name] ?? null;
}

/** The wire begins names with a capital, the definitions do not. */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Whether an Excel of that level has a member; "desktop" and "preview" are of no level. */
export function isOfLevel(since: string, level: string = NEWEST): boolean {
  const [major, minor] = since.split(".").map(Number);
  const [, highest] = level.split(".").map(Number);
  return major === 1 && minor !== undefined && highest !== undefined && minor <= highest;
}

/** Properties with a value of their own: the others lead to objects. */
export function isScalar({ type }: ApiProperty): boolean {
  return classes[type] === undefined;
}

/** The scalars of a class that an Excel of that level answers to `load("*")`. */
export function scalarsOf(className: string, level: string): string[] {
  return Object.entries(apiClass(className)?.properties ?? {}).flatMap(([name, property]) =>
    isScalar(property) && !isEvent(name) && isOfLevel(property.since, level) ? name : [],
  );
}

/** Events are declared as properties, and never loaded. */
export const isEvent = (name: string): boolean => /^on[A-Z]/.test(name);
