// What a query of the client answers: the values it selects of an object, of its parts and of the items of a collection.
import { isScalar, apiClass, lowerFirst, scalarsOf } from "./api/api-members";
import { member, memberName, type ClassTable, type HostObject } from "./object-table";
import { NotSimulated } from "./wire";

export interface Reader {
  readonly level: string;
  /** By the rules of the house. */
  readonly isStrict: boolean;
  table(object: HostObject): ClassTable;
  identity(object: HostObject): Record<string, unknown>;
  navigate(object: HostObject, name: string): HostObject | null;
}

export interface Query {
  readonly select: readonly string[];
  readonly top?: number | undefined;
  readonly skip?: number | undefined;
}

/** Null for a null object. */
export function readObject(reader: Reader, object: HostObject | null, { select, top, skip = 0 }: Query): unknown {
  if (!object) return null;
  const table = reader.table(object);
  // Where nothing is selected, everything is.
  const paths = select.length > 0 ? select : ["*"];
  if (!table.items) return readParts(reader, object, table, paths);
  const own = paths.filter((path) => path === "*" || isOwn(object.className, path));
  const ofItems = paths.filter((path) => path === "*" || !isOwn(object.className, path));
  const out = readParts(reader, object, table, own);
  if (ofItems.length === 0) return out;
  const items = table.items(object).slice(skip, top === undefined ? undefined : skip + top);
  return { ...out, _Items: items.map((item) => readObject(reader, item, { select: ofItems })) };
}

const isDeclared = (className: string, name: string): boolean =>
  memberName(apiClass(className)?.properties, name) !== null;

/** A collection's own value, such as the number of its items. */
function isOwn(className: string, path: string): boolean {
  const properties = apiClass(className)?.properties;
  const name = memberName(properties, path);
  const property = name === null ? undefined : properties?.[name];
  return property !== undefined && isScalar(property);
}

function readParts(reader: Reader, object: HostObject, table: ClassTable, paths: readonly string[]) {
  const out = reader.identity(object);
  const nested = new Map<string, string[]>();
  for (const path of paths) {
    if (path === "$none") continue;
    if (path === "*") Object.assign(out, allScalars(reader, object, table));
    else readPath(object, table, path, out, nested, reader.isStrict);
  }
  for (const [name, inner] of nested) out[name] = readObject(reader, reader.navigate(object, name), { select: inner });
  return out;
}

// Half of them would leave the add-in with properties that are not loaded, as Excel never does.
function allScalars(reader: Reader, object: HostObject, table: ClassTable): Record<string, unknown> {
  const wanted = scalarsOf(object.className, reader.level);
  const lacking = wanted.filter((name) => member(table.get, name) === undefined);
  if (lacking.length > 0) throw new NotSimulated(`${object.className}.${lacking.join(", ")} (load)`);
  return Object.fromEntries(Object.entries(table.get ?? {}).map(([name, get]) => [name, get(object)]));
}

function readPath(
  object: HostObject,
  table: ClassTable,
  path: string,
  out: Record<string, unknown>,
  nested: Map<string, string[]>,
  isStrict: boolean,
): void {
  const slash = path.indexOf("/");
  const head = slash < 0 ? path : path.slice(0, slash);
  const scalar = slash < 0 ? memberName(table.get, head) : null;
  if (scalar !== null) {
    out[scalar] = table.get?.[scalar]?.(object);
    return;
  }
  const property = memberName(table.nav, head);
  if (property === null) {
    // Excel ignores a name that no version of the class has; a careful add-in asks for none.
    if (!isDeclared(object.className, head) && !isStrict) return;
    throw new NotSimulated(`${object.className}.${lowerFirst(head)} (load)`);
  }
  const inner = nested.get(property) ?? [];
  inner.push(slash < 0 ? "*" : path.slice(slash + 1));
  nested.set(property, inner);
}
